package org.libstation.device.linescanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.driver.ScanIntake;
import org.libstation.device.exam.Examination;

/// Provides the driver `linescanner`. README.md here describes its options.
public final class LineScannerProvider implements DriverProvider {
  private static final String SHEETS = "scanners";

  @Override
  public String model() {
    return "linescanner";
  }

  @Override
  public Class<BarcodeReader> kind() {
    return BarcodeReader.class;
  }

  @Override
  public Device create(DriverSetup setup) {
    DriverOptions options = setup.options();
    boolean deliver = options.choice("partial", "discard", "discard", "deliver").equals("deliver");
    return new LineScanner(setup, ScanIntake.ScanSettings.of(options, deliver), commands(setup));
  }

  /// The question of the scanner's make, if there is one; a plain scanner answers nothing.
  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    ScannerCommands commands = commands(setup);
    if (!commands.answers()) {
      return Optional.empty();
    }
    return Optional.of(
        new Greeting(
            commands.probe(),
            false,
            came -> {
              ScannerProbe probe = new ScannerProbe(commands.answerEnds());
              probe.asked(Duration.ZERO);
              return probe.take(came).answered();
            }));
  }

  private static ScannerCommands commands(DriverSetup setup) {
    DeviceSheet sheet = setup.sheets().chosen(setup.options(), "dialect", SHEETS, "plain");
    return ScannerCommands.of("dialect", sheet);
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    ScanFramer.FramingSettings framing =
        ScanIntake.ScanSettings.of(setup.options(), false).framing();
    return Optional.of(new ScannerExamination(commands(setup), framing.prefix(), framing.suffix()));
  }

  /// Tries the question of each make.
  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    List<Usual> all = new ArrayList<>();
    for (String baud : List.of("9600", "115200")) {
      for (String maker : sheets.names(SHEETS)) {
        all.add(new Usual(Map.of("baud", baud), Map.of("dialect", maker)));
      }
    }
    return List.copyOf(all);
  }
}
