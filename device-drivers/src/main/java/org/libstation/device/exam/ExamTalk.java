package org.libstation.device.exam;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// Asks a device and takes everything that comes, right or wrong.
public final class ExamTalk implements AutoCloseable {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);
  private static final Duration SLICE = Duration.ofMillis(10);

  /// More than this is no answer of any device.
  private static final int MOST = 8192;

  private final ByteLink link;
  private final DeviceClock clock;
  private final byte[] buffer = new byte[512];

  /// @param link closed with this
  public ExamTalk(ByteLink link, DeviceClock clock) {
    this.link = link;
    this.clock = clock;
  }

  public void send(byte[] bytes) throws LinkLostException {
    link.write(bytes, WRITE_LIMIT);
  }

  /// All that comes.
  ///
  /// @param first how long the first byte is waited for
  /// @param quiet so long a silence ends it once something came
  /// @param whole ends it at once
  public byte[] listen(Duration first, Duration quiet, Predicate<byte[]> whole)
      throws LinkLostException {
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    Duration last = clock.monotonic();
    while (came.size() < MOST) {
      if (Thread.interrupted()) {
        throw new ExamStopped();
      }
      int count = link.read(buffer, SLICE);
      Duration now = clock.monotonic();
      if (count > 0) {
        came.write(buffer, 0, count);
        // What was scanned or lies on the pad may be a reader's card.
        Arrays.fill(buffer, 0, count, (byte) 0);
        last = now;
        if (whole.test(came.toByteArray())) {
          break;
        }
      } else if (now.minus(last).compareTo(came.size() == 0 ? first : quiet) >= 0) {
        break;
      }
    }
    return came.toByteArray();
  }

  /// Monotonic.
  public Duration now() {
    return clock.monotonic();
  }

  @Override
  public void close() {
    link.close();
  }
}
