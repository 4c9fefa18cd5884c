package org.libstation.lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.lab.scenario.Bench;
import org.libstation.lab.scenario.Ledgers;
import org.libstation.lab.scenario.RealStage;
import org.libstation.lab.twin.BookDrop;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.station.driven.ScenarioProblem;

/// Looks at the twins, the station and the library's ledger, on its own thread.
final class Eyes implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  /// The ledger is a file on disk, so it is read only at every fifth look, once a second.
  private static final int LOOKS_A_LEDGER = 5;

  private static final Duration LAST_LOOK = Duration.ofSeconds(5);

  private final RealStage stage;
  private final BenchHands hands;
  private final Consumer<BenchSight> show;
  private final Consumer<String> tell;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("eyes").unstarted(work));
  private BenchSight last = BenchSight.NOTHING;
  private Map<String, String> loans = Map.of();
  private int looks;
  private String trouble = "";

  /// @param show takes each sight that differs from the last one, on the looking thread
  /// @param tell takes messages about failed looks
  Eyes(RealStage stage, BenchHands hands, Consumer<BenchSight> show, Consumer<String> tell) {
    this.stage = stage;
    this.hands = hands;
    this.show = show;
    this.tell = tell;
  }

  void open() {
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      if (looks++ % LOOKS_A_LEDGER == 0) {
        loans = Ledgers.onLoan(stage.libraryData());
      }
      BenchSight sight = sight();
      if (!sight.equals(last)) {
        last = sight;
        show.accept(sight);
      }
      trouble = "";
    } catch (ScenarioProblem problem) {
      String words = String.valueOf(problem.getMessage());
      if (!words.equals(trouble)) {
        trouble = words;
        tell.accept(words);
      }
    }
  }

  private BenchSight sight() throws ScenarioProblem {
    Bench bench = stage.bench();
    List<String> shown = stage.shown();
    ReceiptPaper printer = bench.device("printer", ReceiptPaper.class);
    return new BenchSight(
        !shown.isEmpty(),
        BenchSight.word(shown, "screen"),
        BenchSight.word(shown, "link"),
        hands.cableIn(),
        bench.onPad(),
        bench.device("bin", BookDrop.class).output(BookDrop.LOCK),
        printer.hasPaper(),
        printer.tickets().size(),
        bench.devices().stream().filter(device -> !bench.plugged(device)).toList(),
        loans);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(LAST_LOOK.toSeconds(), TimeUnit.SECONDS)) {
        tell.accept("The last look did not end.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
