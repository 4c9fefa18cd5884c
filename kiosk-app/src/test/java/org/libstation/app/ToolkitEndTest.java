package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The thread of a signal and the main thread both end the toolkit.
class ToolkitEndTest {
  @Test
  void the_second_caller_waits_for_the_exit_that_the_first_began() throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(1);
    AtomicInteger exits = new AtomicInteger();
    ToolkitEnd end =
        new ToolkitEnd(
            () -> {
              exits.incrementAndGet();
              try {
                drawn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Thread first = Thread.ofPlatform().start(end::await);
    await().untilAsserted(() -> assertThat(exits).hasValue(1));

    Thread second = Thread.ofPlatform().start(end::await);
    await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
    assertThat(exits).hasValue(1);

    drawn.countDown();
    first.join();
    second.join();
    assertThat(exits).hasValue(1);
  }
}
