package org.libstation.screen.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.screen.typing.KeyTime.HeldUp;

/// Whose keys they are, in a time of the test's own.
class TypedScansTest implements TypedScans.TypedScanListener {
  static final String CODE = "38801000000015";
  private static final Duration SOON = Duration.ofMillis(400);

  private final KeyTime time = new KeyTime();
  private final List<KeyEvent> passed = new ArrayList<>();
  private final List<Long> lateness = new ArrayList<>();
  private final List<String> scans = new ArrayList<>();
  private boolean capsLock;
  private Awaited awaited = Awaited.NOTHING;
  private final TypedScans typed = new TypedScans(time, () -> capsLock, this);

  @Override
  public void goOn(List<KeyEvent> keys) {
    passed.addAll(keys);
    lateness.add(time.getAsLong());
  }

  @Override
  public void scanned(String all) {
    scans.add(all);
  }

  @Override
  public void ask(Duration after) {
    time.after(after, typed::quietAsAsked);
  }

  @Override
  public Awaited awaited() {
    return awaited;
  }

  private void play(KeyStream stream, HeldUp held) {
    time.play(
        stream,
        held,
        stroke -> {
          if (!typed.takes(stroke.event())) {
            passed.add(stroke.event());
          }
        },
        typed::quiet);
  }

  private void play(KeyStream stream) {
    play(stream, HeldUp.NEVER);
  }

  private static List<KeyEvent> events(KeyStream stream) {
    return stream.strokes().stream().map(KeyStream.Stroke::event).toList();
  }

  /// By kind and key, in order.
  private static List<String> told(List<KeyEvent> keys) {
    return keys.stream()
        .map(key -> key.getEventType() + " " + key.getCode() + " " + key.getCharacter().strip())
        .map(line -> line.replace("\0", ""))
        .toList();
  }

