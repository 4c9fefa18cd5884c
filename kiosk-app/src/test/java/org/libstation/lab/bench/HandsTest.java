package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.scenario.Action;

class HandsTest {
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void deedsAreDoneOneAfterAnotherAndTold() {
    RecordingStage stage = new RecordingStage(new CountDownLatch(0));
    try (BenchHands hands = new BenchHands(stage, () -> BenchViewTest.ENGLISH, told::add)) {
      hands.will(new BenchAct.ScanCode("1"));
      hands.will(new BenchAct.BenchCable(false));
      hands.will(new BenchAct.LiftAll());
      await().until(() -> told.contains("The tray is cleared."));
      assertThat(stage.done)
          .containsExactly(
              new Action.ScanAction("1"), new Action.Cable(false), new Action.Lift(List.of()));
      assertThat(hands.cableIn()).isFalse();
    }
  }

  @Test
  void whatAStageCannotDoIsToldInItsOwnWords() {
    try (BenchHands hands =
        new BenchHands(
            new RecordingStage(new CountDownLatch(0)), () -> BenchViewTest.ENGLISH, told::add)) {
      hands.will(new BenchAct.BenchDrop(Stock.items().getFirst()));
      await().until(() -> told.contains("Not done: this site has no drop"));
    }
  }

  @Test
  void moreDeedsThanMayWaitAreRefusedAndToldSo() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    RecordingStage stage = new RecordingStage(gate);
    try (BenchHands hands = new BenchHands(stage, () -> BenchViewTest.ENGLISH, told::add)) {
      hands.will(new BenchAct.ScanCode("at work"));
      stage.entered.await();
      for (int i = 0; i <= BenchHands.WAITING; i++) {
        hands.will(new BenchAct.ScanCode("waiting " + i));
      }
      assertThat(told)
          .contains(
              "Too much at once; not done: Held before the scanner: waiting " + BenchHands.WAITING);
      gate.countDown();
      await().until(() -> stage.done.size() == BenchHands.WAITING + 1);
    }
  }

  @Test
  void closingEndsTheDeedAtWorkAndForgetsTheRest() throws InterruptedException {
    RecordingStage stage = new RecordingStage(new CountDownLatch(1));
    BenchHands hands = new BenchHands(stage, () -> BenchViewTest.ENGLISH, told::add);
    hands.will(new BenchAct.ScanCode("at work"));
    stage.entered.await();
    hands.will(new BenchAct.ScanCode("waiting"));
    hands.close();
    assertThat(stage.done).isEmpty();
    assertThat(told).contains("Not done: interrupted").doesNotContain("The last deed did not end.");
  }
}
