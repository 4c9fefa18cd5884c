package org.libstation.device.starline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.PrintQueue;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.receipt.ReceiptFonts;

/// Prints receipts on a Star printer in line mode.
///
/// A mark follows each line, and the next line is sent only after the printer has counted the mark.
/// A receipt that stopped midway is cut off and printed again whole, if staff mend the trouble in
/// time.
public final class StarPrinter implements ReceiptPrinter {
  static final String NOT_THERE = "DP10";
  static final String SILENT = "DP11";
  static final String LOST = "DP12";
  static final String UNCONFIRMED = "DP13";
  static final String WITHDRAWN = "DP18";
  static final String NO_FONT = "DP60";

  private static final Duration READ_WAIT = Duration.ofMillis(50);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

  /// How long a line may take to pass the wire (9600 baud) and be printed.
  private static final Duration MARK_LIMIT = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration LOOK_WHILE_PRINTING = Duration.ofMillis(20);

  /// From this many unknown bytes on, the input counts as nonsense. While an answer is overdue,
  /// [#OVERDUE_LIMIT] bytes suffice.
  private static final int NONSENSE_LIMIT = 32;

  private static final int OVERDUE_LIMIT = 4;

  /// Most times that one job is begun.
  private static final int MOST_BEGINNINGS = 3;

  private static final class StarJob {
    final long number;
    final Receipt receipt;
    List<byte[]> parcels = List.of();
    int sent;
    int beginnings;
    boolean withdrawn;
    @Nullable Duration heldSince;
    String code = "";
    String reason = "";

    StarJob(long number, Receipt receipt) {
      this.number = number;
      this.receipt = receipt;
    }

    boolean cutSent() {
      return !parcels.isEmpty() && sent == parcels.size();
    }

    int failedLine() {
      return sent == 0 && beginnings == 0 ? 0 : Math.clamp(sent, 1, receipt.lines().size());
    }
  }

  private final String name;
  private final int dots;
  private final Duration within;
  private final boolean serial;
  private final DeviceListener listener;
  private final Connection connection;
  private final StarStatus.Parser parser = new StarStatus.Parser();
  private final PrintQueue jobs;
  private final byte[] buffer = new byte[256];
  private @Nullable StarStatus status;
  private @Nullable Duration askedAt;
  private Duration lookedAt = Duration.ZERO;
  private @Nullable Duration markedAt;
  private @Nullable StarJob job;
  private int strays;

