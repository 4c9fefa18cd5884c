package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.CheckBoard.CheckLine;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.StaffLevel;

/// The technician's checks and the health page.
public final class CheckTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T18:58:00+08:00");

  static final CheckBoard RUNNING =
      CheckBoard.EMPTY.with(
          c ->
              c.lines(
                      List.of(
                          line(
                              "disk",
                              CheckState.GOOD,
                              new CheckMessage("told.disk", List.of("61000", "61", "data"))),
                          line(
                              "pad",
                              CheckState.RUNNING,
                              new CheckMessage("board.RUNNING", List.of())),
                          line(
                              "printer",
                              CheckState.WAITING,
                              new CheckMessage("board.WAITING", List.of()))))
                  .took(Duration.ofMillis(1200)));

  static final CheckBoard ENDED =
      CheckBoard.EMPTY.with(
          c ->
              c.lines(RUNNING.lines())
                  .running(false)
                  .took(Duration.ofMillis(5600))
                  .reopened(new CheckBoard.Reopened(5, 5)));

  /// A day with a payment of each kind, and a terminal that has more.
  public static final CashDay CASH = cash(9999);

  private static CashDay cash(long terminal) {
    CashDay.PaymentKind[] kinds = CashDay.PaymentKind.values();
    List<CashDay.CashLine> lines =
        IntStream.range(0, kinds.length)
            .mapToObj(
                at ->
                    new CashDay.CashLine(
                        400L + at,
                        AT.minusHours(at + 1L),
                        kinds[at],
                        Money.of(1250 + 10L * at, "HKD"),
                        "20261124-a7004fd7-4e590e9-" + at,
                        "%04d trace 004711 terminal 52500038".formatted(17 + at)))
            .toList();
    return new CashDay(
        AT.toLocalDate(),
        lines,
        Optional.of(
            new TerminalDay(
                AT,
                Optional.of("0017"),
                Optional.of("0023"),
                Optional.of(Money.of(terminal, "HKD")),
                true)));
  }

  public static CheckLine line(
      String id, CheckState stand, CheckMessage told, CheckBoard.BoardFinding... found) {
    return new CheckLine(id, stand, told, List.of(found));
  }

  public static Figures figures(boolean month) {
    List<Figures.PeriodFigures> slots =
        IntStream.range(0, month ? 30 : 24)
            .mapToObj(
                i ->
                    new Figures.PeriodFigures(
                        month ? i + 1 : i,
                        i < 7 ? 0 : (i * 7) % 40,
                        i < 7 ? 0 : (i * 5) % 23,
                        OptionalLong.of(84 + (i * 13) % 20),
                        i == 11 ? OptionalLong.empty() : OptionalLong.of(300 + (i * 17) % 60),
                        OptionalInt.of(Math.min(95, i * 4)),
                        i % 6 == 2 ? 3 : 0,
                        OptionalLong.of(i < 9 ? 1 - i % 3 : 1),
                        OptionalInt.of(46 + (i < 14 ? i % 14 : 24 - i) / 2)))
            .toList();
    return new Figures(
        AT,
        Map.of(
            "scanner",
            fact(AT.minusSeconds(40)),
            "pad",
            fact(AT.minusSeconds(1), FEIG, says("GHOSTS", "2", "7F")),
            "bin",
            fact(AT.minusSeconds(2), says("MODULE", "2.00")),
            "drop",
            fact(AT.minusSeconds(1), FEIG),
            "speech",
            new Figures.DeviceFact(AT.minusHours(3), Optional.empty(), List.of()),
            "printer",
            fact(AT.minusMinutes(6), says("PRINTER_MARKS", "576", "status"))),
        new Figures.LinkFact(
            OptionalLong.of(84),
            OptionalLong.of(310),
            Optional.of(AT.minusHours(8)),
            OptionalLong.of(1),
            Optional.empty()),
        new Figures.Computer(61, 412, OptionalInt.of(51), "Asia/Hong_Kong", List.of(), false),
        List.of(
            new Figures.LastRestart(AT.minusDays(3), "K42"),
            new Figures.LastRestart(AT.minusDays(9), "")),
        month,
        slots,
        Map.of("HELD_FOR_ANOTHER", 9, "LIMIT_REACHED", 5, "NOT_FOR_LOAN", 4));
  }

  private static final Figures.SelfWords FEIG = says("READER", "FEIG", "50h", "03.00");

  private static Figures.SelfWords says(String name, String... values) {
    return new Figures.SelfWords(name, List.of(values), "");
  }

  private static Figures.DeviceFact fact(OffsetDateTime lastGood, Figures.SelfWords... says) {
    return new Figures.DeviceFact(AT.minusHours(3), Optional.of(lastGood), List.of(says));
  }

  private static Story entered(StaffLevel level) {
    return Story.usual()
        .press(new Key.Technician())
        .press(new Key.Digit(1))
        .press(new Key.Confirm())
        .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), level));
  }

  private static CheckBoard board(Story story) {
    return story.state.screen() instanceof Screen.Service(ServicePage.Checks page, var _)
        ? page.board()
        : CheckBoard.EMPTY;
  }

  @Test
  void a_run_is_asked_for_and_shown_and_nobody_leaves_before_the_devices_answer() {
    Story story = entered(StaffLevel.TECHNICIAN).press(new Key.OpenChecks());
    assertThat(story.effects).contains(new Effect.RunChecks(Optional.empty()));
    story.tell(new FlowEvent.ChecksMoved(RUNNING));
    assertThat(board(story)).isEqualTo(RUNNING);

    story.press(new Key.Leave());
    assertThat(story.effects).contains(new Effect.EndCheckRun());
    assertThat(story.state.screen()).isInstanceOf(Screen.Service.class);
    assertThat(board(story).stopping()).isTrue();

    story.tell(new FlowEvent.ChecksMoved(ENDED)).press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.Technician.class);
  }

  @Test
  void a_live_test_ends_when_the_hand_says_so_and_a_bin_is_calibrated_when_asked() {
    Story story = entered(StaffLevel.TECHNICIAN).press(new Key.OpenChecks());
    story.tell(new FlowEvent.ChecksMoved(ENDED)).press(new Key.Calibrate("bin"));
    assertThat(story.effects).contains(new Effect.CalibrateEffect("bin"));
    assertThat(board(story).running()).isTrue();

    story.press(new Key.HandDone());
    assertThat(story.effects).doesNotContain(new Effect.HandDoneEffect());
    story.tell(new FlowEvent.ChecksMoved(asks("EMPTY_BIN"))).press(new Key.HandDone());
    assertThat(story.effects).contains(new Effect.HandDoneEffect());
  }

  private static CheckBoard asks(String act) {
    return CheckBoard.EMPTY.with(
        c ->
            c.lines(RUNNING.lines())
                .took(Duration.ofMillis(900))
                .hand(new CheckBoard.CheckPrompt(act, "", true)));
  }

  @Test
  void staff_without_the_right_run_no_checks_and_make_no_bundle() {
    Story staff = entered(StaffLevel.STAFF).press(new Key.OpenChecks());
    assertThat(staff.effects).noneMatch(Effect.RunChecks.class::isInstance);
    assertThat(staff.state.screen()).isInstanceOf(Screen.Technician.class);

    Story technician =
        entered(StaffLevel.TECHNICIAN).press(new Key.OpenHealth()).press(new Key.MakeBundle());
    assertThat(technician.effects).noneMatch(Effect.MakeBundleEffect.class::isInstance);
    Story administrator =
        entered(StaffLevel.ADMINISTRATOR).press(new Key.OpenHealth()).press(new Key.MakeBundle());
    assertThat(administrator.effects).contains(new Effect.MakeBundleEffect());
  }

  @Test
  void the_health_page_shows_the_span_that_was_asked_for() {
    Story story = entered(StaffLevel.STAFF).press(new Key.OpenHealth());
    story.tell(new FlowEvent.FiguresRead(figures(true)));
    assertThat(page(story).figures()).isEmpty();
    story.tell(new FlowEvent.FiguresRead(figures(false)));
    assertThat(page(story).figures()).contains(figures(false));
    story.press(new Key.OtherSpan());
    assertThat(story.effects).contains(new Effect.ReadFigures(true));
  }

  @Test
  void the_cash_up_shows_the_day_that_was_asked_for_and_staff_may_see_it() {
    Story story = entered(StaffLevel.STAFF).press(new Key.OpenCashUp(0));
    assertThat(story.effects).contains(new Effect.ReadCashUp(0));
    story.press(new Key.OpenCashUp(1));
    story.tell(new FlowEvent.CashUpRead(0, CASH));
    assertThat(cashUp(story)).isEqualTo(new ServicePage.CashUpPage(1, Optional.empty()));
    story.tell(new FlowEvent.CashUpRead(1, CASH));
    assertThat(cashUp(story)).isEqualTo(new ServicePage.CashUpPage(1, Optional.of(CASH)));
    story.press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.Technician.class);
  }

  private static ServicePage cashUp(Story story) {
    return ((Screen.Service) story.state.screen()).page();
  }

  private static ServicePage.HealthPage page(Story story) {
    return story.state.screen() instanceof Screen.Service(ServicePage.HealthPage page, var _)
        ? page
        : new ServicePage.HealthPage(
            Optional.empty(), true, new ServicePage.Bundle.BundleNotAsked());
  }
}
