package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTagTest {
  private static final int ISO = 0x06;
  private static final String ITEM = "11 06 1C 68 3B 79 C4 36 02 01 A0 03 04 1B 80 E6 0F 65 01 10";
  private static final String PATRON =
      "11 06 13 4F ED 07 D1 D4 02 01 A0 03 04 1B 80 E6 0F 65 01 80";
  private static final String PART_WITH_TITLE =
      "11 06 1C 68 3B 79 C4 36 02 02 E0 02 03 0A 1B 81 E1 10 10 8A 1A C7 30 7F"
          + " 24 02 03 01 65 01 10 7F 02 09 E7 BA A2 E6 A5 BC E6 A2 A6";
  private static final String STANDARD_EXAMPLE =
      "91 00 05 1C BE 99 1A 14 02 01 D0 14 02 04 B3 46 07 44 1C B6"
          + " E2 E3 35 D6 83 02 07 AC C0 9E BA A0 6F 6B 00 00";

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] memory(String text) {
    return Arrays.copyOf(hex(text), 112);
  }

  private static TagContent item(String id) {
    return new TagContent.Item(id, Optional.empty(), 1, 1);
  }

  @Test
  void an_item_record_is_read_and_written() {
    TagContent.Item item = new TagContent.Item("31234000012342", Optional.of("CN-NLC"), 1, 1);
    assertThat(LibraryTag.judge(ISO, memory(ITEM))).isEqualTo(item);
    assertThat(LibraryTag.judge(ISO, hex(ITEM))).isEqualTo(item);
    assertThat(LibraryTag.encode(item)).isEqualTo(hex(ITEM));
  }

  @Test
  void a_patron_card_is_read_and_written() {
    TagContent.PatronCard card = new TagContent.PatronCard("21234000056788");
    assertThat(LibraryTag.judge(ISO, memory(PATRON))).isEqualTo(card);
    assertThat(LibraryTag.encode(card, Optional.of("CN-NLC"))).isEqualTo(hex(PATRON));
  }

  @Test
  void a_part_of_a_set_with_a_title_is_read_and_its_record_is_written_byte_for_byte() {
    assertThat(LibraryTag.judge(ISO, memory(PART_WITH_TITLE)))
        .isEqualTo(new TagContent.Item("31234000012342", Optional.of("CN-110108-1-NLC"), 3, 1));
    List<TagElement> others =
        List.of(
            TagElement.text(3, "CN-110108-1-NLC"),
            TagElement.text(4, "0301"),
            TagElement.of(5, Compaction.OCTETS, new byte[] {0x10}),
            TagElement.text(17, "红楼梦"));
    assertThat(
            TagRecord.encode(
                TagRecord.withContentParameter(TagElement.text(1, "31234000012342"), others)))
        .isEqualTo(hex(PART_WITH_TITLE));
  }

  @Test
  void the_example_of_the_standard_is_read_and_written_byte_for_byte() throws Exception {
    TagRecord record = TagRecord.parse(hex(STANDARD_EXAMPLE));
    assertThat(record.element(6).orElseThrow().text()).isEqualTo("QA268.L55");
    assertThat(LibraryTag.judge(ISO, hex(STANDARD_EXAMPLE)))
        .isEqualTo(new TagContent.Item("123456789012", Optional.of("US-InU-Mu"), 12, 3));

    List<TagElement> before =
        TagRecord.withContentParameter(
            TagElement.text(1, "123456789012").paddedFrom(0, 4),
            List.of(
                TagElement.text(4, "1203"),
                TagElement.text(6, "QA268.L55"),
                TagElement.text(3, "US-InU-Mu")));
    byte[] unpadded = TagRecord.encode(before.subList(0, before.size() - 1));
    List<TagElement> all =
        Stream.concat(
                before.subList(0, before.size() - 1).stream(),
                Stream.of(before.getLast().paddedFrom(unpadded.length, 4)))
            .toList();
    assertThat(TagRecord.encode(all)).isEqualTo(hex(STANDARD_EXAMPLE));
  }

  @Test
  void short_records_are_read() {
    assertThat(LibraryTag.judge(ISO, hex("11 06 1C 68 3B 79 C4 36 00")))
        .isEqualTo(item("31234000012342"));
    assertThat(LibraryTag.judge(ISO, hex("41 07 51 3C 30 C7 2C F4 D6")))
        .isEqualTo(item("TS0012345"));
    assertThat(LibraryTag.judge(ISO, hex("21 05 00 12 34 56 78"))).isEqualTo(item("0012345678"));
    assertThat(LibraryTag.judge(ISO, hex("91 02 03 12 D6 87 00 00"))).isEqualTo(item("1234567"));
    assertThat(TagElement.text(1, "31234000012342").encode())
        .isEqualTo(hex("11 06 1C 68 3B 79 C4 36"));
    assertThat(TagElement.text(1, "TS0012345").encode())
        .isEqualTo(hex("41 07 51 3C 30 C7 2C F4 D6"));
    assertThat(TagElement.text(1, "0012345678").encode()).isEqualTo(hex("21 05 00 12 34 56 78"));
    assertThat(TagElement.text(1, "1234567").paddedFrom(0, 4).encode())
        .isEqualTo(hex("91 02 03 12 D6 87 00 00"));
  }

  @Test
  void the_content_parameter_has_one_bit_an_element() {
    assertThat(parameterOf(3, 5)).isEqualTo(hex("A0"));
    assertThat(parameterOf(3, 4, 6)).isEqualTo(hex("D0"));
    assertThat(parameterOf(3, 4, 5, 17)).isEqualTo(hex("E0 02"));
    assertThat(parameterOf(5)).isEqualTo(hex("20"));
  }

  private static byte[] parameterOf(int... oids) {
    return TagRecord.contentParameter(
        Arrays.stream(oids).mapToObj(oid -> TagElement.text(oid, "12")).toList());
  }

  @Test
  void set_information_is_read_in_two_four_and_six_digits() {
    assertThat(set("14 01 1F")).isEqualTo(new TagContent.Item("1234567", Optional.empty(), 3, 1));
    assertThat(set("24 02 03 01"))
        .isEqualTo(new TagContent.Item("1234567", Optional.empty(), 3, 1));
    assertThat(set("14 02 04 B3"))
        .isEqualTo(new TagContent.Item("1234567", Optional.empty(), 12, 3));
    assertThat(set("14 03 01 D4 C7"))
        .isEqualTo(new TagContent.Item("1234567", Optional.empty(), 120, 7));
    assertThat(set("24 02 00 00")).isEqualTo(item("1234567"));
    assertThat(set("24 02 03 04")).isInstanceOf(TagContent.Damaged.class);
    assertThat(set("24 02 03 1F")).isInstanceOf(TagContent.Damaged.class);
  }

  private static TagContent set(String element) {
    return LibraryTag.judge(ISO, memory("11 03 12 D6 87 02 01 40" + element));
  }

  @Test
  void a_set_of_more_than_99_parts_is_written_in_six_digits() {
    TagContent.Item item = new TagContent.Item("1234567", Optional.empty(), 120, 7);
    assertThat(LibraryTag.judge(ISO, LibraryTag.encode(item))).isEqualTo(item);
  }

  @Test
  void nothing_written_is_blank_whatever_the_dsfid() {
    byte[] factory = new byte[112];
    Arrays.fill(factory, 0, 24, (byte) 0x55);
    for (int dsfid : new int[] {0x00, 0x06, 0x3E}) {
      assertThat(LibraryTag.judge(dsfid, new byte[112])).isEqualTo(new TagContent.Blank());
      assertThat(LibraryTag.judge(dsfid, factory)).isEqualTo(new TagContent.Blank());
    }
  }

  @Test
  void the_danish_check_sum_has_the_published_check_value() {
    byte[] text = "RFID tag data model".getBytes(StandardCharsets.US_ASCII);
    assertThat(DanishTag.crc(0xFFFF, text, 0, text.length)).isEqualTo(0x1AEE);
  }

  @Test
  void without_its_dsfid_only_a_clean_record_counts() {
    assertThat(LibraryTag.judge(0x00, memory(ITEM))).isInstanceOf(TagContent.Item.class);
    assertThat(LibraryTag.judge(0x00, hex(ITEM))).isInstanceOf(TagContent.Foreign.class);
    byte[] rubbishBehind = memory(ITEM);
    rubbishBehind[60] = 1;
    assertThat(LibraryTag.judge(0x00, rubbishBehind)).isInstanceOf(TagContent.Foreign.class);
    assertThat(LibraryTag.judge(ISO, rubbishBehind)).isInstanceOf(TagContent.Item.class);
    assertThat(LibraryTag.judge(0x55, memory("DE AD BE EF")))
        .isInstanceOf(TagContent.Foreign.class);
  }

  @Test
  void a_record_cut_at_any_block_is_damaged_and_never_another_item() {
    for (String whole : List.of(ITEM, PATRON, PART_WITH_TITLE, STANDARD_EXAMPLE)) {
      byte[] record = hex(whole);
      TagContent full = LibraryTag.judge(ISO, memory(whole));
      for (int blocks = 1; blocks * 4 < record.length; blocks++) {
        byte[] torn = Arrays.copyOf(Arrays.copyOf(record, blocks * 4), 112);
        TagContent content = LibraryTag.judge(ISO, torn);
        assertThat(content)
            .as("%d blocks of %s", blocks, whole)
            .isNotInstanceOf(TagContent.Foreign.class);
        if (!(content instanceof TagContent.Damaged)) {
          assertThat(idOf(content)).as("%d blocks of %s", blocks, whole).isEqualTo(idOf(full));
        }
      }
    }
  }

  private static String idOf(TagContent content) {
    return switch (content) {
      case TagContent.Item item -> item.primaryId();
      case TagContent.PatronCard card -> card.primaryId();
      case TagContent.Blank blank -> blank.toString();
      case TagContent.Foreign foreign -> foreign.reason();
      case TagContent.Damaged damaged -> damaged.reason();
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 00 00 00 3B 79 C4 36 02 01 A0 03 04 1B 80 E6 0F 65 01 10",
        "02 01 A0 11 03 12 D6 87",
        "11 06 1C 68 3B 79 C4 36 11 06 1C 68 3B 79 C4 36",
        "11 7F 1C 68",
        "11 FF 1C 68",
        "11 00 1C 68",
        "11 01 01",
        "91 02 03 12 D6 87 01 00",
        "81 02 62 00",
        "10 01 01"
      })
  void what_breaks_the_rules_is_damaged(String record) {
    assertThat(LibraryTag.judge(ISO, memory(record))).isInstanceOf(TagContent.Damaged.class);
  }

  /// Recorded from real books (dp2, test_logicChip_6 and 7): an owner of no bytes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "91 01 04 01 42 21 4B 00 02 01 B8 03 00 65 01 10 66 01 00 67 01 00",
        "91 02 03 12 D6 87 00 00 02 01 B8 03 00 65 01 10 66 01 00 67 01 00"
      })
  void an_element_of_no_bytes_says_nothing_and_the_number_before_it_stands(String recorded) {
    TagContent item = item(recorded.startsWith("91 01") ? "21111115" : "1234567");
    assertThat(LibraryTag.judge(ISO, memory(recorded))).isEqualTo(item);
    assertThat(LibraryTag.judge(0x00, memory(recorded))).isEqualTo(item);
    assertThat(LibraryTag.wanted(ISO, memory(recorded), 112)).isEqualTo(23);
  }

  /// Recorded from real books (dp2, test_logicChip_1 to 5).
  @Test
  void other_recorded_tags_are_read() {
    for (String end : List.of("CA", "D6", "C6")) {
      String zhiyan =
          "C1 02 07 11 00 B0 C3 0C 30 "
              + end
              + " 00 00 02 03 A8 00 08 83 02 03 D6 59 3F 00 00 25 01 10 37 02 10 40"
              + " 5F 08 05 99 A7 13 06 3F";
      TagContent content = LibraryTag.judge(ISO, memory(zhiyan));
      assertThat(content).isInstanceOf(TagContent.Item.class);
      TagContent.Item item = (TagContent.Item) content;
      assertThat(item.primaryId()).startsWith("DPB00000");
      assertThat(item.owner()).contains("ZYLS");
    }
    assertThat(LibraryTag.judge(ISO, memory("11 03 0A A8 AE"))).isEqualTo(item("698542"));
    assertThat(LibraryTag.judge(ISO, memory("11 03 0A A9 77"))).isEqualTo(item("698743"));
  }

  /// Owner empty, set of nothing, usage of nothing, each followed by something; a shelf that is
  /// none; a local object twice; a title that was cut where the tag ended; a promise of a title
  /// that is not there.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "11 03 12 D6 87 02 01 C0 04 00 03 04 1B 80 E6 0F",
        "11 03 12 D6 87 02 01 E0 14 01 00 05 00 03 04 1B 80 E6 0F",
        "11 03 12 D6 87 02 01 B0 03 04 1B 80 E6 0F 65 01 10 36 03 00 00 01",
        "11 03 12 D6 87 02 02 A0 08 03 04 1B 80 E6 0F 65 01 10 6F 00 01 41 6F 00 01 42",
        "11 03 12 D6 87 02 02 A0 02 03 04 1B 80 E6 0F 65 01 10 6F 02 7F 41 42",
        "11 03 12 D6 87 02 02 A0 02 03 04 1B 80 E6 0F 65 01 10 F6 01 01 41 07",
        "11 03 12 D6 87 02 02 B0 02 03 04 1B 80 E6 0F 65 01 10 66 01 41",
        "11 03 12 D6 87 02 02 A0 02 03 04 1B 80 E6 0F 65 01 10 6F 02 00",
        "11 03 12 D6 87 02 01 A0 03 04 1B 80 E6 0F 65 01 10 65 01 10"
      })
  void what_is_odd_and_decides_nothing_leaves_the_item_as_it_is(String record) {
    assertThat(LibraryTag.judge(ISO, memory(record)))
        .isEqualTo(new TagContent.Item("1234567", Optional.of("CN-NLC"), 1, 1));
  }

  /// Without a list of owners any owner is as good as none; with one, none that cannot be read is
  /// on it.
  @Test
  void an_owner_that_cannot_be_read_is_named_as_such() {
    assertThat(LibraryTag.judge(ISO, memory("11 03 12 D6 87 02 01 A0 03 01 FF 65 01 10")))
        .isEqualTo(new TagContent.Item("1234567", Optional.of(TagContent.UNREADABLE_OWNER), 1, 1));
    assertThat(LibraryTag.judge(ISO, memory("11 03 12 D6 87 02 01 A0 63 01 00 65 01 10")))
        .isEqualTo(item("1234567"));
  }

  /// Each may be the beginning of one that says more: a part of a set, a patron's card.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "11 03 12 D6 87 02 00",
        "11 03 12 D6 87 02 01 20 05 00",
        "11 03 12 D6 87 65 00",
        "11 03 12 D6 87 24 00",
        "11 03 12 D6 87 03 00",
        "11 03 12 D6 87 02 02 C0 02 03 00 24 02 03 00",
        "11 03 12 D6 87 02 01 20 66 01 41",
        "11 03 12 D6 87 02 01 20 65 00 80",
        "11 03 12 D6 87 66 7F",
        "11 03 12 D6 87 02 01 30 24 02 03 01 24 02 03 02 65 01 10"
      })
  void what_may_have_been_cut_where_it_decides_is_damaged(String record) {
    assertThat(LibraryTag.judge(ISO, memory(record))).isInstanceOf(TagContent.Damaged.class);
  }

  @Test
  void no_memory_whatever_its_bytes_throws() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] memory = new byte[random.nextInt(64)];
      random.nextBytes(memory);
      if (memory.length > 0) {
        memory[0] = (byte) (0x11 + (i % 8 << 4));
      }
      assertThat(LibraryTag.judge(i % 2 == 0 ? 6 : 0, memory)).isNotNull();
    }
  }
}
