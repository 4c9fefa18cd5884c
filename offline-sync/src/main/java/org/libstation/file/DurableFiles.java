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

/// Writes, replaces and syncs files so that they survive a power cut.
public final class DurableFiles {
  private DurableFiles() {}

  /// Returns the directory of a file.
  public static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
  }

  /// Writes a text in UTF-8, as [#write(Path, byte\[\], FileAttribute...)] does.
  public static void write(Path file, String text, FileAttribute<?>... rights) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8), rights);
  }

  /// Writes or replaces the file, and creates its directory if there is none. Readers find either
  /// the old file or the complete new one, also after a power cut. The file is on disk when this
  /// returns; a failed write leaves nothing behind.
  ///
  /// @param rights of the file; if none are given, the umask decides
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

  /// Renames a draft in the same directory to the file's name and replaces that file. The change is
  /// on disk when this returns.
  public static void replace(Path draft, Path file) throws IOException {
    syncFile(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncDirectory(directoryOf(file));
  }

  /// Ensures that files created, renamed or removed in the directory are on disk in that state.
  public static void syncDirectory(Path directory) throws IOException {
    sync(directory, StandardOpenOption.READ);
  }

  /// Ensures that what was written to the file is on disk.
  public static void syncFile(Path file) throws IOException {
    sync(file, StandardOpenOption.WRITE);
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
