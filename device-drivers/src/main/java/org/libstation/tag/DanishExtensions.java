package org.libstation.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The extension blocks after the basic block of ISO 28560-3, on tags of more than 34 bytes.
///
/// Each block has its whole length, its identifier (low byte first), a check byte, and fields. The
/// check byte makes the exclusive or of the block zero. A length of 0 ends the list. A damaged
/// block is kept unread if a sound block follows it directly. Otherwise the list ends before it,
/// and the bytes from there on are kept as they are.
///
/// @param all the whole blocks in order, sound or not
/// @param end where the next block would begin
record DanishExtensions(List<byte[]> all, int end) {
  private static final int HEAD = 4;
  private static final int LIBRARY = 1;

  /// Reads the blocks of a memory in natural byte order.
  static DanishExtensions read(byte[] memory) {
    List<byte[]> all = new ArrayList<>();
    int at = DanishTag.BASIC;
    while (isSound(memory, at) || (isWhole(memory, at) && isSound(memory, next(memory, at)))) {
      int length = memory[at] & 0xFF;
      all.add(Arrays.copyOfRange(memory, at, at + length));
      at += length;
    }
    return new DanishExtensions(List.copyOf(all), at);
  }

  private static int next(byte[] memory, int at) {
    return at + (memory[at] & 0xFF);
  }

  private static boolean isWhole(byte[] memory, int at) {
    return at < memory.length && next(memory, at) >= at + HEAD && next(memory, at) <= memory.length;
  }

  private static boolean isSound(byte[] memory, int at) {
    if (!isWhole(memory, at)) {
      return false;
    }
    int xor = 0;
    for (int i = at; i < next(memory, at); i++) {
      xor ^= memory[i] & 0xFF;
    }
    return xor == 0;
  }

  private static int id(byte[] block) {
    return (block[1] & 0xFF) | (block[2] & 0xFF) << 8;
  }

  private Optional<byte[]> library() {
    return all.stream().filter(DanishExtensions::isLibrary).findFirst();
  }

  private static boolean isLibrary(byte[] block) {
    return id(block) == LIBRARY && isSound(block, 0);
  }

  /// The alternative identifier of the library extension: it follows the medium's byte and ends
  /// with a zero. Empty if there is none.
  Optional<String> alternativeId() {
    return library()
        .filter(block -> block.length > HEAD + 1)
        .map(block -> new String(block, HEAD + 1, end(block, HEAD + 1) - HEAD - 1, UTF_8))
        .filter(id -> !id.isEmpty());
  }

  private static int end(byte[] block, int from) {
    int end = from;
    while (end < block.length && block[end] != 0) {
      end++;
    }
    return end;
  }

  /// A copy of the memory with another alternative identifier in the library extension. Medium,
  /// owner and all other extensions are kept.
  ///
  /// @return empty when it does not fit
  Optional<byte[]> withAlternativeId(byte[] memory, String id, int capacity) {
    byte[] old = library().orElse(new byte[] {0, LIBRARY, 0, 0, 0});
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields.write(old.length > HEAD ? old[HEAD] : 0);
    fields.writeBytes(id.getBytes(UTF_8));
    fields.write(0);
    int rest = old.length > HEAD + 1 ? end(old, HEAD + 1) + 1 : old.length;
    if (rest < old.length) {
      fields.write(old, rest, old.length - rest);
    }
    if (HEAD + fields.size() > 255) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(memory, DanishTag.BASIC));
    out.writeBytes(block(fields.toByteArray()));
    all.stream().filter(block -> !isLibrary(block)).forEach(out::writeBytes);
    out.writeBytes(notUnderstood(memory));
    out.write(0);
    return out.size() > capacity + 1
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(out.toByteArray(), Math.min(out.size(), capacity)));
  }

  private byte[] notUnderstood(byte[] memory) {
    int last = memory.length;
    while (last > end && memory[last - 1] == 0) {
      last--;
    }
    return Arrays.copyOfRange(memory, Math.min(end, last), last);
  }

  private static byte[] block(byte[] fields) {
    byte[] block = new byte[HEAD + fields.length];
    block[0] = (byte) block.length;
    block[1] = LIBRARY;
    System.arraycopy(fields, 0, block, HEAD, fields.length);
    byte xor = 0;
    for (byte b : block) {
      xor ^= b;
    }
    block[3] = xor;
    return block;
  }
}
