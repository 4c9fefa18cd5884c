package org.libstation.device.escpos;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.SelfNote;
import org.libstation.device.escpos.PrinterSettings.Reprint;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.receipt.ReceiptFonts;

/// Prints one job after the other and knows for each line whether it is on paper.
///
/// A mark follows each parcel, and the next parcel is sent only after the mark came back. So the
/// desk knows exactly which lines are on paper. A printer that loses its power loses at most one
/// parcel, and the missing mark shows this.
///
/// A trouble holds the job. If it is mended in time, the printed piece is cut off, and the rest or
/// the whole receipt is printed. A job whose cut was sent may be complete. It is never printed
/// again unless the printer reported a trouble.
final class PrintDesk {
  static final String UNCONFIRMED = "DP13";
  static final String POWER_CUT = "DP14";
  static final String NO_MARK = "DP15";
  static final String MARKS_MISSING = "DP17";
  static final String WITHDRAWN = "DP18";
  static final String NO_FONT = "DP60";

  private static final Duration LOOK_WHILE_WAITING = Duration.ofSeconds(1);

  /// How long the remains may take to come out if the printer gives no marks.
  private static final Duration LET_OUT = Duration.ofSeconds(3);

  /// Sends bytes to the printer.
  interface PrinterOutput {
    void write(byte[] bytes) throws LinkLostException;
  }

  private enum PrintPhase {
    /// Finding out how the printer marks.
    PREPARING,
    FREE,
    /// A job was taken; the status of the printer is being checked.
    CHECKING,
    SENDING,
    HELD,
    /// Letting the remains of a job come out, and cutting them off.
    CLEARING
  }

  private static final String MARKS_MISSING_WORDS =
      "it does not answer the end-of-job mark it is set to: see the option mark";
  private static final PrintNeed NOTHING = new PrintNeed.Nothing();

  private final PrinterSettings settings;
  private final StatusRound round;
  private final PrinterOutput out;
  private final Marks marks = new Marks();
  private final MarkWays ways;
  private final TroubleWatch troubles;
  private final JobLoader loader;
  private final JobNews news;

  private PrintPhase phase = PrintPhase.PREPARING;
  private @Nullable PrintRun run;
  private boolean remains;
  private boolean torn;
  private boolean powerCut;
  private boolean marksMissing;

  PrintDesk(
      String device,
      PrinterSettings settings,
      StatusRound round,
      PrinterOutput out,
      DeviceListener listener) {
    this.settings = settings;
    this.round = round;
    this.out = out;
    this.ways = new MarkWays(settings.mark(), marks, out);
    this.troubles = new TroubleWatch(settings.reprintWithin());
    this.loader = new JobLoader(settings.style());
    this.news = new JobNews(device, listener);
  }

  /// Describes the printer in a note.
  SelfNote says() {
    return ways.says(settings.style().dots());
  }

  /// Whether the printer's answers may have to wait behind print data.
  boolean busy() {
    return phase != PrintPhase.FREE && phase != PrintPhase.HELD;
  }

  /// Whether no job is under way and nothing of an earlier job remains.
  boolean idle() {
    return phase == PrintPhase.FREE && run == null;
  }

  /// Takes a job; allowed only after [PrintNeed.FreeForJob].
  void take(PrintRun next) {
    run = next;
    phase = PrintPhase.CHECKING;
    if (settings.answers()) {
      round.askAll();
    }
  }

  /// Withdraws the current job, if it has this number.
  void withdraw(long job) {
    if (run != null && run.number() == job) {
      run.withdraw();
    }
  }

  /// Begins anew on a new connection to the printer.
  ///
  /// @return whether so many bytes were sent that an answer takes longer
  boolean connected() throws LinkLostException {
    marks.forget();
    ways.forget();
    powerCut = false;
    troubles.forget();
    phase = PrintPhase.PREPARING;
    boolean filled = torn;
    if (filled) {
      // The printer may still wait for the rest of a picture. It prints these zero bytes as white
      // rows; as text they print nothing.
      out.write(new byte[ReceiptJob.PARCEL_BYTES + 8]);
      torn = false;
    }
    return filled;
  }

  /// The trouble that prevents jobs: the printer does not answer its mark.
  Optional<PrinterStatus.PrinterTrouble> trouble() {
    return marksMissing
        ? Optional.of(new PrinterStatus.PrinterTrouble(MARKS_MISSING, MARKS_MISSING_WORDS, false))
        : Optional.empty();
  }

