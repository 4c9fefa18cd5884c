package org.libstation.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.libstation.device.Device;
import org.libstation.device.DeviceHealth;

class DeviceThreadTest {

  @Test
  void steps_until_it_is_closed_and_then_closes_the_device() {
    Stepping device = new Stepping(0);
    DeviceThread thread = DeviceThread.start(device);
    await().until(() -> device.steps.get() > 3);
    thread.close();
    int after = device.steps.get();
    assertThat(device.closed.get()).isEqualTo(1);
    assertThat(device.steps.get()).isEqualTo(after);
  }

  @Test
  void goes_on_after_steps_that_throw() {
    Stepping device = new Stepping(2);
    try (DeviceThread _ = DeviceThread.start(device)) {
      await().until(() -> device.steps.get() > 4);
    }
  }

  private static final class Stepping implements Device {
    final AtomicInteger steps = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    private final int throwing;

    Stepping(int throwing) {
      this.throwing = throwing;
    }

    @Override
    public String name() {
      return "stepping";
    }

    @Override
    public DeviceHealth health() {
      return new DeviceHealth.Ready(Instant.EPOCH, List.of(), Instant.EPOCH);
    }

    @Override
    public void step() {
      if (steps.incrementAndGet() <= throwing) {
        throw new IllegalStateException("planted");
      }
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
