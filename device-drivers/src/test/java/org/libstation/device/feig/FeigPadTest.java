package org.libstation.device.feig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.pad.PadRig;
import org.libstation.device.pad.lab.PadFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;
import org.libstation.tag.TagMemory;
import org.libstation.tag.TagRewrite;
import org.libstation.testkit.ScriptedLine;

/// What a site can set up, stacks, rewriting, and links on which answers are late or strange.
class FeigPadTest {
  private static final TagUid UID = new TagUid(FeigFrames.UID);
  private static final String ID = "31234000012342";
  private static final TagContent.Item ITEM = new TagContent.Item(ID, Optional.of("CN-NLC"), 1, 1);

  /// The contract says a few hundred milliseconds.
  private static final Duration LONGEST_STEP = Duration.ofMillis(500);

  private static void place(FeigRig rig) {
    rig.twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
  }

  private static TagOutcome set(FeigRig rig, TagSecurity to) {
    rig.reader.setSecurity(1, UID, to);
    rig.settle();
    return rig.events(DeviceEvent.SecuritySet.class).getLast().outcome();
  }

  private static TagOutcome rewrite(FeigRig rig, TagContent.Item to) {
    rig.reader.rewrite(1, UID, to);
    rig.settle();
    return rig.events(DeviceEvent.TagWritten.class).getLast().outcome();
  }

  private static String codeOf(TagOutcome outcome) {
    return outcome instanceof TagOutcome.TagWriteFailed failed ? failed.code() : outcome.toString();
  }

