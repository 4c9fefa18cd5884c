package org.libstation.device.feig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.WrongOptionException;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;
import org.libstation.testkit.ScriptedLine;

class FeigTagReaderTest {
  private static final TagUid UID = new TagUid(FeigFrames.UID);
  private static final String ID = "31234000012342";
  private static final TagContent.Item ITEM = new TagContent.Item(ID, Optional.of("CN-NLC"), 1, 1);
  private static final byte[] RECORD = HexFormat.of().parseHex(FeigFrames.ITEM_RECORD);

  private final FeigRig rig = new FeigRig();

  private void placeItem() {
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
  }

  private TagOutcome set(TagSecurity to) {
    rig.reader.setSecurity(1, UID, to);
    rig.settle();
    return rig.events(DeviceEvent.SecuritySet.class).getLast().outcome();
  }

  private TagOutcome write(byte[] record) {
    rig.reader.write(1, UID, record);
    rig.settle();
    return rig.events(DeviceEvent.TagWritten.class).getLast().outcome();
  }

  @Test
  void it_speaks_the_published_frames_and_nothing_else() {
    String sysInfo5 = "13 00 B0 00 06 E0 04 01 50 12 34 56 78 07 03 04 01 EF 4B";
    String sysInfo5OnLoan = "13 00 B0 00 06 E0 04 01 50 12 34 56 78 C2 03 04 01 61 1E";
    ScriptedLine line =
        new ScriptedLine()
            .expect(FeigFrames.PING, FeigFrames.PING_OK)
            .expect(FeigFrames.VERSION, FeigFrames.VERSION_OK)
            .expect(FeigFrames.READER_INFO, FeigFrames.READER_INFO_OK)
            .expect(FeigFrames.RF_ON, FeigFrames.RF_OK)
            .expect(FeigFrames.INVENTORY, FeigFrames.MORE_DATA)
            .expect(FeigFrames.MORE, FeigFrames.NO_TAG)
            .expect(FeigFrames.SYSTEM_INFO, sysInfo5)
            .expect(FeigFrames.READ_5, FeigFrames.READ_5_OK)
            .expect(FeigFrames.SYSTEM_INFO, sysInfo5)
            .expect(FeigFrames.AFI_C2, FeigFrames.ISO_OK)
            .expect(FeigFrames.SYSTEM_INFO, sysInfo5OnLoan)
            .expect(FeigFrames.SYSTEM_INFO, sysInfo5OnLoan)
            .expect(FeigFrames.AFI_07, FeigFrames.ISO_OK)
            .expect(FeigFrames.SYSTEM_INFO, sysInfo5);
    List<DeviceEvent> events = new ArrayList<>();
    ManualClock clock = new ManualClock(Instant.EPOCH);
    TagReader reader = FeigRig.make(line, Map.of(), clock, events);
    for (int i = 0; i < 3; i++) {
      reader.step();
    }
    reader.setSecurity(1, UID, TagSecurity.CLEARED);
    reader.step();
    reader.setSecurity(2, UID, TagSecurity.ARMED);
    reader.step();
    assertThat(line.differences()).isEmpty();
    assertThat(events)
        .contains(new DeviceEvent.TagArrived("pad", UID, 0x07, 0x06, ITEM, TagSecurity.ARMED))
        .contains(new DeviceEvent.SecuritySet("pad", 1, UID, new TagOutcome.TagWriteVerified()))
        .contains(new DeviceEvent.SecuritySet("pad", 2, UID, new TagOutcome.TagWriteVerified()));
    assertThat(reader.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Ready.class,
            ready ->
                assertThat(ready.description()).isEqualTo("FEIG reader type 50h, software 03.00"));
  }

