package org.libstation.device.chipcard;

import java.util.Arrays;
import java.util.List;
import org.libstation.device.CardProblem;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.SecretFile;
import org.libstation.device.driver.SecretFile.NotToBeHadException;

/// The keys of a site's cards: lines `name: hex` in `cards.keys`, see [SecretFile].
final class CardKeys {
  static final String FILE = "cards.keys";

  private static final int MOST_DIGITS = 160;

  private final SecretFile file;

  CardKeys(DeviceSheets sheets) {
    this.file = new SecretFile(sheets, FILE);
  }

  /// Returns the name in an option, after checking that the file has its key.
  ///
  /// @param length of the key in bytes
  /// @throws WrongOptionException if there is no such key, or if other users may read the file
  String named(DriverOptions lines, String option, int length) {
    String name = lines.text(option, "");
    try {
      byte[] key = bytes(name);
      int there = key.length;
      Arrays.fill(key, (byte) 0);
      if (there != length) {
        throw wrong(
            option,
            "a key of %d bytes in %s; the one of this name has %d"
                .formatted(length, file.place(), there));
      }
    } catch (NotReadException e) {
      throw wrong(option, String.valueOf(e.getMessage()));
    }
    return name;
  }

  /// The message omits the option's value: it may be a key, written there by mistake.
  private static WrongOptionException wrong(String option, String expected) {
    return new WrongOptionException(
        option,
        OptionRule.OTHER,
        List.of(),
        expected,
        "option '" + option + "'; expected: " + expected);
  }

  /// @return the key, which the caller must erase
  /// @throws NotReadException if there is no such key, or if other users may read the file
  byte[] bytes(String name) throws NotReadException {
    byte[] digits;
    try {
      digits = file.value(name);
    } catch (NotToBeHadException e) {
      throw new NotReadException(CardProblem.NOT_OURS, e.expected());
    }
    try {
      return bytes(digits);
    } finally {
      Arrays.fill(digits, (byte) 0);
    }
  }

  private byte[] bytes(byte[] digits) throws NotReadException {
    byte[] key = new byte[(digits.length + 1) / 2];
    int count = 0;
    for (byte each : digits) {
      int digit = Character.digit(each, 16);
      if ((digit < 0 && each != ' ') || digits.length > MOST_DIGITS) {
        throw noHex();
      }
      if (digit >= 0) {
        key[count / 2] |= (byte) (count % 2 == 0 ? digit << 4 : digit);
        count++;
      }
    }
    if (count == 0 || count % 2 != 0) {
      throw noHex();
    }
    byte[] whole = Arrays.copyOf(key, count / 2);
    Arrays.fill(key, (byte) 0);
    return whole;
  }

  private NotReadException noHex() {
    return new NotReadException(
        CardProblem.NOT_OURS, "bytes in hex, two digits each, behind this name in " + file.place());
  }

  @Override
  public String toString() {
    return FILE;
  }
}