  static Stream<String> recorded() {
    return Stream.of("us", "de", "fr")
        .flatMap(
            layout ->
                Stream.of("2-2", "5-5", "2-10", "10-20", "20-30", "2-30")
                    .map(pace -> "scanner-" + layout + "-" + pace));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void what_a_scanner_types_is_one_scan_and_no_key(String name) {
    KeyStream stream = KeyStream.recorded(name);
    for (Awaited each : Awaited.values()) {
      awaited = each;
      play(stream);
      play(stream.withoutEnter());
    }
    assertThat(passed).isEmpty();
    assertThat(scans).containsExactly(CODE + "\r", CODE, CODE + "\r", CODE, CODE + "\r", CODE);
  }

  /// With Shift, and with AltGr where the layout wants it for the bracket.
  @ParameterizedTest
  @ValueSource(strings = {"us", "de", "fr"})
  void letters_and_signs_are_as_the_layout_gives_them(String layout) {
    play(KeyStream.recorded("aim-" + layout));
    assertThat(scans).containsExactly("]C1AB-12/Z.m3\t");
    assertThat(passed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  @Tag("full")
  void a_scene_that_is_held_up_in_a_scan_tears_it_at_no_moment(String name) {
    KeyStream stream = KeyStream.recorded(name);
    for (Awaited each : Awaited.values()) {
      awaited = each;
      for (int from = -300; from < 450; from += 23) {
        for (int lasts : List.of(50, 100, 300, 500)) {
          scans.clear();
          play(stream, HeldUp.millis(from, from + lasts));
          assertThat(scans).as("%s + %s ms", from, lasts).containsExactly(CODE + "\r");
          assertThat(passed).as("%s + %s ms", from, lasts).isEmpty();
        }
      }
    }
  }

  @Test
  void from_two_to_thirty_milliseconds_and_from_four_signs_it_is_a_scan() {
    for (int seed = 0; seed < 300; seed++) {
      for (String code : List.of("B071", "X1002", "]C1" + CODE, "A" + CODE + "B", CODE)) {
        scans.clear();
        play(KeyStream.typed(code + "\r", seed, 2, 31));
        play(KeyStream.typed(code + "\t", seed, 2, 31));
        play(KeyStream.typed(code, seed, 2, 31));
        assertThat(scans).as("%s %s", code, seed).containsExactly(code + "\r", code + "\t", code);
        assertThat(passed).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Awaited.class)
  @Tag("full")
  void a_hand_types_as_ever(Awaited where) {
    awaited = where;
    for (int seed = 0; seed < 300; seed++) {
      for (String text : List.of("4821\r", "38801000000015\r", "QB-7\t", "+++", "  ")) {
        passed.clear();
        KeyStream stream = KeyStream.typed(text, seed, 60, 180);
        play(stream);
        assertThat(told(passed)).as("%s %s", text, seed).isEqualTo(told(events(stream)));
      }
    }
    assertThat(scans).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DIGITS", "SIGNS"})
  void what_a_hand_typed_while_the_scene_was_held_up_is_no_scan(Awaited where) {
    awaited = where;
    for (int seed = 0; seed < 40; seed++) {
      for (int from = -900; from < 600; from += 67) {
        for (int lasts : List.of(50, 100, 300, 700, 1500)) {
          passed.clear();
          KeyStream stream = KeyStream.typed("482165\r", seed, 70, 190);
          play(stream, HeldUp.millis(from, from + lasts));
          assertThat(told(passed))
              .as("%s: %s + %s ms", seed, from, lasts)
              .isEqualTo(told(events(stream)));
        }
      }
    }
    assertThat(scans).isEmpty();
  }

  @Test
  void a_switch_that_taps_its_keys_at_once_moves_and_presses() {
    KeyStream stream =
        KeyStream.keys(8, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER)
            .then(SOON, KeyStream.keys(8, KeyCode.SPACE, KeyCode.ESCAPE))
            .then(SOON, KeyStream.keys(4, KeyCode.TAB, KeyCode.SPACE));
    play(stream);
    assertThat(told(passed)).isEqualTo(told(events(stream)));
    assertThat(scans).isEmpty();
  }

  @Test
  void a_key_that_is_held_down_comes_again_and_again() {
    for (KeyStream stream :
        List.of(
            KeyStream.held(KeyCode.DIGIT5, "5", 40),
            KeyStream.held(KeyCode.BACK_SPACE, "\b", 40),
            KeyStream.held(KeyCode.TAB, "\t", 40))) {
      passed.clear();
      awaited = Awaited.SIGNS;
      play(stream);
      assertThat(told(passed)).isEqualTo(told(events(stream)));
    }
    assertThat(scans).isEmpty();
  }

  @Test
  void a_key_goes_on_after_fifty_milliseconds() {
    long before = time.getAsLong() + Duration.ofSeconds(2).toNanos();
    play(KeyStream.typed("7", 1, 90, 90));
    assertThat(Duration.ofNanos(lateness.getFirst() - before)).isEqualTo(KeyPace.GAP);
  }

  @Test
  void what_a_scanner_sends_after_its_enter_presses_nothing_either() {
    KeyStream code = KeyStream.typed(CODE + "\r", 3, 5, 15);
    for (KeyCode more : List.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.DOWN)) {
      scans.clear();
      play(code.then(Duration.ofMillis(20), KeyStream.keys(20, more)));
      assertThat(scans).containsExactly(CODE + "\r");
      assertThat(passed).isEmpty();
    }
    KeyStream hand = KeyStream.keys(80, KeyCode.ENTER);
    play(code.then(Duration.ofMillis(200), hand));
    assertThat(told(passed)).isEqualTo(told(events(hand)));
  }

  @Test
  void two_scans_one_right_after_the_other_are_two() {
    KeyStream code = KeyStream.typed(CODE + "\r", 3, 5, 15);
    play(code.then(Duration.ofMillis(15), KeyStream.typed("9780306406157\r", 4, 5, 15)));
    assertThat(scans).containsExactly(CODE + "\r", "9780306406157\r");
    assertThat(passed).isEmpty();
  }

  @Test
  void a_pause_of_the_radio_in_a_scan_does_not_tear_it() {
    for (int pause : List.of(60, 120, 280)) {
      scans.clear();
      play(
          KeyStream.typed("3880100", 5, 5, 20)
              .then(Duration.ofMillis(pause), KeyStream.typed("0000015\r", 6, 5, 20)));
      assertThat(scans).containsExactly(CODE + "\r");
      assertThat(passed).isEmpty();
    }
  }

  @Test
  void numbers_with_alt_and_a_keypad_without_num_lock_are_signs() {
    play(KeyStream.byAlt("QB-7/42\r".strip(), 5));
    play(
        KeyStream.keys(
            10,
            KeyCode.PAGE_DOWN,
            KeyCode.UP,
            KeyCode.UP,
            KeyCode.INSERT,
            KeyCode.END,
            KeyCode.ENTER));
    assertThat(scans).containsExactly("QB-7/42", "38801\r");
    assertThat(passed).isEmpty();
    KeyStream arrows =
        KeyStream.keys(
            90, KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
    play(arrows, HeldUp.millis(-20, 700));
    assertThat(told(passed)).isEqualTo(told(events(arrows)));
  }

  @Test
  void caps_lock_turns_no_letter() {
    capsLock = true;
    play(KeyStream.typed("AB1234\r", 7, 5, 20));
    // No Shift was down: the scanner meant small ones.
    assertThat(scans).containsExactly("ab1234\r");
  }

  @Test
  void in_doubt_what_means_nothing_here_was_a_scanner() {
    KeyStream stream = KeyStream.typed("B071\r", 7, 5, 20);
    play(stream, HeldUp.millis(-900, 200));
    assertThat(scans).containsExactly("B071\r");
    awaited = Awaited.DIGITS;
    play(stream, HeldUp.millis(-900, 200));
    assertThat(scans).hasSize(2);
    assertThat(passed).isEmpty();
  }
}
