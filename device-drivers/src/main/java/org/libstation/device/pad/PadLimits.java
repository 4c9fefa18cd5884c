package org.libstation.device.pad;

/// How many blocks one request or one reply of a reader may carry.
public interface PadLimits {

  /// Number of blocks that one request may write.
  ///
  /// @return at least 1
  int blocksToWrite(int blockSize);

  /// Number of blocks that one reply may hold.
  ///
  /// @return at least 1
  int blocksToRead(int blockSize);
}
