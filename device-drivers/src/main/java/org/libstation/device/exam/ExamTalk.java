package org.libstation.device.exam;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// Sends to a device and receives everything that comes back, right or wrong.
public final class ExamTalk implements AutoCloseable {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);
  private static final Duration SLICE = Duration.ofMillis(10);

  /// Most bytes of one answer; no device sends more.
  private static final int MOST = 8192;

  private final ByteLink link;
  private final DeviceClock clock;
  private final byte[] buffer = new byte[512];

  /// @param link closed together with this object
  public ExamTalk(ByteLink link, DeviceClock clock) {
    this.link = link;
    this.clock = clock;
  }

  public void send(byte[] bytes) throws LinkLostException {
    link.write(bytes, WRITE_LIMIT);
  }

  /// Receives all bytes until the line falls silent.
  ///
  /// @param first longest wait for the first byte
  /// @param quiet silence that ends the reception once something came
  /// @param whole ends the reception at once when true for the bytes so far
  /// @throws ExamStopped when the thread is interrupted
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
        // The data may come from a patron's card.
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

  /// Monotonic time.
  public Duration now() {
    return clock.monotonic();
  }

  @Override
  public void close() {
    link.close();
  }
}
