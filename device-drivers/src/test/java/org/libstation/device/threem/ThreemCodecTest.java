package org.libstation.device.threem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.device.TagUid;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.FrameParser;
import org.libstation.device.pad.PadReply;
import org.libstation.device.pad.PadRequest;
import org.libstation.device.pad.Seen;
import org.libstation.device.threem.lab.ThreemTwin;
import org.libstation.lab.twin.TagField;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// Frames as hex both ways: what the driver asks, what it understands, and what the twin answers.
class ThreemCodecTest {
  private static final TagUid UID = new TagUid(ThreemFrames.UID);
  private static final TagUid UID_2 = new TagUid(ThreemFrames.UID_2);
  private static final WireBytes ITEM =
      WireBytes.ofHex("11061C68 3B79C436 0201A003 041B80E6 0F650110");
  private static final PadRequest READ_5 = new PadRequest.ReadBlocks(UID, 0, 5, true);
  private static final PadRequest WRITE_5 = new PadRequest.WriteBlocks(UID, 0, 4, ITEM);
  private static final PadRequest LOOK = new PadRequest.Inventory(false);

  private static ThreemWire wire(String start) {
    return new ThreemWire(ThreemOptions.read(new DriverOptions(Map.of("start", start))));
  }

  private static ThreemFrame frame(String hex) {
    return ThreemFrame.FRAMING.decode(WireBytes.ofHex(hex));
  }

  private static PadReply reply(PadRequest asked, String hex) {
    return wire("210").reply(asked, frame(hex)).orElseThrow();
  }

  @Test
  void every_question_is_written_as_printed() {
    Map<String, PadRequest> asked =
        Map.ofEntries(
            Map.entry(ThreemFrames.VERSION, new PadRequest.Greet(0)),
            Map.entry(ThreemFrames.INVENTORY, LOOK),
            Map.entry(ThreemFrames.TAG_INFO, new PadRequest.SystemInfo(UID)),
            Map.entry(ThreemFrames.READ_5, READ_5),
            Map.entry(ThreemFrames.WRITE_5, WRITE_5),
            Map.entry(ThreemFrames.AFI_C2, new PadRequest.WriteAfi(UID, 0xC2)),
            Map.entry(ThreemFrames.AFI_07, new PadRequest.WriteAfi(UID, 0x07)),
            Map.entry(ThreemFrames.EAS_ON, new PadRequest.Eas(UID, true)),
            Map.entry(ThreemFrames.EAS_OFF, new PadRequest.Eas(UID, false)),
            Map.entry(ThreemFrames.CHECK_EAS, new PadRequest.ReadEas(UID)));
    asked.forEach((hex, request) -> assertThat(wire("210").encode(request)).hasToString(hex));
    assertThat(wire("810").encode(new PadRequest.Greet(0))).hasToString(ThreemFrames.PROBE);
    assertThat(wire("810").encode(new PadRequest.Greet(1))).hasToString(ThreemFrames.RADIO);
    assertThat(wire("210").encode(new PadRequest.WriteDsfid(UID, 0x06)).slice(0, 13))
        .hasToString("D6 00 0C 0B E0 04 01 50 12 34 56 78 06");
    WireBytes published = WireBytes.ofHex(ThreemFrames.PUBLISHED);
    assertThat(ThreemFrame.FRAMING.isWhole(published)).isTrue();
    assertThat(frame(ThreemFrames.PUBLISHED).encode()).isEqualTo(published);
  }

