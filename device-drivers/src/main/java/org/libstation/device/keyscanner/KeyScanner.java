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
/// It says nothing of itself, so it counts as ready once it is open. What is typed as slowly as a
/// hand types, what lost a key, and what was cut off by an unplugged cable is refused whole.
public final class KeyScanner implements BarcodeReader {
  static final String NOT_THERE = "DS10";

  /// Fewer signs that no key ended are a hand's, or half a code.
  static final int SHORTEST_UNENDED = 4;

  private static final Duration READ_WAIT = Duration.ofMillis(100);
  private static final long MICRO = 1_000;
  private static final int UNKNOWN_SIGN = 0xFF;

  /// @param slowest a key on average, from the first to the last; zero where it is not judged
  /// @param ended whether a key ends each code, or silence does
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

  /// A keyboard is told nothing: it reads on, and nobody listens.
  @Override
  public void reading(boolean wanted) {}

  /// It has no voice that a station could use.
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
        // What was scanned may be a reader's card.
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

  /// Only a read that found nothing proves silence: after a pause of our own the rest of a code may
  /// have been waiting all the time.
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

  /// Nothing of what comes behind a line that was given up counts.
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
