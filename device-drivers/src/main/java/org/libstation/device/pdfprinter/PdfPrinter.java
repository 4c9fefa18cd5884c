package org.libstation.device.pdfprinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.PrintQueue;
import org.libstation.device.driver.ToldHealth;
import org.libstation.device.receipt.PdfFont;
import org.libstation.device.receipt.PdfReceipt;

/// Writes each receipt as a PDF file into one folder; time and job number make the file's name.
public final class PdfPrinter implements ReceiptPrinter {
  static final String NO_FONT = "DP60";
  static final String NO_FOLDER = "DP61";
  static final String NOT_DRAWN = "DP62";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final String name;
  private final Path folder;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final PrintQueue jobs;
  private final ToldHealth health;

  PdfPrinter(String name, Path folder, DeviceClock clock, DeviceListener listener) {
    this.name = name;
    this.folder = folder;
    this.clock = clock;
    this.listener = listener;
    this.jobs = new PrintQueue(name, listener);
    this.health =
        new ToldHealth(
            name,
            listener,
            new DeviceHealth.Connecting(
                clock.instant(), 0, NO_FOLDER, "not looked at yet: " + folder));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return health.get();
  }

  @Override
  public boolean print(long job, Receipt receipt) {
    return jobs.offer(job, receipt);
  }

  @Override
  public void withdraw(long job) {
    // Nothing to do: no other patron can take a file away by mistake.
  }

  @Override
  public void step() {
    look();
    PrintQueue.PrintJob job = jobs.poll();
    if (job == null) {
      return;
    }
    PrintOutcome outcome = outcome(job);
    listener.on(new DeviceEvent.PrintEnded(name, job.number(), outcome));
  }

  @Override
  public void close() {
    // There is no link to close.
  }

  private PrintOutcome outcome(PrintQueue.PrintJob job) {
    DeviceHealth now = health.get();
    if (!(now instanceof DeviceHealth.Ready)) {
      return new PrintOutcome.Failed(now.code(), now.reason(), 0);
    }
    Path file = folder.resolve(STAMP.format(clock.instant()) + "-" + job.number() + ".pdf");
    try {
      PdfReceipt.write(job.receipt(), file);
      return new PrintOutcome.Confirmed();
    } catch (IOException | UncheckedIOException e) {
      return new PrintOutcome.Failed(NO_FOLDER, file + ": " + e.getMessage(), 0);
    } catch (RuntimeException e) {
      // The listener must hear of each job, even if the receipt cannot be drawn.
      return new PrintOutcome.Failed(
          NOT_DRAWN, "this receipt cannot be drawn: " + e.getMessage(), 0);
    }
  }

  private void look() {
    if (PdfFont.installed().isEmpty()) {
      health.become(new DeviceHealth.NeedsHand(clock.instant(), NO_FONT, PdfFont.INSTALL));
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      health.become(
          new DeviceHealth.NeedsHand(
              clock.instant(), NO_FOLDER, folder + " cannot be written: " + e.getMessage()));
      return;
    }
    health.become(
        new DeviceHealth.Ready(
            clock.instant(),
            List.of(SelfNote.of("PDF", "PDF files in %s", folder)),
            clock.instant()));
  }
}
