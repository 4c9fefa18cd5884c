package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseLogTest {
  @Test
  void every_frame_that_drew_something_is_read_whether_told_in_short_or_at_length() {
    String log =
        """
        2026-11-26T19:04:02.468Z WARN  [main] JournalParts - a recovery key pair was made [x]

        PULSE: 3 [495ms:70ms]
        T25 (0 +12ms): CSS Pass
        [4 60ms:10ms]

        PULSE: 8 [22ms:65ms] Required No Rendering
        [9 16ms:3ms][10 17ms:4ms][11 8ms:0ms]
        """;

    assertThat(PulseLog.frames(log))
        .containsExactly(
            Duration.ofMillis(70),
            Duration.ofMillis(10),
            Duration.ofMillis(3),
            Duration.ofMillis(4));
  }
}
