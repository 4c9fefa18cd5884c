package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TerminalWriterTest {
  @Test
  void what_a_title_brings_along_cannot_move_colour_or_turn_round_anything() {
    assertThat(said("title \u001B[2J\u202Eevil\u200B"))
        .isEqualTo("title \\u001b[2J\\u202eevil\\u200b\n");
  }

  @Test
  void lines_tabs_and_every_script_pass() {
    assertThat(said("a\tb\r\n紅樓夢 😀 كتاب")).isEqualTo("a\tb\r\n紅樓夢 😀 كتاب\n");
  }

  @Test
  void a_carriage_return_alone_or_half_a_pair_is_written_out() {
    assertThat(said("100%\roverwritten \uD83D x")).isEqualTo("100%\\u000doverwritten \\ud83d x\n");
  }

  private static String said(String line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintWriter out =
        TerminalWriter.over(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
      out.println(line);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
