package org.libstation.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.libstation.check.Check;
import org.libstation.check.CheckPhrase;
import org.libstation.check.CheckRun;
import org.libstation.check.Finding;
import org.libstation.check.Report;
import org.libstation.check.Verdict;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.Measurement;
import org.libstation.device.exam.TestCode;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.CheckBoard.CheckLine;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.station.parts.DeviceHold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a technician's checks in its own thread. The station releases its devices before one is
/// examined and takes them back afterwards.
public final class StationChecks implements Consumer<Effect.CheckEffect>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StationChecks.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final TechnicianCheckSource source;
  private final DeviceHold devices;
  private final Supplier<Duration> monotonic;
  private final RandomGenerator random;
  private final Consumer<FlowEvent> answers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("checks").unstarted(work));
  private volatile @Nullable CheckRun running;
  private volatile @Nullable CheckRunBoard shown;
  private volatile boolean stopped;

  /// @param random makes the code that is shown to a scanner
  public StationChecks(
      TechnicianCheckSource source,
      DeviceHold devices,
      Supplier<Duration> monotonic,
      RandomGenerator random,
      Consumer<FlowEvent> answers) {
    this.source = source;
    this.devices = devices;
    this.monotonic = monotonic;
    this.random = random;
    this.answers = answers;
  }

  @Override
  public void accept(Effect.CheckEffect effect) {
    switch (effect) {
      case Effect.RunChecks(Optional<String> only) -> {
        stopped = false;
        thread.execute(() -> run(only, Optional.empty(), false));
      }
      case Effect.CalibrateEffect(String check) -> {
        stopped = false;
        thread.execute(() -> run(Optional.of(check), Optional.empty(), true));
      }
      case Effect.HandDoneEffect _ -> {
        CheckRunBoard now = shown;
        if (now != null) {
          now.handDone();
        }
      }
      case Effect.MendEffect(String check, String code) -> {
        stopped = false;
        thread.execute(() -> run(Optional.of(check), Optional.of(code), false));
      }
      case Effect.EndCheckRun _ -> {
        stopped = true;
        CheckRun now = running;
        if (now != null) {
          now.cancel();
        }
      }
      case Effect.ReadFigures(boolean month) ->
          thread.execute(() -> answers.accept(new FlowEvent.FiguresRead(source.figures(month))));
      case Effect.MakeBundleEffect _ ->
          thread.execute(() -> answers.accept(new FlowEvent.SupportBundleMade(source.bundle())));
    }
  }

  private void run(Optional<String> only, Optional<String> mend, boolean calibrate) {
    String code = TestCode.random(random);
    CheckRunBoard board = new CheckRunBoard(code);
    shown = board;
    boolean lent = false;
    try {
      List<Check> checks =
          source.checks(only.isPresent() ? board : Examiner.NONE, code, calibrate).stream()
              .filter(check -> only.isEmpty() || only.get().equals(check.id()))
              .toList();
      lent = checks.stream().anyMatch(check -> source.opensDevice(check.id()));
      if (lent) {
        devices.letGo();
      }
      board.begin(checks);
      mend.ifPresent(wrong -> checks.forEach(check -> mended(check, wrong)));
      CheckRun now = new CheckRun(checks, monotonic, board);
      running = now;
      if (stopped) {
        now.cancel();
      }
      List<CheckRun.CheckOutcome> _ = now.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("the checks could not be run", e);
    } finally {
      running = null;
      shown = null;
      board.end(lent ? Optional.of(devices.takeBack()) : Optional.empty());
    }
  }

  private static void mended(Check check, String code) {
    boolean changed =
        check.fix(
            new Finding(
                code, Finding.Severity.ATTENTION, CheckPhrase.of("told.plain", code), true));
    log.info("a fix of {} was tried on {}: {}", code, check.id(), changed ? "done" : "no change");
  }

  @Override
  public void close() {
    accept(new Effect.EndCheckRun());
    thread.shutdown();
    try {
      boolean _ = thread.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reports the progress of a run.
  private final class CheckRunBoard implements CheckRun.Listener, Examiner {
    private final List<CheckLine> lines = new ArrayList<>();
    private final LiveLines live = new LiveLines();
    private final String code;
    private Optional<CheckBoard.CheckPrompt> hand = Optional.empty();
    private boolean done;
    private Duration begun = Duration.ZERO;

    CheckRunBoard(String code) {
      this.code = code;
    }

    void begin(List<Check> checks) {
      begun = monotonic.get();
      checks.forEach(check -> lines.add(line(check.id(), CheckState.WAITING)));
      tell(true, Optional.empty());
    }

    void end(Optional<CheckBoard.Reopened> reopened) {
      tell(false, reopened);
    }

    private static CheckLine line(String id, CheckState stand) {
      return new CheckLine(id, stand, new CheckMessage("board." + stand, List.of()), List.of());
    }

    @Override
    public synchronized void began(int number, Check check) {
      lines.set(number, line(check.id(), CheckState.RUNNING));
      tell(true, Optional.empty());
    }

    @Override
    public synchronized void ended(int number, CheckRun.CheckOutcome step) {
      hand = Optional.empty();
      lines.set(
          number,
          new CheckLine(
              step.id(), stand(step.verdict()), said(step.verdict()), found(step.verdict())));
      tell(true, Optional.empty());
    }

    @Override
    public boolean asked(ExaminerAct act) {
      Optional<CheckBoard.CheckPrompt> wanted = wanted(act);
      if (wanted.isPresent()) {
        synchronized (this) {
          hand = wanted;
          done = false;
        }
        tell(true, Optional.empty());
      }
      return true;
    }

    private Optional<CheckBoard.CheckPrompt> wanted(ExaminerAct act) {
      return switch (act) {
        case PRINT -> Optional.empty();
        case HOLD_CODE -> Optional.of(new CheckBoard.CheckPrompt(act.name(), code, false));
        case BREAK_BEAM, COVER_LEVEL, LAY_CARD, LAY_TEST_TAG ->
            Optional.of(new CheckBoard.CheckPrompt(act.name(), "", false));
        case WATCH_FIELD, WATCH_DROP, EMPTY_BIN, FILL_BIN ->
            Optional.of(new CheckBoard.CheckPrompt(act.name(), "", true));
      };
    }

    synchronized void handDone() {
      done = true;
    }

    @Override
    public synchronized boolean ready(ExaminerAct act) {
      return done;
    }

    @Override
    public void sees(Measurement sight) {
      boolean tells;
      synchronized (this) {
        tells = live.take(sight, monotonic.get());
      }
      if (tells) {
        tell(true, Optional.empty());
      }
    }

    @Override
    public void over(ExaminerAct act) {
      synchronized (this) {
        hand = Optional.empty();
      }
      tell(true, Optional.empty());
    }

    private synchronized void tell(boolean goesOn, Optional<CheckBoard.Reopened> reopened) {
      answers.accept(
          new FlowEvent.ChecksMoved(
              new CheckBoard(
                  lines,
                  goesOn,
                  false,
                  monotonic.get().minus(begun),
                  hand,
                  live.lines(),
                  reopened)));
    }
  }

  private static CheckState stand(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Good _ -> CheckState.GOOD;
      case Verdict.Unproven _ -> CheckState.UNPROVEN;
      case Verdict.NotApplicable _ -> CheckState.NOTHING;
      case Verdict.Cancelled _ -> CheckState.STOPPED;
      case Verdict.WithFindings _, Verdict.Overdue _, Verdict.Broken _ ->
          Report.of(verdict) == Report.StationStatus.FAULT
              ? CheckState.FAULT
              : CheckState.ATTENTION;
    };
  }

  private static CheckMessage said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Good(CheckPhrase told) -> said(told);
      case Verdict.WithFindings(CheckPhrase told, var _) -> said(told);
      case Verdict.Unproven(CheckPhrase told) -> said(told);
      case Verdict.NotApplicable(CheckPhrase why) -> said(why);
      case Verdict.Overdue(Duration limit) ->
          new CheckMessage("report.overdue", List.of(String.valueOf(limit.toSeconds())));
      case Verdict.Cancelled _ -> new CheckMessage("report.cancelled", List.of());
      case Verdict.Broken(String what) -> new CheckMessage("report.broken", List.of(what));
    };
  }

  private static CheckMessage said(CheckPhrase told) {
    return new CheckMessage(told.key(), told.values());
  }

  private static List<CheckBoard.BoardFinding> found(Verdict verdict) {
    return verdict instanceof Verdict.WithFindings(var _, List<Finding> findings)
        ? findings.stream()
            .map(
                it ->
                    new CheckBoard.BoardFinding(
                        it.code(),
                        it.severity() == Finding.Severity.FAULT,
                        said(it.seen()),
                        it.fixable(),
                        DeviceFault.isAway(it.code()),
                        said(it.cause()),
                        said(it.remedy())))
            .toList()
        : List.of();
  }
}
