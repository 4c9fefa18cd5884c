package org.libstation.tools.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.Trial;
import org.libstation.central.link.Transport;

/// What a probe makes of an answer whose CR never comes: it is an answer, and its shape is told.
class AnswerWithoutEndTest {
  private static final String STATUS =
      "98YYYYYN60000320261130    1000002.00AOLIB|BXYYYYYYYYYYYNYYYY|";

  private final Findings found = new Findings();
  private List<String> transcript = List.of();

  /// A far end that answers with exactly these bytes; `\r` stands only where the script has it.
  private static final class Line implements Transport {
    private final UnaryOperator<String> script;
    private byte[] coming = {};

    Line(UnaryOperator<String> script) {
      this.script = script;
    }

    @Override
    public void open(Duration within) {
      coming = new byte[0];
    }

    @Override
    public void write(byte[] bytes) {
      coming =
          script
              .apply(new String(bytes, StandardCharsets.UTF_8).strip())
              .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      System.arraycopy(coming, 0, buffer, 0, coming.length);
      int length = coming.length;
      coming = new byte[0];
      return length;
    }

    @Override
    public void close() {}
  }

  private void run(UnaryOperator<String> script) throws IOException, Stopped {
    Trial trial =
        new Trial(
            "station1",
            "station1",
            "LIB",
            "",
            "1",
            "2",
            "3",
            "",
            "",
            "",
            ZoneId.of("Asia/Hong_Kong"),
            Duration.ZERO);
    CentralBehaviourProbe.Means means =
        new CentralBehaviourProbe.Means(
            InstantSource.system(),
            () -> Duration.ofNanos(System.nanoTime()),
            Duration.ofSeconds(20),
            (_, _) -> Set.of(),
            List.of());
    try (ProbeWire wire = new ProbeWire(new Line(script), means.monotonic(), means.patience())) {
      LineProbe line = new LineProbe(new ProbeRequests(wire, trial, means), found);
      try {
        line.login();
        line.status();
        line.unsupported();
        line.resend();
      } finally {
        transcript = wire.transcript().lines();
      }
    }
  }

  /// invenio-sip2: it answers 97 with what it said before, and a 19 with the word *None*, both
  /// without a CR.
  private static String invenio(String request) {
    return switch (request.substring(0, 2)) {
      case "93" -> "941\r";
      case "99" -> STATUS + "\r";
      case "19" -> "None";
      case "97" -> STATUS;
      default -> "96\r";
    };
  }

  private Findings.Request request(String code) {
    return found.requests().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_last_answer_without_its_cr_is_an_answer_to_a_97() throws Exception {
    run(AnswerWithoutEndTest::invenio);

    assertThat(found.value("messages.resend")).contains("last-answer");
    assertThat(request("97").toString())
        .isEqualTo("97 tried and works (its answer came without a CR)");
  }

  @Test
  void a_text_that_is_no_message_is_neither_silence_nor_support() throws Exception {
    run(AnswerWithoutEndTest::invenio);

    assertThat(request("19").toString())
        .startsWith("19 tried and does not (")
        .contains("'xxxx', which is no message, without a CR");
    assertThat(found.value("messages.unsupported")).isEmpty();
    assertThat(found.value("messages.by-bx")).contains("false");
  }

  @Test
  void the_transcript_shows_the_shape_of_what_came() throws Exception {
    run(AnswerWithoutEndTest::invenio);

    assertThat(transcript)
        .containsSubsequence("<< (no message) xxxx", "-- no CR behind these 4 bytes")
        .contains("<< " + STATUS.replace("AOLIB", "AOxxx"));
    assertThat(String.join("\n", transcript)).doesNotContain("None");
  }

  /// Half a line is shown, and taken for nothing: a title or a card may be cut off.
  @Test
  void half_a_line_is_shown_and_not_taken_for_the_answer() throws Exception {
    run(request -> request.startsWith("97") ? "98YYYYYN6000032026" : invenio(request));

    assertThat(found.value("messages.resend")).contains("nothing-kept");
    assertThat(transcript).anyMatch(line -> line.startsWith("<< (no message) 99xxxxxx"));
  }

  /// What comes after it may be the rest of it, so the next request takes a fresh connection.
  @Test
  void the_connection_is_not_trusted_afterwards() throws Exception {
    run(AnswerWithoutEndTest::invenio);

    int without = transcript.indexOf("-- no CR behind these 4 bytes");
    assertThat(transcript.get(without + 1)).isEqualTo("-- a fresh connection");
  }
}
