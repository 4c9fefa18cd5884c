package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.flow.Screen.Emptying.Stage;

/// Staff empty the bin; a bin that goes without a word is told.
class EmptyingTest {
  private final Story story = Story.usual();

  private Story emptying() {
    return story
        .press(new Key.Technician())
        .pin("975310")
        .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan")))
        .press(new Key.EmptyBin());
  }

  private Story drop(boolean bin, boolean door) {
    return story.tell(new FlowEvent.DropChanged(true, bin, door));
  }

  private Stage stage() {
    return ((Screen.Emptying) story.state.screen()).step();
  }

  @Test
  void the_flap_is_locked_the_bin_taken_out_in_a_name_and_the_manifest_printed() {
    story.tell(new FlowEvent.BinCounted(31)).tell(new FlowEvent.BinFilled(44));
    emptying().seconds(1);
    assertThat(story.didOnce(Effect.LockFlap.class).locked()).isTrue();

    drop(true, true);
    drop(false, true).tell(new FlowEvent.BinCounted(0));
    Effect.EmptyBin bin = story.didOnce(Effect.EmptyBin.class);
    assertThat(bin.by()).isEqualTo("Chan");
    assertThat(bin.counted()).isEqualTo(31);
    assertThat(bin.percent()).hasValue(44);
    story.tell(new FlowEvent.BinWritten(BinContents.EMPTY));
    assertThat(story.didOnce(Effect.PrintManifest.class).contents()).isEqualTo(BinContents.EMPTY);
    assertThat(stage()).isEqualTo(Stage.PUT_IN);

    drop(true, true);
    assertThat(stage()).isEqualTo(Stage.PUT_IN);
    drop(true, false);
    assertThat(stage()).isEqualTo(Stage.DONE);
    assertThat(story.state.sight().fill().objects()).isZero();
    story.press(new Key.Leave()).seconds(1);
    assertThat(story.did(Effect.LockFlap.class)).last().isEqualTo(new Effect.LockFlap(false));
  }

  @Test
  void a_bin_that_goes_while_nobody_had_said_so_is_told() {
    story.tell(new FlowEvent.BinCounted(3));
    drop(false, false);
    assertThat(story.didOnce(Effect.EmptyBin.class).by()).isEmpty();
  }

  @Test
  void a_bin_that_is_out_at_the_start_is_told_where_the_journal_has_something_in_it() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 4));
    drop(false, false);
    assertThat(story.didOnce(Effect.EmptyBin.class).counted()).isEqualTo(4);
  }

  @Test
  void a_bin_that_is_out_still_after_its_emptying_and_a_restart_is_not_told_again() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 0));
    drop(false, false);
    assertThat(story.did(Effect.EmptyBin.class)).isEmpty();
  }

  @Test
  void an_empty_bin_where_the_journal_knows_of_a_full_one_went_while_the_program_was_off() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 40));
    story.tell(new FlowEvent.BinFilled(0));
    assertThat(story.didOnce(Effect.EmptyBin.class).by()).isEmpty();
    story.tell(new FlowEvent.BinFilled(0));
    assertThat(story.did(Effect.EmptyBin.class)).hasSize(1);
  }

  @Test
  void a_few_objects_do_not_prove_that_an_empty_bin_is_another_one() {
    story.tell(new FlowEvent.BinTold(95, BinHistory.NONE, 6));
    story.tell(new FlowEvent.BinFilled(0));
    assertThat(story.did(Effect.EmptyBin.class)).isEmpty();
  }
}
