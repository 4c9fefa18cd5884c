package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.libstation.central.link.Transport;

/// A connection whose answers come later by a round trip; it counts its requests.
final class LongLine implements Transport {
  private final Transport wire;
  private final Duration roundTrip;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private boolean waiting;

  /// @param roundTrip added to each answer; zero adds nothing
  LongLine(Transport wire, Duration roundTrip) {
    this.wire = wire;
    this.roundTrip = roundTrip;
  }

  /// Number of requests of this kind that were sent.
  ///
  /// @param code two digits
  int asked(String code) {
    return asked.getOrDefault(code, 0);
  }

  /// Sets the counters to zero.
  void forget() {
    asked.clear();
  }

  @Override
  public void open(Duration within) throws IOException {
    wire.open(within);
  }

  /// Takes one whole line at a time, as a session writes them.
  @Override
  public void write(byte[] bytes) throws IOException {
    asked.merge(new String(bytes, 0, 2, StandardCharsets.US_ASCII), 1, Integer::sum);
    waiting = true;
    wire.write(bytes);
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    int length = wire.read(buffer, within);
    if (length > 0 && waiting && roundTrip.isPositive()) {
      try {
        Thread.sleep(roundTrip);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    waiting &= length <= 0;
    return length;
  }

  @Override
  public void close() {
    wire.close();
  }
}
