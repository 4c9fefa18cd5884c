package org.libstation.device.pad.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.lab.link.TwinFaults;

/// The active faults of a twin's reader and line, by count. Used under the twin's lock.
public final class PadTwinFaults {
  private static final WireBytes NOISE = WireBytes.ofHex("F0 02 10 FF 06 00 B0");
  private static final WireBytes NOTHING = WireBytes.of();

  final TwinFaults<PadFault> standing;
  private WireBytes held = NOTHING;
  private int refusal;
  private TagUid ghost = new TagUid("E004015000FACADE");
  private TagUid flipped = ghost;
  private TagUid twice = ghost;
  private WireBytes noE0 = WireBytes.of();

  PadTwinFaults(Set<PadFault> possible) {
    this.standing = new TwinFaults<>(PadFault.class, possible);
  }

  void refuse(int status, int count) {
    refusal = status;
    standing.set(PadFault.REFUSE, count);
  }

  void ghost(TagUid uid, int count) {
    ghost = uid;
    standing.set(PadFault.GHOST, count);
  }

  void flipped(TagUid uid, int count) {
    flipped = uid;
    standing.set(PadFault.FLIPPED, count);
  }

  void twice(TagUid uid, int count) {
    twice = uid;
    standing.set(PadFault.TWICE, count);
  }

  /// Makes inventories list a number that is no tag's.
  ///
  /// @param start the first bytes of the number
  void noE0(WireBytes start, int count) {
    noE0 = start;
    standing.set(PadFault.NO_E0, count);
  }

  void heal() {
    standing.heal();
    held = NOTHING;
  }

  /// Whether the fault happens now; if so, its count is reduced.
  public boolean strikes(PadFault fault) {
    return standing.strikes(fault);
  }

  /// The status with which the next request is refused; empty if it is not refused.
  public Optional<Integer> refusal() {
    return strikes(PadFault.REFUSE) ? Optional.of(refusal) : Optional.empty();
  }

  /// Identifiers that an inventory lists beside the tags in the field.
  List<TagUid> alsoListed(Predicate<TagUid> lies) {
    List<TagUid> more = new ArrayList<>();
    if (strikes(PadFault.GHOST)) {
      more.add(ghost);
    }
    if (lies.test(flipped) && strikes(PadFault.FLIPPED)) {
      byte[] wrong = WireBytes.ofHex(flipped.hex()).toArray();
      wrong[5] ^= 0x10;
      more.add(uid(wrong));
    }
    if (strikes(PadFault.NO_E0)) {
      more.add(uid(Arrays.copyOf(noE0.toArray(), 8)));
    }
    if (lies.test(twice) && strikes(PadFault.TWICE)) {
      more.add(twice);
    }
    return more;
  }

  private static TagUid uid(byte[] bytes) {
    return new TagUid(WireBytes.of(bytes).toString().replace(" ", ""));
  }

  /// The bytes to send in place of an answer.
  ///
  /// @param answer makes the answer; called only if one is sent
  public WireBytes sent(Supplier<WireBytes> answer) {
    WireBytes late = held;
    held = NOTHING;
    if (strikes(PadFault.SILENT)) {
      return late;
    }
    WireBytes frame = damaged(answer.get());
    if (strikes(PadFault.LATE)) {
      held = frame;
      return late;
    }
    return late.plus(frame);
  }

  private WireBytes damaged(WireBytes frame) {
    WireBytes sent = frame;
    if (strikes(PadFault.CORRUPT)) {
      byte[] bytes = sent.toArray();
      bytes[bytes.length - 1] ^= 0x20;
      sent = WireBytes.of(bytes);
    }
    if (strikes(PadFault.HALF)) {
      sent = sent.slice(0, sent.length() / 2);
    }
    return strikes(PadFault.NOISE) ? NOISE.plus(sent) : sent;
  }
}
