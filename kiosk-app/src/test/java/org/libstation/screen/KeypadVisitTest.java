package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.flow.Effect;
import org.libstation.flow.Flow;
import org.libstation.flow.FlowEvent;
import org.libstation.flow.FlowSettings;
import org.libstation.flow.FlowState;
import org.libstation.flow.Language;
import org.libstation.flow.PadTag.SecurityBit;
import org.libstation.flow.Place;
import org.libstation.flow.Scan;
import org.libstation.flow.Screen;
import org.libstation.flow.StationFacts;
import org.libstation.flow.StationFacts.Condition;
import org.libstation.flow.StationFacts.DeviceLine;
import org.libstation.flow.StationFacts.DeviceRole;
import org.libstation.flow.TagReading;
import org.libstation.screen.common.KeyCap;
import org.libstation.screen.common.Tokens;
import org.libstation.testkit.Needs;
import org.libstation.text.Texts;

/// A whole visit by a person who sees nothing and touches nothing: keys and ears alone. The flow
/// and the scene graph are the real ones; desk and devices are played here.
@Tag("full")
class KeypadVisitTest {
  private static final Texts TEXTS = Texts.load(Path.of("../config/texts"), Optional.empty());
  private static final PatronId ANNA = new PatronId("29999000006788");
  private static final ItemId HARBOURS = new ItemId("39999000001111");
  private static final ItemId ALMANAC = new ItemId("39999000002222");
  private static final String TITLE = "The Secret Life of Harbours";
  private static final String LENT_BEFORE = "The Lighthouse Almanac";
  private static final String PIN = "2468";

  private final FakeSpeech speech = new FakeSpeech();
  private final Flow flow =
      new Flow(FlowSettings.standard(), patron -> "#" + patron.key().hashCode());
  private final Queue<FlowEvent> inbox = new ArrayDeque<>();
  private final List<String> everything = new ArrayList<>();
  private Duration at = Duration.ofHours(1);
  private FlowState state;
  private ScreenHost host;
  private Stage stage;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @AfterEach
  void close() throws Exception {
    Fx.call(
        () -> {
          stage.close();
          return stage;
        });
  }

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
    hears(language, say(language, "identify.card.head"));

    tell(new FlowEvent.BarcodeRead(Place.PAD, new Scan.Card(ANNA)));
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
            Place.PAD, "E001", new TagReading.Item(HARBOURS, 1, 1), SecurityBit.ARMED));
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
            Place.PAD, "E002", new TagReading.Item(ALMANAC, 1, 1), SecurityBit.CLEARED));
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

  private static String ownName(Language language) {
    return switch (language) {
      case ZH_HANT_HK -> "繁體中文";
      case ZH_HANS -> "简体中文";
      case EN -> "English";
    };
  }

  /// As it is spoken.
  private static String say(Language language, String key) {
    return TEXTS.in(language).say(key);
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
      String spoken = org.libstation.speech.SpokenWords.of(language, part).getFirst().words();
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

  // ---- the station

  @BeforeEach
  void open() throws Exception {
    host =
        Fx.call(
            () ->
                new ScreenHost(
                    TEXTS,
                    ScreensTest.names(),
                    Duration.ofSeconds(60),
                    inbox::add,
                    speech,
                    () -> at.toNanos()));
    stage =
        Fx.call(
            () -> {
              Stage fresh = new Stage();
              fresh.setScene(new Scene(host, Tokens.WIDTH, Tokens.HEIGHT));
              fresh.show();
              fresh.requestFocus();
              return fresh;
            });
    state = FlowState.initial(flow.settings(), time());
    for (DeviceRole role :
        List.of(DeviceRole.PAD, DeviceRole.SCANNER, DeviceRole.PRINTER, DeviceRole.SPEECH)) {
      inbox.add(
          new FlowEvent.DeviceChanged(new DeviceLine(role, role.name(), Condition.READY, "", "")));
    }
    inbox.add(new FlowEvent.FieldListed(Place.PAD));
    inbox.add(new FlowEvent.LinkChanged(StationFacts.Link.ONLINE));
    drain();
  }

  private void tell(FlowEvent event) throws Exception {
    inbox.add(event);
    drain();
  }

  private void seconds(int seconds) throws Exception {
    for (int i = 0; i < 4 * seconds; i++) {
      at = at.plusMillis(250);
      inbox.add(new FlowEvent.Tick(time()));
      drain();
    }
  }

  private void drain() throws Exception {
    for (FlowEvent event = inbox.poll(); event != null; event = inbox.poll()) {
      for (FlowEvent each : List.of(new FlowEvent.Tick(time()), event)) {
        var step = flow.step(state, each);
        state = step.state();
        step.effects().forEach(this::carryOut);
      }
    }
    show();
  }

  private void show() throws Exception {
    Fx.call(
        () -> {
          ScreensTest.show(host, state);
          return host;
        });
  }

  private EventTime time() {
    OffsetDateTime wall = OffsetDateTime.parse("2026-11-24T10:00:00+08:00");
    return new EventTime(wall.plus(at), "boot", at, Optional.empty(), false);
  }

  /// The desk and the devices.
  private void carryOut(Effect effect) {
    Optional<FlowEvent> answer =
        switch (effect) {
          case Effect.Identify identify ->
              Optional.of(
                  new FlowEvent.Identified(
                      identify.session(),
                      new FlowEvent.CardAnswer.Known(look(identify.patron()), List.of())));
          case Effect.Lend lend ->
              Optional.of(
                  new FlowEvent.LendAnswered(
                      lend.session(), new LoanOutcome.Lent(7, lend.item(), TITLE, date(8), true)));
          case Effect.ClearTag clear ->
              Optional.of(
                  new FlowEvent.TagCleared(clear.entry(), clear.uid(), FlowEvent.TagResult.DONE));
          case Effect.MarkReleased mark -> Optional.of(new FlowEvent.ReleasedWritten(mark.entry()));
          case Effect.LoadLoans load ->
              Optional.of(
                  new FlowEvent.LoansAnswered(
                      load.session(),
                      new FlowEvent.LoansAnswer.Loans(
                          List.of(
                              new LoanLine(ALMANAC, LENT_BEFORE, Optional.of(date(1)), false)))));
          case Effect.Renew renew ->
              Optional.of(
                  new FlowEvent.RenewAnswered(
                      renew.session(),
                      new RenewOutcome.Renewed(renew.item(), LENT_BEFORE, date(15))));
          case Effect.Receive receive ->
              Optional.of(new FlowEvent.ReceivedWritten(receive.row(), 8));
          case Effect.ArmTag arm ->
              Optional.of(new FlowEvent.TagArmed(arm.entry(), arm.uid(), FlowEvent.TagResult.DONE));
          case Effect.SettleReturn settle ->
              Optional.of(
                  new FlowEvent.ReturnSettled(
                      new ReturnOutcome.Recorded(
                          settle.entry(), ALMANAC, Optional.of(LENT_BEFORE), Optional.empty()),
                      Optional.empty()));
          default -> Optional.empty();
        };
    answer.ifPresent(inbox::add);
  }

  private static DueDate date(int day) {
    return DueDate.of(LocalDateTime.of(2026, 12, day, 23, 59));
  }

  private static PatronLook look(PatronId patron) {
    return new PatronLook(
        patron,
        true,
        Optional.of(true),
        Set.of(),
        OptionalInt.of(1),
        OptionalInt.of(0),
        OptionalInt.of(10),
        1,
        Optional.empty(),
        Optional.empty());
  }
}
