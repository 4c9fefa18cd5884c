package org.libstation.device.starline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.driver.UsbPrinters;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.PrintingExamination;
import org.libstation.device.link.WireBytes;

/// Provides the driver `starline`. README.md here describes its options.
public final class StarPrinterProvider implements DriverProvider {
  private static final int COMMAND = 2;

  @Override
  public String model() {
    return "starline";
  }

  @Override
  public Class<ReceiptPrinter> kind() {
    return ReceiptPrinter.class;
  }

  @Override
  public List<String> reachedBy() {
    return List.of("serial", "tcp", "file");
  }

  /// Traces show only the command: the bytes behind it may be a receipt.
  @Override
  public int shown() {
    return COMMAND;
  }

  @Override
  public Device create(DriverSetup setup) {
    return printer(setup);
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(
        new PrintingExamination(
            (opener, clock, listener) ->
                printer(setup.with(c -> c.clock(clock).listener(listener).opener(opener)))));
  }

  private static StarPrinter printer(DriverSetup setup) {
    DriverOptions options = setup.options();
    int dots = options.number("dots", 576, 192, 1024);
    if (dots % 8 != 0) {
      throw options.wrong("dots", "a multiple of 8");
    }
    return new StarPrinter(
        setup, dots, Duration.ofSeconds(options.number("reprint-seconds", 120, 5, 600)));
  }

  /// Asks for the status in real time. A Star printer prints nothing of this; another make may
  /// print it.
  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    return Optional.of(
        new Greeting(
            WireBytes.of(StarLine.askStatus()),
            false,
            came -> {
              StarStatus.Parser parser = new StarStatus.Parser();
              return parser.take(came, came.length).size() == 1 && parser.takeStrays() == 0;
            }));
  }

  @Override
  public List<ListedDevice> listed() {
    return UsbPrinters.ofThisComputer().list().stream()
        .filter(UsbPrinters.Printer::isStar)
        .map(UsbPrinters.Printer::listed)
        .toList();
  }

  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of("9600", "38400", "115200").stream()
        .map(baud -> new Usual(Map.of("baud", baud), Map.of()))
        .toList();
  }
}
