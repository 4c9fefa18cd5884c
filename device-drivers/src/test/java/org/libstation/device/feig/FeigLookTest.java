package org.libstation.device.feig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.TagUid;
import org.libstation.device.pad.PadRig;

/// A look that is asked for: what the field is listed by begins after it.
class FeigLookTest {
  private static final String ID = "31234000012342";

  @Test
  void a_look_is_made_at_once_and_answered_by_one_inventory_where_nothing_is_missed() {
    List<String> written = new ArrayList<>();
    FeigRig rig =
        new FeigRig(
            Map.of("poll.ms", "5000", "leave.after", "1"),
            opener -> PadRig.overheard(opener, written::add));
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    rig.events.clear();
    written.clear();
    Duration asked = rig.clock.monotonic();
    rig.reader.lookAnew();
    assertThat(rig.reader.leisure()).isZero();
    while (rig.events(DeviceEvent.FieldListed.class).isEmpty()) {
      rig.step();
    }
    assertThat(rig.clock.monotonic().minus(asked)).isLessThan(Duration.ofMillis(120));
    assertThat(written).containsExactly(FeigFrames.INVENTORY);
    assertThat(rig.events).hasSize(1);
  }

  @Test
  void a_silent_reader_answers_no_look_until_it_is_back_and_has_listed_all() {
    FeigRig rig = new FeigRig();
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    rig.events.clear();
    rig.twin.bringAbout("silent", List.of("1000000"));
    rig.twin.lift(FeigFrames.UID);
    rig.reader.lookAnew();
    rig.settle();
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(rig.events(DeviceEvent.FieldListed.class)).isEmpty();
    rig.twin.bringAbout("silent", List.of("0"));
    rig.settle();
    assertThat(rig.events)
        .filteredOn(e -> !(e instanceof DeviceEvent.HealthChanged))
        .extracting(e -> (Object) e.getClass())
        .containsExactly(DeviceEvent.TagLeft.class, DeviceEvent.FieldListed.class);
  }

  @Test
  void a_tag_that_a_look_misses_is_waited_for_and_the_field_is_listed_when_it_is_named_again() {
    FeigRig rig = new FeigRig();
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    rig.events.clear();
    rig.twin.lift(FeigFrames.UID);
    rig.reader.lookAnew();
    rig.step();
    rig.step();
    assertThat(rig.events).isEmpty();
    rig.twin.putBack(FeigFrames.UID);
    rig.settle();
    assertThat(rig.events).containsExactly(new DeviceEvent.FieldListed("pad"));
  }

  @Test
  void tags_that_wobble_keep_no_look_waiting_for_ever() {
    FeigRig rig = new FeigRig();
    List<String> uids = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      uids.add("E0040150%08X".formatted(0x1000_0000 + 0x0101_0101 * i));
      rig.twin.place(uids.get(i), "3123400%07d".formatted(i), "CN-NLC", 1, 1, true);
    }
    rig.settle();
    rig.events.clear();
    rig.reader.lookAnew();
    // At each look another one is not named.
    for (int turn = 0; turn < 2 * uids.size(); turn++) {
      rig.twin.lift(uids.get(turn % uids.size()));
      rig.step();
      rig.twin.putBack(uids.get(turn % uids.size()));
    }
    assertThat(rig.events).containsExactly(new DeviceEvent.FieldListed("pad"));
  }

  @Test
  void a_tag_that_the_last_look_of_a_new_reader_misses_is_waited_for_too() {
    FeigRig rig = new FeigRig();
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    while (rig.events(DeviceEvent.TagArrived.class).isEmpty()) {
      rig.step();
    }
    rig.step();
    rig.twin.lift(FeigFrames.UID);
    rig.settle();
    assertThat(rig.events)
        .filteredOn(e -> !(e instanceof DeviceEvent.HealthChanged))
        .extracting(e -> (Object) e.getClass())
        .containsExactly(
            DeviceEvent.TagArrived.class, DeviceEvent.TagLeft.class, DeviceEvent.FieldListed.class);
  }

  @Test
  void a_look_cuts_the_list_of_a_new_reader_not_short() {
    FeigRig rig = new FeigRig();
    while (!(rig.reader.health() instanceof DeviceHealth.Ready)) {
      rig.step();
    }
    rig.reader.lookAnew();
    rig.step();
    rig.step();
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    assertThat(rig.events)
        .filteredOn(e -> !(e instanceof DeviceEvent.HealthChanged))
        .extracting(e -> (Object) e.getClass())
        .containsExactly(DeviceEvent.TagArrived.class, DeviceEvent.FieldListed.class);
  }

  @Test
  void a_look_goes_before_the_commands_that_wait() {
    FeigRig rig = new FeigRig();
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    rig.events.clear();
    for (int command = 0; command < 20; command++) {
      rig.reader.readSecurity(command, new TagUid(FeigFrames.UID));
    }
    rig.reader.lookAnew();
    rig.settle();
    assertThat(rig.events).hasSize(21);
    assertThat(rig.events.getFirst()).isEqualTo(new DeviceEvent.FieldListed("pad"));
  }
}
