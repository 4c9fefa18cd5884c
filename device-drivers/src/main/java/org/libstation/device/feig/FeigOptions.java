package org.libstation.device.feig;

import java.time.Duration;
import org.libstation.device.DriverOptions;
import org.libstation.device.Security;

/// How a site set up its reader; the keys stand in the README of this folder.
///
/// @param onLoan AFI of an item on loan, at which the gate stays silent
/// @param inStock AFI of an item in stock, at which the gate alarms
/// @param leaveAfter inventories without a tag until it has left
/// @param address of the reader on its bus; 255 reaches every reader
record FeigOptions(
    int onLoan, int inStock, int leaveAfter, int address, Duration poll, Duration reply) {

  static FeigOptions read(DriverOptions options) {
    int onLoan = oneByte(options, "afi.onloan", "C2");
    int inStock = oneByte(options, "afi.instock", "07");
    if (onLoan == inStock) {
      throw options.wrong("afi.instock", "another value than afi.onloan");
    }
    return new FeigOptions(
        onLoan,
        inStock,
        options.number("leave.after", 3, 1, 50),
        options.number("address", 255, 0, 255),
        options.millis("poll.ms", 100, 20, 5_000),
        options.millis("reply.ms", 250, 50, 1_000));
  }

  private static int oneByte(DriverOptions options, String key, String fallback) {
    byte[] bytes = options.hex(key, fallback);
    if (bytes.length != 1) {
      throw options.wrong(key, "one byte as hex, such as " + fallback);
    }
    return bytes[0] & 0xFF;
  }

  Security security(int afi) {
    if (afi == onLoan) {
      return Security.CLEARED;
    }
    return afi == inStock ? Security.ARMED : Security.UNKNOWN;
  }
}
