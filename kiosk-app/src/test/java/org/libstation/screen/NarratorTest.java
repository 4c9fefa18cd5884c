package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.speech.Speech;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// What is said, when, and to whom.
@Tag("full")
class NarratorTest {
  private static final Texts TEXTS = TestTexts.OURS;

  private final FakeSpeech speech = new FakeSpeech();
  private final List<FlowEvent> out = new ArrayList<>();
  private long nanos;
  private ScreenHost host;
  private Stage stage;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host =
        Fx.call(
            () ->
                new ScreenHost(
                    TEXTS,
                    ScreensTest.names(),
                    Duration.ofSeconds(60),
                    out::add,
                    speech,
                    () -> nanos));
    stage = Fx.window(Fx.call(() -> new Scene(host, Tokens.WIDTH, Tokens.HEIGHT)));
  }

  @AfterEach
  void close() throws Exception {
    Fx.close(stage);
  }

  @Test
  void nothing_is_said_before_it_is_turned_on() throws Exception {
    show(States.named("welcome"));
    show(States.named("borrow-stack"));
    type(KeyCode.TAB);
    assertThat(speech.heard()).isEmpty();
  }

  @Test
  void turned_on_it_says_how_and_how_to_change_the_language_in_each() throws Exception {
    show(english("welcome"));
    show(aloud("welcome"));
    assertThat(speech.heard())
        .startsWith("Reading aloud is on.")
        .contains("如要用廣東話")
        .contains("如需普通话")
        .contains("Hold your card’s barcode in front of the scanner, at the lower right")
        .contains("Borrow, With your card");
  }

  @Test
  void a_row_that_is_told_over_pages_is_said_page_by_page() throws Exception {
    FlowState state =
        States.in(
            States.named("return-sorted"),
            Language.EN,
            new Access(
                Access.MOST_TEXT_STEPS, false, false, false, false, new Access.Aloud(true, 3)));
    Fx.call(
        () -> {
          host.fit(LargeTextTest.FIFTEEN_INCH);
          SmallPages pages = new SmallPages(host, state);
          assertThat(speech.heard()).contains("six days charged").doesNotContain("nine dollars");
          List<String> heard = new ArrayList<>();
          pages.each(_ -> heard.add(speech.heard()));
          assertThat(heard.get(1))
              .contains("nine dollars", "Green trolley")
              .doesNotContain("counted");
          assertThat(heard.get(2)).contains("Booked in at the library");
          return host;
        });
  }

  @Test
  void of_a_row_that_changed_only_the_change_is_said() throws Exception {
    BorrowRow.BorrowRowState asking = new BorrowRow.BorrowRowState.Asking(States.NOW);
    show(aloud(borrowing(asking, asking)));
    speech.heard();
    show(aloud(borrowing(asking, States.lent(true))));
    assertThat(speech.words())
        .anyMatch(
            said -> said.startsWith("潮汐算術：給孩子的數學 ") && said.contains("the eighth of December"))
        .noneMatch(said -> said.contains("Asking"))
        .noneMatch(said -> said.contains("Lighthouse"));
    speech.heard();
    show(aloud(borrowing(asking, States.lent(true))));
    assertThat(speech.heard()).isEmpty();
  }

  @Test
  void a_key_that_gets_the_ring_says_name_state_and_place() throws Exception {
    show(aloud("borrow-stack"));
    speech.heard();
    type(KeyCode.TAB);
    assertThat(speech.hushed).isPositive();
    assertThat(speech.heard()).contains(" of ");
    for (int i = 0; i < 30 && !speech.words().toString().contains("Contrast"); i++) {
      type(KeyCode.TAB);
    }
    assertThat(speech.words()).anyMatch(said -> said.startsWith("Contrast, off"));
  }

  @Test
  void a_star_says_all_again_also_the_bars() throws Exception {
    show(aloud("borrow-stack"));
    speech.heard();
    type(KeyCode.MULTIPLY);
    assertThat(speech.heard())
        .contains("The Lighthouse Almanac")
        .contains("ending in six seven eight eight")
        .contains("South Embankment Library")
        .contains("Contrast, off")
        .contains("繁體中文");
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.SayAgain()));
  }

  @Test
  void plus_and_minus_change_the_loudness_and_a_plug_is_an_event() throws Exception {
    show(aloud("borrow-stack"));
    type(KeyCode.ADD);
    type(KeyCode.SUBTRACT);
    type(KeyCode.F15);
    type(KeyCode.F16);
    assertThat(out)
        .containsExactly(
            new FlowEvent.Pressed(new Key.Louder()),
            new FlowEvent.Pressed(new Key.Softer()),
            new FlowEvent.HeadphoneChanged(true),
            new FlowEvent.HeadphoneChanged(false));
    speech.heard();
    show(volume(aloud("borrow-stack"), 4));
    assertThat(speech.heard()).isEqualTo("Volume four of five");
    assertThat(speech.manner.volume()).isEqualTo(4);
  }

  @Test
  void without_a_headphone_nothing_personal_is_said() throws Exception {
    speech.listeners = Speech.Listeners.ALL;
    show(aloud("borrow-stack"));
    assertThat(speech.heard())
        .contains("Place it again, flat in the middle of the tray.")
        .contains("Please plug them in")
        .doesNotContain("Lighthouse")
        .doesNotContain("植物學家")
        .doesNotContain("December")
        .doesNotContain("six seven eight eight");
    show(aloud("charges"));
    assertThat(speech.heard()).doesNotContain("dollar").contains("Please plug them in");
  }

  @Test
  void where_only_headphones_are_allowed_the_room_hears_only_that() throws Exception {
    speech.listeners = Speech.Listeners.NONE;
    show(aloud("borrow-stack"));
    assertThat(speech.heard())
        .isEqualTo("What is yours is only read into headphones. Please plug them in.");
  }

  @Test
  void of_a_pin_each_digit_is_a_star() throws Exception {
    show(aloud(asking(0)));
    speech.heard();
    show(aloud(asking(1)));
    show(aloud(asking(2)));
    assertThat(speech.words()).containsExactly("Star", "Star");
    speech.heard();
    show(aloud(asking(1)));
    assertThat(speech.heard()).isEqualTo("Digit deleted");
  }

  @Test
  void a_wrong_pin_is_said() throws Exception {
    show(aloud(asking(4)));
    speech.heard();
    show(
        aloud(
            States.identify(
                States.WELL,
                Session.Purpose.BORROW,
                new Screen.Identify.IdentifyStep.AskPin(0, Optional.of(Code.C12)))));
    assertThat(speech.heard()).contains("C one two");
  }

  @Test
  void a_toggle_that_was_pressed_says_what_it_is_now() throws Exception {
    show(aloud("borrow-stack"));
    for (int i = 0; i < 30 && !speech.words().toString().contains("Slow, off"); i++) {
      speech.heard();
      type(KeyCode.TAB);
    }
    speech.heard();
    type(KeyCode.ENTER);
    show(
        States.in(
            States.named("borrow-stack"),
            Language.EN,
            new Access(1, false, true, false, false, new Access.Aloud(true, 3))));
    // What stands there now is one message: that is said too.
    assertThat(speech.heard()).endsWith("Slow, on");
    assertThat(speech.manner.slow()).isTrue();
  }

  @Test
  void to_the_room_a_key_of_a_row_says_what_it_does_and_not_whose_row_it_is() throws Exception {
    speech.listeners = Speech.Listeners.ALL;
    show(aloud("account"));
    for (int i = 0; i < 30 && !speech.words().toString().contains("[Renew "); i++) {
      speech.heard();
      type(KeyCode.TAB);
    }
    assertThat(speech.heard()).startsWith("Renew").contains(" of ").doesNotContain("Lighthouse");
  }

  @Test
  void time_that_runs_out_is_said_at_the_beginning_and_twice_more() throws Exception {
    FlowState idle = States.named("borrow-stack");
    show(aloud(idle));
    speech.heard();
    List<String> counted = new ArrayList<>();
    for (int left = 30; left > 5; left--) {
      show(aloud(States.over(idle, new Overlay.IdleWarning(left, 20))));
      counted.addAll(speech.words());
      speech.said.clear();
    }
    assertThat(counted.getFirst()).contains("still there");
    assertThat(counted.stream().filter(said -> said.endsWith("seconds left")))
        .containsExactly("thirty seconds left", "twenty seconds left", "ten seconds left");
  }

  @Test
  void another_language_is_spoken_at_once_and_the_whole_screen_in_it() throws Exception {
    show(aloud("borrow-stack"));
    speech.heard();
    show(SpokenScreensTest.aloud(States.named("borrow-stack")));
    assertThat(speech.said)
        .flatExtracting(sentence -> sentence.pieces())
        .anyMatch(piece -> piece.language() == Language.ZH_HANT_HK);
    assertThat(speech.heard()).contains("十二月八日");
  }

  @Test
  void the_receipt_is_spoken_on_request_with_titles_dates_and_sums() throws Exception {
    show(aloud("receipt-choice"));
    assertThat(speech.heard()).contains("Read it aloud");
    type(KeyCode.DIVIDE);
    String receipt = speech.heard();
    assertThat(receipt).contains("The Lighthouse Almanac").contains("December");
    assertThat(receipt).doesNotContainPattern("\\d");
  }

  @Test
  void with_hidden_titles_the_receipt_has_none_either() throws Exception {
    show(
        SpokenScreensTest.aloud(
            States.in(
                States.named("receipt-choice"),
                Language.EN,
                Access.silent(1, false, false, false, true))));
    speech.heard();
    type(KeyCode.DIVIDE);
    assertThat(speech.heard()).contains("December").doesNotContain("Lighthouse");
  }

  @Test
  void at_the_end_of_a_visit_it_is_silent_at_once() throws Exception {
    show(aloud("borrow-stack"));
    speech.heard();
    int before = speech.hushed;
    show(english("welcome"));
    assertThat(speech.hushed).isGreaterThan(before);
    assertThat(speech.heard()).isEmpty();
  }

  @Test
  void what_turns_by_itself_on_the_start_screen_is_not_told() throws Exception {
    show(aloud("welcome"));
    speech.heard();
    show(aloud("idle-news"));
    assertThat(speech.heard()).isEmpty();
    type(KeyCode.TAB);
    speech.heard();
    show(aloud("welcome"));
    show(aloud("idle-news"));
    assertThat(speech.hushed).isPositive();
  }

  @Test
  void in_slow_mode_a_second_strike_within_half_a_second_means_nothing() throws Exception {
    show(
        States.in(
            States.named("borrow-stack"),
            Language.EN,
            Access.silent(1, false, true, false, false)));
    type(KeyCode.TAB);
    type(KeyCode.ENTER);
    nanos += Duration.ofMillis(499).toNanos();
    type(KeyCode.ENTER);
    assertThat(out).hasSize(1);
    nanos += Duration.ofMillis(1).toNanos();
    type(KeyCode.ENTER);
    assertThat(out).hasSize(2);
    show(english("borrow-stack"));
    type(KeyCode.ENTER);
    assertThat(out).hasSize(3);
  }

  @Test
  void enter_struck_twice_pays_nothing_and_stops_no_payment() throws Exception {
    show(english("borrow-stack"));
    type(KeyCode.TAB);
    show(english("charges"));
    type(KeyCode.ENTER);
    assertThat(out).isEmpty();
    nanos += Duration.ofMillis(500).toNanos();
    type(KeyCode.ENTER);
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Pay()));
    show(english("pay-terminal-PRESENT_CARD"));
    nanos += Duration.ofMillis(400).toNanos();
    type(KeyCode.ENTER);
    assertThat(out).hasSize(1);
    nanos += Duration.ofMillis(100).toNanos();
    type(KeyCode.ENTER);
    assertThat(out).last().isEqualTo(new FlowEvent.Pressed(new Key.StopPaying()));
  }

  @Test
  void a_sum_on_the_key_that_enter_presses_is_not_for_the_room() throws Exception {
    show(aloud("borrow-stack"));
    type(KeyCode.TAB);
    speech.heard();
    show(aloud("charges"));
    assertThat(speech.heard()).contains("Enter presses: Pay one hundred and twenty-six dollars");
    show(aloud("borrow-stack"));
    speech.listeners = Speech.Listeners.ALL;
    speech.heard();
    show(aloud("charges"));
    assertThat(speech.heard()).contains("Enter presses: Pay").doesNotContain("dollars");
  }

  @Test
  void of_a_page_that_filled_in_it_is_told_which_key_enter_presses_now() throws Exception {
    show(aloud("borrow-stack"));
    type(KeyCode.TAB);
    show(aloud("charges-loading"));
    speech.heard();
    show(aloud("charges"));
    assertThat(speech.heard()).contains("Enter presses: Pay");
    show(aloud("charges"));
    assertThat(speech.heard()).isEmpty();
    // Whoever did it hears what it did, and the ring stays.
    type(KeyCode.ADD);
    show(volume(aloud("charges"), 4));
    assertThat(speech.heard()).doesNotContain("Enter presses");
  }

  @Test
  void what_became_of_a_payment_is_not_for_the_room_and_what_to_do_at_the_terminal_is()
      throws Exception {
    show(aloud("pay-declined"));
    assertThat(speech.heard()).contains("Nothing was paid");
    speech.listeners = Speech.Listeners.ALL;
    show(aloud("welcome"));
    speech.heard();
    show(aloud("pay-declined"));
    assertThat(speech.heard()).doesNotContain("paid");
    show(aloud("pay-terminal-PRESENT_CARD"));
    assertThat(speech.heard()).contains("card terminal");
  }

  @Test
  void escape_on_the_question_whether_to_leave_goes_back() throws Exception {
    show(english("borrow-stack"));
    type(KeyCode.ESCAPE);
    show(english("borrow-leave"));
    type(KeyCode.ESCAPE);
    assertThat(out)
        .containsExactly(
            new FlowEvent.Pressed(new Key.Leave()), new FlowEvent.Pressed(new Key.Stay()));
  }

  private static FlowState borrowing(
      BorrowRow.BorrowRowState first, BorrowRow.BorrowRowState second) {
    return States.borrowing(
        States.WELL, Screen.Hands.WAIT, States.row(1, first), States.row(2, second));
  }

  private static FlowState asking(int digits) {
    return States.identify(
        States.WELL,
        Session.Purpose.BORROW,
        new Screen.Identify.IdentifyStep.AskPin(digits, Optional.empty()));
  }

  private static FlowState english(String name) {
    return States.in(States.named(name), Language.EN, Access.STANDARD);
  }

  private static FlowState aloud(String name) {
    return aloud(States.named(name));
  }

  private static FlowState aloud(FlowState state) {
    return SpokenScreensTest.aloud(States.in(state, Language.EN, Access.STANDARD));
  }

  private static FlowState volume(FlowState state, int volume) {
    return States.in(
        state,
        state.language(),
        new Access(1, false, false, false, false, new Access.Aloud(true, volume)));
  }

  private void show(FlowState state) throws Exception {
    Fx.run(() -> ScreensTest.show(host, state));
  }

  private void type(KeyCode code) throws Exception {
    fire(KeyEvent.KEY_PRESSED, code);
    fire(KeyEvent.KEY_RELEASED, code);
  }

  private void fire(EventType<KeyEvent> kind, KeyCode code) throws Exception {
    Fx.call(
        () -> {
          Scene scene = host.getScene();
          Node owner = scene.getFocusOwner();
          Event.fireEvent(
              owner == null ? host : owner,
              new KeyEvent(kind, "", "", code, false, false, false, false));
          return scene;
        });
  }
}
