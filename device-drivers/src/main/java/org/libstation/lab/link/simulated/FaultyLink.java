package org.libstation.lab.link.simulated;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// A link that has the faults set in its [LineFaults].
public final class FaultyLink implements ByteLink {
  private final ByteLink inner;
  private final LineFaults faults;
  private byte[] rest = new byte[0];

  private FaultyLink(ByteLink inner, LineFaults faults) {
    this.inner = inner;
    this.faults = faults;
  }

  /// Adds faults to every link that an opener opens.
  public static LinkOpener over(LinkOpener inner, LineFaults faults) {
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        synchronized (faults) {
          if (faults.unplugged) {
            throw new LinkLostException(inner.describe() + " is not there (unplugged)");
          }
        }
        return new FaultyLink(inner.open(), faults);
      }

      @Override
      public String describe() {
        return inner.describe();
      }

      @Override
      public Optional<Path> path() {
        return inner.path();
      }
    };
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    if (rest.length == 0) {
      byte[] piece = new byte[buffer.length];
      int count = inner.read(piece, timeout);
      rest = arriving(Arrays.copyOf(piece, count));
    } else {
      arriving(new byte[0]);
    }
    int limit = faults.split > 0 ? faults.split : buffer.length;
    int count = Math.min(Math.min(rest.length, limit), buffer.length);
    System.arraycopy(rest, 0, buffer, 0, count);
    rest = Arrays.copyOfRange(rest, count, rest.length);
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    byte[] leaving;
    synchronized (faults) {
      if (faults.writesUntilUnplug == 0) {
        faults.unplugged = true;
      }
      if (faults.writesUntilUnplug > 0) {
        faults.writesUntilUnplug--;
      }
      refuseUnplugged();
      if (faults.stalled) {
        return;
      }
      if (faults.dropWrites > 0) {
        faults.dropWrites--;
        return;
      }
      leaving = bytes.clone();
      if (faults.corruptWrites > 0 && leaving.length > 0) {
        faults.corruptWrites--;
        leaving[leaving.length / 2] ^= 0x04;
      }
    }
    inner.write(leaving, deadline);
  }

  @Override
  public void close() {
    inner.close();
  }

  private byte[] arriving(byte[] piece) throws LinkLostException {
    synchronized (faults) {
      refuseUnplugged();
      if (piece.length == 0 || faults.stalled) {
        return new byte[0];
      }
      if (faults.dropReads > 0) {
        faults.dropReads--;
        return new byte[0];
      }
      byte[] bytes = faults.reads.apply(piece);
      if (faults.corruptReads > 0 && bytes.length > 0) {
        faults.corruptReads--;
        bytes[bytes.length / 2] ^= 0x04;
      }
      return bytes;
    }
  }

  private void refuseUnplugged() throws LinkLostException {
    if (faults.unplugged) {
      inner.close();
      throw new LinkLostException("the line is cut (unplugged)");
    }
  }
}
