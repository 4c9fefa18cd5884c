package org.libstation.barcode;

import java.util.Locale;
import java.util.Optional;

/// Kinds of barcode symbols, by the letter of their AIM identifier (ISO/IEC 15424).
public enum Symbology {
  CODE_39('A', "Code 39"),
  CODE_128('C', "Code 128"),
  DATA_MATRIX('d', "Data Matrix"),
  EAN('E', "EAN/UPC"),
  DATABAR('e', "GS1 DataBar"),
  CODABAR('F', "Codabar"),
  CODE_93('G', "Code 93"),
  CODE_11('H', "Code 11"),
  ITF('I', "Interleaved 2 of 5"),
  PDF_417('L', "PDF417"),
  MSI('M', "MSI"),
  QR('Q', "QR Code"),
  OTHER('X', "other");

  private final char letter;
  private final String title;

  Symbology(char letter, String title) {
    this.letter = letter;
    this.title = title;
  }

  /// The letter behind `]`.
  public char letter() {
    return letter;
  }

  /// Its usual name.
  public String title() {
    return title;
  }

  /// The word for it in a configuration, such as `code39` or `codabar`.
  public String word() {
    return name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /// The symbology for the letter a scanner sent; empty for a letter that is not in this list.
  public static Optional<Symbology> of(char letter) {
    for (Symbology symbology : values()) {
      if (symbology.letter == letter) {
        return Optional.of(symbology);
      }
    }
    return Optional.empty();
  }

  /// The symbology for a word in a configuration.
  public static Optional<Symbology> ofWord(String word) {
    for (Symbology symbology : values()) {
      if (symbology.word().equals(word)) {
        return Optional.of(symbology);
      }
    }
    return Optional.empty();
  }
}