  @Test
  void more_tags_than_one_reply_holds_all_arrive() {
    rig.twin.tagsPerReply(2);
    for (int i = 0; i < 7; i++) {
      rig.twin.place("E00401500000000" + i, "3123400000000" + i, "CN-NLC", 1, 1, true);
    }
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(7);
    rig.twin.liftAll();
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagLeft.class)).hasSize(7);
  }

  @Test
  void a_tag_missed_by_fewer_inventories_than_configured_has_not_left() {
    placeItem();
    rig.settle();
    rig.twin.lift(FeigFrames.UID);
    for (int i = 0; i < 3; i++) {
      rig.step();
    }
    rig.twin.putBack(FeigFrames.UID);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagLeft.class)).isEmpty();
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(1);
  }

  @Test
  void inventories_that_the_reader_refuses_are_no_evidence_that_a_tag_left() {
    placeItem();
    rig.settle();
    rig.twin.refuse(0x83, 20);
    for (int i = 0; i < 40; i++) {
      rig.step();
    }
    assertThat(rig.events(DeviceEvent.TagLeft.class)).isEmpty();
    assertThat(rig.events(DeviceEvent.HealthChanged.class))
        .anyMatch(e -> e.health() instanceof DeviceHealth.NeedsHand n && n.code().equals("DF83"));
    rig.settle();
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void a_reader_that_would_not_say_what_lies_there_says_all_of_it_anew() {
    placeItem();
    rig.settle();
    rig.twin.refuse(0x83, 20);
    for (int i = 0; i < 40 && !(rig.reader.health() instanceof DeviceHealth.NeedsHand); i++) {
      rig.step();
    }
    rig.twin.lift(FeigFrames.UID);
    rig.settle();
    rig.settle();
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(rig.events(DeviceEvent.TagLeft.class)).hasSize(1);
    assertThat(rig.events(DeviceEvent.FieldListed.class)).hasSize(2);
  }

  @Test
  void what_lies_there_is_told_apart() {
    rig.twin.placePatronCard("E004015000000001", "21234000056788", "CN-NLC");
    rig.twin.placeRaw("E004015000000002", 28, 0x00, 0x00, new byte[0]);
    rig.twin.placeRaw("E004015000000003", 28, 0x07, 0x3E, new byte[] {0x11, 1, 1});
    rig.twin.placeRaw("E004015000000004", 8, 0x07, 0x06, Arrays.copyOf(RECORD, 4));
    rig.twin.placeRaw("E004015000000005", 80, 0xC2, 0x06, RECORD);
    rig.twin.placeProximityCard("A1B2C3D4");
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class))
        .extracting(e -> (Object) e.content().getClass())
        .containsExactlyInAnyOrder(
            TagContent.PatronCard.class,
            TagContent.Blank.class,
            TagContent.Damaged.class,
            TagContent.Damaged.class,
            TagContent.Item.class,
            TagContent.Foreign.class);
  }

  @Test
  void a_weak_tag_is_read_when_one_of_five_tries_succeeds_and_else_is_said_to_be_unreadable() {
    placeItem();
    rig.twin.weak(FeigFrames.UID, 4);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getLast().content()).isEqualTo(ITEM);

    rig.twin.place(FeigFrames.UID_2, ID, "CN-NLC", 1, 1, true);
    rig.twin.weak(FeigFrames.UID_2, 1_000);
    rig.settle();
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(2);
    DeviceEvent.TagArrived last = rig.events(DeviceEvent.TagArrived.class).getLast();
    assertThat(last.content()).isInstanceOf(TagContent.Damaged.class);
    assertThat(last.security()).isEqualTo(TagSecurity.UNKNOWN);
  }

  @Test
  void setting_security_is_tried_five_times() {
    placeItem();
    rig.settle();
    rig.twin.weak(FeigFrames.UID, 4);
    assertThat(set(TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    rig.twin.weak(FeigFrames.UID, 5);
    assertThat(set(TagSecurity.ARMED)).isEqualTo(new TagOutcome.TagGone());
    assertThat(rig.twin.afi(FeigFrames.UID)).isEqualTo(0xC2);
  }

  @Test
  void a_third_security_byte_is_not_touched() {
    placeItem();
    rig.twin.setAfi(FeigFrames.UID, 0xD7);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getLast().security())
        .isEqualTo(TagSecurity.UNKNOWN);
    assertThat(set(TagSecurity.CLEARED)).isEqualTo(new TagOutcome.NotOurs(0xD7));
    assertThat(rig.twin.afi(FeigFrames.UID)).isEqualTo(0xD7);
  }

  @Test
  void another_pair_of_security_bytes_can_be_configured() {
    FeigRig old = new FeigRig(Map.of("afi.onloan", "DA", "afi.instock", "D7"));
    old.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    old.twin.setAfi(FeigFrames.UID, 0xD7);
    old.settle();
    old.reader.setSecurity(1, UID, TagSecurity.CLEARED);
    old.settle();
    assertThat(old.twin.afi(FeigFrames.UID)).isEqualTo(0xDA);
  }

  @Test
  void a_security_byte_that_does_not_stay_or_is_locked_is_a_failure_with_a_code() {
    placeItem();
    rig.settle();
    rig.twin.deafToAfi(FeigFrames.UID, true);
    assertThat(codeOf(set(TagSecurity.CLEARED))).isEqualTo("DT14");
    rig.twin.deafToAfi(FeigFrames.UID, false);
    rig.twin.lockAfi(FeigFrames.UID);
    assertThat(codeOf(set(TagSecurity.CLEARED))).isEqualTo("DT12");
  }

  private static String codeOf(TagOutcome outcome) {
    return switch (outcome) {
      case TagOutcome.TagWriteVerified done -> done.toString();
      case TagOutcome.TagGone gone -> gone.toString();
      case TagOutcome.NotOurs not -> not.toString();
      case TagOutcome.NoReader none -> none.reason();
      case TagOutcome.TagWriteFailed failed -> failed.code();
    };
  }

  @Test
  void a_blank_tag_is_written_and_declared() {
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x00, new byte[0]);
    rig.settle();
    assertThat(write(RECORD)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.dsfid(FeigFrames.UID)).isEqualTo(0x06);
    assertThat(rig.twin.memory(FeigFrames.UID)).isEqualTo(Arrays.copyOf(RECORD, 112));
  }

  @Test
  void a_shorter_record_ends_before_the_rest_of_a_longer_one() {
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x06, RECORD);
    rig.settle();
    TagContent.Item other = new TagContent.Item("1234567890", Optional.empty(), 1, 1);
    assertThat(write(LibraryTag.encode(other))).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(LibraryTag.judge(6, rig.twin.memory(FeigFrames.UID))).isEqualTo(other);
  }

  @Test
  void a_tag_pulled_away_at_any_block_of_a_write_is_damaged_or_as_it_was_and_never_another() {
    TagContent.Item before = new TagContent.Item("39999000012345", Optional.of("HK-CUHK"), 1, 1);
    for (int block = 0; block < 6; block++) {
      FeigRig torn = new FeigRig();
      torn.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x06, LibraryTag.encode(before));
      torn.settle();
      torn.twin.pullAwayAtBlock(FeigFrames.UID, block);
      torn.reader.write(1, UID, RECORD);
      torn.settle();
      assertThat(torn.events(DeviceEvent.TagWritten.class).getLast().outcome())
          .isEqualTo(new TagOutcome.TagGone());
      torn.twin.putBack(FeigFrames.UID);
      torn.settle();
      TagContent content = torn.events(DeviceEvent.TagArrived.class).getLast().content();
      if (block == 0) {
        assertThat(content).isEqualTo(before);
      } else {
        assertThat(content).as("block %d", block).isInstanceOf(TagContent.Damaged.class);
      }
    }
  }

  @Test
  void what_does_not_fit_or_is_locked_is_a_failure_with_a_code() {
    rig.twin.placeRaw(FeigFrames.UID, 8, 0x07, 0x06, new byte[0]);
    rig.settle();
    assertThat(codeOf(write(new byte[33]))).isEqualTo("DT15");
    assertThat(codeOf(write(new byte[0]))).isEqualTo("DT15");
    rig.twin.lockBlock(FeigFrames.UID, 1);
    assertThat(codeOf(write(RECORD))).isEqualTo("DT12");
  }

  @Test
  void damaged_frames_either_way_are_asked_again() {
    placeItem();
    rig.faults.corruptWrites(2);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(1);
    rig.faults.corruptReads(2);
    assertThat(set(TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    rig.faults.dropReads(2);
    assertThat(set(TagSecurity.ARMED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.events(DeviceEvent.HealthChanged.class)).hasSize(1);
  }

  @Test
  void replies_in_pieces_of_any_size_and_behind_junk_are_read() {
    placeItem();
    for (int size = 1; size < 20; size++) {
      rig.faults.split(size);
      assertThat(set(TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
      assertThat(set(TagSecurity.ARMED)).isEqualTo(new TagOutcome.TagWriteVerified());
    }
    rig.faults.split(0);
    rig.faults.rewriteReads(
        bytes -> {
          byte[] behindJunk = new byte[bytes.length + 1];
          behindJunk[0] = (byte) 0xF0;
          System.arraycopy(bytes, 0, behindJunk, 1, bytes.length);
          return behindJunk;
        });
    assertThat(set(TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
  }

  @Test
  void a_reader_that_falls_silent_is_tried_again_at_growing_distances() {
    rig.settle();
    rig.faults.stall();
    rig.settle();
    assertThat(rig.reader.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Connecting.class,
            connecting -> {
              assertThat(connecting.code()).isEqualTo("DR11");
              assertThat(connecting.attempt()).isBetween(2, 5);
            });
    rig.faults.resume();
    rig.settle();
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void wrong_options_are_refused_at_the_start() {
    assertThatThrownBy(() -> new FeigRig(Map.of("afi.onloan", "C2C3")))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("afi.onloan");
    assertThatThrownBy(() -> new FeigRig(Map.of("afi.onloan", "07")))
        .isInstanceOf(WrongOptionException.class);
    assertThatThrownBy(() -> new FeigRig(Map.of("leave.after", "0")))
        .isInstanceOf(WrongOptionException.class);
    assertThatThrownBy(() -> new FeigRig(Map.of("leave.afterwards", "2")))
        .isInstanceOf(WrongOptionException.class);
  }

  @Test
  void a_read_that_had_to_be_made_once_more_is_told_and_a_good_one_is_not() {
    FeigRig rig = new FeigRig();
    rig.settle();
    rig.twin.place("E004015012345678", "31234000012342", "HK-SEL", 1, 1, true);
    rig.settle();
    assertThat(rig.events).noneMatch(DeviceEvent.ReadRepeated.class::isInstance);

    assertThat(rig.twin.bringAbout("silent", List.of("1"))).isEmpty();
    rig.settle();
    assertThat(rig.events.stream().filter(DeviceEvent.ReadRepeated.class::isInstance)).hasSize(1);
  }
}
