package org.libstation.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.StationClock;

/// What the desk remembers of the current patron. It is held in memory only and is gone when the
/// session ends.
final class DeskSession {
  private final StationClock clock;
  private final Duration lookKeeps;
  private final Supplier<OfflineRules> atBegin;
  private final Map<ItemId, RecentLook> looks = new HashMap<>();
  private Optional<PatronLook> patron = Optional.empty();
  private boolean alone;
  private OfflineRules rules;

  private record RecentLook(ItemLook look, Duration at) {}

  DeskSession(StationClock clock, Duration lookKeeps, Supplier<OfflineRules> atBegin) {
    this.clock = clock;
    this.lookKeeps = lookKeeps;
    this.atBegin = atBegin;
    this.rules = atBegin.get();
  }

  /// The offline rules; they stay the same for a whole session.
  OfflineRules rules() {
    return rules;
  }

  void begin() {
    rules = atBegin.get();
    looks.clear();
    patron = Optional.empty();
    alone = false;
  }

  /// Stops asking the central system in this session: after one `NotSent` or `Unknown` answer, the
  /// offline rules decide the rest of the stack.
  void goAlone() {
    alone = true;
  }

  boolean alone() {
    return alone;
  }

  void identified(PatronLook look) {
    patron = Optional.of(look);
  }

  Optional<PatronLook> known(PatronId card) {
    return patron.filter(look -> look.patron().equals(card));
  }

  /// The patron class of the patron with this card; empty if it is not known.
  Optional<String> patronClass(Optional<PatronId> card) {
    return rules.readers().of(card, card.flatMap(this::known).flatMap(PatronLook::kind));
  }

  void saw(ItemLook look) {
    looks.put(look.item(), new RecentLook(look, clock.monotonic()));
  }

  /// Returns an earlier look at the item if it is still fresh.
  Optional<ItemLook> look(ItemId item) {
    return Optional.ofNullable(looks.get(item))
        .filter(seen -> clock.monotonic().minus(seen.at()).compareTo(lookKeeps) <= 0)
        .map(RecentLook::look);
  }

  /// Discards the earlier look at an item; a request about the item makes it outdated.
  void forget(ItemId item) {
    looks.remove(item);
  }
}
