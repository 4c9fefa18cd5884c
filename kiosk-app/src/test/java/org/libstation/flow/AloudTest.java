package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// Reading aloud: when it begins, when it ends, and what it changes.
class AloudTest {
  private final Story story = Story.usual();

  @Test
  void it_begins_by_a_key_or_a_plug_and_a_pulled_plug_ends_it() {
    engine(DeviceCondition.READY);
    assertThat(story.press(new Key.ReadAloud()).state.access().aloud().on()).isTrue();
    assertThat(story.press(new Key.ReadAloud()).state.access().aloud().on()).isFalse();
    assertThat(story.press(new Key.SayAgain()).state.access().aloud().on()).isTrue();
    assertThat(story.press(new Key.SayAgain()).state.access().aloud().on()).isTrue();
    story.tell(new FlowEvent.HeadphoneChanged(false));
    assertThat(story.state.access().aloud().on()).isFalse();
    story.tell(new FlowEvent.HeadphoneChanged(true));
    assertThat(story.state.access().aloud().on()).isTrue();
  }

  @Test
  void loudness_has_five_steps_and_the_first_press_only_begins() {
    engine(DeviceCondition.READY);
    assertThat(volume(new Key.Louder())).isEqualTo(3);
    assertThat(volume(new Key.Louder())).isEqualTo(4);
    assertThat(volume(new Key.Louder())).isEqualTo(5);
    assertThat(volume(new Key.Louder())).isEqualTo(5);
    for (int i = 0; i < 6; i++) {
      story.press(new Key.Softer());
    }
    assertThat(story.state.access().aloud().volume()).isEqualTo(1);
  }

  @Test
  void the_next_person_finds_silence_and_the_usual_loudness() {
    engine(DeviceCondition.READY);
    story.press(new Key.Louder()).press(new Key.Louder());
    story.borrowing(Story.ANNA).press(new Key.Leave()).press(new Key.ChooseReceipt(NONE));
    story.seconds(40);
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
    assertThat(story.state.access().aloud()).isEqualTo(Access.Aloud.OFF);
  }

  @Test
  void who_walks_away_from_the_start_screen_leaves_silence_too() {
    engine(DeviceCondition.READY);
    story.press(new Key.ReadAloud()).seconds(119);
    assertThat(story.state.access().aloud().on()).isTrue();
    story.seconds(3);
    assertThat(story.state.access().aloud().on()).isFalse();
  }

  @Test
  void who_listens_has_twice_the_time() {
    engine(DeviceCondition.READY);
    story.borrowing(Story.ANNA).press(new Key.ReadAloud()).seconds(119);
    assertThat(story.state.overlay()).isEmpty();
    story.seconds(2);
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.IdleWarning.class);
  }

  @Test
  void without_an_engine_there_is_a_sound_and_nothing_else() {
    story.press(new Key.ReadAloud());
    assertThat(story.state.access()).isEqualTo(Access.STANDARD);
    assertThat(story.didOnce(Effect.Beep.class).sound()).isEqualTo(Sound.NOT_POSSIBLE);
    engine(DeviceCondition.CONNECTING);
    story.tell(new FlowEvent.HeadphoneChanged(true));
    assertThat(story.state.access().aloud().on()).isFalse();
  }

  @Test
  void the_technician_is_not_read_to() {
    engine(DeviceCondition.READY);
    story.press(new Key.Technician()).press(new Key.ReadAloud());
    assertThat(story.state.access().aloud().on()).isFalse();
    story.tell(new FlowEvent.HeadphoneChanged(true));
    assertThat(story.state.access().aloud().on()).isFalse();
  }

  @Test
  void speech_answers_no_sheet() {
    engine(DeviceCondition.READY);
    story.borrowing(Story.ANNA).seconds(61);
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.IdleWarning.class);
    story.press(new Key.SayAgain());
    assertThat(story.state.overlay()).containsInstanceOf(Overlay.IdleWarning.class);
  }

  private static final Key.ChooseReceipt.ReceiptForm NONE = Key.ChooseReceipt.ReceiptForm.NONE;

  private int volume(Key key) {
    return story.press(key).state.access().aloud().volume();
  }

  private void engine(DeviceCondition condition) {
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(DeviceRole.SPEECH, "speech", condition, "", "")));
  }
}
