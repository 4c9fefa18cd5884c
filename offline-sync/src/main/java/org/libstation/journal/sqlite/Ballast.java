package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// A file that occupies disk space, which is freed when the disk is full.
public final class Ballast {
  public static final long DEFAULT_BYTES = 8L << 20;
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final long bytes;

  Ballast(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /// Reserves the space if it is not reserved yet.
  ///
  /// @return whether it is reserved now; false if the disk has no room for it
  boolean take() {
    try {
      if (Files.exists(file) && Files.size(file) == bytes) {
        return true;
      }
      write();
      return true;
    } catch (IOException _) {
      // An incomplete ballast would only take space that the journal needs now.
      free();
      return false;
    }
  }

  private void write() throws IOException {
    // Random bytes, so that no file system compresses them.
    SplittableRandom noise = new SplittableRandom(bytes);
    byte[] chunk = new byte[CHUNK];
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (long left = bytes; left > 0; ) {
        noise.nextBytes(chunk);
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, (int) Math.min(left, CHUNK));
        while (buffer.hasRemaining()) {
          left -= channel.write(buffer);
        }
      }
      channel.force(true);
    }
  }

  /// Frees the space.
  ///
  /// @return whether there was any to free
  boolean free() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException _) {
      return false;
    }
  }
}
