package org.libstation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `restarts.log`, byte for byte.
final class RestartLogGoldenTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-26T20:01:07+08:00");

  @TempDir private Path data = Path.of("");

  @Test
  void a_line_has_moment_code_and_cause() throws IOException {
    RestartLog log = new RestartLog(data);
    RestartRecord first = new RestartRecord(AT, "K42", "it did not\tanswer: flow");
    RestartRecord second = new RestartRecord(AT.plusMinutes(1), RestartRecord.UNSEEN, "");

    log.add(first);
    log.add(second);

    assertThat(Files.readString(data.resolve(RestartLog.FILE)))
        .isEqualTo(
            """
            2026-11-26T20:01:07+08:00\tK42\tit did not answer: flow
            2026-11-26T20:02:07+08:00\t-\t
            """);
    assertThat(log.read()).containsExactly(first, second);
  }

  @Test
  void a_line_of_another_form_is_left_out() throws IOException {
    Files.writeString(
        data.resolve(RestartLog.FILE),
        """
        2026-11-26T20:01:07+08:00\tK42
        yesterday\tK42\tit did not answer
        2026-11-26T20:01:07+08:00\tX\tit did not answer
        2026-11-26T20:01:07+08:00\tK42\tit did not\tanswer
        2026-11-26T20:01:07+08:00\tK41\ta fault""");

    assertThat(new RestartLog(data).read())
        .containsExactly(new RestartRecord(AT, "K41", "a fault"));
  }
}
