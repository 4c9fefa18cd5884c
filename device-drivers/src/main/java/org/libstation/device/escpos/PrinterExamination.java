package org.libstation.device.escpos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.DeviceClock;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.LineTally;
import org.libstation.device.exam.TestPrint;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Examines a printer for a technician's check: its status, its end-of-job mark, and whether it
/// remembers its macro. If wished, the driver prints a test slip.
final class PrinterExamination implements Examination {
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration MARK = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofMillis(80);
  private static final int ROUNDS = 2;
  private static final int QUESTIONS = 4;

  private final String name;
  private final PrinterSettings settings;

  PrinterExamination(String name, PrinterSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    LineTally tally = new LineTally();
    List<Found> found = new ArrayList<>();
    if (!settings.answers()) {
      writes(opener, clock, wishes, tally, found);
      return tally.end("", found, wishes.print() ? List.of() : List.of(Examiner.ExaminerAct.PRINT));
    }
    boolean keeps;
    boolean online;
    try (ExamTalk talk = new ExamTalk(opener.open(), clock)) {
      Optional<PrinterStatus> status = status(talk, tally);
      status.ifPresent(it -> found.addAll(troubles(it)));
      online = status.filter(it -> it.trouble().isEmpty()).isPresent();
      keeps = online && marks(talk, found);
    }
    if (online) {
      print(opener, clock, wishes, tally, found);
    }
    if (keeps && found.stream().noneMatch(it -> it.fault().isFault())) {
      try (ExamTalk talk = new ExamTalk(opener.open(), clock)) {
        stillKept(talk).ifPresent(found::add);
      }
    }
    return tally.end(
        tally.anyAnswer() ? "ESC/POS, " + settings.style().dots() + " px" : "",
        found,
        wishes.print() ? List.of() : List.of(Examiner.ExaminerAct.PRINT));
  }

  /// Examines a printer that can only be written to. It is not asked anything, but its port may
  /// report a trouble.
  private void writes(
      LinkOpener opener, DeviceClock clock, ExamWishes wishes, LineTally tally, List<Found> found)
      throws LinkLostException {
    try (ByteLink link = opener.open()) {
      link.portStatus().ifPresent(it -> found.addAll(troubles(PrinterStatus.ofPort(it))));
    }
    print(opener, clock, wishes, tally, found);
  }

  private void print(
      LinkOpener opener, DeviceClock clock, ExamWishes wishes, LineTally tally, List<Found> found) {
    boolean can = found.stream().noneMatch(it -> it.fault().isFault());
    if (can && wishes.print() && wishes.hands().asked(Examiner.ExaminerAct.PRINT)) {
      TestPrint slip = new TestPrint();
      ReceiptPrinter printer = new EscPosPrinter(name, settings, opener, clock, slip);
      try {
        slip.run(printer, clock, tally).ifPresent(found::add);
      } finally {
        printer.close();
      }
      wishes.hands().over(Examiner.ExaminerAct.PRINT);
    }
  }

  private static Optional<PrinterStatus> status(ExamTalk talk, LineTally tally)
      throws LinkLostException {
    PrinterStatus status = PrinterStatus.FINE;
    boolean any = false;
    for (int question = 0; question < ROUNDS * QUESTIONS; question++) {
      int n = question % QUESTIONS + 1;
      tally.asked();
      Duration begun = talk.now();
      talk.send(EscPos.askStatus(n));
      byte[] came = talk.listen(ANSWER, QUIET, bytes -> bytes.length >= 1);
      StatusParser parser = new StatusParser();
      Optional<Integer> value =
          parser.take(came, came.length).stream()
              .filter(StatusParser.PrinterStatusMessage.RealTime.class::isInstance)
              .map(StatusParser.PrinterStatusMessage.RealTime.class::cast)
              .map(StatusParser.PrinterStatusMessage.RealTime::value)
              .findFirst();
      if (value.isPresent()) {
        any = true;
        status = status.withAnswer(n, value.get());
        tally.answered(talk.now().minus(begun));
      } else {
        tally.odd(came.length == 0 ? DeviceFault.UNANSWERED : DeviceFault.NOISE);
        if (!any && question == 1) {
          break;
        }
      }
    }
    return any ? Optional.of(status) : Optional.empty();
  }

  private static List<Found> troubles(PrinterStatus status) {
    List<Found> found = new ArrayList<>();
    status
        .trouble()
        .map(
            it ->
                Found.of(
                    DeviceFault.ofHealth(it.code()).orElse(DeviceFault.PRINTER_BROKEN), it.code()))
        .ifPresent(found::add);
    if (status.paperNearEnd() && !status.paperEnd()) {
      found.add(Found.of(DeviceFault.PAPER_NEAR_END, "DP1E"));
    }
    return found;
  }

  /// @return whether the printer stores a macro, so that a power cut shows later
  private boolean marks(ExamTalk talk, List<Found> found) throws LinkLostException {
    if (settings.mark() == PrinterSettings.PrintedMark.NONE) {
      return false;
    }
    talk.send(EscPos.keepMark());
    talk.send(EscPos.mark());
    // A printer may also run the macro while it is defined: one answer or two.
    byte[] first = talk.listen(MARK, QUIET, _ -> false);
    if (first.length == 0) {
      found.add(Found.of(DeviceFault.NO_MARK, "DP17"));
      return false;
    }
    return answers(talk) == 2;
  }

  private static int answers(ExamTalk talk) throws LinkLostException {
    talk.send(EscPos.obeyMacro());
    talk.send(EscPos.mark());
    return talk.listen(MARK, QUIET, bytes -> bytes.length >= 2).length;
  }

  /// Reports a power cut if the printer has forgotten its macro since the first question.
  private static Optional<Found> stillKept(ExamTalk talk) throws LinkLostException {
    int answers = answers(talk);
    return answers == 1 ? Optional.of(Found.of(DeviceFault.POWER_CUT, "DP14")) : Optional.empty();
  }
}