  @Test
  void it_speaks_the_advanced_frame_when_it_is_set_up_so() {
    ScriptedLine line =
        new ScriptedLine()
            .expect("02 00 08 FF 52 00 4A C3", "02 00 08 00 52 00 B9 05")
            .expect("02 00 07 FF 65 6E 61", "02 00 0F 00 65 00 03 00 00 00 50 00 38 06 D2")
            .expect(
                "02 00 08 FF 66 00 88 12",
                "02 00 13 00 66 00 03 00 00 00 50 00 38 01 18 01 18 08 7E")
            .expect(FeigFrames.ADVANCED_RF_ON, "02 00 08 00 6A 00 DB 7D")
            .expect(FeigFrames.ADVANCED_INVENTORY, "02 00 08 00 B0 01 19 CE");
    List<DeviceEvent> events = new ArrayList<>();
    TagReader reader =
        FeigRig.make(line, Map.of("frame", "advanced"), new ManualClock(Instant.EPOCH), events);
    reader.step();
    reader.step();
    assertThat(line.differences()).isEmpty();
    assertThat(reader.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void a_stack_is_read_and_cleared_in_the_advanced_frame_too() {
    FeigRig rig = new FeigRig(Map.of("frame", "advanced"));
    place(rig);
    rig.settle();
    assertThat(set(rig, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.events(DeviceEvent.TagArrived.class).getFirst().content()).isEqualTo(ITEM);
  }

  /// Recorded from real books (dp2): a record with an owner of no bytes.
  @Test
  void a_tag_with_an_element_of_no_bytes_is_read_and_cleared_like_any_other() {
    FeigRig rig = new FeigRig();
    byte[] record = HexFormat.of().parseHex("9101040142214b000201b80300650110660100670100");
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x06, record);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getFirst().content())
        .isEqualTo(new TagContent.Item("21111115", Optional.empty(), 1, 1));
    assertThat(set(rig, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
  }

  @Test
  void the_mode_that_fetches_the_rest_of_a_list_is_configuration() {
    ScriptedLine line =
        handshake()
            .expect(FeigFrames.INVENTORY, FeigFrames.MORE_DATA)
            .expect("07 FF B0 01 01 95 47", FeigFrames.NO_TAG);
    TagReader reader =
        FeigRig.make(
            line, Map.of("more.mode", "01"), new ManualClock(Instant.EPOCH), new ArrayList<>());
    reader.step();
    reader.step();
    assertThat(line.differences()).isEmpty();
  }

  private static ScriptedLine handshake() {
    return new ScriptedLine()
        .expect(FeigFrames.PING, FeigFrames.PING_OK)
        .expect(FeigFrames.VERSION, FeigFrames.VERSION_OK)
        .expect(FeigFrames.READER_INFO, FeigFrames.READER_INFO_OK)
        .expect(FeigFrames.RF_ON, FeigFrames.RF_OK);
  }

  @Test
  void the_eas_bit_follows_the_security_byte_of_nxp_tags_when_it_is_set_up_so() {
    FeigRig rig = new FeigRig(Map.of("eas", "nxp"));
    place(rig);
    rig.settle();
    assertThat(set(rig, TagSecurity.ARMED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.eas(FeigFrames.UID)).isTrue();
    assertThat(set(rig, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.eas(FeigFrames.UID)).isFalse();
    assertThat(rig.twin.afi(FeigFrames.UID)).isEqualTo(FeigTwin.AFI_ON_LOAN);
    List<String> written = new ArrayList<>();
    FeigRig plain = new FeigRig(Map.of(), opener -> PadRig.overheard(opener, written::add));
    place(plain);
    plain.settle();
    assertThat(set(plain, TagSecurity.CLEARED)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(written).isNotEmpty().doesNotContain(FeigFrames.EAS_OFF);
  }

  /// The byte stands as asked by then: the bit does not, and nobody knows what the gate will say.
  @Test
  void an_eas_bit_that_is_refused_is_told_and_the_tag_is_not_called_unlocked() {
    AtomicReference<FeigTwin> twin = new AtomicReference<>();
    FeigRig rig =
        new FeigRig(
            Map.of("eas", "nxp"),
            opener ->
                PadRig.overheard(
                    opener,
                    asked -> {
                      if (asked.equals(FeigFrames.EAS_OFF)) {
                        twin.get().refuse(0x80, 1);
                      }
                    }));
    twin.set(rig.twin);
    place(rig);
    rig.settle();
    assertThat(set(rig, TagSecurity.CLEARED))
        .isInstanceOfSatisfying(
            TagOutcome.TagWriteFailed.class, it -> assertThat(it.code()).isEqualTo("DT17"));
    assertThat(rig.reader.lying().getFirst().security()).isEqualTo(TagSecurity.UNKNOWN);
  }

  @Test
  void the_eas_frames_are_those_of_the_manual() {
    List<String> written = new ArrayList<>();
    FeigRig rig =
        new FeigRig(Map.of("eas", "nxp"), opener -> PadRig.overheard(opener, written::add));
    place(rig);
    rig.settle();
    set(rig, TagSecurity.CLEARED);
    set(rig, TagSecurity.ARMED);
    assertThat(written).contains(FeigFrames.EAS_OFF, FeigFrames.EAS_ON, FeigFrames.AFI_C2);
  }

  @Test
  void a_tag_that_does_not_answer_three_times_has_the_field_reset_once() {
    List<String> written = new ArrayList<>();
    FeigRig rig = new FeigRig(Map.of(), opener -> PadRig.overheard(opener, written::add));
    place(rig);
    rig.twin.weak(FeigFrames.UID, 4);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getLast().content()).isEqualTo(ITEM);
    List<String> afterLooks =
        written.stream()
            .filter(it -> it.equals(FeigFrames.RF_RESET) || it.equals(FeigFrames.SYSTEM_INFO))
            .toList();
    String info = FeigFrames.SYSTEM_INFO;
    assertThat(afterLooks).containsExactly(info, info, info, FeigFrames.RF_RESET, info, info);
  }

  @Test
  void twenty_tags_that_wobble_arrive_once_each_and_leave_once_each() {
    FeigRig rig = new FeigRig();
    rig.settle();
    List<String> uids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String uid = "E0040150%08X".formatted(0x1000_0000 + 0x0101_0101 * i);
      uids.add(uid);
      rig.twin.place(uid, "3123400%07d".formatted(i), "CN-NLC", 1, 1, true);
      rig.twin.weak(uid, i % 3);
    }
    for (int turn = 0; turn < 200; turn++) {
      String uid = uids.get(turn % uids.size());
      rig.twin.lift(uid);
      rig.step();
      rig.twin.putBack(uid);
      rig.step();
    }
    rig.settle();
    assertThat(rig.reader.lying()).hasSize(20);
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(20);
    assertThat(rig.events(DeviceEvent.TagLeft.class)).isEmpty();
    rig.twin.liftAll();
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagLeft.class)).hasSize(20);
    assertThat(rig.reader.lying()).isEmpty();
  }

  @Test
  void a_record_that_is_longer_than_the_first_reading_is_read_to_its_end_and_no_further() {
    List<String> written = new ArrayList<>();
    FeigRig rig =
        new FeigRig(Map.of("read.bytes", "8"), opener -> PadRig.overheard(opener, written::add));
    place(rig);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getLast().content()).isEqualTo(ITEM);
    List<String> reads = written.stream().filter(it -> it.startsWith("11 FF B0 23")).toList();
    assertThat(reads).hasSizeBetween(2, 5);
    int blocks = reads.stream().mapToInt(it -> Integer.parseInt(it.substring(42, 44), 16)).sum();
    assertThat(blocks).isEqualTo(6);
  }

  @Test
  void another_item_is_written_into_a_record_and_its_other_objects_stay() {
    byte[] withTitle =
        HexFormat.of()
            .parseHex(
                "11061C683B79C4360202E002030A1B81E110108A1AC7307F24020301650110"
                    + "7F0209E7BAA2E6A5BCE6A2A6");
    FeigRig rig = new FeigRig();
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x06, withTitle);
    rig.settle();
    TagContent.Item to = new TagContent.Item("TS0012345", Optional.of("HK-SEL"), 1, 1);
    assertThat(rewrite(rig, to)).isEqualTo(new TagOutcome.TagWriteVerified());
    byte[] memory = rig.twin.memory(FeigFrames.UID);
    assertThat(LibraryTag.judge(0x06, memory)).isEqualTo(to);
    assertThat(HexFormat.of().formatHex(memory)).contains("7f0209e7baa2e6a5bce6a2a6");
  }

