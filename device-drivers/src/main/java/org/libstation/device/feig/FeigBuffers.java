package org.libstation.device.feig;

import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.PadLimits;

/// What one request or one reply may carry.
///
/// @param request longest frame the reader takes
/// @param reply longest frame the reader sends
record FeigBuffers(int request, int reply) implements PadLimits {
  /// Readers of the family limit a read to 128 bytes, whatever their buffers hold (manual
  /// H20800-16e).
  static final int MOST_DATA = 128;

  /// Frame, UID and counts around the blocks of a write.
  private static final int AROUND_WRITE = 24;

  private static final int AROUND_READ = 12;

  /// Until the reader has said otherwise.
  static final FeigBuffers USUAL = new FeigBuffers(255, 255);

  /// From the data of a reader info of mode 0: RX-BUF and TX-BUF are its last 4 bytes.
  static FeigBuffers of(WireBytes info) {
    int end = info.length();
    if (end < 4) {
      return USUAL;
    }
    return new FeigBuffers(
        sound(info.at(end - 4) << 8 | info.at(end - 3)),
        sound(info.at(end - 2) << 8 | info.at(end - 1)));
  }

  private static int sound(int length) {
    return length < 64 ? USUAL.request : Math.min(length, 255);
  }

  @Override
  public int blocksToWrite(int blockSize) {
    return Math.max(1, Math.min(MOST_DATA, request - AROUND_WRITE) / blockSize);
  }

  @Override
  public int blocksToRead(int blockSize) {
    return Math.max(1, Math.min(MOST_DATA / blockSize, (reply - AROUND_READ) / (blockSize + 1)));
  }
}
