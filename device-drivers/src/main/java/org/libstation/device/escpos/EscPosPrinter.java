package org.libstation.device.escpos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Connection;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.Paper;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.receipt.ReceiptFonts;

/// Prints receipts on an ESC/POS printer that answers.
///
/// A job is confirmed only by the mark that the printer answers after all before it was processed;
/// in any other case it failed, and says whether some of it may be on paper. Nothing is ever sent
/// again by itself. After a job that failed half way the remains are cut off before the next one.
public final class EscPosPrinter implements ReceiptPrinter {
  static final String NOT_THERE = "P10";
  static final String SILENT = "P11";
  static final String LOST = "P12";
  static final String UNCONFIRMED = "P13";
  static final String NO_FONT = "P60";

  /// How many jobs may wait.
  static final int JOB_LIMIT = 4;

  private static final Duration READ_WAIT = Duration.ofMillis(50);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

  /// An answer behind a parcel waits until the parcel is through the wire (9600 baud: 1.9 s).
  private static final Duration PARCEL_ANSWER_LIMIT = Duration.ofSeconds(8);

  private static final Duration MARK_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL_EVERY = Duration.ofSeconds(2);
  private static final Duration LOOK_WHILE_WAITING = Duration.ofSeconds(1);
  private static final Duration MARKS_SETTLE = Duration.ofSeconds(1);
  private static final List<Integer> ALL = List.of(1, 2, 3, 4);

  private enum Phase {
    GREETING,
    IDLE,
    CHECKING,
    SENDING,
    ENDING,
    CLEARING
  }

  private record Job(long number, Receipt receipt) {}

  private final String name;
  private final ReceiptJob.Settings settings;
  private final DeviceListener listener;
  private final Connection connection;
  private final StatusParser parser = new StatusParser();
  private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(JOB_LIMIT);
  private final Deque<Integer> toAsk = new ArrayDeque<>();
  private final byte[] buffer = new byte[256];

  private Phase phase = Phase.GREETING;
  private PrinterStatus status = PrinterStatus.FINE;
  private @Nullable Paper paper;
  private int asked;
  private Duration askedAt = Duration.ZERO;
  private Duration answerLimit = ANSWER_LIMIT;
  private Duration lastLook = Duration.ZERO;
  private @Nullable Job job;
  private List<byte[]> parcels = List.of();
  private int sent;
  private int marksOut;
  private Duration markAt = Duration.ZERO;
  private Duration lastMark = Duration.ZERO;
  private boolean barrierAnswered;
  private boolean barrierSent;
  private boolean remains;
  private boolean tornParcel;
  private boolean askedForCause;

