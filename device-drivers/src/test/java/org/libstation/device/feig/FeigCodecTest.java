package org.libstation.device.feig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.PadReply;
import org.libstation.device.pad.Seen;

class FeigCodecTest {
  private static final TagUid UID = new TagUid(FeigFrames.UID);
  private static final TagUid UID_2 = new TagUid(FeigFrames.UID_2);
  private static final WireBytes ITEM = WireBytes.ofHex(FeigFrames.ITEM_RECORD);

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static FeigReply reply(String frame) {
    List<FeigFrame> frames = new FeigParser().parse(hex(frame));
    assertThat(frames).hasSize(1);
    return FeigReply.decode(frames.getFirst()).orElseThrow();
  }

  static final Map<String, FeigRequest> REQUESTS =
      Map.ofEntries(
          Map.entry(FeigFrames.PING, new FeigRequest.Ping()),
          Map.entry(FeigFrames.VERSION, new FeigRequest.SoftwareVersion()),
          Map.entry(FeigFrames.READER_INFO, new FeigRequest.ReaderInfo(0)),
          Map.entry(FeigFrames.RF_RESET, new FeigRequest.FeigFieldReset()),
          Map.entry(FeigFrames.RF_ON, new FeigRequest.FeigFieldPower(true)),
          Map.entry(FeigFrames.RF_OFF, new FeigRequest.FeigFieldPower(false)),
          Map.entry(FeigFrames.INVENTORY, new FeigRequest.FeigInventory(0)),
          Map.entry(FeigFrames.MORE, new FeigRequest.FeigInventory(0x80)),
          Map.entry(FeigFrames.SELECT, new FeigRequest.Select(UID)),
          Map.entry(FeigFrames.SYSTEM_INFO, new FeigRequest.SystemInfo(UID)),
          Map.entry(FeigFrames.READ_5, new FeigRequest.FeigReadBlocks(UID, 0, 5, false)),
          Map.entry(FeigFrames.READ_28_LOCKS, new FeigRequest.FeigReadBlocks(UID, 0, 28, true)),
          Map.entry(FeigFrames.WRITE_5, new FeigRequest.WriteBlocks(UID, 0, 4, ITEM)),
          Map.entry(FeigFrames.AFI_C2, new FeigRequest.WriteAfi(UID, 0xC2)),
          Map.entry(FeigFrames.AFI_07, new FeigRequest.WriteAfi(UID, 0x07)),
          Map.entry(FeigFrames.DSFID_06, new FeigRequest.WriteDsfid(UID, 0x06)),
          Map.entry(FeigFrames.QUIET, new FeigRequest.StayQuiet(UID)),
          Map.entry(FeigFrames.READY, new FeigRequest.ResetToReady(UID)),
          Map.entry(FeigFrames.EAS_ON, new FeigRequest.FeigEas(UID, true)),
          Map.entry(FeigFrames.EAS_OFF, new FeigRequest.FeigEas(UID, false)),
          Map.entry(
              FeigFrames.OUTPUT,
              new FeigRequest.SetOutput(WireBytes.ofHex("00 11 00 00 00 02 00 00"))));

  @Test
  void every_request_is_written_as_published_and_read_again() {
    REQUESTS.forEach(
        (frame, request) -> {
          assertThat(request.encode(false, 0xFF)).hasToString(frame);
          FeigFrame read = new FeigParser().parse(hex(frame)).getFirst();
          assertThat(FeigRequest.decode(read)).contains(request);
        });
    assertThat(new FeigRequest.FeigInventory(0).encode(true, 0xFF))
        .hasToString(FeigFrames.ADVANCED_INVENTORY);
    assertThat(new FeigRequest.FeigFieldPower(true).encode(true, 0xFF))
        .hasToString(FeigFrames.ADVANCED_RF_ON);
    assertThat(new FeigRequest.FeigFieldPower(false).encode(true, 0xFF))
        .hasToString(FeigFrames.ADVANCED_RF_OFF);
  }

