package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.WireBytes;

/// Properties of a make of printer, from its manual; read from a sheet in `devices/printers`. A
/// site's own options take precedence.
///
/// @param dots dots of the head across the paper
/// @param pages code pages of the printer, each with its number for `ESC t`
/// @param page the code page for a site that names none
/// @param cut the command that cuts; empty if there is no knife
/// @param feed dots fed before the cut: to the knife if the command does not feed, or to the
///   tear-off edge
/// @param nativeQr whether the printer makes a QR code itself
/// @param nativeBarcode whether the printer makes a Codabar symbol itself
/// @param answers whether the printer has a status to read
record PrinterSheet(
    int dots,
    ImageMode image,
    Map<CodePage, Integer> pages,
    CodePage page,
    WireBytes cut,
    int feed,
    boolean nativeQr,
    boolean nativeBarcode,
    boolean answers,
    String mark) {

  static final String KIND = "printers";
  static final String USUAL = "escpos-80";

  private static final int LONGEST_CUT = 16;
  private static final int MOST_FED = 255;

  PrinterSheet {
    pages = Map.copyOf(pages);
  }

  /// How pictures are sent to the printer.
  ///
  /// @param pins dots in one column of `ESC *`: 24 or 8; 0 if the printer takes whole rows (`GS v
  ///   0`)
  /// @param tall height of one such dot, measured in dots across the paper
  record ImageMode(int pins, int tall) {
    boolean rows() {
      return pins == 0;
    }
  }

  static PrinterSheet of(String option, DeviceSheet sheet) {
    return sheet.read(option, PrinterSheet::read);
  }

  private static PrinterSheet read(DriverOptions options) {
    options.text("maker", "");
    options.text("source", "");
    Map<CodePage, Integer> pages = pages(options);
    return new PrinterSheet(
        dots(options, 576),
        image(options),
        pages,
        page(options, pages, pages.keySet().iterator().next()),
        cut(options),
        options.number("cut.feed", 0, 0, MOST_FED),
        options.choice("qr", "native", "native", "drawn").equals("native"),
        options.choice("barcode", "native", "native", "drawn").equals("native"),
        options.choice("status", "real-time", "real-time", "none").equals("real-time"),
        options.choice("mark", "auto", PrinterSettings.MARKS));
  }

  /// Width of the paper in dots; a multiple of 8.
  static int dots(DriverOptions options, int fallback) {
    int dots = options.number("dots", fallback, 192, 1024);
    if (dots % 8 != 0) {
      throw options.wrong("dots", "a multiple of 8");
    }
    return dots;
  }

  static CodePage page(DriverOptions options, Map<CodePage, Integer> pages, CodePage fallback) {
    String[] keys = pages.keySet().stream().sorted().map(CodePage::key).toArray(String[]::new);
    return CodePage.of(options.choice("codepage", fallback.key(), keys));
  }

  private static ImageMode image(DriverOptions options) {
    int tall = options.number("image.tall", 1, 1, 3);
    return switch (options.choice("image", "raster", "raster", "columns-24", "columns-8")) {
      case "columns-24" -> new ImageMode(24, 1);
      case "columns-8" -> new ImageMode(8, tall);
      default -> new ImageMode(0, 1);
    };
  }

  /// Reads the code pages, such as `437=0 850=2`: each page with the printer's number for it.
  private static Map<CodePage, Integer> pages(DriverOptions options) {
    String all = options.text("codepages", "437=0");
    Map<CodePage, Integer> pages = new EnumMap<>(CodePage.class);
    for (String each : all.strip().split("\\s+", -1)) {
      List<String> parts = List.of(each.split("=", -1));
      boolean fits =
          parts.size() == 2
              && CodePage.keys().contains(parts.get(0))
              && parts.get(1).matches("[0-9]{1,3}")
              && Integer.parseInt(parts.get(1)) <= 255;
      if (!fits) {
        throw options.wrong(
            "codepages",
            "pages of " + String.join(", ", CodePage.keys()) + ", as in 437=0 1252=16");
      }
      pages.put(CodePage.of(parts.get(0)), Integer.valueOf(parts.get(1)));
    }
    return pages;
  }

  private static WireBytes cut(DriverOptions options) {
    byte[] cut = options.hex("cut", "");
    if (cut.length > LONGEST_CUT) {
      throw options.wrong("cut", "at most " + LONGEST_CUT + " bytes");
    }
    return WireBytes.of(cut);
  }

  /// Commands that end a receipt: feed and cut.
  byte[] ending() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (feed > 0) {
      out.writeBytes(EscPos.feedDots(feed));
    }
    out.writeBytes(cut.toArray());
    return out.toByteArray();
  }

  int number(CodePage codePage) {
    return pages.getOrDefault(codePage, 0);
  }
}
