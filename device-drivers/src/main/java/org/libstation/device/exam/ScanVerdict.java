package org.libstation.device.exam;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.barcode.ScanFramer;

/// Holds what a scanner sent against the code that was shown to it.
///
/// @param prefix what the settings say stands before each scan
/// @param suffix what they say stands behind it
public record ScanVerdict(String prefix, String suffix) {
  private static final int BABBLE = 512;

  private static final Duration QUIET = Duration.ofMillis(200);

  /// @param came all bytes of the scans, empty when there were none
  /// @return what is wrong; empty when the code came once, and as it is
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

  /// Around the code as it is, or in its place.
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

  /// The code is in it, whole: then what stands around it is not what the settings say.
  private Optional<Found> around(String line, String code) {
    int at = line.indexOf(code);
    if (at < 0) {
      return Optional.empty();
    }
    String before = withoutAim(line.substring(0, at));
    String after = line.substring(at + code.length());
    if (before.equals(prefix) && after.equals(suffix)) {
      // Only its end is missing.
      return Optional.empty();
    }
    return Optional.of(
        before.equals(prefix)
            ? Found.of(DeviceFault.OTHER_SUFFIX, hex(after))
            : Found.of(DeviceFault.OTHER_PREFIX, hex(before)));
  }

  /// Scans as they came, with what is put around them.
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

  /// Whether so much came that it is no scan.
  public static boolean isBabble(byte[] came) {
    return came.length > BABBLE;
  }

  /// As above for the code of an examination, which is shown what came.
  public Optional<Found> told(byte[] came, ExamWishes wishes) {
    Optional<Found> judged = of(came, wishes.testCode());
    if (came.length > 0) {
      wishes.hands().sees(new Measurement.Scanned(wishes.testCode(), shown(came, judged)));
    }
    return judged;
  }

  /// What may be shown of what came: a code that is not the one that was shown may be a reader's
  /// card.
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
}
