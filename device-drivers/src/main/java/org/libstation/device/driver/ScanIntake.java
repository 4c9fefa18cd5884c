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

/// What becomes of what a scanner sent, whatever its line: it is cut into scans, each is told once,
/// and what is too much or no scan is dropped and counted.
///
/// A scanner from which only nonsense comes is listened to anew, ever less often, and doubted until
/// it talks sense; so is one that sends more scans than a hand can make, until it is calm.
public final class ScanIntake {
  /// So many frames in a row that are no scans are nonsense: a wrong baud rate, another device.
  public static final int NONSENSE_LIMIT = 12;

  /// The same for one that is doubted already.
  static final int DOUBTED_LIMIT = 3;

  /// So many scans at once, then one each [#SCAN_PAUSE]: faster than hands and presentation
  /// scanners.
  public static final int SCANS_AT_ONCE = 20;

  static final Duration SCAN_PAUSE = Duration.ofMillis(100);

  /// So many scans too many are a flood.
  public static final int FLOOD_LIMIT = 50;

  /// One that flooded its line and did not for so long is calm.
  static final Duration CALM = Duration.ofSeconds(2);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final String ENDS = "\r\n\t\u0003";

  /// @param sameScan the same data again within this time is one scan (presentation scanners)
  /// @param stripCodabar whether start and stop letters are taken off
  public record ScanSettings(
      ScanFramer.FramingSettings framing, Duration sameScan, boolean stripCodabar) {

    /// By the options that all scanners have: `prefix`, `suffix`, `longest`, `silence`,
    /// `same-scan`, `codabar-letters`.
    ///
    /// @param deliver whether silence ends a scan, or throws it away
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

    /// CR, LF, TAB and ETX end a scan whether they are configured or not.
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

  /// @param silent whether it says nothing of itself, and counts as ready once its line is open
  /// @param scanned runs after each scan, also one that comes a second time
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

  /// A new connection: what stood open is forgotten.
  public void begin() {
    framer.reset();
    nonsense = 0;
    hasRead = false;
    tooMany = 0;
    openSince = connection.now();
    tellState();
  }

  /// A read of its line ended.
  ///
  /// @param came whether it brought something
  public void read(boolean came) {
    boolean calm = flooded && connection.now().minus(openSince).compareTo(CALM) >= 0;
    flooded = flooded && !calm;
    if (came || calm) {
      tellState();
    }
  }

  /// It said what it is, so it talks sense.
  public void answered(List<SelfNote> says) {
    doubted = false;
    connection.ready(says);
  }

  /// Its line was lost: the connection waits for it.
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
          FloodedException.CODE, "it sent more than anybody scans; it is listened to again");
    } else if (doubted) {
      connection.doubted(
          Connection.NONSENSE,
          "nothing it sent was a scan; it is listened to again, and one good scan ends this");
    } else {
      connection.ready(
          hasRead
              ? List.of(SelfNote.of("HAS_READ", "has read codes since its line opened"))
              : List.of());
    }
  }

  /// Takes what belongs to scans; nothing lets silence end what stands open.
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
          FloodedException.CODE, tooMany + " scans more than anybody makes were dropped");
    } else if (pace.isFull(connection.now())) {
      tooMany = 0;
    }
  }

  /// What stands open, or begins now, lost something: it will be refused whole.
  public void spoil(String reason) {
    framer.spoil(reason, connection.now());
  }

  /// Whether a scan has begun and not ended yet.
  public boolean isOpen() {
    return framer.isOpen();
  }

  /// Something came that no scanner of its kind sends.
  public void strange(String reason) {
    nonsense++;
    if (nonsense >= (doubted ? DOUBTED_LIMIT : NONSENSE_LIMIT)) {
      unfit("nothing it sends is a scan; the last was " + reason);
    }
  }

  /// It is no scanner of its kind: it talks nonsense, and is doubted until it scans.
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
