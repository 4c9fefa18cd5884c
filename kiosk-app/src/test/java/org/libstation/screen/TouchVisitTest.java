package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeAll;
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
import org.libstation.screen.look.KeyCap;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A whole visit by a finger: TestFX's robot moves the pointer to what is seen, and presses there.
@Tag("full")
class TouchVisitTest extends PlayedVisit {
  private final FxRobot finger = new FxRobot();

  /// The toolkit's headless screen has 1000 rows. It takes presses below them, and complains of
  /// what is drawn there; TestFX would give that to the next who asks.
  @BeforeAll
  static void theScreenIsLow() {
    WaitForAsyncUtils.autoCheckException = false;
    WaitForAsyncUtils.clearExceptions();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_whole_visit_by_touch_alone(Language language) throws Exception {
    touch(ownName(language));
    touch(say(language, "tile.borrow"));
    sees(say(language, "identify.card.scanner.head"));

    tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Card(ANNA)));
    sees(say(language, "identify.pin.head"));
    for (int place = 0; place < PIN.length(); place++) {
      touch(PIN.substring(place, place + 1));
    }
    touch(say(language, "key.enter"));
    assertThat(state.screen()).isInstanceOf(Screen.Borrow.class);

    tell(
        new FlowEvent.TagArrived(
            Place.PAD, "E001", new TagReading.Item(HARBOURS, 1, 1), SecurityBit.ARMED));
    seconds(2);
    sees(TITLE);
    tell(new FlowEvent.TagLeft(Place.PAD, "E001"));

    // Larger text; the visit goes on.
    touch(say(language, "access.text"));
    assertThat(state.access().textStep()).isEqualTo(2);
    sees(TITLE);

    touch(say(language, "borrow.account"));
    sees(LENT_BEFORE);
    touch(say(language, "account.renew"));
    sees(LENT_BEFORE);

    touch(say(language, "key.leave"));
    seconds(1);
    touch(say(language, "receipt.none"));
    seconds(1);
    assertThat(state.screen()).isInstanceOf(Screen.Done.class);
    touch(say(language, "key.next"));
    assertThat(state.screen()).isInstanceOf(Screen.Welcome.class);
    assertThat(state.access().textStep()).as("reset for the next person").isEqualTo(1);
    assertThat(texts()).noneMatch(text -> text.contains(TITLE));
  }

  /// Presses the key that begins so, where it is seen.
  private void touch(String name) throws Exception {
    show();
    KeyCap key = Fx.call(() -> key(name));
    finger.clickOn(key, MouseButton.PRIMARY);
    drain();
    seconds(1);
  }

  private KeyCap key(String name) {
    return ScreensTest.keys(host).stream()
        .filter(LargeTextTest::isSeen)
        .filter(key -> key.getAccessibleText() != null)
        .filter(key -> key.getAccessibleText().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key " + name + " on " + state.screen()));
  }

  private void sees(String text) throws Exception {
    show();
    assertThat(texts()).anyMatch(seen -> seen.contains(text));
  }

  private List<String> texts() throws Exception {
    return Fx.call(
        () ->
            ScreensTest.texts(host).stream()
                .filter(LargeTextTest::isSeen)
                .map(ScreensTest::said)
                .toList());
  }
}
