package org.libstation.station;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.libstation.barcode.LastScanDigest;
import org.libstation.barcode.Scan;
import org.libstation.barcode.ScanFramer;
import org.libstation.barcode.ScanFramer.Framed;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.ScanIntake;

/// Reads a scanner that types like a keyboard. It cuts the typed text into scans and reports the
/// same events as the driver of a serial scanner. It has no line and thus no health.
///
/// Not thread-safe.
public final class KeyboardScanner {
  /// The scanner's name in the technician's test scan.
  public static final String NAME = "keyboard";

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final int BYTE = 0xFF;
  private static final String ENDS = "\r\n\t\u0003";

  private final Rules rules;
  private final LongSupplier nanos;
  private final DeviceListener listener;
  private final ScanFramer framer;
  private final LastScanDigest last = new LastScanDigest();
  private Duration lastScan = Duration.ZERO;

  /// Rules for cutting and accepting scans.
  ///
  /// @param sameScan the same data within this time counts as one scan
  /// @param stripCodabar whether Codabar start and stop letters are removed
  /// @param longest length limit; longer scans are rejected
  public record Rules(Duration sameScan, boolean stripCodabar, int longest) {
    /// Copies the rules of the site's own scanner, or the usual ones. Prefix and suffix are not
    /// copied, because they belong to that scanner alone.
    ///
    /// @param options the model's options, already checked
    public static Rules like(Map<String, String> options) {
      ScanIntake.ScanSettings scans = ScanIntake.ScanSettings.of(new DriverOptions(options), false);
      return new Rules(scans.sameScan(), scans.stripCodabar(), scans.framing().limit());
    }
  }

  /// @param nanos monotonic time in nanoseconds
  public KeyboardScanner(Rules rules, LongSupplier nanos, DeviceListener listener) {
    this.rules = rules;
    this.nanos = nanos;
    this.listener = listener;
    this.framer =
        new ScanFramer(
            new ScanFramer.FramingSettings("", "", rules.longest(), Duration.ofSeconds(1), false));
  }

  /// @param typed all text typed at once; the last scan needs no terminator
  public void typed(String typed) {
    Duration now = Duration.ofNanos(nanos.getAsLong());
    boolean ended = !typed.isEmpty() && ENDS.indexOf(typed.charAt(typed.length() - 1)) >= 0;
    byte[] came = bytes(ended ? typed : typed + "\r");
    for (Framed framed : framer.take(came, came.length, now)) {
      switch (framed) {
        case Framed.FramedText(String text, String raw) ->
            scanned(Scan.of(text, rules.stripCodabar()), raw, now);
        case Framed.Rejected(String reason, String raw) -> {
          listener.on(
              new DeviceEvent.ScanSeen(NAME, hex(raw), Optional.empty(), "", Optional.of(reason)));
          listener.on(new DeviceEvent.ScanRejected(NAME, reason));
        }
      }
    }
  }

  private void scanned(Scan scan, String raw, Duration now) {
    boolean again = last.isSame(scan) && now.minus(lastScan).compareTo(rules.sameScan()) < 0;
    last.is(scan);
    lastScan = now;
    Optional<String> why = again ? Optional.of("the same scan again") : Optional.empty();
    listener.on(new DeviceEvent.ScanSeen(NAME, hex(raw), scan.aim(), scan.data(), why));
    if (!again) {
      listener.on(new DeviceEvent.BarcodeScanned(NAME, scan.data(), scan.symbology()));
    }
  }

  /// Converts characters to bytes. A character that no barcode contains becomes byte 0xFF, which no
  /// barcode contains either.
  private static byte[] bytes(String typed) {
    byte[] bytes = new byte[typed.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.min(typed.charAt(i), BYTE);
    }
    return bytes;
  }

  private static String hex(String raw) {
    return HEX.formatHex(raw.getBytes(StandardCharsets.ISO_8859_1));
  }
}
