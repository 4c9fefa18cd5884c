package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.driver.UsbPrinters;
import org.libstation.device.exam.Examination;
import org.libstation.device.link.WireBytes;

/// Provides the driver `escpos`. README.md here describes its options.
public final class EscPosProvider implements DriverProvider {
  private static final int QUESTIONS = 4;
  private static final int COMMAND = 2;

  @Override
  public String model() {
    return "escpos";
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
    return new EscPosPrinter(
        setup.name(), PrinterSettings.of(setup), setup.opener(), setup.clock(), setup.listener());
  }

  /// Asks for the four real-time states of a printer. Nothing is printed.
  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    if (!PrinterSettings.of(setup).answers()) {
      return Optional.empty();
    }
    ByteArrayOutputStream question = new ByteArrayOutputStream();
    for (int n = 1; n <= QUESTIONS; n++) {
      question.writeBytes(EscPos.askStatus(n));
    }
    return Optional.of(
        new Greeting(WireBytes.of(question.toByteArray()), true, EscPosProvider::isPrinter));
  }

  private static boolean isPrinter(byte[] came) {
    StatusParser parser = new StatusParser();
    List<StatusParser.PrinterStatusMessage> said = parser.take(came, came.length);
    long states =
        said.stream().filter(StatusParser.PrinterStatusMessage.RealTime.class::isInstance).count();
    return states == QUESTIONS && said.size() == QUESTIONS && parser.takeStrays() == 0;
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(new PrinterExamination(setup.name(), PrinterSettings.of(setup)));
  }

  /// Lists USB receipt printers of all makes but Star. Nearly all of them understand ESC/POS, and
  /// many never answer.
  @Override
  public List<ListedDevice> listed() {
    return UsbPrinters.ofThisComputer().list().stream()
        .filter(printer -> !printer.isStar() && !printer.isPagePrinter())
        .map(UsbPrinters.Printer::listed)
        .toList();
  }

  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of("115200", "9600", "19200", "38400").stream()
        .map(baud -> new Usual(Map.of("baud", baud), Map.of()))
        .toList();
  }
}
