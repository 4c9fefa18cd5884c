package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whether this machine's clock is synchronised no test can know; that it tells every user can.
class KernelClockTest {
  @Test
  void the_kernel_of_this_machine_tells() {
    assertThat(new KernelClock().synchronised()).isPresent();
  }
}
