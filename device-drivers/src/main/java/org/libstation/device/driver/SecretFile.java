package org.libstation.device.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Secrets of a site: a file of lines `name: value`, readable by its owner alone. The secrets of
/// devices lie beside their sheets. A value is read when it is needed and appears in no message.
/// Text in place of a name does not appear either, because it may be a secret.
public final class SecretFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final long LONGEST = 65_536;
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

  private final Optional<Path> file;
  private final String place;

  private SecretFile(Optional<Path> file, String place) {
    this.file = file;
    this.place = place;
  }

  /// @param name of the file, such as `cards.keys`
  public SecretFile(DeviceSheets sheets, String name) {
    this(sheets.folder().map(folder -> folder.resolve(name)), "devices/" + name);
  }

  /// A file with secrets of another part than a device.
  ///
  /// @param place the file's name in messages
  public static SecretFile at(Path file, String place) {
    return new SecretFile(Optional.of(file), place);
  }

  /// A secret cannot be read.
  public static final class NotToBeHadException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param expected what was expected, and where
    public NotToBeHadException(String expected) {
      super(expected);
    }

    /// What was expected, and where.
    public String expected() {
      return String.valueOf(getMessage());
    }
  }

  /// Reads the value of a name.
  ///
  /// @return the value; the caller must wipe it
  /// @throws NotToBeHadException if the name is missing, or the file is missing, unreadable, too
  ///   long or open to other users
  public byte[] value(String named) throws NotToBeHadException {
    Path path = file.filter(Files::isRegularFile).orElse(null);
    if (path == null) {
      throw new NotToBeHadException("the file " + place() + ", which is not there");
    }
    byte[] all = all(path);
    try {
      int line = 0;
      for (int from = 0; from < all.length; line++) {
        int to = end(all, from);
        int colon = from;
        while (colon < to && all[colon] != ':') {
          colon++;
        }
        if (colon < to && isName(all, from, colon, named)) {
          return trimmed(all, colon + 1, to);
        }
        from = to + 1;
      }
      throw new NotToBeHadException(
          "a name that begins one of the %d lines of %s (name: value)".formatted(line, place()));
    } finally {
      Arrays.fill(all, (byte) 0);
    }
  }

  private byte[] all(Path path) throws NotToBeHadException {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
        throw new NotToBeHadException(
            "that only its owner can read " + place() + " (chmod 600): others can");
      }
      if (Files.size(path) > LONGEST) {
        throw new NotToBeHadException("at most " + LONGEST + " bytes in " + place());
      }
      return Files.readAllBytes(path);
    } catch (IOException _) {
      throw new NotToBeHadException("that the station can read " + place());
    }
  }

  private static int end(byte[] all, int from) {
    int to = from;
    while (to < all.length && all[to] != '\n') {
      to++;
    }
    return to;
  }

  private static boolean isName(byte[] all, int from, int to, String named) {
    String there = new String(all, from, to - from, StandardCharsets.ISO_8859_1).strip();
    return there.equals(named) && named.matches(NAME);
  }

  private static byte[] trimmed(byte[] all, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && all[first] <= ' ' && all[first] >= 0) {
      first++;
    }
    while (last > first && all[last - 1] <= ' ' && all[last - 1] >= 0) {
      last--;
    }
    return Arrays.copyOfRange(all, first, last);
  }

  /// The file's name in messages.
  public String place() {
    return place;
  }

  @Override
  public String toString() {
    return place;
  }
}
