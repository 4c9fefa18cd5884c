package org.libstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.libstation.device.exam.ExamStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs checks one after the other. Any thread may cancel the run; results so far are kept.
public final class CheckRun {
  private static final Logger log = LoggerFactory.getLogger(CheckRun.class);

  /// How long to wait for a check that was told to end.
  private static final Duration LETTING_GO = Duration.ofSeconds(2);

  private final List<Check> checks;
  private final Supplier<Duration> monotonic;
  private final Listener listener;
  private volatile boolean cancelled;

  /// Follows the progress; the running thread calls it.
  public interface Listener {
    void began(int number, Check check);

    void ended(int number, CheckOutcome step);

    Listener NONE =
        new Listener() {
          @Override
          public void began(int number, Check check) {}

          @Override
          public void ended(int number, CheckOutcome step) {}
        };
  }

  /// The result of one check.
  public record CheckOutcome(String id, Verdict verdict, Duration took) {}

  public CheckRun(List<Check> checks, Supplier<Duration> monotonic, Listener listener) {
    this.checks = List.copyOf(checks);
    this.monotonic = monotonic;
    this.listener = listener;
  }

  /// Cancels the run, even in the middle of a check.
  public void cancel() {
    cancelled = true;
  }

  /// @return one result for each check, in their order
  public List<CheckOutcome> run() throws InterruptedException {
    List<CheckOutcome> steps = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      listener.began(i, check);
      Duration begun = monotonic.get();
      Verdict verdict = cancelled ? new Verdict.Cancelled() : judged(check);
      CheckOutcome step = new CheckOutcome(check.id(), verdict, monotonic.get().minus(begun));
      steps.add(step);
      listener.ended(i, step);
    }
    return steps;
  }

  private Verdict judged(Check check) throws InterruptedException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("check " + check.id()).unstarted(work));
    try {
      Future<Verdict> coming = thread.submit(check::run);
      Duration end = monotonic.get().plus(check.limit());
      while (true) {
        try {
          return coming.get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (cancelled || monotonic.get().compareTo(end) >= 0) {
            boolean _ = coming.cancel(true);
            return cancelled ? new Verdict.Cancelled() : new Verdict.Overdue(check.limit());
          }
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof ExamStopped || cause instanceof InterruptedException) {
        return new Verdict.Cancelled();
      }
      log.error("the check '{}' failed", check.id(), cause);
      return new Verdict.Broken(String.valueOf(cause));
    } finally {
      thread.shutdownNow();
      // Otherwise the next check might meet a line that this one still holds.
      boolean _ = thread.awaitTermination(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