  /// Handles a lost line. A job that was under way is held until the line is back.
  void disconnected(String code, String reason, Duration now) {
    PrintRun open = run;
    if (open != null && phase == PrintPhase.SENDING) {
      torn = true;
      hold(open, code, reason, now, false);
    } else if (open != null && phase == PrintPhase.CHECKING && !open.begun()) {
      fail(open, code, reason);
    }
    marks.forget();
  }

  /// Fails the held job if its trouble was not mended in time. To be called at each turn, with or
  /// without a line.
  void watchHeld(Duration now) {
    PrintRun open = run;
    if (open != null && open.heldTooLong(settings.reprintWithin(), now)) {
      fail(open, open.code(), open.reason());
    }
  }

  void giveUp(String code, String reason) {
    if (run != null) {
      fail(run, code, reason);
    }
  }

  /// Notes an answer to a mark.
  void marked(Duration now) {
    marks.heard(now);
  }

  void marked(String id, Duration now) {
    if (ways.asked(id)) {
      marks.heard(now);
    }
  }

  void powerWasCut() {
    powerCut = true;
  }

  /// Does one turn. To be called only while no question about the status is open.
  PrintNeed step(Duration now) throws LinkLostException {
    if (powerCut) {
      return new PrintNeed.Resynchronise(POWER_CUT, "it was switched off and on");
    }
    return switch (phase) {
      case PREPARING -> prepare(now);
      case FREE -> new PrintNeed.FreeForJob();
      case CHECKING -> check(now);
      case SENDING -> send(now);
      case HELD -> held(now);
      case CLEARING -> clear(now);
    };
  }

  private PrintNeed prepare(Duration now) throws LinkLostException {
    Optional<PrinterStatus.PrinterTrouble> trouble = round.status().trouble();
    if (trouble.isPresent()) {
      marks.postpone(now);
      look(now);
      return new PrintNeed.Refuse(trouble.get().code(), trouble.get().reason());
    }
    return switch (ways.prepare(now)) {
      case WORKING -> NOTHING;
      case READY -> {
        marksMissing = false;
        rest();
        yield NOTHING;
      }
      case UNABLE -> {
        marksMissing = true;
        marks.forget();
        yield new PrintNeed.Refuse(MARKS_MISSING, MARKS_MISSING_WORDS);
      }
    };
  }

  /// Chooses the next phase; what is left of a job is cleared away first.
  private void rest() {
    troubles.forget();
    if (!ways.known()) {
      phase = PrintPhase.PREPARING;
    } else {
      marks.forget();
      phase = remains ? PrintPhase.CLEARING : run != null ? PrintPhase.CHECKING : PrintPhase.FREE;
    }
  }

  private PrintNeed check(Duration now) throws LinkLostException {
    PrintRun next = run;
    if (next == null) {
      rest();
      return NOTHING;
    }
    if (next.withdrawn()) {
      fail(next, WITHDRAWN, "nobody waits for it any more");
      return NOTHING;
    }
    Optional<PrinterStatus.PrinterTrouble> trouble = round.status().trouble();
    if (trouble.isPresent()) {
      if (next.begun()) {
        phase = PrintPhase.HELD;
      } else {
        fail(next, trouble.get().code(), trouble.get().reason());
      }
      return NOTHING;
    }
    // This check notices a power cut of an idle printer before any paper is used.
    switch (ways.stillThere(now)) {
      case WORKING -> {
        return NOTHING;
      }
      case UNABLE -> {
        ways.forget();
        marks.forget();
        phase = PrintPhase.PREPARING;
        return NOTHING;
      }
      case READY -> marks.forget();
    }
    if (settings.answers()) {
      out.write(EscPos.automaticStatus(true));
    }
    begin(next);
    return NOTHING;
  }

  private void begin(PrintRun next) {
    // Without marks it is unknown where the rest begins.
    boolean whole = settings.reprint() == Reprint.WHOLE || !ways.marks();
    if (loader.load(next, whole)) {
      phase = PrintPhase.SENDING;
      news.printing(next);
    } else {
      fail(next, NO_FONT, ReceiptFonts.INSTALL);
    }
  }

