package org.libstation.device.ippprinter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.receipt.PdfReceipt.PdfPageFormat;

/// Which printer of which server the station uses, and on what paper.
///
/// @param place host and port
/// @param path path of the printer on the server, such as `/printers/receipts`
/// @param user name by which the server knows this station's own jobs
/// @param access encryption and login
/// @param within how long staff may take to mend a trouble before the job is cancelled
record IppSettings(
    String place, String path, String user, IppMedia paper, Duration within, IppAccess access) {
  private static final Pattern SIZE = Pattern.compile("([0-9]{2,3})x([0-9]{2,3})");
  private static final Path MACHINE = Path.of("/etc/machine-id");

  /// The paper of a printer.
  ///
  /// @param media name of the paper for the server (PWG 5101.1); empty if it depends on the height
  /// @param width in millimetres
  record IppMedia(PdfPageFormat form, String media, int width) {
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

    /// Name of the paper for a page; a roll is cut to the height that is printed.
    ///
    /// @param points height of the page
    String media(float points) {
      int height = (int) Math.ceil(points / POINTS_PER_MILLIMETRE);
      return media.isEmpty() ? custom(width, height) : media;
    }

    private static String custom(int width, int height) {
      String size = width + "x" + height + "mm";
      return "custom_" + size + "_" + size;
    }
  }

  static IppSettings of(DriverSetup setup) {
    DriverOptions options = setup.options();
    return new IppSettings(
        setup.address().place(),
        path(options),
        user(options),
        paper(options),
        Duration.ofSeconds(options.number("wait-seconds", 60, 5, 600)),
        IppAccess.of(setup));
  }

  static boolean isQueue(String name) {
    return name.matches("[A-Za-z0-9_.-]{1,127}");
  }

  private static String path(DriverOptions options) {
    String queue = options.text("queue", "");
    String path = options.text("path", queue.isEmpty() ? "/ipp/print" : "/printers/" + queue);
    if (!queue.isEmpty() && !isQueue(queue)) {
      throw options.wrong("queue", "a queue of the print server, such as receipts");
    }
    if (!path.matches("/[A-Za-z0-9_./-]{0,200}")) {
      throw options.wrong("path", "a path such as /ipp/print");
    }
    return path;
  }

  /// Name of this station. Two stations may share a queue, and each cancels only its own jobs.
  private static String user(DriverOptions options) {
    String user = options.text("user", "libstation-" + machine());
    if (!user.matches("[A-Za-z0-9_-]{1,40}")) {
      throw options.wrong("user", "letters and digits");
    }
    return user;
  }

  private static String machine() {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256")
              .digest(Files.readString(MACHINE).strip().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 4);
    } catch (IOException | NoSuchAlgorithmException _) {
      return "station";
    }
  }

  private static IppMedia paper(DriverOptions options) {
    String paper = options.text("paper", "roll-80");
    Matcher size = SIZE.matcher(paper);
    if (size.matches()) {
      int width = Integer.parseInt(size.group(1));
      int height = Integer.parseInt(size.group(2));
      if (width >= 40 && height >= 40) {
        return new IppMedia(
            PdfPageFormat.sheet(width, height), IppMedia.custom(width, height), width);
      }
    }
    return switch (paper) {
      case "roll-80" -> new IppMedia(PdfPageFormat.roll(80), "", 80);
      case "roll-58" -> new IppMedia(PdfPageFormat.roll(58), "", 58);
      case "a4" -> new IppMedia(PdfPageFormat.sheet(210, 297), "iso_a4_210x297mm", 210);
      case "a5" -> new IppMedia(PdfPageFormat.sheet(148, 210), "iso_a5_148x210mm", 148);
      case "a6" -> new IppMedia(PdfPageFormat.sheet(105, 148), "iso_a6_105x148mm", 105);
      case "letter" -> new IppMedia(PdfPageFormat.sheet(216, 279), "na_letter_8.5x11in", 216);
      default ->
          throw options.wrong(
              "paper",
              OptionRule.OTHER,
              List.of(),
              "roll-80, roll-58, a4, a5, a6, letter, or a label's size in mm such as 62x100, from"
                  + " 40x40 on");
    };
  }

  /// @param scheme `ipp` in messages, `http` on the line; an `s` is added if the line is encrypted
  String uri(String scheme) {
    return scheme + (access.tls().isPresent() ? "s" : "") + "://" + place + path;
  }
}
