package org.libstation.device.linescanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.BarcodeReader;
import org.libstation.device.Device;
import org.libstation.device.WrongOptionException.Rule;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.exam.Examination;

/// `linescanner`: see README.md here for its options.
public final class LineScannerProvider implements DriverProvider {
  private static final String SHEETS = "scanners";
  private static final String ENDS = "\r\n\t\u0003";

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
    ScanFramer.Settings framing =
        new ScanFramer.Settings(
            prefix(options),
            suffix(options),
            options.number("longest", 128, 1, 4096),
            options.millis("silence", 300, 10, 5000),
            options.choice("partial", "discard", "discard", "deliver").equals("deliver"));
    LineScanner.Settings settings =
        new LineScanner.Settings(
            framing,
            options.millis("same-scan", 1500, 0, 60_000),
            options.choice("codabar-letters", "strip", "strip", "keep").equals("strip"),
            commands(setup));
    return new LineScanner(setup, settings);
  }

  /// Its maker's question, where it has one; a plain scanner answers nothing.
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

  private static String prefix(DriverOptions options) {
    String prefix = text(options.hex("prefix", ""));
    if (prefix.chars().anyMatch(c -> ENDS.indexOf(c) >= 0)) {
      throw options.wrong(
          "prefix", Rule.SCAN_END, List.of(), "no CR, LF, TAB or ETX in it: they end a scan");
    }
    return prefix;
  }

  /// CR, LF, TAB and ETX end a scan whether they are configured or not.
  private static String suffix(DriverOptions options) {
    String suffix = text(options.hex("suffix", ""));
    int end = suffix.length();
    while (end > 0 && ENDS.indexOf(suffix.charAt(end - 1)) >= 0) {
      end--;
    }
    suffix = suffix.substring(0, end);
    if (suffix.chars().anyMatch(c -> ENDS.indexOf(c) >= 0)) {
      throw options.wrong(
          "suffix",
          Rule.SCAN_END,
          List.of(),
          "CR, LF, TAB or ETX at its end only: they end a scan");
    }
    return suffix;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static ScannerCommands commands(DriverSetup setup) {
    DeviceSheet sheet = setup.sheets().chosen(setup.options(), "dialect", SHEETS, "plain");
    return ScannerCommands.of("dialect", sheet);
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(
        new ScannerExamination(commands(setup), prefix(setup.options()), suffix(setup.options())));
  }

  /// By each maker's own question.
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