  private PrintNeed send(Duration now) throws LinkLostException {
    PrintRun open = run;
    if (open == null) {
      rest();
      return NOTHING;
    }
    if (inTrouble(open, now)) {
      return NOTHING;
    }
    switch (marks.state(now)) {
      case NONE -> sendNext(open, now);
      case WAITING -> look(now);
      case DONE -> {
        marks.forget();
        open.confirm();
        news.printing(open);
        sendNext(open, now);
      }
      case SHORT -> {
        return new PrintNeed.Resynchronise(
            POWER_CUT, "the printer lost the data it had received: was its power cut?");
      }
      case LATE -> {
        return new PrintNeed.Resynchronise(
            UNCONFIRMED, "the printer did not confirm that it printed the data");
      }
    }
    return NOTHING;
  }

  private void sendNext(PrintRun open, Duration now) throws LinkLostException {
    if (!open.hasNext()) {
      end(
          open,
          ways.marks()
              ? new PrintOutcome.Confirmed()
              : new PrintOutcome.Unconfirmed(
                  NO_MARK, "this printer does not say whether it printed"));
      return;
    }
    out.write(open.next().bytes());
    if (ways.marks()) {
      ways.ask(now);
    } else if (settings.answers()) {
      // The answer shows at least that the parcel passed the wire.
      open.confirm();
      round.askAll();
    } else {
      open.confirm();
    }
  }

  private boolean inTrouble(PrintRun open, Duration now) {
    return switch (troubles.judge(round, now)) {
      case TroubleWatch.TroubleJudgement.NoTrouble _ -> false;
      case TroubleWatch.TroubleJudgement.CauseAsked _ -> true;
      case TroubleWatch.TroubleJudgement.Passing _ -> {
        // The printer continues by itself and prints everything it was sent.
        marks.postpone(now);
        look(now);
        yield true;
      }
      case TroubleWatch.TroubleJudgement.Stops(PrinterStatus.PrinterTrouble found) -> {
        marks.postpone(now);
        hold(open, found.code(), found.reason(), now, true);
        yield true;
      }
    };
  }

  /// @param told whether the printer itself reported a trouble, so that something is surely missing
  private void hold(PrintRun open, String code, String reason, Duration now, boolean told) {
    if (!open.begun()) {
      fail(open, code, reason);
      return;
    }
    remains = true;
    if (open.cutSent() && !told) {
      remains = false;
      end(open, new PrintOutcome.Unconfirmed(code, reason));
    } else if (settings.reprint() == Reprint.NOTHING || !open.mayBeginAnew()) {
      fail(open, code, reason);
    } else {
      open.hold(now, code, reason);
      marks.forget();
      phase = PrintPhase.HELD;
      news.held(open, code, reason);
    }
  }

  private PrintNeed held(Duration now) {
    if (run == null || round.status().trouble().isEmpty()) {
      rest();
    } else {
      look(now);
    }
    return NOTHING;
  }

  /// Waits until everything of the failed job has come out or is known to be lost, then cuts.
  private PrintNeed clear(Duration now) throws LinkLostException {
    Optional<PrinterStatus.PrinterTrouble> trouble = round.status().trouble();
    if (trouble.isPresent()) {
      marks.forget();
      look(now);
      return new PrintNeed.Refuse(trouble.get().code(), trouble.get().reason());
    }
    switch (marks.state(now)) {
      case NONE -> {
        if (ways.marks()) {
          out.write(EscPos.mark());
          marks.askAll(now);
        } else {
          marks.askAll(now.plus(LET_OUT));
          marks.heard(now.plus(LET_OUT).minus(Marks.QUIET));
        }
      }
      case WAITING -> look(now);
      case DONE, SHORT -> {
        PrintRun open = run;
        if (open == null || !open.onlyCutMissing()) {
          out.write(EscPos.initialise());
          out.write(EscPos.feedLines(2));
          out.write(settings.style().sheet().ending());
        }
        remains = false;
        rest();
      }
      case LATE -> {
        return new PrintNeed.Resynchronise(UNCONFIRMED, "it does not answer its marks");
      }
    }
    return NOTHING;
  }

  private void look(Duration now) {
    if (settings.answers()) {
      round.askAfter(LOOK_WHILE_WAITING, now);
    }
  }

  private void fail(PrintRun open, String code, String reason) {
    end(open, new PrintOutcome.Failed(code, reason, open.failedLine()));
  }

  private void end(PrintRun open, PrintOutcome outcome) {
    run = null;
    news.ended(open, outcome);
    rest();
  }
}
