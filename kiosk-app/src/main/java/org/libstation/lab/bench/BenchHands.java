package org.libstation.lab.bench;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.lab.scenario.Action;
import org.libstation.lab.scenario.ScenarioStage;
import org.libstation.station.driven.ScenarioProblem;

/// Performs acts one after another on its own thread. Pushing a book through the flap or switching
/// the station on takes seconds, and the window must stay responsive.
final class BenchHands implements AutoCloseable {
  /// Most acts that may wait; a person who clicks faster gets a message.
  static final int WAITING = 8;

  /// Longer than the longest act, the start of a station.
  private static final Duration LAST_DEED = Duration.ofSeconds(40);

  private final ScenarioStage stage;
  private final Supplier<BenchWords> words;
  private final Consumer<String> tell;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> Thread.ofPlatform().daemon().name("hands").unstarted(work));
  private volatile boolean cableIn = true;
  private volatile boolean acted;

  /// @param words in the present language, on any thread
  /// @param tell takes messages about each act, on any thread
  BenchHands(ScenarioStage stage, Supplier<BenchWords> words, Consumer<String> tell) {
    this.stage = stage;
    this.words = words;
    this.tell = tell;
  }

  /// Performs an act after the earlier ones.
  void will(BenchAct deed) {
    try {
      thread.execute(() -> act(deed));
      acted = true;
    } catch (RejectedExecutionException _) {
      tell.accept(words.get().say("deed.toomuch", deed.words(words.get())));
    }
  }

  /// Whether anything was done since the last call.
  boolean acted() {
    boolean so = acted;
    acted = false;
    return so;
  }

  /// Whether the network cable is plugged in.
  boolean cableIn() {
    return cableIn;
  }

  private void act(BenchAct deed) {
    BenchWords in = words.get();
    tell.accept(in.say("deed.underway", deed.words(in)));
    try {
      for (Action action : deed.actions()) {
        stage.perform(action);
      }
      if (deed instanceof BenchAct.BenchCable cable) {
        cableIn = cable.in();
      }
      tell.accept(in.say("deed.done", deed.words(in)));
    } catch (ScenarioProblem problem) {
      tell.accept(in.say("deed.not", String.valueOf(problem.getMessage())));
    }
  }

  /// Ends the present act and drops the waiting ones.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(LAST_DEED.toSeconds(), TimeUnit.SECONDS)) {
        tell.accept("The last deed did not end.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
