package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.TagReading;
import org.libstation.screen.kit.look.KeyCap;

/// A whole visit by a person who sees nothing and touches nothing: keys and ears alone.
@Tag("full")
class KeypadVisitTest extends PlayedVisit {
  private final List<String> everything = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_whole_visit_by_keys_and_ears_alone(Language language) throws Exception {
    // The plug is found by touch; the station speaks the language of the house.
    tell(new FlowEvent.HeadphoneChanged(true));
    hears(Language.ZH_HANT_HK, "朗讀已開", "For English", "如需普通话", "借閱");
    if (language != Language.ZH_HANT_HK) {
      go(ownName(language));
      press();
      hears(language, say(language, "tile.borrow"));
    }

    go(say(language, "tile.borrow"));
    press();
    hears(language, say(language, "identify.card.scanner.head"));

    tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Card(ANNA)));
    hears(language, say(language, "identify.pin.head"));
    for (int place = 0; place < PIN.length(); place++) {
      type(KeyCode.valueOf("DIGIT" + PIN.charAt(place)));
    }
    hears(language, say(language, "speech.digit"));
    type(KeyCode.ENTER);
    hears(language, say(language, "borrow.empty.head"), say(language, "hand.place.head"));

    // A book is laid down; the station says which it is, until when, and what to do.
    tell(
        new FlowEvent.TagArrived(
            Place.PAD, "E001", new TagReading.ItemTag(HARBOURS, 1, 1), SecurityBit.ARMED));
    seconds(2);
    hears(language, TITLE, due(language), say(language, "hand.take.head"));
    tell(new FlowEvent.TagLeft(Place.PAD, "E001"));

    // What is lent already, and one of it for longer.
    go(say(language, "borrow.account"));
    press();
    hears(language, LENT_BEFORE, say(language, "account.renew"));
    go(say(language, "account.renew"));
    press();
    hears(language, LENT_BEFORE, renewed(language));

    // Finished, and the receipt by ear.
    type(KeyCode.ESCAPE);
    seconds(1);
    hears(language, say(language, "receipt.aloud"));
    type(KeyCode.DIVIDE);
    hears(language, TITLE, due(language), LENT_BEFORE);
    go(endKey(language));
    press();
    seconds(1);
    hears(language, due(language));
    assertThat(state.screen()).isInstanceOf(Screen.Done.class);
    go(say(language, "key.next"));
    press();
    assertThat(state.screen()).isInstanceOf(Screen.Welcome.class);
    assertThat(state.access().aloud().on()).isFalse();
    assertThat(words()).isEmpty();

    // A return, without a card.
    type(KeyCode.MULTIPLY);
    hears(Language.ZH_HANT_HK, "朗讀已開");
    if (language != Language.ZH_HANT_HK) {
      go(ownName(language));
      press();
    }
    go(say(language, "tile.return"));
    press();
    hears(language, say(language, "hand.give.head"));
    tell(
        new FlowEvent.TagArrived(
            Place.PAD, "E002", new TagReading.ItemTag(ALMANAC, 1, 1), SecurityBit.CLEARED));
    seconds(2);
    hears(language, LENT_BEFORE, say(language, "stamp.returned"));
    tell(new FlowEvent.TagLeft(Place.PAD, "E002"));
    type(KeyCode.ESCAPE);
    seconds(1);
    hears(language, say(language, "end.returned"));

    assertThat(String.join("\n", everything))
        .doesNotContain("2468")
        .doesNotContain("two four six eight")
        .doesNotContain("二四六八")
        .doesNotContainPattern("\\d");
  }

  private static String endKey(Language language) {
    return say(language, "receipt.none");
  }

  private static String due(Language language) {
    return language == Language.EN ? "the eighth of December" : "十二月八日";
  }

  private static String renewed(Language language) {
    return language == Language.EN ? "the fifteenth of December" : "十二月十五日";
  }

  // ---- ears

  private List<String> words() {
    return speech.words();
  }

  /// All of it was said since, in this language.
  private void hears(Language language, String... parts) throws Exception {
    show();
    String heard = speech.heard();
    everything.add(heard);
    for (String part : parts) {
      String spoken =
          org.libstation.language.speech.SpokenWords.of(language, part).getFirst().words();
      assertThat(heard).as(language.tag()).contains(spoken);
    }
  }

  // ---- hands

  /// Moves with the arrow until the wanted key is named; there is no other way to find it.
  private void go(String name) throws Exception {
    show();
    speech.heard();
    for (int moves = 0; moves < 60; moves++) {
      if (focusedIs(name)) {
        return;
      }
      type(KeyCode.DOWN);
      String named = speech.heard();
      assertThat(named).as("each key says what it is").isNotBlank();
      everything.add(named);
    }
    throw new AssertionError("no way to " + name);
  }

  private boolean focusedIs(String name) throws Exception {
    return Fx.call(
        () ->
            host.getScene().getFocusOwner() instanceof KeyCap key
                && key.isFocusVisible()
                && key.getAccessibleText() != null
                && key.getAccessibleText().startsWith(name));
  }

  private void press() throws Exception {
    type(KeyCode.ENTER);
    seconds(1);
  }

  private void type(KeyCode code) throws Exception {
    fire(KeyEvent.KEY_PRESSED, code);
    fire(KeyEvent.KEY_RELEASED, code);
    drain();
  }

  private void fire(EventType<KeyEvent> kind, KeyCode code) throws Exception {
    Fx.call(
        () -> {
          Node owner = host.getScene().getFocusOwner();
          Event.fireEvent(
              owner == null ? host : owner,
              new KeyEvent(kind, "", "", code, false, false, false, false));
          return host;
        });
  }
}
