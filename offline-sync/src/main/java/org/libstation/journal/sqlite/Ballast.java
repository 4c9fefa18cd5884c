package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// A file that takes room on the disk so that it can be given back when the disk is full.
public final class Ballast {
  public static final long DEFAULT_BYTES = 8L << 20;
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final long bytes;

  Ballast(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /// Takes the room if it is not taken.
  ///
  /// @return whether it is taken now; false when the disk has no room for it
  boolean take() {
    try {
      if (Files.exists(file) && Files.size(file) == bytes) {
        return true;
      }
      write();
      return true;
    } catch (IOException _) {
      // Half a ballast would only take from the journal what it needs now.
      free();
      return false;
    }
  }

  private void write() throws IOException {
    // Noise, so that no file system compresses it away.
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

  /// Gives the room back.
  ///
  /// @return whether there was any to give
  boolean free() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException _) {
      return false;
    }
  }
}
