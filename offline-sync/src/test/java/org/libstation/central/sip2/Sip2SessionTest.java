package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.line;
import static org.libstation.central.sip2.FarEnd.raw;
import static org.libstation.central.sip2.FarEnd.say;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.sip2.FarEnd.Step;
import org.libstation.central.sip2.Sip2Session.Exchange;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;

/// One connection against a scripted far end on a virtual clock.
final class Sip2SessionTest {

  private static final Sip2Dialect DIALECT =
      LibraryDialects.generic()
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"));
  private static final Sip2Date AT = Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15, 0));
  private static final Sip2Request LOOK =
      new Sip2Request.ItemInformation(AT, Sip2Fields.NONE.with("AO", "MAIN").with("AB", "31"));
  private static final Sip2Request CHECKIN =
      new Sip2Request.Checkin(Sip2Flag.NO, AT, AT, Sip2Fields.NONE.with("AB", "31"));

  private static final String LOOKED = "1803020120261124    091501AB31|AJGardens of salt|";
  private static final String TAKEN = "101YNN20261124    091500AOMAIN|AB31|AJGardens of salt|AA20|";

  /// What the far end does with each further line after 93 and 99.
  private final Deque<List<Step>> script = new ArrayDeque<>();

  private final VirtualWire wire = new VirtualWire(FarEnd.ready(this::next));
  private Sip2Session session = new Sip2Session(wire, DIALECT, wire::monotonic);

  private List<Step> next(String line) {
    List<Step> steps = script.poll();
    if (steps == null) {
      return List.of();
    }
    List<Step> numbered = new ArrayList<>();
    for (Step step : steps) {
      numbered.add(
          step instanceof Step.Say(String text) && text.endsWith("@")
              ? say(text.substring(0, text.length() - 1), ay(line))
              : step);
    }
    return numbered;
  }

  /// A good line with the sequence number of the request that it answers.
  private static Step answer(String body) {
    return raw(body + "@");
  }

  @Test
  void a_session_begins_with_93_then_99_numbered_from_zero() {
    script.add(List.of(answer(LOOKED)));

    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.heard)
        .containsExactly(
            "9300CNkiosk1|COhedgehog7|CPfoyer|AY0AZF2BC",
            "9900802.00AY1AZFCA0",
            line("1720261124    091500AOMAIN|AB31|", "2").strip());
  }

  @Test
  void the_sequence_goes_up_by_one_and_wraps() {
    for (int i = 0; i < 12; i++) {
      script.add(List.of(answer(LOOKED)));
      assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    }
    assertThat(wire.heard.stream().skip(2).map(FarEnd::ay))
        .containsExactly("2", "3", "4", "5", "6", "7", "8", "9", "0", "1", "2", "3");
  }

  @Test
  void a_refused_login_sends_nothing_else() {
    VirtualWire strict = new VirtualWire(line -> List.of(say("940", ay(line))));
    session = new Sip2Session(strict, DIALECT, strict::monotonic);

    assertThat(session.ask(CHECKIN))
        .isEqualTo(new Exchange.RequestNotSent("the login was refused", true));
    assertThat(strict.heard).hasSize(1);
    assertThat(strict.isOpen()).isFalse();
  }

  @Test
  void no_connection_is_not_sent() {
    wire.refuseConnections = true;

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.RequestNotSent.class);
    assertThat(wire.heard).isEmpty();
  }

  @Test
  void silence_ends_at_the_deadline_and_drops_the_connection() {
    script.add(List.of());

    assertThat(session.ask(CHECKIN)).isEqualTo(new Exchange.Unanswered("no answer in time", false));
    assertThat(wire.monotonic()).isEqualTo(Duration.ofSeconds(5));
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void an_answer_after_the_deadline_is_never_taken_for_the_next_one() {
    script.add(List.of(new Step.Wait(Duration.ofSeconds(6)), answer(TAKEN)));
    script.add(List.of(answer(TAKEN.replace("AB31", "AB32"))));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(itemOf(session.ask(CHECKIN))).isEqualTo("32");
    assertThat(wire.opened).isEqualTo(2);
  }

  @Test
  void a_98_that_asks_for_more_time_gets_it_up_to_the_sites_maximum() {
    assertThat(DIALECT.patience().answer("17", 30)).isEqualTo(Duration.ofSeconds(5));
    assertThat(DIALECT.patience().answer("17", 100)).isEqualTo(Duration.ofSeconds(10));
    assertThat(DIALECT.patience().answer("17", 600)).isEqualTo(Duration.ofSeconds(15));
    assertThat(DIALECT.patience().answer("17", 999)).isEqualTo(Duration.ofSeconds(5));
    assertThat(DIALECT.patience().answer("17", 0)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void an_answer_with_another_number_is_dropped_and_the_right_one_awaited() {
    script.add(List.of(say(TAKEN, "7"), new Step.Wait(Duration.ofSeconds(2)), answer(TAKEN)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.monotonic()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void an_answer_with_another_number_alone_is_no_answer() {
    script.add(List.of(say(TAKEN, "7")));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
  }

  @Test
  void a_96_repeats_the_same_bytes() {
    script.add(List.of(raw("96AZFEF6\r")));
    script.add(List.of(answer(TAKEN)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.heard).hasSize(4);
    assertThat(wire.heard.get(3)).isEqualTo(wire.heard.get(2));
  }

  @Test
  void after_a_96_what_books_each_time_is_not_sent_again() {
    Sip2Fields fields = Sip2Fields.NONE.with("AA", "2000000417").with("AB", "3100000000222");
    Sip2Date at = Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15));
    for (Sip2Request request :
        List.of(
            new Sip2Request.Checkout(Sip2Flag.NO, Sip2Flag.NO, at, Sip2Date.NONE, fields),
            new Sip2Request.Renew(Sip2Flag.NO, Sip2Flag.NO, at, Sip2Date.NONE, fields),
            new Sip2Request.FeePaid(at, "01", "02", "EUR", fields),
            new Sip2Request.Hold("+", at, fields))) {
      script.add(List.of(raw("96AZFEF6\r")));
      assertThat(session.ask(request)).isInstanceOf(Exchange.AskedToRepeat.class);
      assertThat(wire.heard.stream().filter(line -> line.startsWith(request.code()))).hasSize(1);
      assertThat(wire.isOpen()).isFalse();
    }
  }

  @Test
  void a_storm_of_96_ends_after_two_repetitions() {
    for (int i = 0; i < 10; i++) {
      script.add(List.of(raw("96AZFEF6\r\n")));
    }

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(wire.heard).hasSize(2 + 3);
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void a_damaged_request_is_repeated_as_it_was_printed() {
    String look = "1720261124    091801AOMAIN|AB3100000000222|AC|AY9AZF43B";
    for (int number = 2; number < 9; number++) {
      script.add(List.of(answer(LOOKED)));
      assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    }
    script.add(List.of(raw("96AZFEF6\r")));
    script.add(
        List.of(
            raw(
                "1804020120261124    091802AB3100000000222|AJThe lighthouse at Kr\u00e5k\u00f8y"
                    + "|AH20261215    235900|CK001|AY9AZE441\r")));
    script.add(
        List.of(
            raw(
                "1804020120261124    091802AB3100000000222|AJThe lighthouse at Kr\u00e5k\u00f8y"
                    + "|AH20261215    235900|CK001|AY0AZE449\r")));

    Exchange exchange =
        session.ask(
            new Sip2Request.ItemInformation(
                Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 18, 1)),
                Sip2Fields.NONE.with("AO", "MAIN").with("AB", "3100000000222").with("AC", "")));

    assertThat(wire.heard.subList(wire.heard.size() - 3, wire.heard.size()))
        .containsExactly(look, look, "97AZFEF5");
    assertThat(itemOf(exchange)).isEqualTo("3100000000222");
  }

  @Test
  void several_96_for_one_damaged_message_repeat_it_once() {
    script.add(List.of(raw("96AZFEF6\r96AZFEF6\r96AZFEF6\r")));
    script.add(List.of(answer(TAKEN)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.heard).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", ""})
  void a_damaged_answer_is_asked_for_once_more_with_97(String sequence) {
    script.add(List.of(raw(line(TAKEN, "2").replace("salt", "malt"))));
    script.add(List.of(say(TAKEN, sequence)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.heard.getLast()).isEqualTo("97AZFEF5");
    assertThat(wire.opened).isEqualTo(1);
  }

  @Test
  void an_answer_to_a_97_may_come_without_a_trailer() {
    script.add(List.of(raw(line(TAKEN, "2").replace("salt", "malt"))));
    script.add(List.of(raw(TAKEN + "\r")));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
  }

  @Test
  void a_second_damaged_answer_ends_it() {
    script.add(List.of(raw(line(TAKEN, "2").replace("salt", "malt"))));
    script.add(List.of(raw(line(TAKEN, "2").replace("salt", "malt"))));

    assertThat(session.ask(CHECKIN))
        .isEqualTo(new Exchange.Unanswered("the answer was damaged twice", false));
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void a_96_in_answer_to_a_97_never_sends_the_request_again() {
    script.add(List.of(raw(line(TAKEN, "2").replace("salt", "malt"))));
    script.add(List.of(raw("96AZFEF6\r")));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(wire.heard.stream().filter(line -> line.startsWith("09"))).hasSize(1);
  }

  @Test
  void an_answer_without_a_trailer_is_not_believed_where_error_detection_is_on() {
    script.add(List.of(raw(TAKEN + "\r")));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
  }

  @Test
  void a_plain_sentence_ends_it_at_once() {
    script.add(List.of(raw("Problems handling the request: \r"), answer(TAKEN)));

    assertThat(session.ask(CHECKIN))
        .isEqualTo(new Exchange.Unanswered("text that is no message", false));
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void an_answer_of_another_kind_ends_it() {
    script.add(List.of(answer(LOOKED)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
  }

  @Test
  void an_act_cut_off_by_the_far_end_is_never_sent_again() {
    script.add(List.of(answer(TAKEN)));
    script.add(List.of(new Step.HangUp()));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(wire.heard.stream().filter(line -> line.startsWith("09"))).hasSize(2);
    assertThat(wire.opened).isEqualTo(1);
  }

  @Test
  void a_look_cut_off_on_an_old_connection_is_asked_once_more_on_a_fresh_one() {
    script.add(List.of(answer(TAKEN)));
    script.add(List.of(new Step.HangUp()));
    script.add(List.of(answer(LOOKED)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.opened).isEqualTo(2);
  }

  @Test
  void a_connection_closed_while_idle_is_noticed_before_an_act_is_sent() {
    script.add(List.of(answer(LOOKED)));
    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    wire.speak(new Step.HangUp());
    script.add(List.of(answer(TAKEN)));

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.opened).isEqualTo(2);
  }

  @Test
  void a_far_end_that_spoke_unasked_is_left_before_the_next_request() {
    script.add(List.of(answer(LOOKED)));
    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    wire.speak(say(TAKEN, "3"));
    script.add(List.of());

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Unanswered.class);
    assertThat(wire.opened).isEqualTo(2);
  }

  @Test
  void the_line_feed_of_the_last_answer_disturbs_nothing() {
    script.add(List.of(answer(LOOKED), raw("\n")));
    script.add(List.of(answer(TAKEN)));

    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.opened).isEqualTo(1);
  }

  @Test
  void an_answer_said_twice_makes_the_next_request_take_a_fresh_connection() {
    script.add(List.of(raw(line(LOOKED, "2") + line(LOOKED, "2"))));
    script.add(List.of(answer(TAKEN)));

    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.opened).isEqualTo(2);
  }

  @Test
  void an_idle_connection_is_tried_with_a_99_before_an_act() {
    script.add(List.of(answer(LOOKED)));
    script.add(List.of(answer(TAKEN)));
    assertThat(session.ask(LOOK)).isInstanceOf(Exchange.Answered.class);
    wire.pass(DIALECT.patience().keepAlive());

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(wire.heard.get(3)).startsWith("99");
  }

  @Test
  void a_central_system_off_line_is_asked_for_nothing_until_it_is_back() {
    Deque<String> states = new ArrayDeque<>(List.of("N", "N", "Y"));
    VirtualWire moody =
        new VirtualWire(
            line -> {
              if (line.startsWith("93")) {
                return List.of(say("941", ay(line)));
              }
              if (line.startsWith("99")) {
                return List.of(
                    say(
                        "98" + states.remove() + "YYYNN03000320261124    0900302.00AOMAIN|",
                        ay(line)));
              }
              return List.of(say(TAKEN, ay(line)));
            });
    session = new Sip2Session(moody, DIALECT, moody::monotonic);

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.RequestNotSent.class);
    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.RequestNotSent.class);
    assertThat(moody.heard.stream().filter(line -> line.startsWith("09"))).isEmpty();
    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
  }

  @Test
  void without_error_detection_no_trailer_is_sent_or_wanted() {
    VirtualWire plain =
        new VirtualWire(
            line ->
                List.of(
                    raw(
                        line.startsWith("99")
                            ? "98YYYYNY03000320261124    0900002.00AOMAIN|\r\n"
                            : TAKEN + "\r\n")));
    Sip2Dialect dialect =
        Changed.with(
            LibraryDialects.generic(),
            "wire",
            Wires.of(false, false, java.nio.charset.StandardCharsets.UTF_8));
    session = new Sip2Session(plain, dialect, plain::monotonic);

    assertThat(session.ask(CHECKIN)).isInstanceOf(Exchange.Answered.class);
    assertThat(plain.heard).noneMatch(line -> line.contains("AZ"));
    assertThat(plain.heard.getFirst()).startsWith("99");
  }

  /// A byte lost or doubled anywhere in an answer, in pieces of any size: the answer is asked for
  /// again and never believed as it came.
  @Test
  void no_damaged_answer_is_ever_accepted() {
    String good = line(TAKEN, "2");
    for (int at = 0; at < good.length() - 1; at++) {
      for (String damaged :
          List.of(
              good.substring(0, at) + good.substring(at + 1),
              good.substring(0, at + 1) + good.substring(at))) {
        for (int size : new int[] {1, 7, good.length() + 1}) {
          List<Step> pieces = new ArrayList<>();
          for (int from = 0; from < damaged.length(); from += size) {
            pieces.add(raw(damaged.substring(from, Math.min(damaged.length(), from + size))));
          }
          script.clear();
          script.add(pieces);
          session.hangUp();
          assertThat(session.ask(CHECKIN))
              .as("%s in pieces of %d", damaged, size)
              .isInstanceOf(Exchange.Unanswered.class);
        }
      }
    }
  }

  private static String itemOf(Exchange exchange) {
    return ((Exchange.Answered) exchange).response().item().orElse("");
  }
}
