package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.journal.JournalException;

/// The machine's own key is one line in a file that only its owner may read, kept outside the
/// journal's directory so that a copy of the journal alone opens no card.
final class MachineKey {
  private static final String HEAD = "libstation-machine-key-1 ";
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private MachineKey() {}

  /// Makes the key at the first start of a machine; on disk when this returns.
  static SecretKey create(Path file, SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    String line = HEAD + Base64.getEncoder().encodeToString(key) + "\n";
    Path parent = DurableFiles.directoryOf(file);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(parent);
      Files.deleteIfExists(draft);
      try (FileChannel channel =
          FileChannel.open(
              draft,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(OWNER))) {
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(draft, file);
      DurableFiles.syncDirectory(parent);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": the machine's key could not be written", e);
    }
    return new SecretKeySpec(key, "AES");
  }

  /// @throws JournalException KEY_MISSING when it is missing, KEY when it is open to others or not
  ///   a key
  static SecretKey read(Path file) {
    try {
      Set<PosixFilePermission> permissions =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      if (!OWNER.containsAll(permissions)) {
        throw new JournalException(
            JournalException.FaultKind.KEY,
            file + ": others may read the machine's key (expected mode 0600)");
      }
      String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
      byte[] key =
          line.startsWith(HEAD)
              ? Base64.getDecoder().decode(line.substring(HEAD.length()))
              : new byte[0];
      if (key.length != BYTES) {
        throw new JournalException(
            JournalException.FaultKind.KEY, file + ": expected a line '" + HEAD + "…'");
      }
      return new SecretKeySpec(key, "AES");
    } catch (NoSuchFileException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY_MISSING, file + ": the machine's key is missing", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": the machine's key could not be read", e);
    }
  }
}
