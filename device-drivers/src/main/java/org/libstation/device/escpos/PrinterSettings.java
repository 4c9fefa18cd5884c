package org.libstation.device.escpos;

import java.time.Duration;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;

/// How a site wants its receipts printed, and what its printer can do.
///
/// @param answer how long a status it was asked for is awaited, while nothing is printed
/// @param holdsLine whether its line is kept open; else it is open for a job or a look only, so
///   that others can print on it
/// @param reprintWithin how long a hand may take to mend a trouble in mid-job before it has failed
record PrinterSettings(
    PrintStyle style,
    PrintedMark mark,
    boolean answers,
    Duration answer,
    boolean holdsLine,
    Reprint reprint,
    Duration reprintWithin) {

  /// How receipts look.
  ///
  /// @param dots paper width in dots
  /// @param drawAll whether Latin text is drawn too
  /// @param nativeQr whether the printer makes the QR code itself
  /// @param nativeBarcode whether the printer makes the Codabar symbol itself
  /// @param sheet what its make is like
  record PrintStyle(
      int dots,
      boolean drawAll,
      CodePage page,
      Chinese chinese,
      boolean nativeQr,
      boolean nativeBarcode,
      PrinterSheet sheet) {}

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
  enum PrintedMark {
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

  static final String[] MARKS = {"auto", "macro", "status", "id", "none"};

  /// @throws org.libstation.device.WrongOptionException when an option is not one of those allowed,
  ///   or a line of the make's sheet cannot be
  static PrinterSettings of(DriverSetup setup) {
    DriverOptions options = setup.options();
    PrinterSheet sheet =
        PrinterSheet.of(
            "make", setup.sheets().chosen(options, "make", PrinterSheet.KIND, PrinterSheet.USUAL));
    PrintStyle style =
        new PrintStyle(
            PrinterSheet.dots(options, sheet.dots()),
            options.choice("letters", "own", "own", "drawn").equals("drawn"),
            PrinterSheet.page(options, sheet.pages(), sheet.page()),
            chinese(options.choice("chinese", "drawn", "drawn", "gbk", "gbk-all")),
            made(options, "qr", sheet.nativeQr()),
            made(options, "barcode", sheet.nativeBarcode()),
            sheet);
    boolean answers = options.flag("answers", sheet.answers());
    return new PrinterSettings(
        style,
        mark(options.choice("mark", sheet.mark(), MARKS), answers),
        answers,
        options.millis("answer.ms", 1_000, 500, 5_000),
        options.choice("line", "held", "held", "jobs").equals("held"),
        reprint(options.choice("reprint", "whole", "whole", "rest", "nothing")),
        Duration.ofSeconds(options.number("reprint-seconds", 120, 5, 600)));
  }

  private static boolean made(DriverOptions options, String code, boolean bySheet) {
    return options.choice(code, bySheet ? "native" : "drawn", "native", "drawn").equals("native");
  }

  private static Chinese chinese(String key) {
    return switch (key) {
      case "gbk" -> Chinese.GBK;
      case "gbk-all" -> Chinese.GBK_ALL;
      default -> Chinese.DRAWN;
    };
  }

  private static PrintedMark mark(String key, boolean answers) {
    if (!answers) {
      return PrintedMark.NONE;
    }
    return switch (key) {
      case "macro" -> PrintedMark.MACRO;
      case "status" -> PrintedMark.STATUS;
      case "id" -> PrintedMark.ID;
      case "none" -> PrintedMark.NONE;
      default -> PrintedMark.AUTO;
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
