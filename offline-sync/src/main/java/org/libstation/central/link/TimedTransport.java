package org.libstation.central.link;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Measures the time of each answer, from the last byte sent to the first byte received.
public final class TimedTransport implements Transport {
  private final Transport inner;
  private final Supplier<Duration> monotonic;
  private final Consumer<Duration> trips;
  private Duration sent = Duration.ZERO;
  private boolean waits;

  /// @param monotonic time that never jumps
  /// @param trips receives each measured time
  public TimedTransport(Transport inner, Supplier<Duration> monotonic, Consumer<Duration> trips) {
    this.inner = inner;
    this.monotonic = monotonic;
    this.trips = trips;
  }

  @Override
  public void open(Duration within) throws IOException {
    waits = false;
    inner.open(within);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    inner.write(bytes);
    sent = monotonic.get();
    waits = true;
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    int count = inner.read(buffer, within);
    if (count > 0 && waits) {
      waits = false;
      trips.accept(monotonic.get().minus(sent));
    }
    return count;
  }

  @Override
  public void close() {
    inner.close();
  }
}