  /// Frames from logs of readers and from the manual's own example.
  @Test
  void published_frames_are_written_byte_for_byte() {
    TagUid log = new TagUid("E004010809B9CB12");
    assertThat(new FeigRequest.SystemInfo(log).encode(true, 0xFF))
        .hasToString("02 00 11 FF B0 2B 01 E0 04 01 08 09 B9 CB 12 0B 65");
    assertThat(
            new FeigRequest.WriteBlocks(log, 1, 4, WireBytes.ofHex("38 37 36 35"))
                .encode(true, 0xFF))
        .hasToString("02 00 18 FF B0 24 01 E0 04 01 08 09 B9 CB 12 01 01 04 35 36 37 38 3C 82");
    assertThat(
            new FeigRequest.WriteBlocks(
                    log, 2, 4, WireBytes.ofHex("30 30 31 33 36 00 00 00 00 00 00 36"))
                .encode(true, 0xFF))
        .hasToString(
            "02 00 20 FF B0 24 01 E0 04 01 08 09 B9 CB 12 02 03 04 33 31 30 30 00 00 00 36 36 00 00"
                + " 00 20 7D");
    assertThat(
            new FeigRequest.WriteBlocks(
                    new TagUid("E00700000147677E"),
                    0,
                    4,
                    WireBytes.ofHex("01 02 03 04 11 12 13 14 21 22 23 24"))
                .data()
                .from(10))
        .hasToString("00 03 04 04 03 02 01 14 13 12 11 24 23 22 21");
    assertThat(
            reply("17 00 B0 00 03 04 00 04 03 02 01 00 14 13 12 11 00 24 23 22 21 B4 5B").blocks())
        .hasValueSatisfying(
            blocks ->
                assertThat(blocks.bytes()).hasToString("01 02 03 04 11 12 13 14 21 22 23 24"));
    assertThat(reply(FeigFrames.READ_5_OK).blocks().map(PadReply.Blocks::locked))
        .hasValueSatisfying(locked -> assertThat(locked.isEmpty()).isTrue());
  }

  @Test
  void inventories_are_read() {
    Seen first = new Seen.Vicinity(UID);
    Seen second = new Seen.Vicinity(UID_2);
    assertThat(reply(FeigFrames.NO_TAG).status()).isEqualTo(0x01);
    assertThat(reply(FeigFrames.ONE_TAG).tags()).contains(List.of(first));
    assertThat(reply(FeigFrames.TWO_TAGS).tags()).contains(List.of(first, second));
    assertThat(reply(FeigFrames.MORE_DATA).status()).isEqualTo(0x94);
    assertThat(reply(FeigFrames.MORE_DATA).tags()).contains(List.of(first));
    assertThat(reply(FeigFrames.ONE_CARD).tags())
        .contains(List.of(new Seen.Proximity(new TagUid("A1B2C3D4"))));
    assertThat(reply(FeigFrames.ADVANCED_ONE_TAG).tags()).contains(List.of(first));
  }

  @Test
  void a_tag_of_another_kind_is_skipped_wherever_it_stands_in_the_list() {
    Seen first = new Seen.Vicinity(UID);
    Seen second = new Seen.Vicinity(UID_2);
    Seen other = new Seen.Other(0x05);
    WireBytes two = reply(FeigFrames.TWO_TAGS).data();
    WireBytes one = two.slice(1, 11);
    WireBytes next = two.from(11);
    WireBytes typeB = WireBytes.of(0x05, 0x11, 0x22, 0x33, 0x44, 0x00, 0x00, 0x0B, 0x81, 0xE1);
    assertThat(list(3, typeB, one, next)).contains(List.of(other, first, second));
    assertThat(list(3, one, typeB, next)).contains(List.of(first, other, second));
    assertThat(list(3, one, next, typeB)).contains(List.of(first, second, other));
    assertThat(list(4, typeB, one, typeB, next)).contains(List.of(other, first, other, second));
    assertThat(list(1, typeB)).contains(List.of(other));
    assertThat(list(4, one, next, typeB)).as("one is missing").isEmpty();
  }

  private static Optional<List<Seen>> list(int count, WireBytes... tags) {
    WireBytes data = WireBytes.of(count);
    for (WireBytes tag : tags) {
      data = data.plus(tag);
    }
    return new FeigReply(0xB0, 0, data).tags();
  }

  @Test
  void a_list_that_does_not_fit_its_count_is_no_list() {
    WireBytes data = reply(FeigFrames.TWO_TAGS).data();
    for (int length = 0; length < data.length(); length++) {
      FeigReply cut = new FeigReply(0xB0, 0, data.slice(0, length));
      assertThat(cut.tags()).as("%d bytes", length).isIn(Optional.empty(), Optional.of(List.of()));
    }
  }

  @Test
  void system_information_says_both_sizes_minus_one() {
    assertThat(reply(FeigFrames.SYSTEM_INFO_OK).tagInfo())
        .contains(new PadReply.TagInfo(0x06, UID, 0x07, 4, 28));
    WireBytes log = WireBytes.ofHex("3E E0 04 01 08 09 B9 CB 12 01 03 4F 01");
    assertThat(new FeigReply(0xB0, 0, log).tagInfo())
        .contains(new PadReply.TagInfo(0x3E, new TagUid("E004010809B9CB12"), 0x01, 4, 80));
  }

