package org.libstation.device.feig;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.WireBytes;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.ManualClock;

/// A line on which every answer takes a fixed time of the manual clock.
final class LateLine implements LinkOpener {
  private record Coming(Duration at, WireBytes bytes) {}

  private final Twin twin;
  private final ManualClock clock;
  private final Duration delay;
  private final Deque<Coming> coming = new ArrayDeque<>();

  LateLine(Twin twin, ManualClock clock, Duration delay) {
    this.twin = twin;
    this.clock = clock;
    this.delay = delay;
  }

  @Override
  public ByteLink open() {
    coming.clear();
    return new ByteLink() {
      @Override
      public int read(byte[] buffer, Duration timeout) {
        Coming next = coming.peekFirst();
        Duration left = next == null ? timeout : next.at.minus(clock.monotonic());
        if (next == null || left.compareTo(timeout) > 0) {
          clock.advance(timeout);
          return 0;
        }
        if (left.isPositive()) {
          clock.advance(left);
        }
        coming.removeFirst();
        byte[] bytes = next.bytes.toArray();
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        return bytes.length;
      }

      @Override
      public void write(byte[] bytes, Duration deadline) {
        byte[] answer = twin.exchange(bytes);
        if (answer.length > 0) {
          coming.addLast(new Coming(clock.monotonic().plus(delay), WireBytes.of(answer)));
        }
      }

      @Override
      public void close() {
        coming.clear();
      }
    };
  }

  @Override
  public String describe() {
    return "a late line";
  }
}
