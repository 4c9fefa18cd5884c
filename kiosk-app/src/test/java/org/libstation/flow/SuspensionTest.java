package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Answer;
import org.libstation.circulation.PatronBlock;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.IdentifyStep;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.Suspension;

/// A visit on a day on which a public notice stops fines or blocks.
class SuspensionTest {
  private static final Suspension BLOCKS_STOPPED =
      new Suspension(Optional.of(new Suspension.Fines(Optional.empty())), false, true);

  private final Story story = Story.usual();

  @ParameterizedTest
  @EnumSource(
      value = PatronBlock.class,
      names = {"TOO_MANY_OVERDUE", "RECALL_OVERDUE", "EXCESSIVE_FINES", "EXCESSIVE_FEES"})
  void while_blocks_are_stopped_nobody_is_kept_from_borrowing_for_what_is_late_or_owed(
      PatronBlock block) {
    story.tell(new FlowEvent.SuspensionTold(BLOCKS_STOPPED));
    story.card(ANNA).pin("1234");
    story.identified(
        new Answer.Accepted<>(Story.look(ANNA, true, EnumSet.of(PatronBlock.CHARGE_DENIED, block))),
        List.of());
    assertThat(story.state.screen()).isEqualTo(new Screen.Borrow(Screen.Hands.PLACE_ITEMS));
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY_CHARGED, true, B31",
    "TOO_MANY_LOST, true, C16",
    "CHARGE_DENIED, true, C16",
    "TOO_MANY_OVERDUE, false, B34"
  })
  void other_reasons_still_block_then_and_the_card_itself_does(
      PatronBlock block, boolean stopped, Code code) {
    story.tell(
        new FlowEvent.SuspensionTold(
            stopped
                ? BLOCKS_STOPPED
                : new Suspension(
                    Optional.of(new Suspension.Fines(Optional.empty())), true, false)));
    story.card(ANNA).pin("1234");
    Set<PatronBlock> flags =
        block == PatronBlock.CHARGE_DENIED
            ? EnumSet.of(PatronBlock.CHARGE_DENIED)
            : EnumSet.of(PatronBlock.CHARGE_DENIED, PatronBlock.TOO_MANY_OVERDUE, block);
    story.identified(new Answer.Accepted<>(Story.look(ANNA, true, flags)), List.of());
    assertThat(story.state.screen()).isEqualTo(new Identify(new IdentifyStep.Problem(code, true)));
  }

  /// Something for staff to look at once made the station forget it.
  @Test
  void what_a_notice_stops_is_not_forgotten_over_a_matter_for_staff() {
    story.tell(new FlowEvent.SuspensionTold(BLOCKS_STOPPED));
    StationFacts told = story.state.station();
    assertThat(
            told.withMatter(
                    new StationFacts.StaffMatter(
                        Code.T24,
                        Optional.empty(),
                        Optional.empty(),
                        story.state.now().corrected()))
                .suspension())
        .isEqualTo(BLOCKS_STOPPED);
  }
}
