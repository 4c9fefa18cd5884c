package org.libstation.device.feig;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// What a reader answers: the command again, a status, and data with some statuses.
///
/// @param command the command it answers
/// @param status see [FeigStatus]
/// @param data what follows the status
public record FeigReply(int command, int status, WireBytes data) {

  /// From a frame; empty when it has no status and so is none.
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

  /// One tag of an inventory.
  sealed interface Seen {
    TagUid uid();
  }

  /// An ISO 15693 tag (TR-TYPE 03).
  record SeenVicinity(TagUid uid, int dsfid) implements Seen {}

  /// An ISO 14443 type A card (TR-TYPE 04): a card number and no more.
  record SeenProximity(TagUid uid) implements Seen {}

  private static final int VICINITY = 0x03;
  private static final int PROXIMITY_A = 0x04;
  private static final int LONG_UID = 0x04;
  private static final int SHORT_UID_BYTES = 7;
  private static final int LONG_UID_BYTES = 10;

  /// The list of an inventory; empty when the data is not a list that we can read to its end.
  Optional<List<Seen>> tags() {
    List<Seen> seen = new ArrayList<>();
    int at = 1;
    int count = data.length() == 0 ? 0 : data.at(0);
    while (seen.size() < count && at < data.length()) {
      int type = data.at(at);
      if (type == VICINITY && at + 10 <= data.length()) {
        seen.add(new SeenVicinity(uid(data.slice(at + 2, at + 10)), data.at(at + 1)));
        at += 10;
      } else if (type == PROXIMITY_A && at + 3 + cardBytes(at) <= data.length()) {
        int end = at + 3 + cardBytes(at);
        seen.add(new SeenProximity(uid(withoutFill(data.slice(at + 3, end)))));
        at = end;
      } else {
        return Optional.empty();
      }
    }
    return seen.size() == count && at >= data.length() ? Optional.of(seen) : Optional.empty();
  }

  /// Bit 2 of the info byte says that the number has 10 bytes.
  private int cardBytes(int at) {
    boolean isLong = at + 1 < data.length() && (data.at(at + 1) & LONG_UID) != 0;
    return isLong ? LONG_UID_BYTES : SHORT_UID_BYTES;
  }

  /// A number of 4 bytes stands right-aligned in 7.
  private static WireBytes withoutFill(WireBytes number) {
    boolean four = number.length() == SHORT_UID_BYTES && number.slice(0, 3).equals(NO_BYTES);
    return four ? number.from(3) : number;
  }

  private static final WireBytes NO_BYTES = WireBytes.of(0, 0, 0);

  private static TagUid uid(WireBytes bytes) {
    return new TagUid(bytes.toString().replace(" ", ""));
  }

  /// What a tag says of itself.
  ///
  /// @param blockSize bytes a block, 1 to 32
  /// @param blockCount 1 to 256
  record TagInfo(int dsfid, TagUid uid, int afi, int blockSize, int blockCount) {

    /// Bytes of its user memory.
    int capacity() {
      return blockSize * blockCount;
    }
  }

  private static final int INFO_BYTES = 13;

  /// The answer to [FeigRequest.SystemInfo]. Both sizes are sent minus 1 (the manual leaves that
  /// out, logs of readers show it).
  Optional<TagInfo> tagInfo() {
    if (data.length() != INFO_BYTES) {
      return Optional.empty();
    }
    return Optional.of(
        new TagInfo(
            data.at(0),
            uid(data.slice(1, 9)),
            data.at(9),
            (data.at(10) & 0x1F) + 1,
            data.at(11) + 1));
  }

  /// Blocks as they lie in the tag.
  ///
  /// @param locked which of them are locked, the first being 0; none unless it was asked for
  record Blocks(WireBytes bytes, int size, BitSet locked) {
    boolean are(int count, int blockSize) {
      return size == blockSize && bytes.length() == count * blockSize;
    }
  }

  /// The answer to [FeigRequest.ReadBlocks].
  Optional<Blocks> blocks() {
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
    return Optional.of(new Blocks(WireBytes.of(all), size, locked));
  }

  /// Each block last byte first: how blocks go over the wire, and back.
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