  EscPosPrinter(
      String name,
      ReceiptJob.Settings settings,
      LinkOpener opener,
      DeviceClock clock,
      DeviceListener listener) {
    this.name = name;
    this.settings = settings;
    this.listener = listener;
    this.connection = new Connection(name, NOT_THERE, opener, clock, listener);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  @Override
  public boolean print(long job, Receipt receipt) {
    return jobs.offer(new Job(job, receipt));
  }

  @Override
  public void step() {
    try {
      if (connection.connect()) {
        greet();
      }
      ByteLink link = connection.link();
      if (link == null) {
        refuseWaiting(connection.health().code(), connection.health().reason());
        return;
      }
      hear(link.read(buffer, READ_WAIT));
      act(link);
    } catch (LinkLostException e) {
      lost(NOT_THERE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    failJob(LOST, "the station stopped");
    connection.close();
    phase = Phase.GREETING;
  }

  private void greet() throws LinkLostException {
    parser.reset();
    toAsk.clear();
    asked = 0;
    phase = Phase.GREETING;
    status = PrinterStatus.FINE;
    if (tornParcel) {
      // The printer may still wait for the rest of a picture: white rows, or nothing at all in
      // text.
      write(new byte[ReceiptJob.PARCEL_BYTES + 8]);
    }
    toAsk.addAll(ALL);
  }

  private void act(ByteLink link) throws LinkLostException {
    Duration now = connection.now();
    if (asked != 0) {
      if (now.minus(askedAt).compareTo(answerLimit) > 0) {
        lost(SILENT, "it does not answer: is it switched on, is its baud rate right?");
      }
      return;
    }
    if (!toAsk.isEmpty()) {
      asked = toAsk.pop();
      askedAt = now;
      lastLook = now;
      link.write(EscPos.askStatus(asked), WRITE_LIMIT);
      return;
    }
    answerLimit = ANSWER_LIMIT;
    switch (phase) {
      case GREETING -> greeted();
      case IDLE -> idle(now);
      case CHECKING -> begin();
      case SENDING -> send(now);
      case ENDING -> awaitMark(now);
      case CLEARING -> clear(now);
    }
  }

  private void greeted() throws LinkLostException {
    tornParcel = false;
    write(EscPos.initialise());
    write(EscPos.leaveChineseMode());
    write(EscPos.automaticStatus(true));
    tell();
    rest();
  }

  /// Between jobs; what is left of a failed one is cleared away first.
  private void rest() {
    phase = remains ? Phase.CLEARING : Phase.IDLE;
    barrierSent = false;
    barrierAnswered = false;
  }

  private void idle(Duration now) {
    tell();
    if (job == null) {
      job = jobs.poll();
    }
    if (job != null) {
      phase = Phase.CHECKING;
      toAsk.addAll(ALL);
    } else if (now.minus(lastLook).compareTo(POLL_EVERY) >= 0) {
      toAsk.addAll(ALL);
    }
  }

  private void begin() {
    tell();
    Job next = job;
    if (next == null) {
      rest();
      return;
    }
    Optional<PrinterStatus.Trouble> trouble = status.trouble();
    if (trouble.isPresent()) {
      failJob(trouble.get().code(), trouble.get().reason());
      return;
    }
    Optional<String> family = ReceiptFonts.family(next.receipt().language());
    if (family.isEmpty() && ReceiptJob.draws(next.receipt(), settings)) {
      failJob(NO_FONT, ReceiptFonts.INSTALL);
      return;
    }
    parcels = ReceiptJob.parcels(next.receipt(), settings, family.orElse("SansSerif"));
    sent = 0;
    phase = Phase.SENDING;
  }

  private void send(Duration now) throws LinkLostException {
    if (failedByTrouble()) {
      return;
    }
    tornParcel = true;
    if (sent < parcels.size()) {
      write(parcels.get(sent++));
      // The answer shows that the parcel went through the wire, and that it may go on.
      toAsk.add(4);
      toAsk.add(1);
      answerLimit = PARCEL_ANSWER_LIMIT;
      return;
    }
    write(EscPos.endOfJobMark());
    marksOut++;
    markAt = now;
    phase = Phase.ENDING;
  }

  private void awaitMark(Duration now) {
    if (failedByTrouble()) {
      return;
    }
    if (now.minus(markAt).compareTo(MARK_LIMIT) > 0) {
      failJob(UNCONFIRMED, "it did not say that it printed to the end");
    } else if (now.minus(lastLook).compareTo(LOOK_WHILE_WAITING) >= 0) {
      toAsk.addAll(ALL);
    }
  }

  private boolean failedByTrouble() {
    Optional<PrinterStatus.Trouble> trouble = status.trouble();
    if (trouble.isEmpty()) {
      askedForCause = false;
      return false;
    }
    if (!askedForCause) {
      // What one answer says is not the whole: ask for the cause before judging.
      askedForCause = true;
      toAsk.addAll(ALL);
      return true;
    }
    askedForCause = false;
    tell();
    failJob(trouble.get().code(), trouble.get().reason());
    return true;
  }

  /// Waits until everything of the failed job has come out or is known to be gone, then cuts.
  private void clear(Duration now) throws LinkLostException {
    tell();
    Optional<PrinterStatus.Trouble> trouble = status.trouble();
    if (trouble.isPresent()) {
      refuseWaiting(trouble.get().code(), trouble.get().reason());
    } else if (!barrierSent) {
      write(EscPos.endOfJobMark());
      marksOut++;
      barrierSent = true;
      barrierAnswered = false;
      lastMark = now;
      return;
    } else if (marksOut == 0
        || (barrierAnswered && now.minus(lastMark).compareTo(MARKS_SETTLE) >= 0)) {
      write(EscPos.initialise());
      write(EscPos.feedLines(2));
      write(EscPos.cut());
      marksOut = 0;
      remains = false;
      rest();
      return;
    }
    if (now.minus(lastLook).compareTo(LOOK_WHILE_WAITING) >= 0) {
      toAsk.addAll(ALL);
    }
  }

  private void hear(int count) {
    for (StatusParser.Said said : parser.take(buffer, count)) {
      switch (said) {
        case StatusParser.Said.RealTime(int value) -> {
          // One that was not asked for (a picture may contain the question) says nothing we know.
          if (asked != 0) {
            status = status.withAnswer(asked, value);
            asked = 0;
          }
        }
        case StatusParser.Said.Automatic(int first, int second, int third, _) ->
            status = PrinterStatus.ofAutomatic(first, second, third);
        case StatusParser.Said.Queued(_) -> mark();
      }
    }
  }

  private void mark() {
    if (marksOut == 0) {
      return;
    }
    marksOut--;
    lastMark = connection.now();
    Job printed = job;
    if (phase == Phase.ENDING && marksOut == 0 && printed != null) {
      job = null;
      tornParcel = false;
      parcels = List.of();
      listener.on(new DeviceEvent.PrintEnded(name, printed.number(), new PrintOutcome.Confirmed()));
      phase = Phase.IDLE;
      lastLook = Duration.ZERO;
    } else if (phase == Phase.CLEARING && barrierSent) {
      barrierAnswered = true;
    }
  }

  private void failJob(String code, String reason) {
    Job failed = job;
    job = null;
    if (failed != null) {
      boolean begun = sent > 0 && (phase == Phase.SENDING || phase == Phase.ENDING);
      remains |= begun;
      listener.on(
          new DeviceEvent.PrintEnded(
              name, failed.number(), new PrintOutcome.Failed(code, reason, begun)));
    }
    parcels = List.of();
    sent = 0;
    rest();
  }

  private void refuseWaiting(String code, String reason) {
    for (Job waiting = jobs.poll(); waiting != null; waiting = jobs.poll()) {
      listener.on(
          new DeviceEvent.PrintEnded(
              name, waiting.number(), new PrintOutcome.Failed(code, reason, false)));
    }
  }

  private void lost(String code, String reason) {
    boolean torn = tornParcel;
    failJob(code.equals(NOT_THERE) ? LOST : code, reason);
    tornParcel = torn;
    connection.lost(code, reason);
    phase = Phase.GREETING;
  }

  /// Says how it is, where that changed.
  private void tell() {
    Optional<PrinterStatus.Trouble> trouble = status.trouble();
    if (trouble.isPresent()) {
      connection.needsHand(trouble.get().code(), trouble.get().reason());
    } else if (status.paperNearEnd()) {
      connection.needsHand("P1E", "the paper is near its end");
    } else {
      connection.ready("ESC/POS, " + settings.dots() + " dots");
    }
    if (paper != status.paper()) {
      paper = status.paper();
      listener.on(new DeviceEvent.PaperChanged(name, status.paper()));
    }
  }

  private void write(byte[] bytes) throws LinkLostException {
    ByteLink link = connection.link();
    if (link == null) {
      throw new LinkLostException("not connected");
    }
    link.write(bytes, WRITE_LIMIT);
  }
}
