package org.libstation.device.pdfprinter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.LineTally;
import org.libstation.device.exam.TestSlip;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.receipt.PdfFont;

/// Checks that a font is installed and that the folder can be written; writes a test slip if
/// wished. There is no line to examine.
final class PdfExamination implements Examination {
  private static final long JOB = 1;

  private final String name;
  private final Path folder;

  PdfExamination(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes) {
    LineTally tally = new LineTally();
    List<Found> found = new ArrayList<>();
    String identity = "PDF, " + folder;
    tally.asked();
    tally.answered(java.time.Duration.ZERO);
    if (PdfFont.installed().isEmpty()) {
      found.add(Found.of(DeviceFault.NOT_PRINTED, PdfFont.INSTALL));
    } else if (!writable()) {
      found.add(Found.of(DeviceFault.NO_LINE, folder + " cannot be written"));
    } else if (wishes.print() && wishes.hands().asked(Examiner.ExaminerAct.PRINT)) {
      Optional<Found> failed = print(clock);
      failed.ifPresent(found::add);
      if (failed.isEmpty()) {
        identity = newest().map(file -> "PDF, " + file).orElse(identity);
      }
      wishes.hands().over(Examiner.ExaminerAct.PRINT);
    }
    return tally.end(
        identity, found, wishes.print() ? List.of() : List.of(Examiner.ExaminerAct.PRINT));
  }

  /// Whether the folder can be written, or the directory in which it will be made.
  private boolean writable() {
    Path at = folder.toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return Files.isDirectory(at) && Files.isWritable(at);
  }

  private Optional<Found> print(DeviceClock clock) {
    List<PrintOutcome> ended = new ArrayList<>();
    PdfPrinter printer =
        new PdfPrinter(
            name,
            folder,
            clock,
            event -> {
              if (event instanceof DeviceEvent.PrintEnded over) {
                ended.add(over.outcome());
              }
            });
    boolean taken = printer.print(JOB, TestSlip.receipt());
    printer.step();
    DeviceHealth health = printer.health();
    printer.close();
    if (!taken || ended.isEmpty()) {
      return Optional.of(Found.of(DeviceFault.NOT_PRINTED, health.reason()));
    }
    return switch (ended.getLast()) {
      case PrintOutcome.Confirmed _ -> Optional.empty();
      case PrintOutcome.Unconfirmed unsure ->
          Optional.of(Found.of(DeviceFault.NOT_PRINTED, unsure.code()));
      case PrintOutcome.Failed failed ->
          Optional.of(Found.of(DeviceFault.NOT_PRINTED, failed.reason()));
    };
  }

  /// The newest file: the names begin with the time.
  private Optional<Path> newest() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).max(Path::compareTo);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
