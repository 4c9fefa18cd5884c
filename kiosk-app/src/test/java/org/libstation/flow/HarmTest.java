package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.flow.state.CheckBoard.CheckLine;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.Harm;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.flow.state.StationFacts.Trouble;

/// What hurts patrons most is named first, wherever it is seen.
class HarmTest {
  private static DeviceLine line(DeviceRole role, DeviceCondition condition) {
    return DeviceLine.plain(role, role.name(), condition, "D1", "");
  }

  @ParameterizedTest
  @CsvSource({
    "PAD,       CONNECTING, SPEECH,  CONNECTING",
    "SCANNER,   NEEDS_HAND, SPEECH,  CONNECTING",
    "SCANNER,   CONNECTING, PRINTER, CONNECTING",
    "PAD,       NEEDS_HAND, PRINTER, CONNECTING",
    "DROP,      CONNECTING, PAD,     NEEDS_HAND",
    "PRINTER,   NEEDS_HAND, SPEECH,  CONNECTING",
    "CARD_READER, CONNECTING, DROP,  CONNECTING"
  })
  void one_device_goes_before_the_other_however_they_are_listed(
      DeviceRole worse, DeviceCondition how, DeviceRole other, DeviceCondition otherwise) {
    DeviceLine first = line(worse, how);
    DeviceLine second = line(other, otherwise);
    assertThat(Harm.worst(List.of(first, second), Harm::of)).contains(first);
    assertThat(Harm.worst(List.of(second, first), Harm::of)).contains(first);
  }

  @Test
  void a_journal_that_cannot_be_written_goes_before_everything() {
    assertThat(Harm.of(JournalHealth.FAILING))
        .isLessThan(Harm.of(line(DeviceRole.PAD, DeviceCondition.CONNECTING)));
    assertThat(Harm.of(JournalHealth.OLDER))
        .isGreaterThan(Harm.of(line(DeviceRole.PAD, DeviceCondition.CONNECTING)))
        .isLessThan(Harm.of(LinkState.SILENT));
    assertThat(Harm.of(JournalHealth.GOOD)).isEqualTo(Harm.NONE);
  }

  @Test
  void a_roll_that_ends_soon_waits_for_whatever_patrons_notice() {
    DeviceLine paper =
        DeviceLine.plain(DeviceRole.PRINTER, "printer", DeviceCondition.NEEDS_HAND, "DP1E", "")
            .withTrouble(Trouble.PAPER_NEAR_END);
    assertThat(Harm.of(paper)).isEqualTo(Harm.LATER);
    DeviceLine speech = line(DeviceRole.SPEECH, DeviceCondition.NEEDS_HAND);
    assertThat(Harm.worst(List.of(paper, speech), Harm::of)).contains(speech);
    assertThat(Harm.worst(List.of(paper), Harm::of)).contains(paper);
  }

  @Test
  void nothing_is_first_when_all_is_well() {
    assertThat(Harm.worst(List.of(line(DeviceRole.PAD, DeviceCondition.READY)), Harm::of))
        .isEmpty();
  }

  @Test
  void checks_are_ranked_by_the_same_rule() {
    List<DeviceLine> devices =
        List.of(
            line(DeviceRole.PRINTER, DeviceCondition.READY),
            line(DeviceRole.PAD, DeviceCondition.READY));
    CheckLine keys = check("keys", CheckState.ATTENTION);
    CheckLine printer = check("PRINTER", CheckState.FAULT);
    CheckLine pad = check("PAD", CheckState.ATTENTION);
    CheckLine journal = check("journal", CheckState.FAULT);
    CheckLine well = check("clock", CheckState.GOOD);
    CheckLine unproven = check("SCANNER", CheckState.UNPROVEN);
    assertThat(
            Harm.ranked(
                List.of(well, keys, unproven, printer, pad, journal),
                line -> Harm.of(line, devices)))
        .containsExactly(journal, pad, printer, keys, well, unproven);
    assertThat(Harm.of(printer, devices))
        .isEqualTo(Harm.of(line(DeviceRole.PRINTER, DeviceCondition.CONNECTING)));
  }

  private static CheckLine check(String id, CheckState stand) {
    return CheckTest.line(id, stand, new CheckMessage("told.untold", List.of()));
  }
}
