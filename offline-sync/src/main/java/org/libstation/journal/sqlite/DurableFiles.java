package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a new or renamed file needs before it is sure to be there after a power cut.
final class DurableFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private DurableFiles() {}

  /// The directory a file is in.
  static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
  }

  /// Takes every right to a directory from whoever is neither its owner nor of its group, whatever
  /// the umask of the first start was. What is in it is then closed to them too.
  static void closeToOthers(Path directory) throws IOException {
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(directory);
    if (allowed.removeAll(OTHERS)) {
      try {
        Files.setPosixFilePermissions(directory, allowed);
      } catch (FileSystemException e) {
        // It is another's, who may have wanted it so.
        LOG.warn("{} is open to others of this machine: {}", directory, e.getMessage());
      }
    }
  }

  static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void syncFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
