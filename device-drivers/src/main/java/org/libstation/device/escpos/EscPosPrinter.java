package org.libstation.device.escpos;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.PrintQueue;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Prints receipts on an ESC/POS printer. Keeps the connection, asks for the printer's status, and
/// gives its jobs one by one to a [PrintDesk].
public final class EscPosPrinter implements ReceiptPrinter {
  static final String NOT_THERE = "DP10";
  static final String SILENT = "DP11";
  static final String LOST = "DP12";

  private static final Duration READ_WAIT = Duration.ofMillis(100);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);

  /// Longest wait for an answer behind a parcel: the parcel must pass the wire first (1.9 s at 9600
  /// baud).
  private static final Duration PARCEL_ANSWER_LIMIT = Duration.ofSeconds(8);

  private static final Duration POLL_EVERY = Duration.ofSeconds(2);

  /// How often a jammed cutter is told to continue: often at first, while a person is likely to be
  /// clearing it.
  private static final Duration RECOVER_EVERY = Duration.ofSeconds(5);

  private static final Duration RECOVER_LATER = Duration.ofMinutes(1);
  private static final int SOON = 12;

  /// From this many unknown bytes on, the input counts as nonsense. While an answer is overdue,
  /// [#OVERDUE_LIMIT] bytes suffice.
  private static final int NONSENSE_LIMIT = 32;

  private static final int OVERDUE_LIMIT = 4;

  /// How often the driver connects to look at the status, if the line is not kept open between
  /// jobs.
  private static final Duration VISIT_EVERY = Duration.ofSeconds(15);

  /// How long a job waits for a line that another computer is using.
  private static final Duration BUSY_LIMIT = Duration.ofSeconds(20);

  /// Unknown bytes further apart than this are not added up, so that an occasional disturbed byte
  /// does no harm.
  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

  private final String name;
  private final PrinterSettings settings;
  private final boolean atPath;
  private final Connection connection;
  private final StatusParser parser = new StatusParser();
  private final StatusRound round = new StatusRound();
  private final PrintQueue jobs;
  private final PrintDesk desk;
  private final byte[] buffer = new byte[256];

  private boolean greeted;
  private boolean filled;
  private Duration recoveredAt = Duration.ZERO;
  private int recoveries;
  private int strays;
  private Duration lastStray = Duration.ZERO;
  private Duration portAskedAt = Duration.ofDays(-1);
  private boolean away;
  private Duration nextVisit = Duration.ZERO;
  private @Nullable Duration missedSince;

  EscPosPrinter(
      String name,
      PrinterSettings settings,
      LinkOpener opener,
      DeviceClock clock,
      DeviceListener listener) {
    this.name = name;
    this.settings = settings;
    this.jobs = new PrintQueue(name, listener);
    this.atPath = opener.path().isPresent();
    this.connection = new Connection(name, NOT_THERE, opener, clock, listener);
    this.desk = new PrintDesk(name, settings, round, this::write, listener);
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
    return jobs.offer(job, receipt);
  }

  @Override
  public void withdraw(long job) {
    jobs.withdraw(job);
  }

  @Override
  public void step() {
    try {
      jobs.endWithdrawn(PrintDesk.WITHDRAWN, desk::withdraw);
      desk.watchHeld(connection.now());
      if (away && jobs.isEmpty() && connection.now().compareTo(nextVisit) < 0) {
        return;
      }
      away = false;
      boolean fresh = connection.connect();
      if (fresh) {
        greet();
      }
      ByteLink link = connection.link();
      if (link == null) {
        miss();
        return;
      }
      // A new link is asked at once, without waiting for input. Until a printer has answered,
      // nothing else is written: the port may belong to another device.
      hear(link.read(buffer, fresh ? Duration.ZERO : READ_WAIT));
      askPort(link);
      act();
    } catch (LinkLostException e) {
      lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Duration leisure() {
    if (!away) {
      return connection.leisure();
    }
    Duration left = nextVisit.minus(connection.now());
    return !jobs.isEmpty() || left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void close() {
    desk.giveUp(LOST, "the station stopped");
    jobs.failAll(LOST, "the station stopped");
    connection.close();
  }

  /// Reads the port's own status if the printer does not answer questions.
  private void askPort(ByteLink link) {
    if (!settings.answers() && connection.now().compareTo(portAskedAt.plus(POLL_EVERY)) >= 0) {
      portAskedAt = connection.now();
      link.portStatus().ifPresent(status -> round.toldByPort(PrinterStatus.ofPort(status)));
    }
  }

  /// Handles a line that cannot be opened. If other computers may use the line, the jobs wait up to
  /// [#BUSY_LIMIT]; otherwise they fail at once.
  private void miss() {
    Duration now = connection.now();
    if (missedSince == null || jobs.isEmpty()) {
      missedSince = now;
    }
    if (settings.holdsLine()) {
      jobs.failAll(connection.health().code(), connection.health().reason());
    } else if (now.minus(missedSince).compareTo(BUSY_LIMIT) > 0) {
      jobs.failAll(
          connection.health().code(),
          connection.health().reason()
              + " (it takes one connection: does another computer print?)");
    }
  }

  private void greet() throws LinkLostException {
    parser.reset();
    round.reset();
    recoveries = 0;
    greeted = false;
    filled = desk.connected();
    if (settings.answers()) {
      round.askAll();
    }
  }

  private void act() throws LinkLostException {
    Duration now = connection.now();
    Duration limit = filled || (greeted && desk.busy()) ? PARCEL_ANSWER_LIMIT : settings.answer();
    if (strays >= NONSENSE_LIMIT || (strays >= OVERDUE_LIMIT && round.overdue(limit, now))) {
      nonsense();
    } else if (round.overdue(limit, now)) {
      lost(SILENT, silence());
    } else if (round.worthAskingAgain(limit, now)) {
      write(EscPos.askStatus(round.again()));
    } else if (round.waits()) {
      return;
    } else if (round.hasNext()) {
      write(EscPos.askStatus(round.next(now)));
    } else if (!greeted) {
      write(EscPos.initialise());
      write(EscPos.leaveChineseMode());
      if (settings.answers()) {
        write(EscPos.automaticStatus(true));
      }
      greeted = true;
      filled = false;
      tell();
    } else {
      tell();
      recoverCutter(now);
      work(now);
      if (!settings.holdsLine() && jobs.isEmpty() && desk.idle() && !round.asksOrWaits()) {
        tell();
        missedSince = null;
        away = true;
        nextVisit = now.plus(VISIT_EVERY);
        connection.letGo();
      }
    }
  }

  private String silence() {
    ByteLink link = connection.link();
    return link != null && link.portStatus().isPresent()
        ? "its port answers and it does not: a printer that can only be written to (answers:"
            + " false)?"
        : "it does not answer: is it switched on" + (atPath ? ", is its baud rate right?" : "?");
  }

  private void work(Duration now) throws LinkLostException {
    switch (desk.step(now)) {
      case PrintNeed.Nothing _ -> {}
      case PrintNeed.FreeForJob _ -> {
        PrintQueue.PrintJob next = jobs.poll();
        if (next != null) {
          desk.take(new PrintRun(next.number(), next.receipt()));
        } else if (settings.answers()) {
          round.askAfter(POLL_EVERY, now);
        }
      }
      case PrintNeed.Refuse(String code, String reason) -> jobs.failAll(code, reason);
      case PrintNeed.Resynchronise(String code, String reason) -> lost(code, reason);
    }
  }

  /// Tells the printer to continue. A cutter error stays until then, even after its cause was
  /// removed.
  private void recoverCutter(Duration now) throws LinkLostException {
    Duration pause = recoveries < SOON ? RECOVER_EVERY : RECOVER_LATER;
    if (!round.status().cutterError()) {
      recoveries = 0;
    } else if (now.minus(recoveredAt).compareTo(pause) >= 0) {
      recoveries++;
      recoveredAt = now;
      write(EscPos.recover());
      round.askAll();
    }
  }

  private void hear(int count) {
    for (StatusParser.PrinterStatusMessage said : parser.take(buffer, count)) {
      switch (said) {
        case StatusParser.PrinterStatusMessage.RealTime(int value) -> round.answered(value);
        case StatusParser.PrinterStatusMessage.Automatic(int first, int second, int third, _) ->
            round.told(PrinterStatus.ofAutomatic(first, second, third));
        case StatusParser.PrinterStatusMessage.QueuedAnswer _ -> desk.marked(connection.now());
        case StatusParser.PrinterStatusMessage.Named(String id) ->
            desk.marked(id, connection.now());
        case StatusParser.PrinterStatusMessage.PrinterSwitchedOn _ -> desk.powerWasCut();
      }
    }
    doubt(parser.takeStrays());
  }

  private void doubt(int fresh) {
    if (fresh > 0) {
      Duration now = connection.now();
      strays = now.minus(lastStray).compareTo(FORGOTTEN_AFTER) > 0 ? fresh : strays + fresh;
      lastStray = now;
    }
  }

  private void nonsense() {
    strays = 0;
    String reason =
        "the bytes received are not an answer of a printer: another device, or the wrong speed";
    desk.disconnected(Connection.NONSENSE, reason, connection.now());
    connection.nonsense(reason);
  }

  private void lost(String code, String reason) {
    desk.disconnected(code.equals(NOT_THERE) ? LOST : code, reason, connection.now());
    connection.lost(code, reason);
  }

  /// Reports the printer's health, if it changed.
  private void tell() {
    PrinterStatus status = round.status();
    status
        .trouble()
        .or(desk::trouble)
        .ifPresentOrElse(
            trouble -> connection.needsHand(trouble.code(), trouble.reason()),
            () -> {
              if (status.paperNearEnd()) {
                connection.needsHand("DP1E", "the paper is near its end");
              } else {
                connection.ready(List.of(desk.says()));
              }
            });
  }

  private void write(byte[] bytes) throws LinkLostException {
    ByteLink link = connection.link();
    if (link == null) {
      throw new LinkLostException("not connected");
    }
    link.write(bytes, WRITE_LIMIT);
  }
}
