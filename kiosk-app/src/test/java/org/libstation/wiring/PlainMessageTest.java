package org.libstation.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What a server or a file put into a message, as it lies in the log.
class PlainMessageTest {
  @TempDir Path dir;

  @Test
  void what_comes_from_outside_moves_no_cursor_and_begins_no_line_in_the_log() throws IOException {
    String hostile =
        "HTTP/1.1 \\u001b[31m999 \\u001b]0;x\\u0007\\n2026-11-28 ERROR forged \\u202etxt";
    try (LogFiles _ = LogFiles.begin(dir)) {
      LoggerFactory.getLogger("org.libstation.test").warn("the policy stays: {}", hostile);
    }

    String written = Files.readString(dir.resolve("logs/station.log"));
    assertThat(written.lines()).hasSize(1);
    assertThat(written).contains("999", "forged").doesNotContain("\u001b", "\u0007", "\u202e");
  }
}
