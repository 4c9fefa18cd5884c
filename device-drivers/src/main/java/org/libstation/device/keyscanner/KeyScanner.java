package org.libstation.device.keyscanner;

import java.time.Duration;
import java.util.Arrays;
import org.libstation.device.BarcodeReader;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.ScanIntake;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// Reads a scanner that types: a USB keyboard or a HID-POS scanner.
///
/// The scanner cannot be asked anything, so it counts as ready when its device file is open. A code
/// is refused whole if it was typed as slowly as a person types, or lost a key. The same applies if
/// the cable was unplugged in the middle of it.
public final class KeyScanner implements BarcodeReader {
  static final String NOT_THERE = "DS10";

  /// Fewer characters without an end key were typed by hand, or are part of a code.
  static final int SHORTEST_UNENDED = 4;

  private static final Duration READ_WAIT = Duration.ofMillis(100);
  private static final long MICRO = 1_000;
  private static final int UNKNOWN_SIGN = 0xFF;

  /// How codes are recognised.
  ///
  /// @param slowest longest average time for each key, from the first to the last; zero for no
  ///   limit
  /// @param ended whether a key ends each code; otherwise silence does
  record KeyScannerSettings(ScanIntake.ScanSettings scans, Duration slowest, boolean ended) {}

  private final String name;
  private final KeyScannerSettings settings;
  private final KeystrokeDecoder typing;
  private final Connection connection;
  private final ScanIntake intake;
  private final TypingListener heard = new Strokes();
  private final byte[] buffer = new byte[1536];
  private Duration lastCame = Duration.ZERO;
  private int signs;
  private long firstSign;
  private long lastSign;

  KeyScanner(DriverSetup setup, KeyScannerSettings settings, KeystrokeDecoder typing) {
    this.name = setup.name();
    this.settings = settings;
    this.typing = typing;
    this.connection = new Connection(setup, NOT_THERE);
    this.intake = new ScanIntake(setup, connection, settings.scans(), true, () -> {});
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  /// Does nothing: a keyboard cannot be switched. It keeps reading, and its codes are ignored.
  @Override
  public void reading(boolean wanted) {}

  /// Does nothing: the scanner has no signal that the station could use.
  @Override
  public boolean judged(boolean good) {
    return true;
  }

  @Override
  public void step() {
    try {
      boolean fresh = connection.connect();
      if (fresh) {
        typing.begin();
        signs = 0;
        intake.begin();
      }
      ByteLink link = connection.link();
      if (link == null) {
        return;
      }
      int count = link.read(buffer, fresh ? Duration.ZERO : READ_WAIT);
      intake.read(count > 0);
      if (count > 0) {
        lastCame = connection.now();
        typing.take(buffer, count, heard);
        // Erased, because it may contain the number of a patron's card.
        Arrays.fill(buffer, 0, count, (byte) 0);
      } else {
        quiet();
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

  /// Ends a code after silence. Only a read that found nothing proves silence: after a pause of the
  /// driver itself, the rest of a code may already be waiting.
  private void quiet() {
    Duration silence = connection.now().minus(lastCame);
    if (silence.compareTo(settings.scans().framing().silence()) < 0) {
      return;
    }
    judgePace();
    if (!settings.ended() && signs > 0 && signs < SHORTEST_UNENDED) {
      intake.spoil("fewer than " + SHORTEST_UNENDED + " signs that no key ended");
    }
    intake.take(new byte[0]);
    if (!intake.isOpen()) {
      signs = 0;
      typing.rest();
    }
  }

  private void judgePace() {
    long limit = settings.slowest().toNanos() / MICRO * (signs - 1);
    if (limit > 0 && lastSign - firstSign > limit) {
      intake.spoil("typed as slowly as a hand types: is this the scanner, or a keyboard?");
    }
  }

  /// Whether the line is open. Characters after a line was given up do not count.
  private boolean isOpen() {
    return connection.link() != null;
  }

  private final class Strokes implements TypingListener {
    @Override
    public void typed(char character, long micros) {
      if (!isOpen()) {
        return;
      }
      boolean end = character == '\r' || character == '\n' || character == '\t';
      if (end) {
        judgePace();
        signs = 0;
      } else {
        firstSign = signs == 0 ? micros : firstSign;
        lastSign = micros;
        signs = Math.min(signs + 1, Integer.MAX_VALUE - 1);
      }
      intake.take(new byte[] {(byte) Math.min(character, UNKNOWN_SIGN)});
    }

    @Override
    public void spoilt(String reason) {
      if (isOpen()) {
        intake.spoil(reason);
      }
    }

    @Override
    public void strange(String what) {
      if (isOpen()) {
        intake.strange(what);
      }
    }

    @Override
    public void unfit(String why) {
      intake.unfit(why);
    }
  }
}
