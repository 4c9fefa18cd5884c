package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.typing.KeyStream;
import org.libstation.screen.typing.KeyTime;
import org.libstation.screen.typing.TypingGuard;
import org.libstation.testkit.Needs;

/// A scanner that types, on every screen and every sheet, each with a key under the ring that Enter
/// would press.
class TypedOnScreensTest {
  private static final String CODE = "38801000000015";
  private static final Duration LATER = States.NOW.plusMinutes(1);
  private static final KeyTime.HeldUp NEVER =
      new KeyTime.HeldUp(Duration.ofDays(1), Duration.ofDays(1));

  private final List<FlowEvent> out = new ArrayList<>();
  private final List<String> scans = new ArrayList<>();
  private final KeyTime time = new KeyTime();
  private TypingGuard guard;
  private ScreenHost host;
  private Stage stage;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = Fx.call(() -> ScreensTest.host(out));
    guard =
        Fx.call(() -> TypingGuard.before(host.getScene(), host::awaited, scans::add, time, time));
    stage = Fx.window(host.getScene());
  }

  @AfterEach
  void close() throws Exception {
    Fx.close(stage);
  }

  /// All that a station shows in a day, with what is laid over it.
  private static Map<String, FlowState> everything() {
    Map<String, FlowState> all = new LinkedHashMap<>(States.all());
    all.putAll(DropStates.all(UsualFlow.settings()));
    for (String name : List.of("welcome", "identify-pin", "entry-typed", "technician-pin")) {
      FlowState under = States.named(name);
      all.put(
          name + " with help over it",
          States.over(under, new Overlay.Help(Optional.empty(), LATER)));
      all.put(name + " with privacy over it", States.over(under, new Overlay.Privacy(LATER)));
      all.put(name + " with a warning over it", States.over(under, new Overlay.IdleWarning(22, 9)));
      all.put(name + " black", States.over(under, new Overlay.Dark()));
    }
    return all;
  }

  private void show(FlowState state) {
    ScreensTest.show(host, state);
  }

  private void play(KeyStream stream, KeyTime.HeldUp held) {
    time.play(
        stream,
        held,
        stroke -> {
          Scene scene = host.getScene();
          KeyEvent key = stroke.event();
          Node owner = scene.getFocusOwner();
          // As the toolkit does it: a focus that was drawn away is none.
          boolean there = owner != null && Objects.equals(owner.getScene(), scene);
          Event.fireEvent(there ? owner : scene, key);
        },
        guard::quiet);
  }

  private List<KeyCap> ringed() {
    return ScreensTest.keys(host).stream().filter(Node::isFocusVisible).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "de", "fr"})
  @Tag("full")
  void a_scan_presses_no_key_of_any_screen_or_sheet(String layout) throws Exception {
    Map<String, KeyStream> streams =
        Stream.of("2-2", "5-5", "2-10", "10-20", "20-30", "2-30")
            .map(pace -> "scanner-" + layout + "-" + pace)
            .collect(Collectors.toMap(Function.identity(), KeyStream::recorded));
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, FlowState> each : everything().entrySet()) {
      Fx.call(
          () -> {
            host.forget();
            show(each.getValue());
            for (boolean keysInUse : List.of(false, true)) {
              if (keysInUse) {
                play(KeyStream.keys(90, KeyCode.TAB), NEVER);
              }
              streams.forEach(
                  (name, stream) -> {
                    out.clear();
                    scans.clear();
                    List<KeyCap> before = ringed();
                    play(stream, NEVER);
                    if (!out.isEmpty()
                        || !scans.equals(List.of(CODE + "\r"))
                        || !ringed().equals(before)) {
                      wrong.add(
                          "%s, %s, keys in use %s: pressed %s, scanned %s, the ring %s"
                              .formatted(
                                  each.getKey(), name, keysInUse, out, scans, ringed().size()));
                    }
                  });
            }
            return host;
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_scan_that_a_held_up_scene_hears_in_a_lump_presses_nothing_where_something_is_typed()
      throws Exception {
    KeyStream stream = KeyStream.recorded("scanner-us-2-10");
    for (String name :
        List.of("identify-pin", "technician-pin", "entry-typed", "setup-typing", "return-sorted")) {
      Fx.call(
          () -> {
            show(States.named(name));
            out.clear();
            for (int from = -90; from < 80; from += 17) {
              scans.clear();
              play(stream, KeyTime.HeldUp.millis(from, from + 100));
              assertThat(scans).as("%s %s", name, from).containsExactly(CODE + "\r");
              assertThat(out).as("%s %s", name, from).isEmpty();
            }
            return host;
          });
    }
  }

  @Test
  void a_hand_types_a_pin_and_a_number_and_moves_and_presses_as_ever() throws Exception {
    Fx.call(
        () -> {
          show(States.named("identify-pin"));
          play(KeyStream.typed("4821\r", 5, 60, 140), NEVER);
          assertThat(out)
              .containsExactly(
                  new FlowEvent.Pressed(new Key.Digit(4)),
                  new FlowEvent.Pressed(new Key.Digit(8)),
                  new FlowEvent.Pressed(new Key.Digit(2)),
                  new FlowEvent.Pressed(new Key.Digit(1)),
                  new FlowEvent.Pressed(new Key.Confirm()));
          out.clear();
          show(States.named("entry-typed"));
          play(KeyStream.typed("QB742", 6, 60, 140), NEVER);
          assertThat(out)
              .containsExactlyElementsOf(
                  Key.Letter.of("QB742").stream().<FlowEvent>map(FlowEvent.Pressed::new).toList());
          out.clear();
          host.forget();
          show(States.named("welcome"));
          // The first tap shows the ring, the second presses.
          play(KeyStream.keys(90, KeyCode.ENTER), NEVER);
          assertThat(out).isEmpty();
          play(KeyStream.keys(90, KeyCode.ENTER), NEVER);
          assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.StartBorrow()));
          return host;
        });
    assertThat(scans).isEmpty();
  }

  @Test
  void a_pin_that_was_typed_while_the_scene_was_held_up_comes_late_and_whole() throws Exception {
    Fx.call(
        () -> {
          show(States.named("identify-pin"));
          play(KeyStream.typed("4821\r", 5, 90, 160), KeyTime.HeldUp.millis(-100, 700));
          assertThat(out).hasSize(5).endsWith(new FlowEvent.Pressed(new Key.Confirm()));
          return host;
        });
    assertThat(scans).isEmpty();
  }

  /// A quick hand, and one that the scene hears late, in every field.
  @ParameterizedTest
  @ValueSource(ints = {20, 30, 45, 60, 100, 200})
  void digits_and_enter_reach_every_field_at_the_pace_of_any_hand(int pace) throws Exception {
    List<String> wrong = new ArrayList<>();
    Fx.call(
        () -> {
          for (String name :
              List.of(
                  "identify-pin-asked", "technician-pin", "pay-amount", "pay-pin", "entry-typed")) {
            for (String digits : List.of("4821", "482165", "48216539")) {
              for (KeyTime.HeldUp held :
                  List.of(NEVER, KeyTime.HeldUp.millis(-100, 60), KeyTime.HeldUp.millis(30, 150))) {
                host.forget();
                show(States.named("welcome"));
                show(States.named(name));
                out.clear();
                play(KeyStream.typed(digits + "\r", 1, pace, pace), held);
                if (!out.equals(typedAndConfirmed(name, digits))) {
                  wrong.add(name + " " + digits + " " + held + ": " + out.size());
                }
              }
            }
          }
          return host;
        });
    assertThat(wrong).isEmpty();
    assertThat(scans).isEmpty();
  }

  private static List<FlowEvent> typedAndConfirmed(String name, String digits) {
    Stream<? extends Key> typed =
        name.equals("entry-typed")
            ? Key.Letter.of(digits).stream()
            : digits.chars().mapToObj(digit -> new Key.Digit(digit - '0'));
    return Stream.concat(typed, Stream.of(new Key.Confirm()))
        .<FlowEvent>map(FlowEvent.Pressed::new)
        .toList();
  }

  @Test
  void after_typed_digits_enter_confirms_until_tab_or_an_arrow_moves_the_ring() throws Exception {
    Fx.call(
        () -> {
          for (KeyCode moves : List.of(KeyCode.TAB, KeyCode.DOWN)) {
            host.forget();
            show(States.named("welcome"));
            show(States.named("identify-pin-asked"));
            play(KeyStream.typed("48", 1, 90, 90), NEVER);
            play(KeyStream.keys(90, moves), NEVER);
            out.clear();
            play(KeyStream.keys(90, KeyCode.ENTER), NEVER);
            assertThat(out)
                .as(moves + ", " + ringed().getFirst().getAccessibleText())
                .hasSize(1)
                .doesNotContain(new FlowEvent.Pressed(new Key.Confirm()));
          }
          return host;
        });
  }
}
