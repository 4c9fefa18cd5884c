package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.line;
import static org.libstation.central.sip2.FarEnd.raw;
import static org.libstation.central.sip2.FarEnd.say;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.sip2.FarEnd.Step;
import org.libstation.central.sip2.Sip2Session.Exchange;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;

/// What a live connection makes of lines that are not as SIP 2.00 has them.
final class Sip2OddLinesTest {

  private static final Sip2Dialect DIALECT =
      LibraryDialects.generic()
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"));
  private static final Sip2Date AT = Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15, 0));
  private static final Sip2Request CHECKIN =
      new Sip2Request.Checkin(Sip2Flag.NO, AT, AT, Sip2Fields.NONE.with("AB", "31"));
  private static final String TAKEN = "101YNN20261124    091500AOMAIN|AB31|AJGardens of salt|";

  private final Deque<List<Step>> script = new ArrayDeque<>();
  private final VirtualWire wire =
      new VirtualWire(
          FarEnd.ready(
              _ -> {
                List<Step> steps = script.poll();
                return steps == null ? List.of() : steps;
              }));
  private Sip2Session session = new Sip2Session(wire, DIALECT, wire::monotonic);

  private Exchange asked(String... pieces) {
    script.clear();
    for (String piece : pieces) {
      script.add(List.of(raw(piece)));
    }
    session.hangUp();
    return session.ask(CHECKIN);
  }

  private static String titleOf(Exchange exchange) {
    return ((Exchange.Answered) exchange).response().title().orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n", "\n", "\n\r", "\r\u0000"})
  void any_line_end_behind_a_checksum_ends_an_answer(String end) {
    assertThat(titleOf(asked(line(TAKEN, "2").strip() + end))).isEqualTo("Gardens of salt");
  }

  @Test
  void an_answer_whose_end_never_comes_counts_when_its_checksum_is_right() {
    assertThat(titleOf(asked(line(TAKEN, "2").strip()))).isEqualTo("Gardens of salt");
    assertThat(wire.monotonic()).isEqualTo(DIALECT.patience().minimumAnswer());
    assertThat(wire.isOpen()).isTrue();

    script.add(List.of(raw(line(TAKEN, "2"))));
    assertThat(session.ask(CHECKIN)).as("on a fresh one").isInstanceOf(Exchange.Answered.class);
    assertThat(wire.opened).isEqualTo(2);
  }

  @Test
  void half_an_answer_is_none() {
    String half = line(TAKEN, "2").substring(0, 40);

    assertThat(asked(half)).isInstanceOf(Exchange.Unanswered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n"})
  void a_line_end_inside_a_text_is_bridged_by_the_checksum(String lineEnd) {
    String answer = line(TAKEN.replace("Gardens of", "Gardens" + lineEnd + "of"), "2");

    assertThat(titleOf(asked(answer)).replaceAll(" +", " ")).isEqualTo("Gardens of salt");
  }

  @Test
  void a_line_feed_inside_a_text_is_a_blank() {
    assertThat(titleOf(asked(line(TAKEN.replace("s of", "s\nof"), "2"))))
        .isEqualTo("Gardens of salt");
  }

  @Test
  void without_checksums_a_line_end_inside_a_text_ends_the_answer_and_the_connection() {
    VirtualWire plain =
        new VirtualWire(
            line ->
                List.of(
                    raw(
                        line.startsWith("99")
                            ? "98YYYYNY03000320261124    0900002.00AOMAIN|\r"
                            : TAKEN.replace("of", "\rof") + "\r")));
    session =
        new Sip2Session(
            plain,
            Changed.with(
                LibraryDialects.generic(), "wire", Wires.of(false, false, StandardCharsets.UTF_8)),
            plain::monotonic);

    Exchange exchange = session.ask(CHECKIN);

    assertThat(((Exchange.Answered) exchange).response().item()).hasValue("31");
    assertThat(titleOf(exchange)).isEqualTo("Gardens ");
    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(plain.opened).isEqualTo(2);
  }

  @Test
  void a_byte_order_mark_before_the_code_is_dropped() {
    assertThat(titleOf(asked("\uFEFF" + line(TAKEN, "2")))).isEqualTo("Gardens of salt");
  }

  @Test
  void a_checksum_in_small_letters_is_right() {
    String answer = line(TAKEN + "AFa|", "2");
    String small = answer.substring(0, answer.length() - 5);
    String hex = answer.substring(answer.length() - 5);

    assertThat(hex).containsPattern("[A-F]");
    assertThat(asked(small + hex.toLowerCase(java.util.Locale.ROOT)))
        .isInstanceOf(Exchange.Answered.class);
  }

  @Test
  void a_missing_checksum_is_accepted_only_where_the_site_says_so() {
    assertThat(asked(TAKEN + "\r")).isInstanceOf(Exchange.Unanswered.class);

    VirtualWire lax =
        new VirtualWire(
            FarEnd.ready(line -> line.startsWith("97") ? List.of() : List.of(raw(TAKEN + "\r"))));
    session =
        new Sip2Session(
            lax,
            Changed.with(DIALECT, "wire", Wires.of(true, true, StandardCharsets.UTF_8)),
            lax::monotonic);

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
  }

  @Test
  void a_wrong_checksum_is_wrong_where_no_checksums_are_sent_too() {
    VirtualWire plain =
        new VirtualWire(
            line ->
                List.of(
                    raw(
                        line.startsWith("99")
                            ? "98YYYYNY03000320261124    0900002.00AOMAIN|\r"
                            : TAKEN + "AY2AZ0000\r")));
    session =
        new Sip2Session(
            plain,
            Changed.with(
                LibraryDialects.generic(), "wire", Wires.of(false, false, StandardCharsets.UTF_8)),
            plain::monotonic);

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Internal Server Error\r",
        "PreviousMessage is NULL\r",
        "login: \r",
        "\u00FF\u00FE\u00FD\r"
      })
  void a_plain_sentence_ends_the_connection(String sentence) {
    assertThat(asked(sentence)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void a_request_from_the_central_system_ends_the_connection() {
    script.add(List.of(say("9900802.00", "2")));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(wire.isOpen()).isFalse();
    assertThat(ay(wire.heard.getLast())).isEqualTo("2");
  }
}
