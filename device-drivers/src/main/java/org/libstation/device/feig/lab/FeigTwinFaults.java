package org.libstation.device.feig.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.feig.FeigReply;
import org.libstation.device.feig.FeigRequest;
import org.libstation.device.link.WireBytes;

/// What is wrong with [FeigTwin]'s reader and line just now, by count. Used under the twin's lock.
final class FeigTwinFaults {
  private static final WireBytes NOISE = WireBytes.ofHex("F0 02 10 FF 06 00 B0");
  private static final WireBytes NOTHING = WireBytes.of();
  private static final int ANOTHER_READER = 0x07;
  private static final int ANOTHER_COMMAND = 0x72;
  private static final int SYSTEM_INFO_BYTES = 13;

  private final Map<FeigFault, Integer> left = new EnumMap<>(FeigFault.class);
  private WireBytes held = NOTHING;
  private int refusal;
  private TagUid ghost = new TagUid("E004015000FACADE");
  private TagUid flipped = ghost;
  private TagUid twice = ghost;
  private WireBytes noE0 = WireBytes.of();

  void set(FeigFault fault, int count) {
    left.put(fault, count);
  }

  void refuse(int status, int count) {
    refusal = status;
    set(FeigFault.REFUSE, count);
  }

  void ghost(TagUid uid, int count) {
    ghost = uid;
    set(FeigFault.GHOST, count);
  }

  void flipped(TagUid uid, int count) {
    flipped = uid;
    set(FeigFault.FLIPPED, count);
  }

  void twice(TagUid uid, int count) {
    twice = uid;
    set(FeigFault.TWICE, count);
  }

  /// @param start what the number begins with
  void noE0(WireBytes start, int count) {
    noE0 = start;
    set(FeigFault.NO_E0, count);
  }

  void heal() {
    left.clear();
    held = NOTHING;
  }

  private boolean strikes(FeigFault fault) {
    int count = left.getOrDefault(fault, 0);
    left.put(fault, Math.max(0, count - 1));
    return count > 0;
  }

  /// The status with which the next request is refused.
  Optional<Integer> refusal() {
    return strikes(FeigFault.REFUSE) ? Optional.of(refusal) : Optional.empty();
  }

  /// Whether an inventory ends with "more data" though nothing follows.
  boolean endless() {
    return strikes(FeigFault.ENDLESS);
  }

  /// What an inventory lists beside the tags that lie there.
  List<WireBytes> alsoListed(boolean twiceLies, boolean flippedLies) {
    List<WireBytes> more = new ArrayList<>();
    if (strikes(FeigFault.GHOST)) {
      more.add(entry(WireBytes.ofHex(ghost.hex())));
    }
    if (flippedLies && strikes(FeigFault.FLIPPED)) {
      byte[] wrong = WireBytes.ofHex(flipped.hex()).toArray();
      wrong[5] ^= 0x10;
      more.add(entry(WireBytes.of(wrong)));
    }
    if (strikes(FeigFault.NO_E0)) {
      more.add(entry(WireBytes.of(Arrays.copyOf(noE0.toArray(), 8))));
    }
    if (twiceLies && strikes(FeigFault.TWICE)) {
      more.add(entry(WireBytes.ofHex(twice.hex())));
    }
    return more;
  }

  TagUid twice() {
    return twice;
  }

  TagUid flipped() {
    return flipped;
  }

  private static WireBytes entry(WireBytes uid) {
    return WireBytes.of(0x03, 0x06).plus(uid);
  }

  /// What goes on the wire in place of an answer.
  WireBytes sent(FeigReply answer, boolean advanced, int address) {
    WireBytes late = held;
    held = NOTHING;
    if (strikes(FeigFault.SILENT)) {
      return late;
    }
    int from = strikes(FeigFault.OTHER_ADDRESS) ? ANOTHER_READER : address;
    FeigReply said = misled(answer);
    WireBytes frame = damaged(said.encode(advanced, from));
    if (strikes(FeigFault.LATE)) {
      held = frame;
      return late;
    }
    return late.plus(frame);
  }

  private FeigReply misled(FeigReply answer) {
    FeigReply said = answer;
    if (strikes(FeigFault.OTHER_COMMAND)) {
      said = new FeigReply(ANOTHER_COMMAND, said.status(), said.data());
    }
    boolean speaksOfTag =
        said.command() == FeigRequest.ISO_COMMAND && said.data().length() == SYSTEM_INFO_BYTES;
    if (speaksOfTag && strikes(FeigFault.OTHER_TAG)) {
      byte[] other = said.data().toArray();
      other[8] ^= 0x55;
      said = new FeigReply(said.command(), said.status(), WireBytes.of(other));
    }
    if (said.data().length() > 1 && strikes(FeigFault.MISSHAPEN)) {
      WireBytes shorter = said.data().slice(0, said.data().length() - 1);
      said = new FeigReply(said.command(), said.status(), shorter);
    }
    return said;
  }

  private WireBytes damaged(WireBytes frame) {
    WireBytes sent = frame;
    if (strikes(FeigFault.CORRUPT)) {
      byte[] bytes = sent.toArray();
      bytes[bytes.length - 1] ^= 0x20;
      sent = WireBytes.of(bytes);
    }
    if (strikes(FeigFault.HALF)) {
      sent = sent.slice(0, sent.length() / 2);
    }
    return strikes(FeigFault.NOISE) ? NOISE.plus(sent) : sent;
  }
}
