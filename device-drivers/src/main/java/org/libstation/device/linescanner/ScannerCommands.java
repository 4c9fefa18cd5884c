package org.libstation.device.linescanner;

import java.time.Duration;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.WireBytes;

/// What a scanner's maker lets a host say to it; from a sheet in `devices/scanners`. A command that
/// has no bytes is not sent.
///
/// @param enable starts reading, and it goes on
/// @param triggerOn starts reading until something was read or `triggerLasts` is over
/// @param triggerLasts shorter than the scanner's own read time-out
/// @param badStops after `bad` it reads nothing until it is enabled again
/// @param probe a question a living scanner answers
/// @param answerEnds how each answer to it ends
record ScannerCommands(
    String maker,
    WireBytes enable,
    WireBytes disable,
    WireBytes triggerOn,
    WireBytes triggerOff,
    Duration triggerLasts,
    WireBytes good,
    WireBytes bad,
    boolean badStops,
    WireBytes probe,
    WireBytes answerEnds) {

  private static final int LONGEST_COMMAND = 64;

  static ScannerCommands of(String option, DeviceSheet sheet) {
    return sheet.read(option, ScannerCommands::read);
  }

  private static ScannerCommands read(DriverOptions options) {
    options.text("source", "");
    ScannerCommands read =
        new ScannerCommands(
            options.text("maker", ""),
            bytes(options, "enable"),
            bytes(options, "disable"),
            bytes(options, "trigger.on"),
            bytes(options, "trigger.off"),
            options.millis("trigger.lasts", 0, 0, 600_000),
            bytes(options, "beep.good"),
            bytes(options, "beep.bad"),
            options.flag("beep.bad-stops-reading", false),
            bytes(options, "probe"),
            bytes(options, "probe.answer-ends"));
    pair(options, "enable", read.enable, "disable", read.disable);
    pair(options, "trigger.on", read.triggerOn, "trigger.off", read.triggerOff);
    pair(options, "probe", read.probe, "probe.answer-ends", read.answerEnds);
    return read;
  }

  private static WireBytes bytes(DriverOptions options, String key) {
    byte[] bytes = options.hex(key, "");
    if (bytes.length > LONGEST_COMMAND) {
      throw options.wrong(key, "at most " + LONGEST_COMMAND + " bytes");
    }
    return WireBytes.of(bytes);
  }

  private static void pair(
      DriverOptions options, String one, WireBytes first, String other, WireBytes second) {
    if (first.length() > 0 && second.length() == 0) {
      throw options.wrong(other, "bytes too, since '" + one + "' has some");
    }
    if (first.length() == 0 && second.length() > 0) {
      throw options.wrong(one, "bytes too, since '" + other + "' has some");
    }
  }

  /// Starts reading.
  WireBytes start() {
    return enable.length() > 0 ? enable : triggerOn;
  }

  /// Ends reading.
  WireBytes stop() {
    return enable.length() > 0 ? disable : triggerOff;
  }

  /// Whether reading ends by itself and must be started again.
  boolean readsOnce() {
    return enable.length() == 0 && triggerOn.length() > 0;
  }

  boolean answers() {
    return probe.length() > 0;
  }
}
