package org.libstation.device.ippprinter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.PrintQueue;
import org.libstation.device.driver.ToldHealth;
import org.libstation.device.ippprinter.IppClient.IppReply;
import org.libstation.device.link.Reconnect;
import org.libstation.device.receipt.PdfFont;
import org.libstation.device.receipt.PdfReceipt;

/// Prints receipts as PDF through a print server or through a printer that speaks IPP.
///
/// A server keeps jobs, and a receipt must not come out hours later in front of another patron. So
/// a job is submitted only while no trouble is known, and is watched until it ends. A job that must
/// not print any more is cancelled. Jobs that a station left behind (a restart, a lost line) are
/// cancelled as soon as the server is there again.
public final class IppPrinter implements ReceiptPrinter {
  static final String NOT_THERE = "DP10";
  static final String SILENT = "DP11";
  static final String LOST = "DP12";
  static final String NO_MARK = "DP15";
  static final String WITHDRAWN = "DP18";
  static final String NO_QUEUE = "DP23";
  static final String ENDED = "DP25";
  static final String REFUSED = "DP26";
  static final String UNFINISHED = "DP2B";
  static final String NO_FONT = "DP60";
  static final String NOT_DRAWN = "DP62";

  /// First letters of the names of the station's jobs.
  private static final String OURS = "slip-";

  private static final Duration ANSWER_WAIT = Duration.ofMillis(100);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration WATCH_EVERY = Duration.ofMillis(400);
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 0x0406;
  private static final int CANCELLED = 7;
  private static final int COMPLETED = 9;
  private static final int PROCESSING = 5;

  private enum IppQuestion {
    PRINTER,
    LEFT_BEHIND,
    CANCEL_LEFT,
    PRINT,
    FIND,
    JOB,
    CANCEL,
    PURGE
  }

  private final String name;
  private final IppSettings settings;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final PrintQueue jobs;
  private final Deque<Integer> leftBehind = new ArrayDeque<>();
  private final Deque<Integer> toPurge = new ArrayDeque<>();
  private final Reconnect reconnect = new Reconnect();
  private final Reaching reaching = new Reaching();
  private final ToldHealth health;
  private IppClient client;
  private @Nullable CompletableFuture<IppReply> asked;
  private IppQuestion question = IppQuestion.PRINTER;
  private @Nullable IppRun run;
  private @Nullable IppPrinterState printer;
  private boolean tidied;
  private Duration lookedAt = Duration.ZERO;
  private Duration watchedAt = Duration.ZERO;

