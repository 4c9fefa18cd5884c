package org.libstation.device.threem;

import java.time.Duration;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.pad.PadLimits;
import org.libstation.device.pad.PadOptions;

/// How a site set up its pad; the keys stand in the README of this folder.
///
/// @param starts whether it is started as an 810 is
/// @param reply how long the first byte of a reply is awaited
/// @param gap least time between a reply and the next request
/// @param readBlocks blocks that are asked for at once
/// @param writeBlocks blocks that are written at once
record ThreemOptions(
    PadOptions pad, boolean starts, Duration reply, Duration gap, int readBlocks, int writeBlocks)
    implements PadLimits {

  /// What one request of the usual size brings: the record of most items, on a slow line.
  private static final int FIRST_READ = 32;

  static ThreemOptions read(DriverOptions options) {
    return new ThreemOptions(
        PadOptions.read(options, FIRST_READ),
        options.choice("start", "210", "210", "810").equals("810"),
        options.millis("reply.ms", 300, 50, 1_000),
        options.millis("gap.ms", 5, 0, 50),
        options.number("read.blocks", 8, 1, 32),
        options.number("write.blocks", 4, 1, 32));
  }

  @Override
  public int blocksToWrite(int blockSize) {
    return writeBlocks;
  }

  @Override
  public int blocksToRead(int blockSize) {
    return readBlocks;
  }
}
