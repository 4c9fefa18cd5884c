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

/// That the PINs of a live station are none of those that stand in the example site. To find out
/// takes two slow hashes a PIN, a second or more of a processor: a station that ran with them keeps
/// in its data directory that it was found out, by a digest of what stands in the settings. It is
/// found out anew where the settings or the file are others.
public final class JudgedPins {
  static final String FILE = "pins-judged";

  private JudgedPins() {}

  /// Whether they were judged, and nothing has changed since.
  static boolean wereGood(Path data, StaffSettings staff) {
    try {
      Path file = data.resolve(FILE);
      return Files.isRegularFile(file) && Files.readString(file).equals(digest(staff) + "\n");
    } catch (IOException _) {
      return false;
    }
  }

  /// Keeps that those of a live station were judged when its settings were read.
  public static void keep(Path data, StationSettings settings) {
    StaffSettings staff = settings.technician();
    if (settings.mode() != StationSettings.Mode.LIVE || wereGood(data, staff)) {
      return;
    }
    try {
      Files.writeString(data.resolve(FILE), digest(staff) + "\n");
    } catch (IOException _) {
      // The next start finds out again.
    }
  }

  /// Of salted hashes of 256 bits: nobody comes from it to a PIN.
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
