package org.libstation.device.threem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.PadRig;
import org.libstation.device.pad.lab.PadFault;
import org.libstation.device.threem.lab.ThreemTwin;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// What is a 3M pad's own: old tags that are only read, the EAS bit that is read back, the start of
/// an 810.
class ThreemPadTest {
  private static final TagUid UID = new TagUid(ThreemFrames.UID);
  private static final String ID = "31234000012342";

  /// The old layout with one part of one, a book, padded with zeros.
  private static final byte[] OLD =
      WireBytes.ofHex(
              "04 11 00 01 33 31 32 33 34 30 30 30 30 31 32 33 34 32 00 00 00 00 00 01 00 00 00 00")
          .toArray();

  private static TagOutcome set(ThreemRig rig, TagSecurity to) {
    rig.reader.setSecurity(1, UID, to);
    rig.settle();
    return rig.events(DeviceEvent.SecuritySet.class).getLast().outcome();
  }

  private static void failed(TagOutcome outcome, String code, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TagOutcome.TagWriteFailed.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.reason()).contains(words);
            });
  }

  @Test
  void an_old_tag_is_read_and_cleared_and_never_written() {
    ThreemRig rig = new ThreemRig(Map.of("afi.onloan", "DA", "afi.instock", "D7"));
    rig.twin.placeRaw(ThreemFrames.UID, 28, 0xD7, 0x00, OLD);
    rig.settle();
    DeviceEvent.TagArrived arrived = rig.events(DeviceEvent.TagArrived.class).getFirst();
    assertThat(arrived.content()).isEqualTo(new TagContent.Item(ID, Optional.empty(), 1, 1));
    assertThat(arrived.security()).isEqualTo(TagSecurity.ARMED);
    assertThat(set(rig, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.afi(ThreemFrames.UID)).isEqualTo(0xDA);
    rig.reader.rewrite(2, UID, new TagContent.Item("31234000012359", Optional.empty(), 1, 1));
    rig.settle();
    failed(
        rig.events(DeviceEvent.TagWritten.class).getLast().outcome(),
        "DT18",
        "the old layout of 3M is only read");
    assertThat(rig.twin.memory(ThreemFrames.UID)).startsWith(OLD);
  }

  /// Gates by the EAS bit alone leave the byte at 00.
  @Test
  void an_old_tag_with_neither_byte_of_the_pair_is_not_touched_and_not_called_unlocked() {
    ThreemRig rig = new ThreemRig(Map.of("eas", "nxp"));
    rig.twin.placeRaw(ThreemFrames.UID, 28, 0x00, 0x00, OLD);
    rig.twin.setEas(ThreemFrames.UID, true);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getFirst().security())
        .isEqualTo(TagSecurity.UNKNOWN);
    assertThat(set(rig, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.NotOurs(0));
    assertThat(rig.twin.afi(ThreemFrames.UID)).isZero();
    assertThat(rig.twin.eas(ThreemFrames.UID)).isTrue();
  }

  @Test
  void the_eas_bit_follows_the_byte_both_ways() {
    ThreemRig rig = new ThreemRig(Map.of("eas", "nxp"));
    rig.twin.place(ThreemFrames.UID, ID, "CN-NLC", 1, 1, false);
    rig.settle();
    assertThat(set(rig, TagSecurity.ARMED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.eas(ThreemFrames.UID)).isTrue();
    assertThat(set(rig, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.eas(ThreemFrames.UID)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_eas_bit_that_stays_is_told_and_the_tag_is_not_called_done(boolean on) {
    ThreemRig rig = new ThreemRig(Map.of("eas", "nxp"));
    rig.twin.place(ThreemFrames.UID, ID, "CN-NLC", 1, 1, on);
    rig.twin.setEas(ThreemFrames.UID, on);
    rig.twin.deafToEas(ThreemFrames.UID, true);
    rig.settle();
    failed(
        set(rig, on ? TagSecurity.CLEARED : TagSecurity.ARMED),
        "DT17",
        "it reads back as " + (on ? "on" : "off"));
    assertThat(rig.reader.lying().getFirst().security()).isEqualTo(TagSecurity.UNKNOWN);
  }

  /// The answer of a bit that is off and the silence of a tag that left look alike.
  @Test
  void a_tag_that_leaves_while_its_eas_bit_is_looked_at_is_gone_and_not_unlocked() {
    AtomicReference<ThreemTwin> twin = new AtomicReference<>();
    ThreemRig rig =
        new ThreemRig(
            Map.of("eas", "nxp"),
            opener ->
                PadRig.overheard(
                    opener,
                    asked -> {
                      if (asked.equals(ThreemFrames.CHECK_EAS)) {
                        twin.get().lift(ThreemFrames.UID);
                      }
                    }));
    twin.set(rig.twin);
    rig.twin.place(ThreemFrames.UID, ID, "CN-NLC", 1, 1, false);
    rig.settle();
    rig.reader.setSecurity(1, UID, TagSecurity.CLEARED);
    rig.settle();
    assertThat(rig.events(DeviceEvent.SecuritySet.class).getLast().outcome())
        .isEqualTo(new TagOutcome.TagGone());
  }

  @Test
  void byte_and_bit_that_say_different_things_are_unknown_to_staff() {
    ThreemRig rig = new ThreemRig(Map.of("eas", "nxp"));
    rig.twin.place(ThreemFrames.UID, ID, "CN-NLC", 1, 1, false);
    rig.twin.setEas(ThreemFrames.UID, true);
    rig.settle();
    rig.reader.readSecurity(3, UID);
    rig.settle();
    DeviceEvent.SecurityRead read = rig.events(DeviceEvent.SecurityRead.class).getLast();
    assertThat(read.outcome()).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(read.security()).contains(TagSecurity.UNKNOWN);
  }

  @Test
  void an_810_is_started_as_3m_does_it() {
    ThreemRig rig = new ThreemRig(Map.of("start", "810"));
    rig.twin.place(ThreemFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    assertThat(rig.reader.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Ready.class,
            ready ->
                assertThat(ready.description()).contains("3M reader type 0Ah, software 5.0.2"));
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(1);
  }

  @Test
  void a_new_record_is_written_with_its_declaration_and_read_back() {
    ThreemRig rig = new ThreemRig();
    rig.twin.placeRaw(ThreemFrames.UID, 28, 0x07, 0x00, new byte[0]);
    rig.settle();
    TagContent.Item item = new TagContent.Item(ID, Optional.of("CN-NLC"), 1, 1);
    rig.reader.write(4, UID, LibraryTag.encode(item));
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagWritten.class).getLast().outcome())
        .isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.dsfid(ThreemFrames.UID)).isEqualTo(LibraryTag.DSFID_ISO_28560_2);
    assertThat(LibraryTag.judge(0x06, rig.twin.memory(ThreemFrames.UID))).isEqualTo(item);
  }

  @Test
  void a_pad_that_refuses_to_say_what_lies_there_needs_a_hand() {
    ThreemRig rig = new ThreemRig();
    rig.settle();
    rig.twin.refuse(0xFD, 1_000_000);
    rig.settle();
    assertThat(rig.reader.health())
        .isInstanceOfSatisfying(
            DeviceHealth.NeedsHand.class,
            it -> {
              assertThat(it.code()).isEqualTo("DFFD");
              assertThat(it.reason()).isEqualTo("the reader broke the command off");
            });
  }

  @ParameterizedTest
  @EnumSource
  void no_step_waits_longer_than_half_a_second_whatever_is_wrong(PadFault fault) {
    ThreemRig rig = new ThreemRig();
    rig.twin.place(ThreemFrames.UID, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    rig.twin.bringAbout(fault.fault().name(), fault.fault().arguments());
    rig.reader.setSecurity(1, UID, TagSecurity.CLEARED);
    List<Duration> longest = new ArrayList<>(List.of(Duration.ZERO));
    for (int i = 0; i < 60; i++) {
      Duration begun = rig.clock.monotonic();
      rig.reader.step();
      longest.add(rig.clock.monotonic().minus(begun));
      rig.clock.advance(Duration.ofMillis(50));
    }
    assertThat(longest).allMatch(it -> it.compareTo(Duration.ofMillis(500)) <= 0);
  }
}
