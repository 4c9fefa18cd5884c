package org.libstation.device.linescanner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.libstation.device.BarcodeReader;
import org.libstation.device.DeviceHealth;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.ScanIntake;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Reads a scanner that sends text on a serial line.
///
/// A plain scanner cannot be asked anything, so it counts as ready when its line is open. A scanner
/// with a probe is ready when it answers; it is asked again after the line was quiet for a while.
/// [ScanIntake] judges the scans.
public final class LineScanner implements BarcodeReader {
  static final String NOT_THERE = "DS10";
  static final String SILENT = "DS11";

  /// Most commands that may wait.
  static final int COMMAND_LIMIT = 8;

  private static final Duration READ_WAIT = Duration.ofMillis(100);
  private static final Duration WRITE_LIMIT = Duration.ofMillis(500);

  private final String name;
  private final ScannerCommands maker;
  private final Connection connection;
  private final ScanIntake intake;
  private final ReadingSwitch reading;
  private final ScannerProbe probe;
  private final BlockingQueue<WireBytes> commands = new ArrayBlockingQueue<>(COMMAND_LIMIT);
  private final byte[] buffer = new byte[512];

  /// @param maker the commands of the scanner's make
  LineScanner(DriverSetup setup, ScanIntake.ScanSettings settings, ScannerCommands maker) {
    this.name = setup.name();
    this.maker = maker;
    this.connection = new Connection(setup, NOT_THERE);
    this.reading = new ReadingSwitch(maker);
    this.probe = new ScannerProbe(maker.answerEnds());
    this.intake = new ScanIntake(setup, connection, settings, !maker.answers(), reading::ended);
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
    return queue(good ? maker.good() : maker.bad());
  }

  /// Presses or releases the trigger, if the make has such a command.
  ///
  /// @return false if the bounded queue is full
  public boolean trigger(boolean on) {
    return queue(on ? maker.triggerOn() : maker.triggerOff());
  }

  private boolean queue(WireBytes command) {
    return command.length() == 0 || commands.offer(command);
  }

  @Override
  public void step() {
    try {
      boolean fresh = connection.connect();
      if (fresh) {
        reading.forget();
        probe.begin(connection.now());
        intake.begin();
      }
      ByteLink link = connection.link();
      if (link == null) {
        return;
      }
      say(link);
      int count = link.read(buffer, fresh ? Duration.ZERO : READ_WAIT);
      if (count > 0) {
        probe.heard(connection.now());
      }
      intake.read(count > 0);
      ScannerProbe.ProbeReading taken = probe.take(Arrays.copyOf(buffer, count));
      // Erased, because it may contain the number of a patron's card.
      Arrays.fill(buffer, 0, count, (byte) 0);
      if (taken.answered()) {
        intake.answered(SelfNote.plain(maker.maker()));
      }
      intake.take(taken.rest().toArray());
      if (connection.link() != null) {
        ask(link);
      }
    } catch (LinkLostException e) {
      intake.lost(e);
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

  private void say(ByteLink link) throws LinkLostException {
    Optional<WireBytes> start = reading.due(connection.now());
    if (start.isPresent()) {
      link.write(start.get().toArray(), WRITE_LIMIT);
      return;
    }
    WireBytes command = commands.poll();
    if (command != null) {
      link.write(command.toArray(), WRITE_LIMIT);
      if (maker.badStops() && command.equals(maker.bad())) {
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
      link.write(maker.probe().toArray(), WRITE_LIMIT);
    }
  }
}
