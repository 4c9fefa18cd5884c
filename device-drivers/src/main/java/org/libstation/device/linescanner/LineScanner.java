package org.libstation.device.linescanner;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.libstation.barcode.Scan;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Connection;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Reads a scanner that sends text on a serial line.
///
/// A plain scanner says nothing of itself, so it counts as ready once its line is open; one that
/// has a probe is ready when it answers, and is asked again when the line was quiet for a while.
public final class LineScanner implements BarcodeReader {
  static final String NOT_THERE = "S10";
  static final String SILENT = "S11";

  /// How many commands may wait.
  static final int COMMAND_LIMIT = 8;

  private static final Duration READ_WAIT = Duration.ofMillis(100);
  private static final Duration WRITE_LIMIT = Duration.ofMillis(500);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);

  /// @param sameScan the same data again within this time is one scan (presentation scanners)
  /// @param stripCodabar whether start and stop letters are taken off
  public record Settings(
      ScanFramer.Settings framing,
      Duration sameScan,
      boolean stripCodabar,
      ScannerDialect dialect) {
    public static Settings usual() {
      return new Settings(
          ScanFramer.Settings.usual(), Duration.ofMillis(1500), true, ScannerDialect.PLAIN);
    }
  }

  private final String name;
  private final Settings settings;
  private final DeviceListener listener;
  private final Connection connection;
  private final ScanFramer framer;
  private final BlockingQueue<byte[]> commands = new ArrayBlockingQueue<>(COMMAND_LIMIT);
  private final byte[] buffer = new byte[512];
  private Optional<Scan> last = Optional.empty();
  private Duration lastScan = Duration.ZERO;
  private Duration lastHeard = Duration.ZERO;
  private @Nullable Duration probed;
  private byte[] held = new byte[0];

  public LineScanner(
      String name,
      Settings settings,
      LinkOpener opener,
      DeviceClock clock,
      DeviceListener listener) {
    this.name = name;
    this.settings = settings;
    this.listener = listener;
    this.connection = new Connection(name, NOT_THERE, opener, clock, listener);
    this.framer = new ScanFramer(settings.framing());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  /// Asks to start or stop reading, where the scanner's maker has such a command.
  ///
  /// @return false when the bounded queue is full
  public boolean enable(boolean on) {
    return queue(on ? settings.dialect().enable() : settings.dialect().disable());
  }

  /// Asks for a short beep.
  ///
  /// @return false when the bounded queue is full
  public boolean beep() {
    return queue(settings.dialect().beep());
  }

  @Override
  public void step() {
    try {
      if (connection.connect()) {
        begin();
      }
      ByteLink link = connection.link();
      if (link == null) {
        return;
      }
      byte[] command = commands.poll();
      if (command != null) {
        link.write(command, WRITE_LIMIT);
      }
      int count = link.read(buffer, READ_WAIT);
      if (count > 0) {
        heard();
      }
      take(withoutAnswer(Arrays.copyOf(buffer, count)));
      if (connection.link() != null) {
        probe(link);
      }
    } catch (LinkLostException e) {
      connection.lost(NOT_THERE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  private void begin() {
    framer.reset();
    probed = null;
    held = new byte[0];
    lastHeard = connection.now().minus(PROBE_EVERY);
    if (settings.dialect().probe().length == 0) {
      connection.ready("");
    }
  }

  private void heard() {
    lastHeard = connection.now();
    if (settings.dialect().probe().length == 0) {
      connection.ready("");
    }
  }

  private void probe(ByteLink link) throws LinkLostException {
    byte[] question = settings.dialect().probe();
    if (question.length == 0) {
      return;
    }
    Duration now = connection.now();
    Duration asked = probed;
    if (asked != null && now.minus(asked).compareTo(ANSWER_LIMIT) > 0) {
      connection.lost(SILENT, "it does not answer: is it switched on, is its baud rate right?");
    } else if (asked == null && now.minus(lastHeard).compareTo(PROBE_EVERY) >= 0) {
      probed = now;
      link.write(question, WRITE_LIMIT);
    }
  }

  /// Takes a probe's answer out of what came, in pieces as it may be; scans may stand before and
  /// behind it.
  private byte[] withoutAnswer(byte[] piece) {
    if (probed == null) {
      return piece;
    }
    byte[] came = Arrays.copyOf(held, held.length + piece.length);
    System.arraycopy(piece, 0, came, held.length, piece.length);
    held = new byte[0];
    for (int i = 0; i + 1 < came.length; i++) {
      if (came[i] == ScannerDialect.ACK && came[i + 1] == '.') {
        probed = null;
        connection.ready("");
        int from = answerStart(came, i);
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(came, 0, from);
        rest.write(came, i + 2, came.length - i - 2);
        return rest.toByteArray();
      }
    }
    int open = answerStart(came, came.length);
    held = Arrays.copyOfRange(came, open, came.length);
    return Arrays.copyOf(came, open);
  }

  private static int answerStart(byte[] came, int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (came[i] == '\r' || came[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  private void take(byte[] came) {
    for (ScanFramer.Framed framed : framer.take(came, came.length, connection.now())) {
      switch (framed) {
        case ScanFramer.Framed.Text(String text) -> scanned(Scan.of(text, settings.stripCodabar()));
        case ScanFramer.Framed.Rejected(String reason) ->
            listener.on(new DeviceEvent.ScanRejected(name, reason));
      }
    }
  }

  private void scanned(Scan scan) {
    Duration now = connection.now();
    boolean again =
        last.equals(Optional.of(scan)) && now.minus(lastScan).compareTo(settings.sameScan()) < 0;
    last = Optional.of(scan);
    lastScan = now;
    if (!again) {
      listener.on(new DeviceEvent.BarcodeScanned(name, scan.data(), scan.symbology()));
    }
  }

  private boolean queue(byte[] command) {
    return command.length == 0 || commands.offer(command);
  }
}
