package org.libstation.device.linescanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.libstation.barcode.LastScan;
import org.libstation.barcode.Scan;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.BarcodeReader;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.FloodedException;
import org.libstation.device.driver.Pace;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Reads a scanner that sends text on a serial line.
///
/// A plain scanner says nothing of itself, so it counts as ready once its line is open; one that
/// has a probe is ready when it answers, and is asked again when the line was quiet for a while.
/// One from which only nonsense comes is listened to anew, ever less often, and doubted until it
/// talks sense; so is one that sends more scans than a hand can make, until it is calm. What is too
/// much is dropped and counted.
public final class LineScanner implements BarcodeReader {
  static final String NOT_THERE = "DS10";
  static final String SILENT = "DS11";

  /// How many commands may wait.
  static final int COMMAND_LIMIT = 8;

  /// So many frames in a row that are no scans are nonsense: a wrong baud rate, another device.
  static final int NONSENSE_LIMIT = 12;

  /// The same for one that is doubted already.
  static final int DOUBTED_LIMIT = 3;

  /// So many scans at once, then one each [#SCAN_PAUSE]: faster than hands and presentation
  /// scanners.
  static final int SCANS_AT_ONCE = 20;

  static final Duration SCAN_PAUSE = Duration.ofMillis(100);

  /// So many scans too many are a flood.
  static final int FLOOD_LIMIT = 50;

  /// One that flooded its line and did not for so long is calm.
  static final Duration CALM = Duration.ofSeconds(2);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final Duration READ_WAIT = Duration.ofMillis(100);
  private static final Duration WRITE_LIMIT = Duration.ofMillis(500);

  /// @param sameScan the same data again within this time is one scan (presentation scanners)
  /// @param stripCodabar whether start and stop letters are taken off
  record Settings(
      ScanFramer.Settings framing,
      Duration sameScan,
      boolean stripCodabar,
      ScannerCommands commands) {}

  private final String name;
  private final Settings settings;
  private final DeviceListener listener;
  private final Connection connection;
  private final ScanFramer framer;
  private final ReadingSwitch reading;
  private final ScannerProbe probe;
  private final BlockingQueue<WireBytes> commands = new ArrayBlockingQueue<>(COMMAND_LIMIT);
  private final byte[] buffer = new byte[512];
  private final LastScan last = new LastScan();
  private Duration lastScan = Duration.ZERO;
  private int nonsense;
  private boolean doubted;
  private final Pace pace;
  private int tooMany;
  private boolean flooded;
  private Duration openSince = Duration.ZERO;

  LineScanner(DriverSetup setup, Settings settings) {
    this.name = setup.name();
    this.settings = settings;
    this.listener = setup.listener();
    this.connection = new Connection(setup, NOT_THERE);
    this.framer = new ScanFramer(settings.framing());
    this.reading = new ReadingSwitch(settings.commands());
    this.probe = new ScannerProbe(settings.commands().answerEnds());
    this.pace = new Pace(SCANS_AT_ONCE, SCAN_PAUSE, connection.now());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  @Override
  public void reading(boolean wanted) {
    reading.want(wanted);
  }

  @Override
  public boolean judged(boolean good) {
    return queue(good ? settings.commands().good() : settings.commands().bad());
  }

  /// Pulls or lets go of the trigger, where the maker has such a command.
  ///
  /// @return false when the bounded queue is full
  public boolean trigger(boolean on) {
    return queue(on ? settings.commands().triggerOn() : settings.commands().triggerOff());
  }

  private boolean queue(WireBytes command) {
    return command.length() == 0 || commands.offer(command);
  }

  @Override
  public void step() {
    try {
      boolean fresh = connection.connect();
      if (fresh) {
        begin();
      }
      ByteLink link = connection.link();
      if (link == null) {
        return;
      }
      say(link);
      int count = link.read(buffer, fresh ? Duration.ZERO : READ_WAIT);
      boolean calm = flooded && connection.now().minus(openSince).compareTo(CALM) >= 0;
      flooded = flooded && !calm;
      if (count > 0) {
        probe.heard(connection.now());
      }
      if (count > 0 || calm) {
        readyUnlessAsked();
      }
      ScannerProbe.Taken taken = probe.take(Arrays.copyOf(buffer, count));
      // What was scanned may be a reader's card.
      Arrays.fill(buffer, 0, count, (byte) 0);
      if (taken.answered()) {
        doubted = false;
        connection.ready(SelfNote.plain(settings.commands().maker()));
      }
      take(taken.rest().toArray());
      if (connection.link() != null) {
        ask(link);
      }
    } catch (LinkLostException e) {
      flooded = flooded || e instanceof FloodedException;
      connection.lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Duration leisure() {
    return connection.leisure();
  }

  @Override
  public void close() {
    connection.close();
  }

  private void begin() {
    framer.reset();
    reading.forget();
    nonsense = 0;
    tooMany = 0;
    openSince = connection.now();
    probe.begin(connection.now());
    readyUnlessAsked();
  }

  private void readyUnlessAsked() {
    if (settings.commands().answers()) {
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
      connection.ready(List.of());
    }
  }

  private void say(ByteLink link) throws LinkLostException {
    Optional<WireBytes> start = reading.due(connection.now());
    if (start.isPresent()) {
      link.write(start.get().toArray(), WRITE_LIMIT);
      return;
    }
    WireBytes command = commands.poll();
    if (command != null) {
      link.write(command.toArray(), WRITE_LIMIT);
      if (settings.commands().badStops() && command.equals(settings.commands().bad())) {
        reading.forget();
      }
    }
  }

  private void ask(ByteLink link) throws LinkLostException {
    Duration now = connection.now();
    if (probe.unanswered(now)) {
      connection.silent(SILENT, "it does not answer: is it switched on, is its baud rate right?");
    } else if (probe.due(now)) {
      probe.asked(now);
      link.write(settings.commands().probe().toArray(), WRITE_LIMIT);
    }
  }

  private void take(byte[] came) {
    for (ScanFramer.Framed framed : framer.take(came, came.length, connection.now())) {
      if (!pace.take(connection.now())) {
        tooMany++;
        continue;
      }
      switch (framed) {
        case ScanFramer.Framed.Text(String text, String raw) -> {
          nonsense = 0;
          doubted = false;
          readyUnlessAsked();
          scanned(Scan.of(text, settings.stripCodabar()), raw);
        }
        case ScanFramer.Framed.Rejected(String reason, String raw) -> rejected(reason, raw);
      }
    }
    if (framer.isEndless() && connection.link() != null) {
      doubted = true;
      connection.nonsense("it sends without an end");
    } else if (tooMany >= FLOOD_LIMIT && connection.link() != null) {
      flooded = true;
      connection.lost(
          FloodedException.CODE, tooMany + " scans more than anybody makes were dropped");
    } else if (pace.isFull(connection.now())) {
      tooMany = 0;
    }
  }

  private void rejected(String reason, String raw) {
    listener.on(
        new DeviceEvent.ScanSeen(name, hex(raw), Optional.empty(), "", Optional.of(reason)));
    listener.on(new DeviceEvent.ScanRejected(name, reason));
    nonsense++;
    if (nonsense >= (doubted ? DOUBTED_LIMIT : NONSENSE_LIMIT)) {
      doubted = true;
      connection.nonsense("nothing it sends is a scan; the last was " + reason);
    }
  }

  private void scanned(Scan scan, String raw) {
    Duration now = connection.now();
    boolean again = last.isSame(scan) && now.minus(lastScan).compareTo(settings.sameScan()) < 0;
    last.is(scan);
    lastScan = now;
    reading.ended();
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
