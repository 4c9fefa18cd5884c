package org.libstation.device.feig;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.PadReply;
import org.libstation.device.pad.Seen;

/// A reader's reply: the command again, a status, and data with some statuses.
///
/// @param command the command that is answered
/// @param status see [FeigStatus]
/// @param data bytes after the status
@RecordBuilder
public record FeigReply(int command, int status, WireBytes data) implements FeigReplyBuilder.With {

  /// Reads a reply from a frame; empty if the frame has no status and so is no reply.
  static Optional<FeigReply> decode(FeigFrame frame) {
    WireBytes body = frame.body();
    return body.length() == 0
        ? Optional.empty()
        : Optional.of(new FeigReply(frame.command(), body.at(0), body.from(1)));
  }

  /// @param address the reader's own
  public WireBytes encode(boolean advanced, int address) {
    WireBytes body = WireBytes.of(status).plus(data);
    boolean long_ = body.length() + FeigFrame.SHORTEST > FeigFrame.LONGEST_STANDARD;
    return new FeigFrame(advanced || long_, address, command, body).encode();
  }

  /// No record of a tag is longer.
  private static final int MOST_OTHER_BYTES = 64;

  /// How many unknown kinds may have their length guessed. With two of them, too many guesses make
  /// the list end correctly.
  private static final int MOST_OTHER_KINDS = 1;

  private static final int VICINITY = 0x03;
  private static final int VICINITY_BYTES = 10;
  private static final int PROXIMITY_A = 0x04;
  private static final int LONG_UID = 0x04;
  private static final int SHORT_UID_BYTES = 7;
  private static final int LONG_UID_BYTES = 10;

  /// The tags of an inventory; empty if the data cannot be read to its end as a list.
  ///
  /// Tags of other kinds are skipped. The reply does not contain their length, so the list counts
  /// only if exactly one length makes it end correctly.
  Optional<List<Seen>> tags() {
    int count = data.length() == 0 ? 0 : data.at(0);
    List<List<Seen>> readings = new ArrayList<>();
    read(1, count, new ArrayList<>(), new HashMap<>(), readings);
    return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
  }

  /// Reads the list from one position on, trying all lengths.
  ///
  /// @param lengths lengths tried for the kinds that are skipped
  /// @param readings receives each list that ends correctly; two of them are as bad as none
  private void read(
      int at, int left, List<Seen> seen, Map<Integer, Integer> lengths, List<List<Seen>> readings) {
    if (left == 0 || at >= data.length()) {
      if (left == 0 && at >= data.length()) {
        readings.add(List.copyOf(seen));
      }
      return;
    }
    int type = data.at(at);
    boolean vicinity = type == VICINITY;
    if (vicinity || type == PROXIMITY_A) {
      int end = at + (vicinity ? VICINITY_BYTES : 3 + cardBytes(at));
      if (end <= data.length()) {
        seen.add(
            vicinity
                ? new Seen.Vicinity(uid(data.slice(at + 2, end)))
                : new Seen.Proximity(uid(withoutFill(data.slice(at + 3, end)))));
        read(end, left - 1, seen, lengths, readings);
        seen.removeLast();
      }
      return;
    }
    seen.add(new Seen.Other(type));
    Integer known = lengths.get(type);
    int shortest = known == null ? 1 : known;
    int longest = known == null ? MOST_OTHER_BYTES : known;
    if (known != null || lengths.size() < MOST_OTHER_KINDS) {
      for (int length = shortest; length <= longest && at + length < data.length(); length++) {
        Map<Integer, Integer> with = new HashMap<>(lengths);
        with.put(type, length);
        read(at + 1 + length, left - 1, seen, with, readings);
      }
    }
    seen.removeLast();
  }

  /// Bit 2 of the info byte shows that the number has 10 bytes.
  private int cardBytes(int at) {
    boolean isLong = at + 1 < data.length() && (data.at(at + 1) & LONG_UID) != 0;
    return isLong ? LONG_UID_BYTES : SHORT_UID_BYTES;
  }

  /// Removes the padding of a 4-byte number, which is right-aligned in 7 bytes.
  private static WireBytes withoutFill(WireBytes number) {
    boolean four = number.length() == SHORT_UID_BYTES && number.slice(0, 3).equals(NO_BYTES);
    return four ? number.from(3) : number;
  }

  private static final WireBytes NO_BYTES = WireBytes.of(0, 0, 0);

  private static TagUid uid(WireBytes bytes) {
    return new TagUid(bytes.toString().replace(" ", ""));
  }

  private static final int INFO_BYTES = 13;

  /// Reads the answer to [FeigRequest.SystemInfo]. Both sizes are sent minus 1 (the manual omits
  /// this; logs of readers show it).
  Optional<PadReply.TagInfo> tagInfo() {
    if (data.length() != INFO_BYTES) {
      return Optional.empty();
    }
    return Optional.of(
        new PadReply.TagInfo(
            data.at(0),
            uid(data.slice(1, 9)),
            data.at(9),
            (data.at(10) & 0x1F) + 1,
            data.at(11) + 1));
  }

  /// Reads the answer to [FeigRequest.FeigReadBlocks].
  Optional<PadReply.Blocks> blocks() {
    if (data.length() < 2) {
      return Optional.empty();
    }
    int count = data.at(0);
    int size = data.at(1);
    if (size == 0 || data.length() != 2 + count * (1 + size)) {
      return Optional.empty();
    }
    byte[] all = new byte[count * size];
    BitSet locked = new BitSet();
    for (int i = 0; i < count; i++) {
      int at = 2 + i * (1 + size);
      locked.set(i, (data.at(at) & 1) != 0);
      byte[] block = turnBlocks(data.slice(at + 1, at + 1 + size), size).toArray();
      System.arraycopy(block, 0, all, i * size, size);
    }
    return Optional.of(new PadReply.Blocks(WireBytes.of(all), size, locked));
  }

  /// Reverses the bytes of each block, which is their order on the wire. Applied twice, it restores
  /// them.
  public static WireBytes turnBlocks(WireBytes blocks, int blockSize) {
    byte[] bytes = blocks.toArray();
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int block = i / blockSize * blockSize;
      turned[i] = bytes[block + blockSize - 1 - (i - block)];
    }
    return WireBytes.of(turned);
  }
}
