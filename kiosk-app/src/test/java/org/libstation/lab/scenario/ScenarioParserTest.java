package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.lab.scenario.Action.RowState;
import org.libstation.station.driven.ScenarioProblem;

class ScenarioParserTest {
  private final ScenarioParser parser = new ScenarioParser("day");

  @Test
  void steps_keep_their_line_and_remarks_are_no_steps() throws ScenarioProblem {
    List<ScenarioStep> steps =
        parser.parse("# a day\n\nscan 21234000056788 # the card\nlift all\n");
    assertThat(steps)
        .containsExactly(
            new ScenarioStep(3, "scan 21234000056788", new Action.ScanAction("21234000056788")),
            new ScenarioStep(4, "lift all", new Action.Lift(List.of())));
  }

  @Test
  void a_quoted_text_is_one_word_and_may_hold_a_hash() throws ScenarioProblem {
    assertThat(parser.parse("expect receipt \"fine # HK$ 10.50\"").getFirst().action())
        .isEqualTo(
            new Action.Expect(
                new Expectation.ReceiptContains("fine # HK$ 10.50"), ScenarioParser.DEFAULT_WAIT));
  }

  @Test
  void an_expectation_may_say_how_long_it_waits() throws ScenarioProblem {
    assertThat(parser.parse("expect row 31234000012342 lent B21 within 40").getFirst().action())
        .isEqualTo(
            new Action.Expect(
                new Expectation.RowIs(new RowState("31234000012342", "lent"), Optional.of("B21")),
                Duration.ofSeconds(40)));
  }

  @Test
  void a_device_can_be_told_to_have_a_fault_and_be_healed() throws ScenarioProblem {
    assertThat(parser.parse("fault pad weak E004015012345678 2\nheal pad"))
        .extracting(ScenarioStep::action)
        .containsExactly(
            new Action.FaultAction("pad", "weak", List.of("E004015012345678", "2")),
            new Action.Heal("pad"));
    assertThatThrownBy(() -> parser.parse("fault pad")).hasMessageContaining("FAULT");
  }

  @Test
  void a_code_on_the_screen_can_be_expected() throws ScenarioProblem {
    assertThat(parser.parse("expect code C12").getFirst().action())
        .isEqualTo(new Action.Expect(new Expectation.CodeIs("C12"), ScenarioParser.DEFAULT_WAIT));
  }

  @Test
  void a_payment_and_a_debt_can_be_expected() throws ScenarioProblem {
    assertThat(parser.parse("expect payment paid\nexpect owed 86.00 HKD"))
        .extracting(ScenarioStep::action)
        .containsExactly(
            new Action.Expect(new Expectation.PaymentIs("paid"), ScenarioParser.DEFAULT_WAIT),
            new Action.Expect(new Expectation.OwedIs("86.00 HKD"), ScenarioParser.DEFAULT_WAIT));
  }

  @Test
  void the_tags_on_the_pad_can_be_counted() throws ScenarioProblem {
    assertThat(parser.parse("expect tags 0").getFirst().action())
        .isEqualTo(new Action.Expect(new Expectation.TagsAre(0), ScenarioParser.DEFAULT_WAIT));
  }

  @Test
  void power_can_be_cut_when_a_row_is_in_a_state() throws ScenarioProblem {
    assertThat(parser.parse("power cut when 31234000012342 asking").getFirst().action())
        .isEqualTo(new Action.PowerCut(Optional.of(new RowState("31234000012342", "asking"))));
  }

  @Test
  void it_can_be_another_time_of_day() throws ScenarioProblem {
    assertThat(parser.parse("time 2020-07-10T15:00+08:00").getFirst().action())
        .isEqualTo(new Action.TimeIs(OffsetDateTime.parse("2020-07-10T15:00+08:00")));
    assertThatThrownBy(() -> parser.parse("time tomorrow"))
        .hasMessageContaining("expected a moment such as 2020-07-10T12:00+08:00");
  }

  @Test
  void a_row_of_the_drops_table_is_played_and_expected() throws ScenarioProblem {
    assertThat(
            parser.parse(
                """
                row 07
                slot-in 38801000000015 foreign
                at-drop eye-dark
                wait 2
                slot-out foreign
                type 38801000000015
                expect lamp quick
                expect bin 94
                expect written "return, finding R17"
                """))
        .extracting(ScenarioStep::action)
        .containsExactly(
            new Action.BeginTableRow("07"),
            new Action.DropSlotAction(
                List.of("38801000000015", Action.DropSlotAction.FOREIGN), true),
            new Action.AtDrop(Action.AtDrop.DropDeed.EYE_DARK),
            new Action.WaitAction(Duration.ofSeconds(2)),
            new Action.DropSlotAction(List.of(Action.DropSlotAction.FOREIGN), false),
            new Action.TypeDigits("38801000000015"),
            new Action.Expect(
                new Expectation.LampIs(Action.ExpectedLamp.QUICK), ScenarioParser.DEFAULT_WAIT),
            new Action.Expect(new Expectation.BinIs(94), ScenarioParser.DEFAULT_WAIT),
            new Action.Expect(
                new Expectation.WrittenIs("return, finding R17"), ScenarioParser.DEFAULT_WAIT));
    assertThatThrownBy(() -> parser.parse("expect lamp bright"))
        .hasMessageContaining("lamp steady, quick, slow or off");
    assertThatThrownBy(() -> parser.parse("at-drop flap")).hasMessageContaining("flap-open");
  }

  @Test
  void each_wrong_line_is_told_with_what_was_expected() {
    assertThatThrownBy(() -> parser.parse("scan\ndance\nexpect open many\n"))
        .isInstanceOf(ScenarioProblem.class)
        .hasMessageContaining("day, line 1: 'scan': expected scan CODE")
        .hasMessageContaining("day, line 2: 'dance': expected one of scan, place")
        .hasMessageContaining("day, line 3: 'expect open many': expected a number");
  }

  @Test
  void an_open_quotation_mark_is_told() {
    assertThatThrownBy(() -> parser.parse("expect receipt \"abc"))
        .hasMessageContaining("a closing quotation mark");
  }
}
