package org.libstation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.Objects;

/// What a new or renamed file needs before it is sure to be there after a power cut.
public final class DurableFiles {
  private DurableFiles() {}

  /// The directory a file is in.
  public static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
  }

  /// As [#write(Path, byte\[\], FileAttribute...)], in UTF-8.
  public static void write(Path file, String text, FileAttribute<?>... rights) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8), rights);
  }

  /// Writes the file, or another in its place, and its directory where there is none: whoever looks
  /// finds what was there before or the whole, also after a power cut. It is on the disk when this
  /// returns; what failed leaves nothing behind.
  ///
  /// @param rights of the file; without any, as the umask says
  public static void write(Path file, byte[] bytes, FileAttribute<?>... rights) throws IOException {
    Files.createDirectories(directoryOf(file));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          int _ = channel.write(left);
        }
      }
      replace(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Gives a draft of the same directory the name of a file, which it replaces: on the disk when
  /// this returns.
  public static void replace(Path draft, Path file) throws IOException {
    syncFile(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncDirectory(directoryOf(file));
  }

  /// What was made, renamed or removed in it is so on the disk when this returns.
  public static void syncDirectory(Path directory) throws IOException {
    sync(directory, StandardOpenOption.READ);
  }

  /// What was written to it is on the disk when this returns.
  public static void syncFile(Path file) throws IOException {
    sync(file, StandardOpenOption.WRITE);
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
