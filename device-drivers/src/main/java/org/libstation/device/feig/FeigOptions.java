package org.libstation.device.feig;

import java.time.Duration;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.pad.PadOptions;

/// How a site set up its reader; the keys stand in the README of this folder.
record FeigOptions(PadOptions pad, FeigLine wire) {

  private static final int FIRST_READ = 64;

  /// How the reader is spoken to.
  ///
  /// @param advanced whether requests have the advanced form
  /// @param address of the reader on its bus; 255 reaches every reader
  /// @param reply how long the first byte of a reply is awaited
  /// @param gap least time between a reply and the next request
  /// @param more mode byte of the inventory that fetches the rest of a list
  /// @param resetPause how long the field is left alone after it was reset
  record FeigLine(
      boolean advanced, int address, Duration reply, Duration gap, int more, Duration resetPause) {}

  static FeigOptions read(DriverOptions options) {
    FeigLine wire =
        new FeigLine(
            options.choice("frame", "standard", "standard", "advanced").equals("advanced"),
            options.number("address", 255, 0, 255),
            options.millis("reply.ms", 250, 50, 1_000),
            options.millis("gap.ms", 5, 0, 50),
            options.oneByte("more.mode", "80"),
            options.millis("reset.pause.ms", 15, 0, 200));
    return new FeigOptions(PadOptions.read(options, FIRST_READ), wire);
  }
}
