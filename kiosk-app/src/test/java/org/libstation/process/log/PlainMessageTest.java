package org.libstation.process.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  private String logged(String message) throws IOException {
    try (LogFiles _ = LogFiles.begin(dir)) {
      LoggerFactory.getLogger("org.libstation.test").warn("{}", message);
    }
    return Files.readString(dir.resolve("logs/station.log")).strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at 2026-11-24T08:15:03.123456789Z",
        "at 2026-11-24T08:15:03.123456Z",
        "at 08:15:03,123456789",
        "100NUY20261124    091201AOMAIN|AH20261205    235900|"
      })
  void the_fraction_of_a_time_and_the_day_of_a_message_are_no_numbers(String said)
      throws IOException {
    assertThat(logged(said)).endsWith(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "38801000001484",
        "12345678",
        "20261124",
        "20269924    091201",
        "08:15:03.38801000001484",
        "08:15:03.1234567890",
        "card.38801000001484"
      })
  void a_number_is_masked_wherever_it_stands(String said) throws IOException {
    assertThat(logged(said)).contains("••••").doesNotContain(said.replaceAll(".*[.]| .*", ""));
  }
}
