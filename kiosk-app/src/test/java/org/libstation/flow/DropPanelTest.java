package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// A drop of a station that has a panel of its own: nothing of a visit is seen there, and what is
/// pressed there changes nothing of the visit.
class DropPanelTest {
  private final Story story = Story.usual();

  private void panel(DeviceCondition condition) {
    reader(DeviceCondition.READY);
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.DROP_SCREEN, "drop-screen", condition, "", "DP-1")));
  }

  private void reader(DeviceCondition condition) {
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.DROP_READER, "drop", condition, "", "")));
  }

  private void visit() {
    story.tell(new FlowEvent.Pressed(new Key.StartBorrow()));
    story.tell(new FlowEvent.CardRead(ANNA));
    story.tell(new FlowEvent.Pressed(new Key.SwitchLanguage(Language.of("en"))));
    story.tell(new FlowEvent.Pressed(new Key.NextTextStep()));
  }

  private DropState drop() {
    return DropStanding.onPanel(story.state).screen()
            instanceof Screen.BookDropScreen(DropState state, _)
        ? state
        : DropState.SHUT;
  }

  @Test
  void a_visit_and_the_panel_know_nothing_of_each_other() {
    panel(DeviceCondition.READY);
    visit();
    FlowState before = story.state;
    FlowState seen = DropStanding.onPanel(before);
    assertThat(seen.session()).isEmpty();
    assertThat(seen.pad()).isEmpty();
    assertThat(seen.overlay()).isEmpty();
    assertThat(seen.language()).isEqualTo(story.flow.settings().language());
    assertThat(seen.access()).isEqualTo(Access.STANDARD);
    story.tell(new FlowEvent.PressedAtDrop(new Key.SwitchLanguage(Language.of("zh-Hans"))));
    story.tell(new FlowEvent.PressedAtDrop(new Key.ContrastKey()));
    story.tell(new FlowEvent.PressedAtDrop(new Key.CallStaff()));
    for (Key key :
        new Key[] {new Key.Technician(), new Key.StartReturn(), new Key.NextTextStep()}) {
      story.tell(new FlowEvent.PressedAtDrop(key));
    }
    assertThat(story.state.language()).isEqualTo(before.language());
    assertThat(story.state.access()).isEqualTo(before.access());
    assertThat(story.state.screen()).isEqualTo(before.screen());
    assertThat(story.state.overlay()).isEqualTo(before.overlay());
    assertThat(story.state.session()).isEqualTo(before.session());
    seen = DropStanding.onPanel(story.state);
    assertThat(seen.language()).isEqualTo(Language.of("zh-Hans"));
    assertThat(seen.access().contrast()).isTrue();
    assertThat(seen.overlay()).get().isInstanceOf(Overlay.Help.class);
  }

  @Test
  void help_closes_by_any_answer_and_by_itself_and_what_somebody_chose_is_reset() {
    panel(DeviceCondition.READY);
    story.tell(new FlowEvent.PressedAtDrop(new Key.CallStaff()));
    story.tell(new FlowEvent.PressedAtDrop(new Key.Leave()));
    assertThat(DropStanding.onPanel(story.state).overlay()).isEmpty();
    story.tell(new FlowEvent.PressedAtDrop(new Key.ContrastKey()));
    story.tell(new FlowEvent.PressedAtDrop(new Key.CallStaff()));
    story.waitFor(Duration.ofMinutes(2));
    FlowState seen = DropStanding.onPanel(story.state);
    assertThat(seen.overlay()).isEmpty();
    assertThat(seen.access().contrast()).isFalse();
  }

  @Test
  void what_came_in_unread_is_asked_at_the_panel_during_a_visit_and_typed_there() {
    panel(DeviceCondition.READY);
    visit();
    story.tell(new FlowEvent.EyeSaw(true));
    story.tell(new FlowEvent.DropObjectPassed());
    story.tell(new FlowEvent.ShadowEnded(Duration.ofMillis(200)));
    story.tell(new FlowEvent.EyeSaw(false));
    story.waitFor(Duration.ofSeconds(2));
    Effect.WriteObject write =
        story.effects.stream()
            .filter(Effect.WriteObject.class::isInstance)
            .map(Effect.WriteObject.class::cast)
            .findFirst()
            .orElseThrow();
    story.tell(new FlowEvent.ObjectWritten(write.object(), 17));
    assertThat(drop()).isEqualTo(DropState.ASKING);
    Screen there = story.state.screen();
    story.tell(new FlowEvent.PressedAtDrop(new Key.Digit(3)));
    assertThat(story.state.sight().asking().orElseThrow().typed()).isEqualTo("3");
    assertThat(story.state.screen()).isEqualTo(there);
    story.tell(new FlowEvent.PressedAtDrop(new Key.Leave()));
    assertThat(story.state.sight().asking()).isEmpty();
    assertThat(story.state.screen()).isEqualTo(there);
  }

  @Test
  void what_goes_wrong_at_the_drop_is_told_there_and_at_the_station_only_without_a_panel() {
    panel(DeviceCondition.READY);
    wrongScan();
    assertThat(said()).isEmpty();
    assertThat(DropStanding.onPanel(story.state).sight().hint()).isPresent();
    panel(DeviceCondition.CONNECTING);
    wrongScan();
    assertThat(said()).contains(Code.R14);
  }

  /// A scanner before the station sees nothing of what is put in.
  @Test
  void nobody_is_asked_to_put_in_what_nothing_can_read() {
    panel(DeviceCondition.READY);
    assertThat(drop()).isEqualTo(DropState.READY);
    reader(DeviceCondition.CONNECTING);
    FlowState seen = DropStanding.onPanel(story.state);
    assertThat(drop()).isEqualTo(DropState.SHUT);
    assertThat(DropStanding.code(DropState.SHUT, seen)).contains(Code.K12);
    assertThat(story.state.screen()).as("the station serves").isInstanceOf(Screen.Welcome.class);
  }

  private void wrongScan() {
    story.tell(new FlowEvent.BarcodeRead(Place.DROP, new ScannedCode.BadCheck("1485")));
  }

  private Optional<Code> said() {
    return story.state.screen() instanceof Screen.Welcome welcome
        ? welcome.said().map(Screen.Welcome.WelcomeNotice::code)
        : Optional.empty();
  }

  @Test
  void while_staff_empty_it_the_bin_counts_as_out() {
    panel(DeviceCondition.READY);
    assertThat(drop()).isEqualTo(DropState.READY);
    FlowState emptied =
        DropStanding.onPanel(
            story.state.withScreen(
                new Screen.Emptying(
                    Screen.Emptying.EmptyingStage.TAKE_OUT,
                    Optional.empty(),
                    new Screen.TestPrintState.TestPrintNotAsked(),
                    story.state.at())));
    assertThat(emptied.screen())
        .isEqualTo(new Screen.BookDropScreen(DropState.SHUT, Optional.empty()));
    assertThat(DropStanding.code(DropState.SHUT, emptied)).contains(Code.R43);
  }
}
