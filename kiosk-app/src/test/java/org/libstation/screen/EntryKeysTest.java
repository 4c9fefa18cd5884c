package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// A number typed on the screen's keys, on a real keyboard, and by an input method.
class EntryKeysTest {
  private final List<FlowEvent> out = new ArrayList<>();
  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = Fx.call(() -> ScreensTest.host(out));
    show("entry-typed");
  }

  private void show(String state) throws Exception {
    Fx.call(
        () -> {
          ScreensTest.show(host, States.named(state));
          return host;
        });
  }

  private void fire(Event event) throws Exception {
    Fx.call(
        () -> {
          Event.fireEvent(host, event);
          return host;
        });
  }

  private static KeyEvent typed(String text) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false);
  }

  private static KeyEvent down(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private List<FlowEvent> letters(String text) {
    return Key.Letter.of(text).stream().<FlowEvent>map(FlowEvent.Pressed::new).toList();
  }

  @Test
  void each_key_of_the_screen_is_a_letter_and_all_are_there() throws Exception {
    List<String> words =
        Fx.call(
            () -> {
              List<KeyCap> keys = ScreensTest.keys(host);
              keys.stream()
                  .filter(key -> key.getAccessibleText().length() == 1)
                  .forEach(KeyCap::fire);
              return keys.stream().map(KeyCap::getAccessibleText).toList();
            });
    assertThat(words).contains("7", "Q", "連字號");
    assertThat(out).containsExactlyElementsOf(letters("1234567890QWERTYUIOPASDFGHJKLZXCVBNM"));
  }

  @Test
  void a_setting_takes_every_character_of_a_real_keyboard_and_chinese() throws Exception {
    show("setup-typing");
    out.clear();
    fire(typed("s"));
    fire(typed("/"));
    fire(typed("\r"));
    fire(down(KeyCode.SPACE));
    fire(typed(" "));
    fire(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "二號機", 0));
    assertThat(out)
        .containsExactlyElementsOf(
            "s/ 二號機"
                .chars()
                .<FlowEvent>mapToObj(sign -> new FlowEvent.Pressed(new Key.Sign((char) sign)))
                .toList());
    show("setup-choice");
    out.clear();
    fire(typed("x"));
    assertThat(out).isEmpty();
  }

  @Test
  void a_real_keyboard_and_an_input_method_type_too() throws Exception {
    fire(typed("3"));
    fire(typed("a"));
    fire(typed("９"));
    fire(typed("\r"));
    fire(typed(" "));
    fire(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "１２－Ｂ", 0));
    assertThat(out).containsExactlyElementsOf(letters("3A912-B"));
    out.clear();
    fire(down(KeyCode.BACK_SPACE));
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.Erase()));
  }

  @Test
  void elsewhere_letters_are_nothing() throws Exception {
    show("holds");
    fire(typed("3"));
    assertThat(out).isEmpty();
  }
}
