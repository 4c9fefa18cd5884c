package org.libstation.device.escpos;

import java.time.Duration;
import java.util.List;
import org.libstation.device.driver.DriverOptions;

/// How a site wants its receipts printed, and what its printer can do.
///
/// @param reprintWithin how long a hand may take to mend a trouble in mid-job before it has failed
record PrinterSettings(
    Style style, Mark mark, boolean answers, Reprint reprint, Duration reprintWithin) {

  /// How receipts look.
  ///
  /// @param dots paper width in dots, 576 or 384
  /// @param drawAll whether Latin text is drawn too
  /// @param nativeQr whether the printer makes the QR code itself
  /// @param nativeBarcode whether the printer makes the Codabar symbol itself
  record Style(
      int dots,
      boolean drawAll,
      CodePage page,
      Chinese chinese,
      boolean nativeQr,
      boolean nativeBarcode) {}

  /// How Chinese gets onto paper.
  enum Chinese {
    /// As pictures: looks the same on every printer, with the right shapes.
    DRAWN,
    /// Simplified in the printer's GBK letters, Traditional drawn, since those letters have the
    /// mainland's shapes.
    GBK,
    /// Everything GBK holds in the printer's letters: quicker, mainland shapes.
    GBK_ALL
  }

  /// What shows that all before it was printed.
  enum Mark {
    /// [#MACRO] where the printer shows that it can, else [#STATUS].
    AUTO,
    /// `GS r` kept as a macro: a printer whose power was cut does not answer it.
    MACRO,
    /// `GS r`.
    STATUS,
    /// Process id response with the job's number in it.
    ID,
    /// Nothing: such a printer's jobs are never confirmed.
    NONE
  }

  /// What is printed again once a trouble in mid-job is mended.
  enum Reprint {
    NOTHING,
    REST,
    WHOLE
  }

  /// @throws org.libstation.device.WrongOptionException when an option is not one of those allowed
  static PrinterSettings of(DriverOptions options) {
    List<String> pages = CodePage.keys();
    Style style =
        new Style(
            Integer.parseInt(options.choice("dots", "576", "576", "384")),
            options.choice("letters", "own", "own", "drawn").equals("drawn"),
            CodePage.of(options.choice("codepage", "1252", pages.toArray(String[]::new))),
            chinese(options.choice("chinese", "drawn", "drawn", "gbk", "gbk-all")),
            options.choice("qr", "native", "native", "drawn").equals("native"),
            options.choice("barcode", "native", "native", "drawn").equals("native"));
    boolean answers = options.flag("answers", true);
    return new PrinterSettings(
        style,
        mark(options.choice("mark", "auto", "auto", "macro", "status", "id", "none"), answers),
        answers,
        reprint(options.choice("reprint", "whole", "whole", "rest", "nothing")),
        Duration.ofSeconds(options.number("reprint-seconds", 120, 5, 600)));
  }

  private static Chinese chinese(String key) {
    return switch (key) {
      case "gbk" -> Chinese.GBK;
      case "gbk-all" -> Chinese.GBK_ALL;
      default -> Chinese.DRAWN;
    };
  }

  private static Mark mark(String key, boolean answers) {
    if (!answers) {
      return Mark.NONE;
    }
    return switch (key) {
      case "macro" -> Mark.MACRO;
      case "status" -> Mark.STATUS;
      case "id" -> Mark.ID;
      case "none" -> Mark.NONE;
      default -> Mark.AUTO;
    };
  }

  private static Reprint reprint(String key) {
    return switch (key) {
      case "rest" -> Reprint.REST;
      case "nothing" -> Reprint.NOTHING;
      default -> Reprint.WHOLE;
    };
  }
}
