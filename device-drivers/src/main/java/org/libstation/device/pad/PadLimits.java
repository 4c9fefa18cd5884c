package org.libstation.device.pad;

/// What one request or one reply of a reader may carry.
public interface PadLimits {

  /// @return at least 1
  int blocksToWrite(int blockSize);

  /// @return at least 1
  int blocksToRead(int blockSize);
}
