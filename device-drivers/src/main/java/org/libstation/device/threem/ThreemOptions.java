package org.libstation.device.threem;

import java.time.Duration;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.pad.PadLimits;
import org.libstation.device.pad.PadOptions;

/// How a site set up its pad. The README of this package describes the options.
///
/// @param starts whether the pad is started as an 810
/// @param reply how long to wait for the first byte of a reply
/// @param gap shortest time between a reply and the next request
/// @param readBlocks number of blocks read by one request
/// @param writeBlocks number of blocks written by one request
record ThreemOptions(
    PadOptions pad, boolean starts, Duration reply, Duration gap, int readBlocks, int writeBlocks)
    implements PadLimits {

  /// Bytes that one request of the usual size reads: the record of most items, even on a slow line.
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
