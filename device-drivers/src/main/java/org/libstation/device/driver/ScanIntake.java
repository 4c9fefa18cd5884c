package org.libstation.device.driver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.libstation.barcode.LastScanDigest;
import org.libstation.barcode.Scan;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.SelfNote;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.link.LinkLostException;

/// Turns the bytes of any scanner into scans. It reports each scan once, and drops and counts
/// invalid or excessive data.
///
/// If a scanner sends only invalid data, its line is reopened after growing waits; the scanner
/// stays suspect until a valid scan comes. A scanner that sends more scans than a hand can make
/// stays suspect until it is calm.
public final class ScanIntake {
  /// Number of invalid frames in a row that count as nonsense: the baud rate is wrong, or it is
  /// another device.
  public static final int NONSENSE_LIMIT = 12;

  /// The limit, instead of [#NONSENSE_LIMIT], for a scanner that is already suspect.
  static final int DOUBTED_LIMIT = 3;

  /// Number of scans accepted at once; then one per [#SCAN_PAUSE]. This is faster than hands and
  /// presentation scanners.
  public static final int SCANS_AT_ONCE = 20;

  static final Duration SCAN_PAUSE = Duration.ofMillis(100);

  /// Number of excessive scans that count as a flood.
  public static final int FLOOD_LIMIT = 50;

  /// Time without a flood after which a scanner counts as calm.
  static final Duration CALM = Duration.ofSeconds(2);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final String ENDS = "\r\n\t\u0003";

