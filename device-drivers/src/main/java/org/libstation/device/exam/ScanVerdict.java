package org.libstation.device.exam;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.barcode.ScanFramer;

/// Compares the bytes from a scanner with the code that was presented to it.
///
/// @param prefix the text that the settings expect before each scan
/// @param suffix the text that the settings expect after each scan
public record ScanVerdict(String prefix, String suffix) {
  private static final int BABBLE = 512;

  private static final Duration QUIET = Duration.ofMillis(200);

  /// Judges the received bytes.
  ///
  /// @param came all bytes of the scans, empty when there were none
  /// @return the fault; empty when the code came exactly once and unchanged
  public Optional<Found> of(byte[] came, String code) {
    if (came.length == 0) {
      return Optional.of(Found.of(DeviceFault.NOTHING_READ));
    }
    if (isBabble(came)) {
      return Optional.of(Found.of(DeviceFault.BABBLE));
    }
    List<String> lines = lines(came);
    Optional<Found> changed =
        lines.isEmpty() ? Optional.empty() : changed(within(lines.getFirst()), code);
    if (changed.isPresent()) {
      return changed;
    }
    String raw = new String(came, StandardCharsets.ISO_8859_1);
    if (raw.chars().anyMatch(c -> c >= 0x80)) {
      return Optional.of(Found.of(DeviceFault.WRONG_SPEED));
    }
    return framed(came, code, lines);
  }

  /// The fault if the code arrived with changed characters: by another keyboard layout, or in the
  /// other case.
  private Optional<Found> changed(String text, String code) {
    Optional<ForeignKeyboard> layout = ForeignKeyboard.between(code, text);
    if (!text.equals(code) && layout.isPresent()) {
      return Optional.of(Found.of(DeviceFault.OTHER_LAYOUT, layout.get().name()));
    }
    return !text.equals(code) && text.equalsIgnoreCase(code)
        ? Optional.of(Found.of(DeviceFault.CASE_CHANGED))
        : Optional.empty();
  }

  private Optional<Found> framed(byte[] came, String code, List<String> lines) {
    List<String> texts = new ArrayList<>();
    ScanFramer framer =
        new ScanFramer(new ScanFramer.FramingSettings(prefix, suffix, BABBLE, QUIET, false));
    for (ScanFramer.Framed framed : framer.take(came, came.length, Duration.ZERO)) {
      if (framed instanceof ScanFramer.Framed.FramedText(String text, String _)) {
        texts.add(withoutAim(text));
      }
    }
    long right = texts.stream().filter(code::equals).count();
    if (right > 1) {
      return Optional.of(new Found(DeviceFault.SCAN_REPEATED, texts.size(), 1, ""));
    }
    if (right == 1) {
      return Optional.empty();
    }
    Optional<Found> around = lines.isEmpty() ? Optional.empty() : around(lines.getFirst(), code);
    if (around.isPresent()) {
      return around;
    }
    if (texts.isEmpty()) {
      return Optional.of(Found.of(DeviceFault.SCAN_BROKEN_OFF));
    }
    String read = texts.getFirst();
    boolean lost = code.length() > read.length() && code.endsWith(read);
    return Optional.of(
        lost
            ? Found.of(DeviceFault.SCAN_LOST_START)
            : new Found(DeviceFault.MISREAD, wrong(read, code), code.length(), ""));
  }

  /// The fault if the whole code arrived, but the text around it differs from the settings.
  private Optional<Found> around(String line, String code) {
    int at = line.indexOf(code);
    if (at < 0) {
      return Optional.empty();
    }
    String before = withoutAim(line.substring(0, at));
    String after = line.substring(at + code.length());
    if (before.equals(prefix) && after.equals(suffix)) {
      // Only the end of the scan is missing.
      return Optional.empty();
    }
    return Optional.of(
        before.equals(prefix)
            ? Found.of(DeviceFault.OTHER_SUFFIX, hex(after))
            : Found.of(DeviceFault.OTHER_PREFIX, hex(before)));
  }

  /// The scans as received, with the text around them.
  private static List<String> lines(byte[] came) {
    List<String> lines = new ArrayList<>();
    for (String line : new String(came, StandardCharsets.ISO_8859_1).split("[\r\n\t\u0003]", -1)) {
      String text = line.startsWith("\u0002") ? line.substring(1) : line;
      if (!text.isEmpty()) {
        lines.add(text);
      }
    }
    return lines;
  }

  private String within(String line) {
    String head = line.startsWith(prefix) ? line.substring(prefix.length()) : line;
    String text = withoutAim(head);
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static int wrong(String read, String code) {
    int wrong = Math.abs(read.length() - code.length());
    for (int i = 0; i < Math.min(read.length(), code.length()); i++) {
      wrong += read.charAt(i) == code.charAt(i) ? 0 : 1;
    }
    return wrong;
  }

  private static String withoutAim(String text) {
    return text.matches("\\][A-Za-z][0-9].*") ? text.substring(3) : text;
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
      hex.append(hex.isEmpty() ? "" : " ").append("%02X".formatted(each));
    }
    return hex.isEmpty() ? "-" : hex.toString();
  }

  /// Whether too many bytes came for a scan.
  public static boolean isBabble(byte[] came) {
    return came.length > BABBLE;
  }

  /// Judges the bytes by the test code, and shows them to the person.
  public Optional<Found> told(byte[] came, ExamWishes wishes) {
    Optional<Found> judged = of(came, wishes.testCode());
    if (came.length > 0) {
      wishes.hands().sees(new Measurement.Scanned(wishes.testCode(), shown(came, judged)));
    }
    return judged;
  }

  /// The part of the received text that may be shown. A code other than the test code may be a
  /// patron's card, so dots replace it.
  String shown(byte[] came, Optional<Found> judged) {
    String line = lines(came).stream().findFirst().map(this::within).orElse("");
    boolean ours =
        judged.isEmpty()
            || switch (judged.get().fault()) {
              case CASE_CHANGED,
                  OTHER_LAYOUT,
                  OTHER_PREFIX,
                  OTHER_SUFFIX,
                  SCAN_REPEATED,
                  SCAN_LOST_START ->
                  true;
              default -> false;
            };
    return ours ? line : ".".repeat(Math.min(line.length(), 40));
  }

  /// Changes that a scan suffers if the scanner types it for another country's keyboard than the
  /// station reads. Scanners have a setting for the country, and keep it on a serial line too.
  private enum ForeignKeyboard {
    /// The German layout (DIN 2137).
    GERMAN("yzYZ-/", "zyZY\u00df-"),
    /// The French layout (AFNOR NF Z71-300, the older AZERTY), whose digits need the shift key.
    FRENCH("aqwzmAQWZM-0123456789", "qazw,QAZW?)\u00e0&\u00e9\"'(-\u00e8_\u00e7");

    private final String keys;
    private final String signs;

    ForeignKeyboard(String keys, String signs) {
      this.keys = keys;
      this.signs = signs;
    }

    /// The layout that turns `code` into the received text, in one direction or the other.
    static Optional<ForeignKeyboard> between(String code, String came) {
      return Arrays.stream(values())
          .filter(
              layout ->
                  came.equals(layout.typed(code, layout.keys, layout.signs))
                      || came.equals(layout.typed(code, layout.signs, layout.keys)))
          .findFirst();
    }

    private String typed(String code, String from, String to) {
      StringBuilder typed = new StringBuilder();
      for (int i = 0; i < code.length(); i++) {
        char c = code.charAt(i);
        int at = from.indexOf(c);
        typed.append(at < 0 ? c : to.charAt(at));
      }
      return typed.toString();
    }
  }
}