  @Test
  void every_answer_is_understood() {
    assertThat(reply(new PadRequest.Greet(0), ThreemFrames.VERSION_OK))
        .isInstanceOfSatisfying(
            PadReply.Greeted.class, it -> assertThat(it.identity()).isEqualTo("3M 0Ah, 5.0.2"));
    assertThat(wire("810").reply(new PadRequest.Greet(0), frame(ThreemFrames.PROBE_OK)))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .isInstanceOfSatisfying(
                        PadReply.Greeted.class,
                        greeted -> assertThat(greeted.identity()).isEqualTo("3M 0Ah, 5.0.2")));
    assertThat(wire("810").reply(new PadRequest.Greet(1), frame(ThreemFrames.RADIO_OK)))
        .contains(PadReply.Greeted.HELLO);
    Seen first = new Seen.Vicinity(UID);
    Seen second = new Seen.Vicinity(UID_2);
    assertThat(reply(LOOK, ThreemFrames.NONE)).isEqualTo(new PadReply.Listed(List.of(), false));
    assertThat(reply(LOOK, ThreemFrames.ONE_TAG))
        .isEqualTo(new PadReply.Listed(List.of(first), false));
    assertThat(reply(LOOK, ThreemFrames.TWO_TAGS))
        .isEqualTo(new PadReply.Listed(List.of(first, second), false));
    assertThat(reply(new PadRequest.SystemInfo(UID), ThreemFrames.TAG_INFO_OK))
        .isEqualTo(new PadReply.TagInfo(0x06, UID, 0x07, 4, 28));
    assertThat(reply(READ_5, ThreemFrames.READ_5_OK))
        .isEqualTo(new PadReply.Blocks(ITEM, 4, new BitSet()));
    assertThat(reply(WRITE_5, ThreemFrames.WRITE_OK)).isEqualTo(new PadReply.CommandDone());
    PadRequest afi = new PadRequest.WriteAfi(UID, 0xC2);
    assertThat(reply(afi, ThreemFrames.AFI_OK)).isEqualTo(new PadReply.CommandDone());
    PadRequest eas = new PadRequest.ReadEas(UID);
    assertThat(reply(eas, ThreemFrames.EAS_IS_ON)).isEqualTo(new PadReply.EasIs(true));
    assertThat(reply(eas, ThreemFrames.EAS_IS_OFF)).isEqualTo(new PadReply.EasIs(false));
    assertThat(reply(new PadRequest.Eas(UID, true), ThreemFrames.EAS_OK))
        .isEqualTo(new PadReply.CommandDone());
    refused(reply(READ_5, ThreemFrames.READ_NO_TAG), PadReply.PadRefusal.GONE);
    refused(reply(READ_5, ThreemFrames.READ_NO_BLOCK), PadReply.PadRefusal.TAG);
    refused(reply(WRITE_5, ThreemFrames.WRITE_FAILED_AT_2), PadReply.PadRefusal.NOT_KEPT);
    refused(reply(afi, ThreemFrames.AFI_NO_TAG), PadReply.PadRefusal.GONE);
  }

  private static void refused(PadReply reply, PadReply.PadRefusal why) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            PadReply.PadRefused.class, it -> assertThat(it.why()).isEqualTo(why));
  }

  @Test
  void an_answer_to_another_question_or_about_another_tag_is_none() {
    assertThat(wire("210").reply(LOOK, frame(ThreemFrames.VERSION_OK))).isEmpty();
    assertThat(wire("210").reply(WRITE_5, frame(ThreemFrames.PROBE_OK)))
        .as("the start's 04 is no writing")
        .isEmpty();
    assertThat(reply(new PadRequest.SystemInfo(UID_2), ThreemFrames.TAG_INFO_OK))
        .isEqualTo(new PadReply.OfAnotherTag());
    assertThat(reply(new PadRequest.ReadBlocks(UID, 1, 5, true), ThreemFrames.READ_5_OK))
        .as("other blocks than were asked for")
        .isEqualTo(PadReply.PadRefused.misshapen());
  }

  @Test
  void a_locked_block_is_told_and_one_that_was_not_read_is_not_taken() {
    PadRequest one = new PadRequest.ReadBlocks(UID, 3, 1, true);
    WireBytes head = WireBytes.ofHex("00 E0 04 01 50 12 34 56 78 01 03");
    for (int state : new int[] {0, 1, 2, 0x15}) {
      WireBytes body = head.plus(WireBytes.of(state, 1, 2, 3, 4));
      PadReply reply =
          wire("210")
              .reply(one, new ThreemFrame(ThreemFrame.REQUEST, ThreemCommand.READ_BLOCKS, body))
              .orElseThrow();
      if (state > 1) {
        refused(reply, PadReply.PadRefusal.TAG);
      } else {
        assertThat(reply)
            .isInstanceOfSatisfying(
                PadReply.Blocks.class, it -> assertThat(it.locked().get(0)).isEqualTo(state == 1));
      }
    }
  }

  @Test
  void the_twin_answers_as_printed() {
    ThreemTwin twin = new ThreemTwin();
    answers(twin, ThreemFrames.VERSION, ThreemFrames.VERSION_OK);
    answers(twin, ThreemFrames.PROBE, ThreemFrames.PROBE_OK);
    answers(twin, ThreemFrames.RADIO, ThreemFrames.RADIO_OK);
    answers(twin, ThreemFrames.INVENTORY, ThreemFrames.NONE);
    answers(twin, ThreemFrames.READ_5, ThreemFrames.READ_NO_TAG);
    answers(twin, ThreemFrames.AFI_C2, ThreemFrames.AFI_NO_TAG);
    twin.place(ThreemFrames.UID, "31234000012342", "CN-NLC", 1, 1, true);
    answers(twin, ThreemFrames.INVENTORY, ThreemFrames.ONE_TAG);
    answers(twin, ThreemFrames.WITH_DSFID, ThreemFrames.ONE_WITH_DSFID);
    answers(twin, ThreemFrames.GET_AFI, ThreemFrames.AFI_IS_07);
    answers(twin, ThreemFrames.GET_DSFID, ThreemFrames.DSFID_IS_06);
    answers(twin, ThreemFrames.TAG_INFO, ThreemFrames.TAG_INFO_OK);
    answers(twin, ThreemFrames.READ_5, ThreemFrames.READ_5_OK);
    answers(twin, ThreemFrames.WRITE_5, ThreemFrames.WRITE_OK);
    answers(twin, ThreemFrames.CHECK_EAS, ThreemFrames.EAS_IS_OFF);
    answers(twin, ThreemFrames.EAS_ON, ThreemFrames.EAS_OK);
    answers(twin, ThreemFrames.CHECK_EAS, ThreemFrames.EAS_IS_ON);
    WireBytes unknown = new ThreemFrame(ThreemFrame.REQUEST, 0x55, WireBytes.of()).encode();
    answers(twin, unknown.toString(), ThreemFrames.NOT_IMPLEMENTED);
    twin.place(ThreemFrames.UID_2, "31234000012359", "CN-NLC", 1, 1, false);
    answers(twin, ThreemFrames.INVENTORY, ThreemFrames.TWO_TAGS);
    assertThat(exchange(twin, ThreemFrames.INVENTORY_07)).contains("01 E0 04 01 50 12 34 56 78");
    answers(twin, ThreemFrames.AFI_C2, ThreemFrames.AFI_OK);
    assertThat(twin.afi(ThreemFrames.UID)).isEqualTo(TagField.AFI_ON_LOAN);
    twin.pullAwayAtBlock(ThreemFrames.UID, 2);
    answers(twin, ThreemFrames.WRITE_5, ThreemFrames.WRITE_FAILED_AT_2);
    twin.putBack(ThreemFrames.UID);
    answers(twin, ThreemFrames.QUIET, ThreemFrames.QUIET_OK);
    assertThat(exchange(twin, ThreemFrames.INVENTORY)).doesNotContain("12 34 56 78");
  }

  private static String exchange(ThreemTwin twin, String hex) {
    return WireBytes.of(twin.exchange(WireBytes.ofHex(hex).toArray())).toString();
  }

  private static void answers(ThreemTwin twin, String asked, String answer) {
    assertThat(exchange(twin, asked)).as("to %s", asked).isEqualTo(answer);
  }

  private static final List<String> CHUNKED =
      List.of(
          ThreemFrames.VERSION_OK,
          ThreemFrames.TWO_TAGS,
          ThreemFrames.READ_5_OK,
          ThreemFrames.PROBE_OK,
          ThreemFrames.WRITE_FAILED_AT_2);

  private static FrameParser<ThreemFrame> parser() {
    return new FrameParser<>(ThreemFrame.FRAMING);
  }

  private static List<ThreemFrame> all(WireBytes bytes) {
    FrameParser<ThreemFrame> parser = parser();
    List<ThreemFrame> found = new ArrayList<>(parser.parse(bytes.toArray()));
    found.addAll(parser.silence());
    return found;
  }

  @Test
  void a_frame_is_found_in_pieces_of_any_size() {
    for (String text : CHUNKED) {
      byte[] bytes = WireBytes.ofHex(text + text).toArray();
      for (int size = 1; size <= bytes.length; size++) {
        FrameParser<ThreemFrame> parser = parser();
        List<ThreemFrame> found = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
          found.addAll(
              parser.parse(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        assertThat(found).as("pieces of %d", size).containsExactly(frame(text), frame(text));
      }
    }
  }

  @Test
  void a_frame_is_found_behind_junk_at_the_latest_when_the_line_falls_silent() {
    for (String text : CHUNKED) {
      for (int junk = 0; junk < 256; junk++) {
        assertThat(all(WireBytes.of(junk).plus(WireBytes.ofHex(text))))
            .as("junk %02X before %s", junk, text)
            .containsExactly(frame(text));
      }
    }
  }

  @Test
  void a_frame_with_a_byte_lost_or_doubled_or_changed_is_never_taken_and_the_next_is() {
    WireBytes next = WireBytes.ofHex(ThreemFrames.ONE_TAG);
    for (String text : CHUNKED) {
      WireBytes bytes = WireBytes.ofHex(text);
      for (int at = 0; at < bytes.length(); at++) {
        WireBytes lost = bytes.slice(0, at).plus(bytes.from(at + 1));
        WireBytes doubled = bytes.slice(0, at + 1).plus(bytes.from(at));
        WireBytes changed =
            bytes.slice(0, at).plus(WireBytes.of(bytes.at(at) ^ 0x10)).plus(bytes.from(at + 1));
        for (WireBytes damaged : List.of(lost, changed)) {
          assertThat(all(damaged)).as("%s for %s", damaged, text).isEmpty();
          assertThat(all(damaged.plus(next)))
              .as("%s for %s", damaged, text)
              .containsExactly(frame(ThreemFrames.ONE_TAG));
        }
        assertThat(all(doubled)).isSubsetOf(frame(text));
        assertThat(all(doubled.plus(next))).endsWith(frame(ThreemFrames.ONE_TAG));
      }
    }
  }

  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(200_000);
  private static final long SEED = 20_261_129;

  private static List<byte[]> corpus() {
    List<byte[]> corpus = new ArrayList<>();
    CHUNKED.forEach(text -> corpus.add(WireBytes.ofHex(text).toArray()));
    for (String text :
        List.of(ThreemFrames.TAG_INFO_OK, ThreemFrames.EAS_IS_ON, ThreemFrames.WRITE_5)) {
      corpus.add(WireBytes.ofHex(text).toArray());
    }
    return corpus;
  }

  private static void parse(byte[] input) {
    FrameParser<ThreemFrame> parser = parser();
    for (byte[] piece : Mutations.pieces(input, input.length)) {
      parser.parse(piece).forEach(ThreemCodecTest::decode);
      assertThat(parser.kept()).isLessThanOrEqualTo(ThreemFrame.LONGEST);
      assertThat(parser.hidden().size()).isLessThanOrEqualTo(input.length);
    }
    parser.silence().forEach(ThreemCodecTest::decode);
    assertThat(parser.kept()).isZero();
  }

  /// Also as if its check sum were right: a reader's own fault.
  private static void decode(ThreemFrame frame) {
    for (PadRequest asked :
        List.of(
            new PadRequest.Greet(0),
            LOOK,
            new PadRequest.SystemInfo(UID),
            READ_5,
            WRITE_5,
            new PadRequest.ReadEas(UID))) {
      for (String start : List.of("210", "810")) {
        Optional<PadReply> reply = wire(start).reply(asked, frame);
        assertThat(reply).isNotNull();
      }
    }
  }

  private static void decodeUnchecked(byte[] input) {
    if (input.length >= 6) {
      decode(ThreemFrame.FRAMING.decode(WireBytes.of(input)));
    }
  }

  @Test
  void every_damaged_frame_is_survived() {
    Mutations.feed(corpus(), SEED, QUICK, ThreemCodecTest::parse);
    Mutations.feed(corpus(), SEED + 1, QUICK, ThreemCodecTest::decodeUnchecked);
  }

  @Test
  @Tag("full")
  void very_many_damaged_frames_are_survived() {
    Mutations.feed(corpus(), SEED, FULL, ThreemCodecTest::parse);
    Mutations.feed(corpus(), SEED + 1, FULL, ThreemCodecTest::decodeUnchecked);
    ThreemTwin twin = new ThreemTwin();
    twin.place(ThreemFrames.UID, "31234000012342", "CN-NLC", 1, 1, true);
    Mutations.feed(
        corpus(), SEED + 2, QUICK, input -> assertThat(twin.exchange(input)).isNotNull());
  }
}
