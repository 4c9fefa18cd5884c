package org.libstation.barcode;

import java.util.Optional;
import java.util.regex.Pattern;

/// One scan, without the characters that the reader put around it.
///
/// @param data the content of the barcode
/// @param aim the AIM identifier without its bracket (`F0` Codabar, `C1` GS1-128 …); empty if the
///   reader sent none
public record Scan(String data, Optional<String> aim) {
  /// A start and a stop letter around digits, including the older names T N * E (ANSI/AIM BC3).
  private static final Pattern CODABAR = Pattern.compile("[A-Da-dTNEtne*]([0-9]+)[A-Da-dTNEtne*]");

  private static final Pattern AIM = Pattern.compile("\\]([A-Za-z][0-9])(.+)", Pattern.DOTALL);

  /// Removes an AIM identifier (`]`, a letter, a digit; ISO/IEC 15424). Also removes the start and
  /// stop letters, if the symbol may be Codabar and the site wants it.
  public static Scan of(String frame, boolean stripCodabar) {
    var identified = AIM.matcher(frame);
    boolean named = identified.matches();
    String data = named ? identified.group(2) : frame;
    boolean mayBeCodabar = !named || identified.group(1).charAt(0) == Symbology.CODABAR.letter();
    return new Scan(
        stripCodabar && mayBeCodabar ? codabar(data) : data,
        named ? Optional.of(identified.group(1)) : Optional.empty());
  }

  /// The letter of the AIM identifier; empty if the reader sent none.
  public Optional<Character> symbology() {
    return aim.map(identifier -> identifier.charAt(0));
  }

  /// The digits of a Codabar symbol without its start and stop letters; other text unchanged.
  public static String codabar(String data) {
    var matcher = CODABAR.matcher(data);
    return matcher.matches() ? matcher.group(1) : data;
  }
}