  StarPrinter(DriverSetup setup, int dots, Duration within) {
    this.name = setup.name();
    this.dots = dots;
    this.within = within;
    this.serial = setup.address().scheme().equals("serial");
    this.listener = setup.listener();
    this.jobs = new PrintQueue(name, listener);
    this.connection = new Connection(setup, NOT_THERE);
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
  public boolean print(long number, Receipt receipt) {
    return jobs.offer(number, receipt);
  }

  @Override
  public void withdraw(long number) {
    jobs.withdraw(number);
  }

  @Override
  public Duration leisure() {
    return connection.leisure();
  }

  @Override
  public void step() {
    try {
      jobs.endWithdrawn(WITHDRAWN, this::withdrawn);
      giveUpInTime();
      boolean fresh = connection.connect();
      ByteLink link = connection.link();
      if (link == null) {
        refuseWaiting();
        return;
      }
      if (fresh) {
        parser.reset();
        strays = 0;
        status = null;
        markedAt = null;
        askedAt = connection.now();
        link.write(StarLine.noAutomaticStatus(), WRITE_LIMIT);
        link.write(StarLine.askStatus(), WRITE_LIMIT);
      }
      hear(link.read(buffer, fresh ? Duration.ZERO : READ_WAIT));
      act(link);
    } catch (LinkLostException e) {
      lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  private void hear(int count) {
    for (StarStatus said : parser.take(buffer, count)) {
      status = said;
      askedAt = null;
      strays = 0;
      lookedAt = connection.now();
    }
    strays += parser.takeStrays();
  }

  private void act(ByteLink link) throws LinkLostException {
    Duration now = connection.now();
    Duration asked = askedAt;
    StarStatus known = status;
    boolean overdue = asked != null && now.minus(asked).compareTo(ANSWER_LIMIT) > 0;
    if (strays >= (overdue ? OVERDUE_LIMIT : NONSENSE_LIMIT)) {
      hold(Connection.NONSENSE, "the bytes received are not an answer of a Star printer");
      connection.nonsense(
          "the bytes received are not an answer of a Star printer: another device or speed?");
      strays = 0;
    } else if (asked != null) {
      if (overdue) {
        lost(
            SILENT,
            "it does not answer: is it switched on, in line mode"
                + (serial ? ", at this speed?" : "?"));
      }
    } else if (known != null && (markedAt == null || counted(known))) {
      markedAt = null;
      tell(known);
      if (!work(link, known)) {
        look(link, job == null ? LOOK_EVERY : LOOK_WHILE_PRINTING);
      }
    } else if (known != null && known.trouble().isPresent()) {
      StarStatus.StarTrouble trouble = known.trouble().get();
      markedAt = null;
      tell(known);
      hold(trouble.code(), trouble.words());
    } else if (markedAt != null && now.minus(markedAt).compareTo(MARK_LIMIT) > 0) {
      lost(UNCONFIRMED, "it does not count its marks: was its power cut?");
    } else {
      look(link, LOOK_WHILE_PRINTING);
    }
  }

  private static boolean counted(StarStatus known) {
    return known.marks() == 1;
  }

  private void look(ByteLink link, Duration pause) throws LinkLostException {
    Duration now = connection.now();
    if (now.minus(lookedAt).compareTo(pause) >= 0) {
      askedAt = now;
      link.write(StarLine.askStatus(), WRITE_LIMIT);
    }
  }

  /// @return whether something was sent
  private boolean work(ByteLink link, StarStatus known) throws LinkLostException {
    StarJob open = job;
    if (open == null) {
      PrintQueue.PrintJob next = jobs.poll();
      job = next == null ? null : new StarJob(next.number(), next.receipt());
      // Asks for the status anew: the last one may be two seconds old.
      lookedAt = job == null ? lookedAt : Duration.ofDays(-1);
      return false;
    }
    if (open.cutSent() && open.heldSince == null) {
      end(open, new PrintOutcome.Confirmed());
      return false;
    }
    Optional<StarStatus.StarTrouble> trouble = known.trouble();
    if (trouble.isPresent()) {
      if (open.beginnings == 0) {
        fail(open, trouble.get().code(), trouble.get().words());
      } else {
        hold(trouble.get().code(), trouble.get().words());
      }
      return false;
    }
    if (open.beginnings == 0 || open.heldSince != null) {
      return begin(link, open);
    }
    if (open.withdrawn) {
      clear(link);
      fail(open, WITHDRAWN, "nobody waits for it any more");
      return false;
    }
    listener.on(
        new DeviceEvent.PrintMoved(
            name,
            open.number,
            new PrintState.PrintInProgress(
                Math.min(open.sent + 1, open.receipt.lines().size()),
                open.receipt.lines().size())));
    link.write(StarLine.clearMarks(), WRITE_LIMIT);
    link.write(open.parcels.get(open.sent++), WRITE_LIMIT);
    link.write(StarLine.mark(), WRITE_LIMIT);
    markedAt = connection.now();
    status = null;
    askedAt = connection.now();
    link.write(StarLine.askStatus(), WRITE_LIMIT);
    return true;
  }

  /// Begins a job. If it was stopped before, its remains are cut off first.
  private boolean begin(ByteLink link, StarJob open) throws LinkLostException {
    Optional<String> family = ReceiptFonts.family(open.receipt.language());
    if (family.isEmpty()) {
      fail(open, NO_FONT, "no Chinese font that it can use is installed");
      return false;
    }
    if (open.withdrawn || open.beginnings == MOST_BEGINNINGS) {
      clear(link);
      fail(
          open,
          open.withdrawn ? WITHDRAWN : open.code,
          open.withdrawn ? "nobody waits for it any more" : open.reason);
      return false;
    }
    if (open.beginnings > 0) {
      clear(link);
    } else {
      link.write(StarLine.initialise(), WRITE_LIMIT);
    }
    open.beginnings++;
    open.heldSince = null;
    open.sent = 0;
    open.parcels = StarLine.parcels(open.receipt, family.get(), dots);
    return true;
  }

  private static void clear(ByteLink link) throws LinkLostException {
    link.write(StarLine.initialise(), WRITE_LIMIT);
    link.write(StarLine.cut(), WRITE_LIMIT);
  }

  private void hold(String code, String reason) {
    StarJob open = job;
    if (open == null) {
      return;
    }
    if (open.beginnings == 0) {
      fail(open, code, reason);
    } else if (open.cutSent() && !status()) {
      // All of the job was sent, and the printer reports no trouble.
      end(open, new PrintOutcome.Unconfirmed(code, reason));
    } else if (open.heldSince == null) {
      open.heldSince = connection.now();
      open.code = code;
      open.reason = reason;
      listener.on(
          new DeviceEvent.PrintMoved(
              name,
              open.number,
              new PrintState.Halted(code, reason, Math.max(1, open.failedLine()))));
    }
  }

  /// Whether the printer itself reports a trouble.
  private boolean status() {
    StarStatus known = status;
    return known != null && known.trouble().isPresent();
  }

  private void giveUpInTime() {
    StarJob open = job;
    Duration held = open == null ? null : open.heldSince;
    if (open != null
        && held != null
        && (open.withdrawn || connection.now().minus(held).compareTo(within) > 0)) {
      fail(open, open.code, open.reason);
    }
  }

  private void withdrawn(long number) {
    if (job != null && job.number == number) {
      job.withdrawn = true;
    }
  }

  private void refuseWaiting() {
    jobs.failAll(connection.health().code(), connection.health().reason());
  }

  private void lost(String code, String reason) {
    status = null;
    hold(code.equals(NOT_THERE) ? LOST : code, reason);
    connection.lost(code, reason);
  }

  private void fail(StarJob open, String code, String reason) {
    end(open, new PrintOutcome.Failed(code, reason, open.failedLine()));
  }

  private void end(StarJob open, PrintOutcome outcome) {
    if (job == open) {
      job = null;
    }
    listener.on(new DeviceEvent.PrintEnded(name, open.number, outcome));
  }

  private void tell(StarStatus known) {
    known
        .trouble()
        .ifPresentOrElse(
            trouble -> connection.needsHand(trouble.code(), trouble.words()),
            () -> {
              if (known.paperNearEnd()) {
                connection.needsHand("DP1E", "the paper is near its end");
              } else {
                connection.ready(
                    List.of(
                        SelfNote.of("STAR", "Star line mode, %s dots, reports each print", dots)));
              }
            });
  }

  @Override
  public void close() {
    if (job != null) {
      fail(job, LOST, "the station stopped");
    }
    jobs.failAll(LOST, "the station stopped");
    connection.close();
  }
}
