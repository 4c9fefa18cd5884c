package org.libstation.device.keyscanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.ScanIntake;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.ScanVerdict;

/// Provides the driver `keyscanner`. README.md here describes its options.
public final class KeyScannerProvider implements DriverProvider {
  static final String SHEETS = "keyboards";
  static final String LAYOUT = "layout";
  static final String USUAL_LAYOUT = "us";

  /// Three times the events that a keyboard polled a thousand times a second can send. A long code
  /// at full speed is therefore accepted.
  private static final int MOST_BYTES = 256 * 1024;

  @Override
  public String model() {
    return "keyscanner";
  }

  @Override
  public Class<BarcodeReader> kind() {
    return BarcodeReader.class;
  }

  @Override
  public List<String> reachedBy() {
    return List.of("evdev", "hidraw");
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public String usualAddress(String name, DeviceSheets sheets) {
    return "evdev:/dev/libstation/" + name;
  }

  @Override
  public List<Listening> listening(DeviceSheets sheets) {
    return TypingPlaces.ofThisComputer().list(sheets);
  }

  @Override
  public Device create(DriverSetup setup) {
    DriverOptions options = setup.options();
    if (isPos(setup)) {
      return new KeyScanner(
          setup,
          new KeyScanner.KeyScannerSettings(
              ScanIntake.ScanSettings.of(options, false), Duration.ZERO, true),
          new PosTyping());
    }
    boolean ended = options.choice("end", "key", "key", "silence").equals("key");
    return new KeyScanner(
        setup,
        new KeyScanner.KeyScannerSettings(
            ScanIntake.ScanSettings.of(options, !ended),
            options.millis("slowest", 60, 0, 5000),
            ended),
        keys(setup));
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    ScanFramer.FramingSettings framing =
        ScanIntake.ScanSettings.of(setup.options(), false).framing();
    ScanVerdict verdict = new ScanVerdict(framing.prefix(), framing.suffix());
    return Optional.of(
        isPos(setup)
            ? new KeyScannerExamination("HID-POS", new PosTyping(), verdict)
            : new KeyScannerExamination(
                "keyboard, " + setup.options().text(LAYOUT, USUAL_LAYOUT), keys(setup), verdict));
  }

  private static boolean isPos(DriverSetup setup) {
    return setup.address().scheme().equals("hidraw");
  }

  private static KeystrokeDecoder keys(DriverSetup setup) {
    return new KeyTyping(
        KeyLayout.of(LAYOUT, setup.sheets().chosen(setup.options(), LAYOUT, SHEETS, USUAL_LAYOUT)));
  }
}