  IppPrinter(String name, IppSettings settings, DeviceClock clock, DeviceListener listener) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    this.jobs = new PrintQueue(name, listener);
    this.client = new IppClient(settings);
    this.health =
        new ToldHealth(
            name,
            listener,
            new DeviceHealth.Connecting(
                clock.instant(), 0, NOT_THERE, "not asked yet: " + settings.uri("ipp")));
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
    jobs.withdraw(job);
  }

  @Override
  public Duration leisure() {
    Duration next = printer == null ? reconnect.left(now()) : left(lookedAt, LOOK_EVERY);
    boolean busy = asked != null || run != null || jobs.hasWork();
    return (busy && printer != null) || asked != null ? Duration.ZERO : next;
  }

  private Duration left(Duration since, Duration pause) {
    return Collections.max(List.of(Duration.ZERO, pause.minus(now().minus(since))));
  }

  @Override
  public void step() {
    jobs.endWithdrawn(WITHDRAWN, this::withdrawn);
    CompletableFuture<IppReply> open = asked;
    if (open == null) {
      next();
      return;
    }
    try {
      IppReply reply = open.get(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      asked = null;
      heard(reply);
    } catch (TimeoutException _) {
      // The next turn waits again; the client itself limits the whole wait.
    } catch (ExecutionException e) {
      asked = null;
      heard(new IppReply.Nonsense(String.valueOf(e.getCause())));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void withdrawn(long number) {
    if (run != null && run.number == number) {
      run.withdraw();
    }
  }

  private void ask(IppQuestion what, CompletableFuture<IppReply> future) {
    question = what;
    asked = future;
  }

  private void next() {
    IppRun open = run;
    if (printer == null) {
      away(open);
    } else if (!tidied) {
      ask(IppQuestion.LEFT_BEHIND, client.jobs("not-completed"));
    } else if (!leftBehind.isEmpty()) {
      ask(IppQuestion.CANCEL_LEFT, client.cancel(leftBehind.removeFirst(), false));
    } else if (open != null) {
      goOn(open, printer);
    } else if (!jobs.isEmpty()) {
      begin(jobs.poll());
    } else if (!toPurge.isEmpty()) {
      ask(IppQuestion.PURGE, client.cancel(toPurge.removeFirst(), true));
    } else if (left(lookedAt, LOOK_EVERY).isZero()) {
      ask(IppQuestion.PRINTER, client.printer());
    }
  }

  private void begin(PrintQueue.@Nullable PrintJob next) {
    if (next != null) {
      // The name identifies the job on the server and contains nothing about a patron.
      String called = OURS + clock.instant().toEpochMilli() + "-" + next.number();
      run = new IppRun(next.number(), next.receipt(), called, now());
    }
  }

  /// Handles a server that is not there. Waiting jobs fail. A job that the server may have is given
  /// up when its time is over, and cancelled when the server is back.
  private void away(@Nullable IppRun open) {
    jobs.failAll(health.get().code(), health.get().reason());
    if (open != null && open.over(settings.within(), now())) {
      boolean stopped = !open.code().equals(LOST) && !open.code().equals(WITHDRAWN);
      finish(
          open,
          stopped
              ? failed(open.code(), open.reason(), open.begun)
              : new PrintOutcome.Unconfirmed(open.code(), open.reason()));
    }
    if (reconnect.due(now())) {
      tidied = false;
      ask(IppQuestion.PRINTER, client.printer());
    }
  }

  private void goOn(IppRun open, IppPrinterState state) {
    boolean over = open.over(settings.within(), now());
    if (!open.sent) {
      if (over) {
        finish(open, failed(open.code(), open.reason(), false));
      } else if (lookedAt.compareTo(open.takenAt()) <= 0) {
        ask(IppQuestion.PRINTER, client.printer());
      } else if (state.trouble().isPresent()) {
        // If submitted now, the job would come out whenever the trouble is mended.
        IppPrinterState.IppTrouble trouble = state.trouble().get();
        finish(open, failed(trouble.code(), trouble.words(), false));
      } else {
        send(open);
      }
    } else if (open.id == 0) {
      ask(IppQuestion.FIND, client.jobs("completed"));
    } else if (open.lostSight(CANCEL_LIMIT, now())) {
      finish(open, failed(open.code(), open.reason(), open.begun));
    } else if (left(watchedAt, WATCH_EVERY).isZero()) {
      watchedAt = now();
      boolean printersTurn = question == IppQuestion.JOB || question == IppQuestion.CANCEL;
      if (over && question != IppQuestion.CANCEL) {
        ask(IppQuestion.CANCEL, client.cancel(open.id, false));
      } else if (printersTurn && !over) {
        ask(IppQuestion.PRINTER, client.printer());
      } else {
        ask(IppQuestion.JOB, client.job(open.id));
      }
    }
  }

  private void send(IppRun open) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      float height =
          PdfReceipt.write(List.of(open.receipt), settings.paper().form(), "Receipt", pdf);
      open.sent = true;
      moved(open, new PrintState.PrintInProgress(1, open.receipt.lines().size()));
      ask(
          IppQuestion.PRINT,
          client.print(
              open.name,
              pdf.toByteArray(),
              settings.paper().media(height),
              IppRun.LONGEST.plus(settings.within())));
    } catch (IOException | UncheckedIOException e) {
      finish(open, failed(NO_FONT, PdfFont.INSTALL + ": " + e.getMessage(), false));
    } catch (RuntimeException e) {
      // The listener must hear of each job, even if the receipt cannot be drawn.
      finish(open, failed(NOT_DRAWN, "this receipt cannot be drawn: " + e.getMessage(), false));
    }
  }

  private void heard(IppReply reply) {
    switch (reply) {
      case IppReply.IppAnswer(IppMessage message) -> answered(message);
      case IppReply.Unreachable(String reason) -> {
        if (question == IppQuestion.PRINT && run != null) {
          run.sent = false;
        }
        lost(NOT_THERE, settings.uri("ipp") + " could not be reached: " + reason);
      }
      case IppReply.IppRefusal(String reason) -> {
        if (question == IppQuestion.PRINT && run != null) {
          run.sent = false;
        }
        lost(REFUSED, settings.uri("ipp") + ": " + reason);
      }
      case IppReply.Silent(String reason) ->
          lost(SILENT, settings.uri("ipp") + " does not answer: " + reason);
      case IppReply.Nonsense(String reason) -> {
        Duration _ = reconnect.talkedNonsense(now());
        lost(Connection.NONSENSE, reason + ": is " + settings.uri("ipp") + " a printer?");
      }
    }
  }

  private void lost(String code, String reason) {
    if (!code.equals(Connection.NONSENSE)) {
      reconnect.failed(now());
    }
    printer = null;
    IppRun open = run;
    if (open != null && !open.sent) {
      finish(open, failed(code, reason, false));
    } else if (open != null && open.hold(now(), LOST, reason)) {
      moved(open, new PrintState.Halted(LOST, reason, 1));
    }
    health.become(new DeviceHealth.Connecting(clock.instant(), reconnect.failures(), code, reason));
  }

  private void answered(IppMessage message) {
    IppRun open = run;
    switch (question) {
      case PRINTER -> seen(message);
      case LEFT_BEHIND -> {
        tidied = true;
        jobsIn(message)
            .forEach(
                job -> {
                  if (open == null || open.id != job.number("job-id", 0)) {
                    found(open, job);
                  }
                });
      }
      case FIND -> {
        jobsIn(message).forEach(job -> adopt(open, job));
        if (open != null && open.id == 0) {
          finish(open, failed(LOST, "the print server never received the job", false));
        }
      }
      case PRINT -> {
        if (open != null) {
          taken(open, message);
        }
      }
      case JOB -> {
        if (open != null) {
          watched(open, message);
        }
      }
      case CANCEL, CANCEL_LEFT, PURGE -> {
        // The state of the job will show whether it worked.
      }
    }
  }

  private static List<IppMessage.AttributeGroup> jobsIn(IppMessage message) {
    return message.groups().stream()
        .filter(group -> group.tag() == IppMessage.JOB_GROUP && group.number("job-id", 0) > 0)
        .toList();
  }

  /// Handles one of the station's jobs that has not ended: the current job, whose answer was lost,
  /// or an abandoned job. The server was asked for this station's jobs only; jobs of others that it
  /// names anyway are left alone.
  private void found(@Nullable IppRun open, IppMessage.AttributeGroup job) {
    if (!adopt(open, job) && job.texts("job-name").stream().allMatch(it -> it.startsWith(OURS))) {
      leftBehind.add(job.number("job-id", 0));
    }
  }

  private static boolean adopt(@Nullable IppRun open, IppMessage.AttributeGroup job) {
    if (open == null || !open.sent || open.id != 0 || !job.texts("job-name").contains(open.name)) {
      return false;
    }
    open.id = job.number("job-id", 0);
    return true;
  }

  private void seen(IppMessage message) {
    lookedAt = now();
    Optional<IppMessage.AttributeGroup> group = message.group(IppMessage.PRINTER_GROUP);
    if (!message.successful() || group.isEmpty()) {
      boolean missing = message.code() == NOT_FOUND;
      lost(
          missing ? NO_QUEUE : REFUSED,
          missing
              ? "its server has no " + settings.path()
              : "the print server does not report on the job (status %04x)"
                  .formatted(message.code()));
      return;
    }
    boolean _ = reconnect.succeeded(now());
    IppRun open = run;
    boolean underWay = open != null && open.sent;
    IppPrinterState state = reaching.judged(IppPrinterState.of(group.get()), underWay, lookedAt);
    printer = state;
    if (open != null && open.sent && !open.cancelled) {
      Optional<IppPrinterState.IppTrouble> trouble = state.trouble().or(() -> open.stuck);
      if (trouble.isPresent()) {
        if (open.hold(now(), trouble.get().code(), trouble.get().words())) {
          moved(open, new PrintState.Halted(trouble.get().code(), trouble.get().words(), 1));
        }
      } else if (open.goOn()) {
        moved(open, new PrintState.PrintInProgress(1, open.receipt.lines().size()));
      }
    }
    health.become(reaching.health(state, clock.instant()));
  }

  private void taken(IppRun open, IppMessage message) {
    int id = message.group(IppMessage.JOB_GROUP).map(job -> job.number("job-id", 0)).orElse(0);
    if (message.successful() && id > 0) {
      open.id = id;
    } else if (!message.successful()) {
      finish(
          open,
          failed(
              REFUSED,
              "the print server refuses the job (status %04x)".formatted(message.code()),
              false));
    } else {
      tidied = false;
    }
  }

  private void watched(IppRun open, IppMessage message) {
    Optional<IppMessage.AttributeGroup> job = message.group(IppMessage.JOB_GROUP);
    int state = job.map(each -> each.number("job-state", 0)).orElse(0);
    if (message.code() == NOT_FOUND) {
      finish(
          open, new PrintOutcome.Unconfirmed(NO_MARK, "the print server no longer knows the job"));
    } else if (state == COMPLETED) {
      finish(open, completed());
    } else if (state >= CANCELLED) {
      String code = open.code().isEmpty() ? ENDED : open.code();
      String reasons =
          job.map(each -> String.join(" ", each.texts("job-state-reasons"))).orElse("");
      String reason =
          open.code().isEmpty()
              ? "the print server gave up the job: " + IppPrinterState.clean(reasons)
              : open.reason();
      finish(open, failed(code, reason, open.begun));
    } else {
      open.begun |= state >= PROCESSING;
      open.stuck = job.flatMap(IppPrinterState::ofJob);
    }
  }

  private PrintOutcome completed() {
    return printer != null && printer.printsItself()
        ? new PrintOutcome.Confirmed()
        : new PrintOutcome.Unconfirmed(
            NO_MARK,
            "the print server passed the job on; it does not report whether it was printed");
  }

  private void finish(IppRun open, PrintOutcome outcome) {
    run = null;
    reaching.ended(outcome);
    if (open.id > 0 && printer != null && printer.cups()) {
      toPurge.add(open.id);
    }
    end(open.number, outcome);
  }

  private static PrintOutcome failed(String code, String reason, boolean begun) {
    return new PrintOutcome.Failed(code, reason, begun ? 1 : 0);
  }

  private void end(long job, PrintOutcome outcome) {
    listener.on(new DeviceEvent.PrintEnded(name, job, outcome));
  }

  private void moved(IppRun open, PrintState state) {
    listener.on(new DeviceEvent.PrintMoved(name, open.number, state));
  }

  private Duration now() {
    return clock.monotonic();
  }

  @Override
  public void close() {
    IppRun open = run;
    if (open != null) {
      finish(open, failed(LOST, "the station stopped", open.begun));
      if (open.id > 0 && !toPurge.contains(open.id)) {
        boolean _ = isAnswered(client.cancel(open.id, false));
      }
    }
    while (!toPurge.isEmpty() && isAnswered(client.cancel(toPurge.removeFirst(), true))) {
      // What cannot be purged now stays on the server, with everything else that it keeps.
    }
    jobs.failAll(LOST, "the station stopped");
    asked = null;
    printer = null;
    client.close();
    client = new IppClient(settings);
  }

  /// Waits up to 2 seconds for an answer. A job that cannot be cancelled now is cancelled when the
  /// station runs again.
  private static boolean isAnswered(CompletableFuture<IppReply> future) {
    try {
      return future.get(2, TimeUnit.SECONDS) instanceof IppReply.IppAnswer;
    } catch (ExecutionException | TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
