package org.libstation.device.chipcard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.device.CardProblem;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.Rule;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;

/// The keys of a site's cards: lines `name: hex` in the file `cards.keys` beside its sheets, which
/// its owner alone may read. A key is read from there when a card needs it; it stands in no
/// message.
final class CardKeys {
  static final String FILE = "cards.keys";

  private static final Pattern LINE =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,39}):\\s*([0-9A-Fa-f ]{1,160})");
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final long LONGEST = 65_536;

  private final Optional<Path> file;

  CardKeys(DeviceSheets sheets) {
    this.file = sheets.folder().map(folder -> folder.resolve(FILE));
  }

  /// The name of a key that is there.
  ///
  /// @param length in bytes
  /// @throws WrongOptionException where it is not, or others may read the file
  String named(DriverOptions lines, String option, int length) {
    String name = lines.text(option, "");
    try {
      byte[] key = bytes(name);
      boolean fits = key.length == length;
      java.util.Arrays.fill(key, (byte) 0);
      if (!fits) {
        throw wrong(option, "a key of " + length + " bytes in devices/" + FILE);
      }
    } catch (NotReadException e) {
      throw wrong(option, String.valueOf(e.getMessage()));
    }
    return name;
  }

  /// Without what stands there: it may be a key in place of a name.
  private static WrongOptionException wrong(String option, String expected) {
    return new WrongOptionException(
        option, Rule.OTHER, List.of(), expected, "option '" + option + "'; expected: " + expected);
  }

  /// @return the key, to be wiped by whoever asked
  /// @throws NotReadException where it is not there, or others may read the file
  byte[] bytes(String name) throws NotReadException {
    Path path = file.filter(Files::isRegularFile).orElse(null);
    if (path == null) {
      throw gone("the name of a key in devices/" + FILE + ", a file that is not there");
    }
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
        throw gone("that only the owner of devices/" + FILE + " can read it (chmod 600)");
      }
      if (Files.size(path) > LONGEST) {
        throw gone("devices/" + FILE + " of at most " + LONGEST + " bytes");
      }
      for (String line : Files.readAllLines(path)) {
        Matcher one = LINE.matcher(line.strip());
        if (one.matches() && one.group(1).equals(name)) {
          String digits = one.group(2).replace(" ", "");
          if (digits.length() % 2 == 0) {
            return HexFormat.of().parseHex(digits);
          }
        }
      }
    } catch (IOException _) {
      throw gone("that devices/" + FILE + " can be read");
    }
    throw gone("the name of a key in devices/" + FILE + ", as bytes in hex");
  }

  private static NotReadException gone(String expected) {
    return new NotReadException(CardProblem.NOT_OURS, expected);
  }

  @Override
  public String toString() {
    return FILE;
  }
}
