package org.libstation.device.escpos;

import java.time.Duration;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;

/// How a site wants its receipts printed, and what its printer can do.
///
/// @param answer how long the driver waits for a status while nothing is printed
/// @param holdsLine whether the line is kept open; otherwise it is open only for a job or a look,
///   so that others can print
/// @param reprintWithin how long staff may take to mend a trouble before the job fails
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
  /// @param sheet properties of the printer's make
  record PrintStyle(
      int dots,
      boolean drawAll,
      CodePage page,
      Chinese chinese,
      boolean nativeQr,
      boolean nativeBarcode,
      PrinterSheet sheet) {}

  /// How Chinese is printed.
  enum Chinese {
    /// As pictures: they look the same on every printer and have the right shapes.
    DRAWN,
    /// Simplified Chinese in the printer's GBK letters. Traditional Chinese is drawn, because those
    /// letters have the shapes of mainland China.
    GBK,
    /// Everything that GBK has in the printer's letters: faster, with the shapes of mainland China.
    GBK_ALL
  }

  /// How the printer shows that everything before was printed.
  enum PrintedMark {
    /// [#MACRO] if the printer shows that it can, else [#STATUS].
    AUTO,
    /// `GS r`, stored as a macro: after a power cut the printer does not answer it.
    MACRO,
    /// `GS r`.
    STATUS,
    /// Process ID response, with a running number as its name.
    ID,
    /// No mark: the jobs of such a printer are never confirmed.
    NONE
  }

  /// What is printed again after a trouble in the middle of a job was mended.
  enum Reprint {
    NOTHING,
    REST,
    WHOLE
  }

  static final String[] MARKS = {"auto", "macro", "status", "id", "none"};

  /// Reads the settings from the driver's options.
  ///
  /// @throws org.libstation.device.WrongOptionException if an option or a line of the make's sheet
  ///   has a value that is not allowed
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