  @Test
  void blocks_are_turned_round_on_the_wire() {
    assertThat(reply(FeigFrames.READ_5_OK).blocks().map(PadReply.Blocks::bytes)).contains(ITEM);
  }

  @Test
  void statuses_are_read_and_named() {
    assertThat(FeigStatus.inWords(reply(FeigFrames.NO_SUCH_BLOCK))).contains("no such block");
    assertThat(FeigStatus.inWords(reply(FeigFrames.BLOCK_0_LOCKED))).contains("locked");
    assertThat(reply(FeigFrames.WRITE_ERROR_AT_2))
        .isEqualTo(new FeigReply(0xB0, 0x03, WireBytes.of(2)));
    assertThat(reply(FeigFrames.EAS_UNKNOWN)).isEqualTo(new FeigReply(0xB1, 0x80, WireBytes.of()));
    assertThat(reply(FeigFrames.LENGTH_ERROR).status()).isEqualTo(0x81);
    assertThat(reply(FeigFrames.NOT_AVAILABLE).status()).isEqualTo(0x82);
    assertThat(reply(FeigFrames.VERSION_OK).data())
        .isEqualTo(WireBytes.ofHex("03 00 00 00 50 00 38"));
    assertThat(reply(FeigFrames.READER_INFO_OK).status()).isZero();
    for (String ok :
        List.of(
            FeigFrames.PING_OK,
            FeigFrames.RF_RESET_OK,
            FeigFrames.RF_OK,
            FeigFrames.ISO_OK,
            FeigFrames.EAS_OK,
            FeigFrames.OUTPUT_OK)) {
      assertThat(reply(ok).status()).isZero();
    }
  }

  private static final List<String> CHUNKED =
      List.of(
          FeigFrames.PING,
          FeigFrames.TWO_TAGS,
          FeigFrames.READ_5_OK,
          FeigFrames.ADVANCED_ONE_TAG,
          FeigFrames.NO_TAG);

  @Test
  void a_frame_is_found_in_pieces_of_any_size() {
    for (String text : CHUNKED) {
      byte[] bytes = hex(text + text);
      FeigFrame whole = FeigFrame.decode(WireBytes.ofHex(text));
      for (int size = 1; size <= bytes.length; size++) {
        FeigParser parser = new FeigParser();
        List<FeigFrame> found = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
          found.addAll(
              parser.parse(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        assertThat(found).as("pieces of %d", size).containsExactly(whole, whole);
      }
    }
  }

  @Test
  void a_frame_is_found_behind_junk_at_the_latest_when_the_line_falls_silent() {
    for (String text : CHUNKED) {
      FeigFrame whole = FeigFrame.decode(WireBytes.ofHex(text));
      for (int junk = 0; junk < 256; junk++) {
        FeigParser parser = new FeigParser();
        List<FeigFrame> found = new ArrayList<>(parser.parse(new byte[] {(byte) junk}));
        found.addAll(parser.parse(hex(text)));
        found.addAll(parser.silence());
        assertThat(found).as("junk %02X before %s", junk, text).containsExactly(whole);
      }
    }
  }

  @Test
  void a_frame_with_a_byte_lost_or_doubled_or_changed_is_never_taken_and_the_next_is() {
    FeigFrame next = FeigFrame.decode(WireBytes.ofHex(FeigFrames.ONE_TAG));
    for (String text : CHUNKED) {
      WireBytes bytes = WireBytes.ofHex(text);
      for (int at = 0; at < bytes.length(); at++) {
        WireBytes lost = bytes.slice(0, at).plus(bytes.from(at + 1));
        WireBytes doubled = bytes.slice(0, at + 1).plus(bytes.from(at));
        WireBytes changed =
            bytes.slice(0, at).plus(WireBytes.of(bytes.at(at) ^ 0x10)).plus(bytes.from(at + 1));
        for (WireBytes damaged : List.of(lost, changed)) {
          assertThat(all(damaged)).as("%s for %s", damaged, text).isEmpty();
          assertThat(all(damaged.plus(WireBytes.ofHex(FeigFrames.ONE_TAG))))
              .as("%s for %s", damaged, text)
              .containsExactly(next);
        }
        // A doubled byte may leave the whole frame behind one byte of junk.
        FeigFrame whole = FeigFrame.decode(bytes);
        assertThat(all(doubled)).isSubsetOf(whole);
        assertThat(all(doubled.plus(WireBytes.ofHex(FeigFrames.ONE_TAG)))).endsWith(next);
      }
    }
  }

  private static List<FeigFrame> all(WireBytes bytes) {
    FeigParser parser = new FeigParser();
    List<FeigFrame> found = new ArrayList<>(parser.parse(bytes.toArray()));
    found.addAll(parser.silence());
    return found;
  }
}