  /// Settings of a scanner's data.
  ///
  /// @param sameScan the same data again within this time counts as one scan (presentation
  ///   scanners)
  /// @param stripCodabar whether start and stop letters are removed
  public record ScanSettings(
      ScanFramer.FramingSettings framing, Duration sameScan, boolean stripCodabar) {

    /// Reads the options common to all scanners: `prefix`, `suffix`, `longest`, `silence`,
    /// `same-scan`, `codabar-letters`.
    ///
    /// @param deliver true: silence ends a scan; false: silence discards it
    /// @throws WrongOptionException naming the key and what was expected
    public static ScanSettings of(DriverOptions options, boolean deliver) {
      return new ScanSettings(
          new ScanFramer.FramingSettings(
              prefix(options),
              suffix(options),
              options.number("longest", 128, 1, 4096),
              options.millis("silence", 300, 10, 5000),
              deliver),
          options.millis("same-scan", 1500, 0, 60_000),
          options.choice("codabar-letters", "strip", "strip", "keep").equals("strip"));
    }

    private static String prefix(DriverOptions options) {
      String prefix = text(options.hex("prefix", ""));
      if (prefix.chars().anyMatch(c -> ENDS.indexOf(c) >= 0)) {
        throw options.wrong(
            "prefix",
            OptionRule.SCAN_END,
            List.of(),
            "no CR, LF, TAB or ETX in it: they end a scan");
      }
      return prefix;
    }

    /// The configured suffix without trailing CR, LF, TAB and ETX, which end a scan anyway.
    private static String suffix(DriverOptions options) {
      String suffix = text(options.hex("suffix", ""));
      int end = suffix.length();
      while (end > 0 && ENDS.indexOf(suffix.charAt(end - 1)) >= 0) {
        end--;
      }
      suffix = suffix.substring(0, end);
      if (suffix.chars().anyMatch(c -> ENDS.indexOf(c) >= 0)) {
        throw options.wrong(
            "suffix",
            OptionRule.SCAN_END,
            List.of(),
            "CR, LF, TAB or ETX at its end only: they end a scan");
      }
      return suffix;
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private final String name;
  private final ScanSettings settings;
  private final DeviceListener listener;
  private final Connection connection;
  private final ScanFramer framer;
  private final boolean silent;
  private final Runnable scanned;
  private final LastScanDigest last = new LastScanDigest();
  private final Pace pace;
  private Duration lastScan = Duration.ZERO;
  private int nonsense;
  private boolean doubted;
  private boolean hasRead;
  private int tooMany;
  private boolean flooded;
  private Duration openSince = Duration.ZERO;

  /// @param silent whether the scanner reports nothing of itself and counts as ready once its line
  ///   is open
  /// @param scanned runs after each scan, also after a repeated one
  public ScanIntake(
      DriverSetup setup,
      Connection connection,
      ScanSettings settings,
      boolean silent,
      Runnable scanned) {
    this.name = setup.name();
    this.settings = settings;
    this.listener = setup.listener();
    this.connection = connection;
    this.framer = new ScanFramer(settings.framing());
    this.silent = silent;
    this.scanned = scanned;
    this.pace = new Pace(SCANS_AT_ONCE, SCAN_PAUSE, connection.now());
  }

  /// Starts a new connection; an unfinished scan is dropped.
  public void begin() {
    framer.reset();
    nonsense = 0;
    hasRead = false;
    tooMany = 0;
    openSince = connection.now();
    tellState();
  }

  /// Notes the end of a read on the line.
  ///
  /// @param came whether it brought data
  public void read(boolean came) {
    boolean calm = flooded && connection.now().minus(openSince).compareTo(CALM) >= 0;
    flooded = flooded && !calm;
    if (came || calm) {
      tellState();
    }
  }

  /// Notes that the scanner identified itself, so its data is valid.
  public void answered(List<SelfNote> says) {
    doubted = false;
    connection.ready(says);
  }

  /// Notes that the line was lost; the connection waits before the next try.
  public void lost(LinkLostException e) {
    flooded = flooded || e instanceof FloodedException;
    connection.lost(connection.codeOf(e), String.valueOf(e.getMessage()));
  }

  private void tellState() {
    if (!silent) {
      return;
    }
    if (flooded) {
      connection.doubted(
          FloodedException.CODE,
          "the device sent more than anybody can scan; the station listens again");
    } else if (doubted) {
      connection.doubted(
          Connection.NONSENSE,
          "nothing the device sent was a scan; the station listens again until one good scan");
    } else {
      connection.ready(
          hasRead
              ? List.of(SelfNote.of("HAS_READ", "has read codes since its line opened"))
              : List.of());
    }
  }

  /// Takes bytes that belong to scans. Without bytes, the silence may end an unfinished scan.
  public void take(byte[] came) {
    for (ScanFramer.Framed framed : framer.take(came, came.length, connection.now())) {
      if (!pace.take(connection.now())) {
        tooMany++;
        continue;
      }
      switch (framed) {
        case ScanFramer.Framed.FramedText(String text, String raw) -> {
          nonsense = 0;
          doubted = false;
          hasRead = true;
          tellState();
          scanned(Scan.of(text, settings.stripCodabar()), raw);
        }
        case ScanFramer.Framed.Rejected(String reason, String raw) -> rejected(reason, raw);
      }
    }
    if (framer.isEndless()) {
      unfit("it sends without an end");
    } else if (tooMany >= FLOOD_LIMIT && connection.link() != null) {
      flooded = true;
      connection.lost(
          FloodedException.CODE, tooMany + " scans were dropped, more than anybody can make");
    } else if (pace.isFull(connection.now())) {
      tooMany = 0;
    }
  }

  /// Notes that data was lost from the unfinished scan, or from the one that begins now. That scan
  /// is refused as a whole.
  public void spoil(String reason) {
    framer.spoil(reason, connection.now());
  }

  /// Whether a scan has begun and not ended yet.
  public boolean isOpen() {
    return framer.isOpen();
  }

  /// Counts data that no scanner of this kind sends.
  public void strange(String reason) {
    nonsense++;
    if (nonsense >= (doubted ? DOUBTED_LIMIT : NONSENSE_LIMIT)) {
      unfit("nothing the device sends is a scan; the last was " + reason);
    }
  }

  /// Treats the device as no scanner of this kind; it stays suspect until a valid scan comes.
  public void unfit(String why) {
    if (connection.link() != null) {
      doubted = true;
      connection.nonsense(why);
    }
  }

  private void rejected(String reason, String raw) {
    listener.on(
        new DeviceEvent.ScanSeen(name, hex(raw), Optional.empty(), "", Optional.of(reason)));
    listener.on(new DeviceEvent.ScanRejected(name, reason));
    strange(reason);
  }

  private void scanned(Scan scan, String raw) {
    Duration now = connection.now();
    boolean again = last.isSame(scan) && now.minus(lastScan).compareTo(settings.sameScan()) < 0;
    last.is(scan);
    lastScan = now;
    scanned.run();
    Optional<String> why = again ? Optional.of("the same scan again") : Optional.empty();
    listener.on(new DeviceEvent.ScanSeen(name, hex(raw), scan.aim(), scan.data(), why));
    if (!again) {
      listener.on(new DeviceEvent.BarcodeScanned(name, scan.data(), scan.symbology()));
    }
  }

  private static String hex(String raw) {
    return HEX.formatHex(raw.getBytes(StandardCharsets.ISO_8859_1));
  }
}
