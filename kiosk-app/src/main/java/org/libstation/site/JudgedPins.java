package org.libstation.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Remembers that a live station's PINs are not those of the example site. The check needs two slow
/// hashes for each PIN, a second or more of processor time. A station that ran stores the result in
/// its data directory, with a digest of the PIN settings. A change of the settings or of that file
/// causes a new check.
public final class JudgedPins {
  static final String FILE = "pins-judged";

  private JudgedPins() {}

  /// Whether these PINs were checked and nothing has changed since.
  static boolean wereGood(Path data, StaffSettings staff) {
    try {
      Path file = data.resolve(FILE);
      return Files.isRegularFile(file) && Files.readString(file).equals(digest(staff) + "\n");
    } catch (IOException _) {
      return false;
    }
  }

  /// Stores the result after a live station's settings were read and accepted.
  public static void keep(Path data, StationSettings settings) {
    StaffSettings staff = settings.technician();
    if (settings.mode() != StationSettings.Mode.LIVE || wereGood(data, staff)) {
      return;
    }
    try {
      Files.writeString(data.resolve(FILE), digest(staff) + "\n");
    } catch (IOException _) {
      // The next start repeats the check.
    }
  }

  /// A digest of salted 256-bit hashes, which does not lead back to a PIN.
  private static String digest(StaffSettings staff) {
    String all =
        Stream.concat(StaffSettings.EXAMPLES.stream(), staff.pins().values().stream().sorted())
            .collect(Collectors.joining("\n"));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
