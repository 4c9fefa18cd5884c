package org.libstation.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The codes that devices said until 2026-11-28, of which some were a patron's too. They are never
/// given again; a file that an older program wrote is still understood (`docs/codes.md`).
final class RetiredCodes {
  /// Of devices alone: what a patron saw under the same letters and digits stays as it is.
  private static final Map<String, String> OF_DEVICES = ofDevices();

  /// A reader's refusal by the status of its own protocol, two hexadecimal digits: `R83`.
  private static final Pattern STATUS = Pattern.compile("R[0-9A-F]{2}");

  private RetiredCodes() {}

  private static Map<String, String> ofDevices() {
    Map<String, String> today = new TreeMap<>();
    for (String old :
        List.of(
            "S10", "S11", "R10", "R11", "P10", "P11", "P12", "P13", "P14", "P15", "P16", "P17",
            "P18", "P1A", "P1B", "P1E", "P32", "P42", "P52", "P60", "P61", "P62", "B10", "B11",
            "B12", "B21", "B22", "B23", "B24", "B25", "B26", "B27", "B28", "T11", "T12", "T14",
            "T15", "T16", "T17", "T18", "V11")) {
      today.put(old, "D" + old);
    }
    return Map.copyOf(today);
  }

  /// What a device's code is called today.
  ///
  /// @param code as any version of the program wrote it of a device
  static String today(String code) {
    String known = OF_DEVICES.get(code);
    if (known != null) {
      return known;
    }
    return STATUS.matcher(code).matches() ? "DF" + code.substring(1) : code;
  }
}
