package org.libstation.screen;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.libstation.circulation.Answer;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.Looks;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// A station in one process for tests of whole visits: the flow and the scene graph are the real
/// ones, desk and devices are played here, and time is the test's own.
abstract class PlayedVisit {
  static final Texts TEXTS = TestTexts.OURS;
  static final PatronId ANNA = new PatronId("29999000006788");
  static final ItemId HARBOURS = new ItemId("39999000001111");
  static final ItemId ALMANAC = new ItemId("39999000002222");
  static final String TITLE = "The Secret Life of Harbours";
  static final String LENT_BEFORE = "The Lighthouse Almanac";
  static final String PIN = "2468";

  final FakeSpeech speech = new FakeSpeech();
  final Flow flow = new Flow(settings(), patron -> "#" + patron.key().hashCode());
  final Queue<FlowEvent> inbox = new ArrayDeque<>();
  Duration at = Duration.ofHours(1);
  FlowState state;
  ScreenHost host;
  Stage stage;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @AfterEach
  void close() throws Exception {
    Fx.close(stage);
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
                    inbox::add,
                    speech,
                    () -> at.toNanos()));
    stage = Fx.window(Fx.call(() -> new Scene(host, Tokens.WIDTH, Tokens.HEIGHT)));
    state = FlowState.initial(flow.settings(), time());
    for (DeviceRole role :
        List.of(DeviceRole.PAD, DeviceRole.SCANNER, DeviceRole.PRINTER, DeviceRole.SPEECH)) {
      inbox.add(
          new FlowEvent.DeviceChanged(
              DeviceLine.plain(role, role.name(), DeviceCondition.READY, "", "")));
    }
    inbox.add(new FlowEvent.PlaceListed(Place.PAD));
    inbox.add(new FlowEvent.LinkChanged(StationFacts.LinkState.ONLINE));
    drain();
  }

  FlowSettings settings() {
    return UsualFlow.settings();
  }

  void tell(FlowEvent event) throws Exception {
    inbox.add(event);
    drain();
  }

  void seconds(int seconds) throws Exception {
    for (int i = 0; i < 4 * seconds; i++) {
      at = at.plusMillis(250);
      inbox.add(new FlowEvent.Tick(time()));
      drain();
    }
  }

  void drain() throws Exception {
    for (FlowEvent event = inbox.poll(); event != null; event = inbox.poll()) {
      for (FlowEvent each : List.of(new FlowEvent.Tick(time()), event)) {
        var step = flow.step(state, each);
        state = step.state();
        step.effects().forEach(this::carryOut);
      }
    }
    show();
  }

  void show() throws Exception {
    Fx.run(() -> ScreensTest.show(host, state));
  }

  EventTime time() {
    OffsetDateTime wall = OffsetDateTime.parse("2026-11-24T10:00:00+08:00");
    return new EventTime(wall.plus(at), "boot", at, Optional.empty(), false);
  }

  /// The desk and the devices.
  void carryOut(Effect effect) {
    Optional<FlowEvent> answer =
        switch (effect) {
          case Effect.IdentifyEffect identify ->
              Optional.of(
                  new FlowEvent.Identified(
                      identify.session(),
                      new Answer.Accepted<>(look(identify.patron())),
                      List.of()));
          case Effect.Lend lend ->
              Optional.of(
                  new FlowEvent.LendAnswered(
                      lend.session(),
                      new LoanOutcome.Lent(
                          7, lend.item(), TITLE, date(8), SecurityBitRule.MAY_CLEAR)));
          case Effect.LookAnew _ -> Optional.of(new FlowEvent.PlaceListed(Place.PAD));
          case Effect.ClearTag clear ->
              Optional.of(
                  new FlowEvent.TagCleared(clear.entry(), clear.uid(), FlowEvent.TagResult.DONE));
          case Effect.MarkReleased mark -> Optional.of(new FlowEvent.ReleasedWritten(mark.entry()));
          case Effect.LoadLoans load ->
              Optional.of(
                  new FlowEvent.LoansAnswered(
                      load.session(),
                      new Answer.Accepted<>(
                          List.of(
                              new LoanLine(ALMANAC, LENT_BEFORE, Optional.of(date(1)), false)))));
          case Effect.RenewEffect renew ->
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
                          settle.entry(),
                          ALMANAC,
                          Optional.of(LENT_BEFORE),
                          Optional.empty(),
                          ReturnOutcome.LentTo.NOT_KNOWN),
                      Optional.empty()));
          default -> Optional.empty();
        };
    answer.ifPresent(inbox::add);
  }

  static DueDate date(int day) {
    return DueDate.of(LocalDateTime.of(2026, 12, day, 23, 59));
  }

  static PatronLook look(PatronId patron) {
    return Looks.patron(patron)
        .with(c -> c.pinRight(true).chargedCount(1).overdueCount(0).chargedLimit(10).holdsReady(1));
  }

  static String ownName(Language language) {
    return switch (language) {
      case ZH_HANT_HK -> "繁體中文";
      case ZH_HANS -> "简体中文";
      case EN -> "English";
    };
  }

  /// As it stands in the text files.
  static String say(Language language, String key) {
    return TEXTS.in(language).say(key);
  }
}