  @Test
  void a_danish_record_stays_danish_when_another_item_is_written() {
    TagContent.Item before = new TagContent.Item("1000000136", Optional.of("DK-718500"), 1, 1);
    TagRewrite.Bytes danish = (TagRewrite.Bytes) LibraryTag.encodeDanish(before, 112);
    FeigRig rig = new FeigRig();
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x3E, danish.bytes());
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class).getLast().content()).isEqualTo(before);
    TagContent.Item to = new TagContent.Item("2000000277", Optional.of("DK-718500"), 3, 2);
    assertThat(rewrite(rig, to)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(rig.twin.dsfid(FeigFrames.UID)).isEqualTo(0x3E);
    assertThat(LibraryTag.judge(0x3E, rig.twin.memory(FeigFrames.UID))).isEqualTo(to);
  }

  @Test
  void a_patron_card_and_a_record_too_long_are_not_written() {
    FeigRig rig = new FeigRig();
    rig.twin.placePatronCard(FeigFrames.UID, "21234000056788", "CN-NLC");
    rig.settle();
    assertThat(codeOf(rewrite(rig, ITEM))).isEqualTo("DT18");
    rig.twin.placeRaw(FeigFrames.UID, 4, 0x07, 0x00, new byte[0]);
    assertThat(codeOf(rewrite(rig, ITEM))).isEqualTo("DT15");
  }

  @Test
  void locked_blocks_that_may_stay_are_left_out_of_a_write() {
    FeigRig rig = new FeigRig();
    byte[] record = LibraryTag.encode(ITEM);
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x06, record);
    rig.twin.lockBlock(FeigFrames.UID, 0);
    rig.twin.lockBlock(FeigFrames.UID, 1);
    rig.settle();
    TagContent.Item part = new TagContent.Item(ID, Optional.of("HK-SEL"), 1, 1);
    assertThat(rewrite(rig, part)).isEqualTo(new TagOutcome.TagWriteVerified());
    assertThat(LibraryTag.judge(0x06, rig.twin.memory(FeigFrames.UID))).isEqualTo(part);
    byte[] now = rig.twin.memory(FeigFrames.UID);
    assertThat(codeOf(rewrite(rig, new TagContent.Item("77", Optional.empty(), 1, 1))))
        .isEqualTo("DT12");
    assertThat(rig.twin.memory(FeigFrames.UID)).isEqualTo(now);
  }

  /// What a retry must do after the tag came back half written: the whole record, not the rest.
  @Test
  void a_half_written_tag_is_written_whole() {
    FeigRig rig = new FeigRig();
    rig.twin.placeRaw(FeigFrames.UID, 28, 0x07, 0x06, LibraryTag.encode(ITEM));
    rig.settle();
    TagContent.Item to = new TagContent.Item("TS0012345", Optional.of("HK-CUHK"), 4, 2);
    rig.twin.pullAwayAtBlock(FeigFrames.UID, 3);
    assertThat(rewrite(rig, to)).isEqualTo(new TagOutcome.TagGone());
    rig.twin.putBack(FeigFrames.UID);
    rig.settle();
    assertThat(rewrite(rig, to)).isEqualTo(new TagOutcome.TagWriteVerified());
    TagRewrite fresh = LibraryTag.rewrite(new TagMemory(0x06, new byte[112], 112, 4), to);
    byte[] whole = ((TagRewrite.Bytes) fresh).bytes();
    assertThat(Arrays.copyOf(rig.twin.memory(FeigFrames.UID), whole.length)).isEqualTo(whole);
  }

  @Test
  void an_identifier_of_the_sites_patrons_is_a_card_though_the_tag_does_not_say_so() {
    FeigRig rig = new FeigRig(Map.of("patron.id", "2[0-9]{13}"));
    rig.twin.place(FeigFrames.UID, "21234000056788", "CN-NLC", 1, 1, false);
    rig.twin.place(FeigFrames.UID_2, ID, "CN-NLC", 1, 1, true);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class))
        .extracting(DeviceEvent.TagArrived::content)
        .containsExactlyInAnyOrder(new TagContent.PatronCard("21234000056788"), ITEM);
  }

  @ParameterizedTest
  @EnumSource
  void no_step_waits_longer_than_half_a_second_whatever_is_wrong(PadFault fault) {
    FeigRig rig = new FeigRig();
    place(rig);
    rig.twin.bringAbout(fault.fault().name(), fault.fault().arguments());
    rig.reader.setSecurity(1, UID, TagSecurity.CLEARED);
    rig.reader.write(2, UID, LibraryTag.encode(ITEM));
    assertStepsAreShort(rig);
  }

  @Test
  void no_step_waits_longer_than_half_a_second_for_a_silent_reader() {
    FeigRig rig = new FeigRig();
    place(rig);
    rig.settle();
    rig.faults.stall();
    rig.reader.setSecurity(1, UID, TagSecurity.CLEARED);
    assertStepsAreShort(rig);
    assertThat(rig.reader.health()).isInstanceOf(DeviceHealth.Connecting.class);
  }

  private static void assertStepsAreShort(FeigRig rig) {
    for (int i = 0; i < 200; i++) {
      Duration before = rig.clock.monotonic();
      rig.reader.step();
      assertThat(rig.clock.monotonic().minus(before)).isLessThan(LONGEST_STEP);
      rig.clock.advance(Duration.ofMillis(20));
    }
  }

  @Test
  void a_line_that_babbles_holds_no_step_and_is_named() {
    ManualClock clock = new ManualClock(Instant.EPOCH);
    List<DeviceEvent> events = new ArrayList<>();
    LoopLine line = new LoopLine("babble", _ -> new byte[] {0x55, 0x02, 0x10}, clock::advance);
    TagReader reader = FeigRig.make(slow(line, clock), Map.of(), clock, events);
    for (int i = 0; i < 100; i++) {
      Duration before = clock.monotonic();
      reader.step();
      assertThat(clock.monotonic().minus(before)).isLessThan(LONGEST_STEP);
      clock.advance(Duration.ofMillis(20));
    }
    assertThat(reader.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Connecting.class, it -> assertThat(it.code()).isEqualTo("D12"));
  }

  @Test
  void two_bad_answers_in_a_row_change_nothing_that_anybody_sees() {
    FeigRig rig = new FeigRig();
    place(rig);
    rig.settle();
    rig.events.clear();
    for (String bad : List.of("1", "2")) {
      rig.twin.bringAbout("corrupt", List.of(bad));
      rig.settle();
    }
    assertThat(rig.events).isNotEmpty().hasOnlyElementsOfType(DeviceEvent.ReadRepeated.class);
  }

  @Test
  void three_bad_answers_in_a_row_blind_it_for_no_more_than_a_second() {
    FeigRig rig = new FeigRig();
    place(rig);
    rig.settle();
    rig.events.clear();
    rig.twin.bringAbout("corrupt", List.of("3"));
    while (rig.events(DeviceEvent.HealthChanged.class).isEmpty()) {
      rig.step();
    }
    assertThat(rig.reader.health().code()).isEqualTo("D12");
    Duration blind = rig.clock.monotonic();
    while (rig.events(DeviceEvent.FieldListed.class).isEmpty()) {
      rig.step();
    }
    assertThat(rig.clock.monotonic().minus(blind)).isLessThan(Duration.ofSeconds(1));
    assertThat(rig.reader.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Ready.class,
            ready -> assertThat(ready.description()).endsWith("; sent unreadable data: 1"));
    assertThat(rig.events(DeviceEvent.TagLeft.class)).isEmpty();
    assertThat(rig.events(DeviceEvent.TagArrived.class)).isEmpty();
    assertThat(rig.reader.lying()).hasSize(1);
  }

  /// Bytes take time.
  private static LinkOpener slow(LinkOpener inner, ManualClock clock) {
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        ByteLink link = inner.open();
        return new ByteLink() {
          @Override
          public int read(byte[] buffer, Duration timeout) throws LinkLostException {
            clock.advance(Duration.ofMillis(1));
            return link.read(buffer, timeout);
          }

          @Override
          public void write(byte[] bytes, Duration deadline) throws LinkLostException {
            link.write(bytes, deadline);
          }

          @Override
          public void close() {
            link.close();
          }
        };
      }

      @Override
      public String describe() {
        return inner.describe();
      }
    };
  }

  /// A reader that always answers a little too late: each answer comes when its request was sent
  /// again already, and the second one when the next tag is being asked.
  @Test
  void an_answer_that_comes_too_late_is_never_taken_for_that_of_another_question() {
    FeigTwin twin = new FeigTwin();
    twin.place(FeigFrames.UID, ID, "CN-NLC", 1, 1, true);
    twin.place(FeigFrames.UID_2, "39999000012345", "CN-NLC", 1, 1, false);
    ManualClock clock = new ManualClock(Instant.EPOCH);
    List<DeviceEvent> events = new ArrayList<>();
    LateLine line = new LateLine(twin, clock, Duration.ofMillis(300));
    TagReader reader = FeigRig.make(line, Map.of("reply.ms", "250"), clock, events);
    for (int i = 0; i < 1_000; i++) {
      reader.step();
      clock.advance(Duration.ofMillis(5));
    }
    assertThat(events)
        .filteredOn(DeviceEvent.TagArrived.class::isInstance)
        .extracting(it -> (DeviceEvent.TagArrived) it)
        .extracting(it -> it.uid().hex() + " " + contentId(it.content()) + " " + it.security())
        .containsExactlyInAnyOrder(
            FeigFrames.UID + " " + ID + " ARMED", FeigFrames.UID_2 + " 39999000012345 CLEARED");
  }

  private static String contentId(TagContent content) {
    return content instanceof TagContent.Item item ? item.primaryId() : content.toString();
  }

  @Test
  void an_identifier_beside_a_tag_that_answers_itself_is_a_tag() {
    FeigRig rig = new FeigRig();
    rig.twin.place("E004015012345678", ID, "CN-NLC", 1, 1, true);
    rig.twin.place("E004015012345679", "31234000012359", "CN-NLC", 1, 1, true);
    rig.settle();
    assertThat(rig.events(DeviceEvent.TagArrived.class)).hasSize(2);
    assertThat(rig.reader.health().toString()).doesNotContain("GHOSTS");
  }
}
