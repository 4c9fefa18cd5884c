package org.libstation.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// Programs that end at once, many after another.
class CallsTest {
  /// Whoever waits by Awaitility meanwhile takes a fault of any thread for one of its own.
  @Test
  void reading_what_a_program_said_never_fails_because_it_has_ended() throws Exception {
    List<Throwable> faults = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> faults.add(fault));
    try {
      for (int i = 0; i < 300; i++) {
        assertThat(Calls.status(new ProcessBuilder("true"))).isZero();
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void a_program_that_fails_is_told_with_its_last_words() {
    String counts = "for i in $(seq 100); do echo line $i; done; exit 3";
    assertThatThrownBy(() -> Calls.succeeds(new ProcessBuilder("sh", "-c", counts)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("status 3")
        .hasMessageContaining("line 100")
        .message()
        .doesNotContain("line 75\n");
  }
}
