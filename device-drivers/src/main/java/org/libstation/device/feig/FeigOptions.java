package org.libstation.device.feig;

import java.time.Duration;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.pad.PadOptions;

/// How a site set up its reader. The README of this package describes the options.
record FeigOptions(PadOptions pad, FeigLine wire) {

  private static final int FIRST_READ = 64;

  /// How to communicate with the reader.
  ///
  /// @param advanced whether requests have the advanced form
  /// @param address address of the reader on its bus; 255 reaches every reader
  /// @param reply how long to wait for the first byte of a reply
  /// @param gap shortest time between a reply and the next request
  /// @param more mode byte of the inventory that fetches the rest of a list
  /// @param resetPause how long to wait after the field was reset
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
