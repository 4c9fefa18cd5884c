package org.libstation.device.link;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WakerTest {

  @Test
  void ends_the_rest_of_the_thread_that_owns_the_device() throws Exception {
    DeviceWaker waker = new DeviceWaker();
    CountDownLatch owned = new CountDownLatch(1);
    Thread owner =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  waker.ownedHere();
                  owned.countDown();
                  LockSupport.parkNanos(Long.MAX_VALUE);
                });
    owned.await();
    waker.wake();
    await().until(() -> !owner.isAlive());
  }

  @Test
  void wakes_nobody_before_the_first_step() {
    new DeviceWaker().wake();
  }
}
