package org.libstation.station.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.libstation.device.Device;
import org.libstation.device.DeviceHealth;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.receipt.PdfReceipt;
import org.libstation.site.DeviceName;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A printer that also stores each receipt as PDF, for demo and training stations. A live station
/// stores none.
final class KeptReceipts implements ReceiptPrinter {
  private static final Logger log = LoggerFactory.getLogger(KeptReceipts.class);

  private final ReceiptPrinter printer;
  private final Path directory;
  private final AtomicInteger next;

  private KeptReceipts(ReceiptPrinter printer, Path directory, int next) {
    this.printer = printer;
    this.directory = directory;
    this.next = new AtomicInteger(next);
  }

  /// Wraps the printer if the site's settings ask for stored receipts.
  ///
  /// @throws SiteProblem if a live station is told to store them
  static Map<DeviceName, Device> around(
      Map<DeviceName, Device> devices, StationSettings settings, Path site) {
    Map<DeviceName, Device> all = new LinkedHashMap<>(devices);
    if (settings.receipts().isEmpty()
        || !(devices.get(DeviceName.PRINTER) instanceof ReceiptPrinter printer)) {
      return all;
    }
    if (settings.mode() == StationSettings.Mode.LIVE) {
      throw new SiteProblem(
          "station.yaml: station.receipts: expected no value on a live station: receipts are not"
              + " kept there");
    }
    Path directory = site.resolve(settings.receipts());
    try {
      Files.createDirectories(directory);
      try (var files = Files.list(directory)) {
        all.put(DeviceName.PRINTER, new KeptReceipts(printer, directory, (int) files.count() + 1));
      }
    } catch (IOException e) {
      throw new SiteProblem(directory + " cannot be made: " + e.getMessage());
    }
    return all;
  }

  @Override
  public boolean print(long job, Receipt receipt) {
    Path file =
        directory.resolve(String.format(Locale.ROOT, "receipt-%03d.pdf", next.getAndIncrement()));
    // A program that watches the directory thus finds a whole file or none.
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      PdfReceipt.write(receipt, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      // The stored copy is only for observers, so its failure does not stop the printing.
      log.warn("{} was not kept: {}", file.getFileName(), e.getMessage());
    }
    return printer.print(job, receipt);
  }

  @Override
  public void withdraw(long job) {
    printer.withdraw(job);
  }

  @Override
  public String name() {
    return printer.name();
  }

  @Override
  public DeviceHealth health() {
    return printer.health();
  }

  @Override
  public void step() {
    printer.step();
  }

  @Override
  public Duration leisure() {
    return printer.leisure();
  }

  @Override
  public void close() {
    printer.close();
  }
}
