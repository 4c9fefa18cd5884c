package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.file.DurableFiles;
import org.libstation.journal.JournalException;

/// The machine's own key, one line in a file that only its owner may read. It is outside the
/// journal's directory, so that a copy of the journal alone opens no card. If the site binds the
/// key, that line is a [TpmSeal], and a copy of the whole disk opens no card either.
public final class MachineKey {
  private static final String HEAD = "libstation-machine-key-1 ";
  private static final String BOUND = "libstation-machine-key-tpm-1 ";
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private MachineKey() {}

  /// Makes the key at the first start of a machine; it is on the disk when this returns.
  static SecretKey create(Path file, SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    try {
      Files.createDirectories(DurableFiles.directoryOf(file));
      lay(file, plain(key), false);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": the machine's key could not be written", e);
    }
    return new SecretKeySpec(key, "AES");
  }

  private static String plain(byte[] key) {
    return HEAD + Base64.getEncoder().encodeToString(key) + "\n";
  }

  /// Writes new content into the file, complete and on the disk when this returns, never half of
  /// it.
  ///
  /// @param anew whether the file exists already; its old bytes are overwritten as far as the disk
  ///   allows
  static void lay(Path file, String line, boolean anew) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      draft(draft, line);
      if (anew) {
        replace(file, draft);
      } else {
        Files.move(draft, file);
        DurableFiles.syncDirectory(DurableFiles.directoryOf(file));
      }
    } finally {
      // A failed attempt leaves no key behind.
      Files.deleteIfExists(draft);
    }
  }

  private static void draft(Path draft, String line) throws IOException {
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER))) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
  }

  private static void replace(Path file, Path draft) throws IOException {
    // The file keeps its owner, whoever ran the command.
    Files.setOwner(draft, Files.getOwner(file));
    try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.syncDirectory(DurableFiles.directoryOf(file));
      before.write(ByteBuffer.allocate((int) before.size()), 0);
      before.force(true);
    }
  }

  /// Reports whether the key is bound to the machine's TPM.
  ///
  /// @throws JournalException as for [#read]
  public static boolean isBound(Path file) {
    return line(file).startsWith(BOUND);
  }

  /// Binds the key to this machine's TPM. Before the file changes, the TPM must have given the key
  /// back once.
  ///
  /// @param registers of the boot that must not change, such as `sha256:7`, or empty
  /// @throws JournalException KEY_BOUND if the TPM does not do it, else as for [#read]
  public static void bind(Path file, String registers) {
    bind(file, registers, Map.of());
  }

  /// @param environment added to this process's own for the programs that use the TPM
  static void bind(Path file, String registers, Map<String, String> environment) {
    byte[] key = bytes(file, environment);
    try {
      TpmSeal seal = TpmSeal.seal(key, registers, environment);
      if (!MessageDigest.isEqual(key, seal.open(environment))) {
        throw new IOException("the TPM gave back other data than it was given");
      }
      lay(file, BOUND + seal.text() + "\n", true);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY_BOUND,
          file + ": the machine's key was not bound: " + e.getMessage(),
          e);
    }
  }

  /// Writes the key unbound, so that it can be moved to another machine.
  ///
  /// @throws JournalException as for [#read]
  public static void release(Path file) {
    release(file, Map.of());
  }

  static void release(Path file, Map<String, String> environment) {
    byte[] key = bytes(file, environment);
    try {
      lay(file, plain(key), true);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": the machine's key could not be written", e);
    }
  }

  /// @throws JournalException KEY_MISSING if the file is missing, KEY if it is open to others or
  ///   not a key, KEY_BOUND if the TPM that it is bound to does not release it
  static SecretKey read(Path file) {
    return read(file, Map.of());
  }

  /// @param environment added to this process's own for the programs that use the TPM
  static SecretKey read(Path file, Map<String, String> environment) {
    return new SecretKeySpec(bytes(file, environment), "AES");
  }

  private static byte[] bytes(Path file, Map<String, String> environment) {
    String line = line(file);
    byte[] key;
    try {
      key =
          line.startsWith(BOUND)
              ? opened(file, line.substring(BOUND.length()), environment)
              : Base64.getDecoder()
                  .decode(line.startsWith(HEAD) ? line.substring(HEAD.length()) : "");
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": the machine's key could not be read", e);
    }
    if (key.length != BYTES) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": expected a line '" + HEAD + "…'");
    }
    return key;
  }

  private static byte[] opened(Path file, String sealed, Map<String, String> environment) {
    try {
      return TpmSeal.parse(sealed).open(environment);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY_BOUND,
          file + ": the machine's key is bound to a TPM, which does not give it: " + e.getMessage(),
          e);
    }
  }

  private static String line(Path file) {
    try {
      Set<PosixFilePermission> permissions =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      if (!OWNER.containsAll(permissions)) {
        throw new JournalException(
            JournalException.FaultKind.KEY,
            file + ": others may read the machine's key (expected mode 0600)");
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (NoSuchFileException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY_MISSING, file + ": the machine's key is missing", e);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, file + ": the machine's key could not be read", e);
    }
  }
}
