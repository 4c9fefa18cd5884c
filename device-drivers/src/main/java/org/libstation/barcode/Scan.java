package org.libstation.barcode;

import java.util.Optional;
import java.util.regex.Pattern;

/// One scan, with what the reader wrapped around it taken off.
///
/// @param data what the barcode itself says
/// @param symbology the AIM letter (`F` Codabar, `C` Code 128, `E` EAN …) when the reader sent it
public record Scan(String data, Optional<Character> symbology) {
  /// A start and a stop letter around digits; the older names T N * E included (ANSI/AIM BC3).
  private static final Pattern CODABAR = Pattern.compile("[A-Da-dTNEtne*]([0-9]+)[A-Da-dTNEtne*]");

  /// Takes off an AIM identifier (`]`, a letter, a digit; ISO/IEC 15424) and, where the symbol may
  /// be Codabar and the site wants it, the start and stop letters.
  public static Scan of(String frame, boolean stripCodabar) {
    String data = frame;
    Optional<Character> symbology = Optional.empty();
    if (frame.length() > 3
        && frame.charAt(0) == ']'
        && Character.isLetter(frame.charAt(1))
        && Character.isDigit(frame.charAt(2))) {
      symbology = Optional.of(frame.charAt(1));
      data = frame.substring(3);
    }
    boolean mayBeCodabar = symbology.isEmpty() || symbology.get() == 'F';
    return new Scan(stripCodabar && mayBeCodabar ? codabar(data) : data, symbology);
  }

  /// The digits of a Codabar symbol without its start and stop letters; other text unchanged.
  public static String codabar(String data) {
    var matcher = CODABAR.matcher(data);
    return matcher.matches() ? matcher.group(1) : data;
  }
}
