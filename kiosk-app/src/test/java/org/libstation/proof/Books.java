package org.libstation.proof;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.lab.twin.TagField;
import org.libstation.simulation.SimulatedTime;
import org.libstation.simulation.World;
import org.libstation.simulation.World.Place;

/// The books themselves: most carry a tag, the last ones a barcode only. Their security bit is what
/// the tag says, wherever it lies.
final class Books {
  private static final String ISIL = "HK-LIB";
  private static final int WITHOUT_TAG = 1;

  private final World world;
  private final SimulatedTime time;
  private final Kiosk kiosk;
  private final Map<ItemId, String> uids = new HashMap<>();
  private final Set<ItemId> stubborn = new HashSet<>();
  private final Set<ItemId> left = new HashSet<>();
  private final Map<ItemId, Instant> lifted = new HashMap<>();
  private final Map<ItemId, Boolean> armed = new HashMap<>();

  Books(World world, SimulatedTime time, Kiosk kiosk, List<ItemId> items) {
    this.world = world;
    this.time = time;
    this.kiosk = kiosk;
    for (int i = 0; i < items.size() - WITHOUT_TAG; i++) {
      uids.put(items.get(i), "E0040100000000%02X".formatted(i + 1));
      armed.put(items.get(i), true);
    }
  }

  boolean tagged(ItemId item) {
    return uids.containsKey(item);
  }

  /// The next time it is laid down its tag keeps its bit, whatever it is told.
  void stubborn(ItemId item) {
    stubborn.add(item);
  }

  private String uid(ItemId item) {
    return uids.getOrDefault(item, "");
  }

  /// Whether the gate would alarm.
  boolean armed(ItemId item) {
    return lyingOn(item)
        .map(twin -> twin.afi(uid(item)) != TagField.AFI_ON_LOAN)
        .orElseGet(() -> armed.getOrDefault(item, false));
  }

  private Optional<TagField> lyingOn(ItemId item) {
    return tagged(item)
        ? List.of(kiosk.pad(), kiosk.drop()).stream()
            .filter(twin -> twin.isInField(uid(item)))
            .findFirst()
        : Optional.empty();
  }

  boolean onPad(ItemId item) {
    return tagged(item) && kiosk.pad().isInField(uid(item));
  }

  boolean inChute(ItemId item) {
    return tagged(item) && kiosk.drop().isInField(uid(item));
  }

  /// Whether it lay before a reader of the station at that moment, or at the last look before, or
  /// is in its bin.
  boolean wasHere(ItemId item, Instant at) {
    Instant since = lifted.getOrDefault(item, Instant.EPOCH);
    return lyingOn(item).isPresent()
        || world.book(item).place() == Place.BIN
        || since.plus(FailingPad.LOOK).isAfter(at);
  }

  /// Whether somebody who is gone left it on the pad.
  boolean isLeft(ItemId item) {
    return left.contains(item);
  }

  /// Lays it on the pad, or holds its barcode before the scanner.
  void show(ItemId item) {
    if (tagged(item)) {
      put(kiosk.pad(), item);
    } else {
      boolean _ = kiosk.scanner().scan(item.value());
    }
  }

  void throwIn(ItemId item) {
    put(kiosk.drop(), item);
  }

  private void put(TagField twin, ItemId item) {
    boolean now = armed(item);
    lift(item);
    twin.place(uid(item), item.value(), ISIL, 1, 1, now);
    twin.deafToAfi(uid(item), stubborn.remove(item));
  }

  void lift(ItemId item) {
    lyingOn(item)
        .ifPresent(
            twin -> {
              armed.put(item, armed(item));
              lifted.put(item, time.now());
              left.remove(item);
              twin.lift(uid(item));
            });
  }

  /// A patron carries it out.
  void carryOut(ItemId item, PatronId patron) {
    lift(item);
    world.take(item, patron, time.now());
    world.bit(item, armed(item));
  }

  /// Handed over, but left on the pad.
  void leaveBehind(ItemId item) {
    world.put(item, Place.PAD, time.now());
    left.add(item);
  }

  /// It goes into the bin; its bit stays as it is.
  void bin(ItemId item) {
    lift(item);
    world.put(item, Place.BIN, time.now());
    world.bit(item, armed(item));
  }

  /// Staff put it onto the shelf, over their own pad.
  void shelve(ItemId item) {
    staffSet(item, true);
    world.put(item, Place.SHELF, time.now());
  }

  /// Staff lend it at the counter.
  void handOut(ItemId item, PatronId patron) {
    staffSet(item, false);
    carryOut(item, patron);
  }

  private void staffSet(ItemId item, boolean to) {
    lift(item);
    if (tagged(item)) {
      armed.put(item, to);
    }
    world.bit(item, armed(item));
  }
}
