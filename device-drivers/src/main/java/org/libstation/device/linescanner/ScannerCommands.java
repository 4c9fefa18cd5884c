package org.libstation.device.linescanner;

import java.time.Duration;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.WireBytes;

/// The commands that a scanner of one make understands, from a sheet in `devices/scanners`. A
/// command without bytes is never sent.
///
/// @param enable starts reading until it is disabled
/// @param triggerOn starts reading until something was read or `triggerLasts` is over
/// @param triggerLasts must be shorter than the scanner's own read time-out
/// @param badStops whether the scanner reads nothing after `bad` until it is enabled again
/// @param probe a question that a working scanner answers
/// @param answerEnds last bytes of each answer to the probe
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

  /// The command that starts reading.
  WireBytes start() {
    return enable.length() > 0 ? enable : triggerOn;
  }

  /// The command that ends reading.
  WireBytes stop() {
    return enable.length() > 0 ? disable : triggerOff;
  }

  /// Whether reading ends by itself and must be started again.
  boolean readsOnce() {
    return enable.length() == 0 && triggerOn.length() > 0;
  }

  /// Whether the scanner has a question that it answers.
  boolean answers() {
    return probe.length() > 0;
  }
}
