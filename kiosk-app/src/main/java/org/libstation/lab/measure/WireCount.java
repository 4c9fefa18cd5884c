package org.libstation.lab.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.TwinFault;

/// A twin with a counter on its wire: bytes in both directions since [#restart()], and when the
/// first of them came.
final class WireCount implements Twin {
  private final Twin twin;
  private long bytes;
  private long firstNanos;

  WireCount(Twin twin) {
    this.twin = twin;
  }

  @Override
  public byte[] exchange(byte[] received) {
    byte[] sent = twin.exchange(received);
    count(received.length, sent.length);
    return sent;
  }

  private synchronized void count(int received, int sent) {
    if (bytes == 0 && received + sent > 0) {
      firstNanos = System.nanoTime();
    }
    bytes += received + sent;
  }

  /// Sets the counter to zero.
  synchronized void restart() {
    bytes = 0;
  }

  synchronized long bytes() {
    return bytes;
  }

  /// When the first byte after [#restart()] came, by [System#nanoTime()].
  synchronized long firstNanos() {
    return firstNanos;
  }

  /// Time that the bytes alone take.
  ///
  /// @param bits of each byte on the wire
  Duration wire(int bits, int baud) {
    return Duration.ofNanos(bytes() * bits * 1_000_000_000L / baud);
  }

  @Override
  public boolean ready() {
    return twin.ready();
  }

  @Override
  public List<TwinFault> faults() {
    return twin.faults();
  }

  @Override
  public Optional<String> bringAbout(String fault, List<String> arguments) {
    return twin.bringAbout(fault, arguments);
  }

  @Override
  public void heal() {
    twin.heal();
  }
}
