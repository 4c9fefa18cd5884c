package org.libstation.sync;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepLoopTest {
  @Test
  void a_stack_that_overflows_is_a_failed_step() {
    outlives(new StackOverflowError());
  }

  @Test
  void a_fault_of_the_program_is_a_failed_step() {
    outlives(new AssertionError("not expected"));
    outlives(new IllegalStateException("not expected"));
  }

  private static void outlives(Throwable fault) {
    AtomicInteger steps = new AtomicInteger();
    try (StepLoop loop =
        new StepLoop(
            "test-loop",
            () -> {
              steps.incrementAndGet();
              return failing(fault);
            })) {
      loop.start();
      await()
          .until(
              () -> {
                loop.wake();
                return steps.get() > 1;
              });
    }
  }

  private static Duration failing(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(fault);
  }
}
