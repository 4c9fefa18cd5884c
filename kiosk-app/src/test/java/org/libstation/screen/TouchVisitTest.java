package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentStep;
import org.libstation.flow.FlowTests;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.TagReading;
import org.libstation.screen.kit.look.KeyCap;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A whole visit by a finger: TestFX's robot moves the pointer to what is seen, and presses there.
@Tag("full")
class TouchVisitTest extends PlayedVisit {
  private static final Money OWED = Money.of(12650, "HKD");

  private final FxRobot finger = new FxRobot();
  private int touches;
  private boolean owes;

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
            Place.PAD, "E001", new TagReading.ItemTag(HARBOURS, 1, 1), SecurityBit.ARMED));
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

  /// What the account owes, where this visit is about money.
  @Override
  FlowSettings settings() {
    return FlowTests.paying();
  }

  @Override
  void carryOut(Effect effect) {
    switch (effect) {
      case Effect.IdentifyEffect(long session, PatronId patron, _) when owes ->
          inbox.add(
              new FlowEvent.Identified(session, new Answer.Accepted<>(owing(patron)), List.of()));
      case Effect.LoadAccount load ->
          inbox.add(
              new FlowEvent.AccountAnswered(
                  load.session(),
                  new Answer.Accepted<>(
                      new PatronAccount(
                          owing(load.patron()),
                          List.of(charge("17", 1150), charge("18", 11500)),
                          List.of(),
                          Set.of(),
                          List.of()))));
      case Effect.PayEffect pay -> {
        inbox.add(new FlowEvent.PaymentStepped(pay.session(), PaymentStep.PRESENT_CARD));
        inbox.add(
            new FlowEvent.PaymentAnswered(
                pay.session(),
                new PaymentOutcome.Paid(Payment.ofWhatIsOwed("20261124-1", pay.sum()))));
      }
      default -> super.carryOut(effect);
    }
  }

  private static PatronLook owing(PatronId patron) {
    return look(patron).withOwed(Optional.of(OWED));
  }

  private static ChargeLine charge(String number, long minor) {
    return new ChargeLine(
        Optional.of(number),
        ChargeLine.ChargeReason.OVERDUE,
        "",
        Optional.of(Money.of(minor, "HKD")),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"EN, false, 12650, 3", "ZH_HANT_HK, true, 1150, 4"})
  void at_most_four_touches_lead_from_the_start_to_paid(
      Language language, boolean part, long sum, int most) throws Exception {
    owes = true;
    touch(ownName(language));
    assertThat(state.screen()).isInstanceOf(Screen.Welcome.class);

    touches = 0;
    touch(say(language, "tile.account"));
    tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Card(ANNA)));
    int before = touches;
    for (int place = 0; place < PIN.length(); place++) {
      touch(PIN.substring(place, place + 1));
    }
    touch(say(language, "key.enter"));
    // A PIN is typed by who has a card with one.
    touches = before;
    assertThat(state.screen()).isInstanceOf(Screen.MyAccount.class);
    touch(say(language, "details.charges"));
    if (part) {
      List<KeyCap> leave = Fx.call(() -> keys(say(language, "charges.leave")));
      assertThat(leave).hasSize(2);
      touch(leave.getLast());
    }
    String money = TEXTS.in(language).money(Money.of(sum, "HKD"));
    touch(TEXTS.in(language).say("charges.pay", money));

    sees(TEXTS.in(language).say("pay.paid.head", money));
    assertThat(touches).isEqualTo(most).isLessThanOrEqualTo(4);
  }

  /// Presses the key that begins so, where it is seen.
  private void touch(String name) throws Exception {
    show();
    touch(Fx.call(() -> key(name)));
  }

  private void touch(KeyCap key) throws Exception {
    touches++;
    finger.clickOn(key, MouseButton.PRIMARY);
    drain();
    seconds(1);
  }

  private KeyCap key(String name) {
    return keys(name).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no key %s on %s but %s".formatted(name, state.screen(), keys(""))));
  }

  private List<KeyCap> keys(String name) {
    return ScreensTest.keys(host).stream()
        .filter(LargeTextTest::isSeen)
        .filter(key -> key.getAccessibleText() != null)
        .filter(key -> key.getAccessibleText().startsWith(name))
        .toList();
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
