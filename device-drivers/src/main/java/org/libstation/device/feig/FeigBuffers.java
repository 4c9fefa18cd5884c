package org.libstation.device.feig;

import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.PadLimits;

/// How many bytes one request or one reply may have.
///
/// @param request longest frame the reader accepts
/// @param reply longest frame the reader sends
record FeigBuffers(int request, int reply) implements PadLimits {
  /// Readers of this family limit a read to 128 bytes, whatever the size of their buffers (manual
  /// H20800-16e).
  static final int MOST_DATA = 128;

  /// Bytes of frame, UID and counts around the blocks of a write.
  private static final int AROUND_WRITE = 24;

  private static final int AROUND_READ = 12;

  /// Used until the reader has reported its sizes.
  static final FeigBuffers USUAL = new FeigBuffers(255, 255);

  /// Reads the sizes from a reader info of mode 0: RX-BUF and TX-BUF are its last 4 bytes.
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
