package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another item's name in a record of ISO 28560-2: what else stands there stays.
class RewriteTest {
  private static final int ISO = 0x06;
  private static final String STANDARD_EXAMPLE =
      "91 00 05 1C BE 99 1A 14 02 01 D0 14 02 04 B3 46 07 44 1C B6"
          + " E2 E3 35 D6 83 02 07 AC C0 9E BA A0 6F 6B 00 00";
  private static final String WITH_TITLE =
      "11 06 1C 68 3B 79 C4 36 02 02 E0 02 03 0A 1B 81 E1 10 10 8A 1A C7 30 7F"
          + " 24 02 03 01 65 01 10 7F 02 09 E7 BA A2 E6 A5 BC E6 A2 A6";

  /// With an OID of the future (200), an octet string of nobody's and a GS1 number.
  private static final String WITH_UNKNOWN =
      "11 06 1C 68 3B 79 C4 36 6F B9 03 01 02 03 1D 06 0B 48 16 67 C9 A4 65 01 10 00";

  private static byte[] memory(String text) {
    return Arrays.copyOf(HexFormat.of().parseHex(text.replace(" ", "")), 112);
  }

  private static byte[] rewritten(String record, TagContent.Item to) {
    TagRewrite rewrite = LibraryTag.rewrite(new TagMemory(ISO, memory(record), 112, 4), to);
    assertThat(rewrite).isInstanceOf(TagRewrite.Bytes.class);
    assertThat(((TagRewrite.Bytes) rewrite).dsfid()).isEqualTo(ISO);
    return ((TagRewrite.Bytes) rewrite).bytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {STANDARD_EXAMPLE, WITH_TITLE, WITH_UNKNOWN})
  void a_record_that_says_so_already_is_the_same_byte_for_byte(String record) {
    byte[] memory = memory(record);
    TagContent.Item now = (TagContent.Item) LibraryTag.judge(ISO, memory);
    byte[] same = rewritten(record, now);
    assertThat(same).isEqualTo(Arrays.copyOf(memory, same.length));
    assertThat(memory[same.length]).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {STANDARD_EXAMPLE, WITH_TITLE, WITH_UNKNOWN})
  void every_other_object_stays_and_padding_ends_on_a_block_again(String record) throws Exception {
    TagContent.Item to = new TagContent.Item("TS0012345", Optional.of("HK-CUHK"), 4, 2);
    byte[] written = rewritten(record, to);
    assertThat(LibraryTag.judge(ISO, Arrays.copyOf(written, 112))).isEqualTo(to);
    TagRecord after = TagRecord.parse(written);
    List<Integer> changed = List.of(1, 2, 3, 4);
    int offset = 0;
    for (TagElement element : after.elements()) {
      offset += element.encode().length;
      if (element.pads() >= 0) {
        assertThat(offset % 4).as("element %d", element.oid()).isZero();
      }
    }
    for (TagElement before : TagRecord.parse(memory(record)).elements()) {
      if (!changed.contains(before.oid())) {
        assertThat(after.element(before.oid())).contains(before);
      }
    }
  }

  /// A real book's tag, its owner of no bytes; and one whose title was cut where the tag ended.
  @Test
  void what_is_odd_in_a_record_that_can_be_read_does_not_hinder_it() throws Exception {
    TagContent.Item to = new TagContent.Item("TS0012345", Optional.of("HK-CUHK"), 4, 2);
    byte[] real =
        rewritten("91 01 04 01 42 21 4B 00 02 01 B8 03 00 65 01 10 66 01 00 67 01 00", to);
    assertThat(LibraryTag.judge(ISO, Arrays.copyOf(real, 112))).isEqualTo(to);
    assertThat(TagRecord.parse(real).element(7)).isPresent();
    byte[] cut = rewritten("11 03 12 D6 87 02 02 A0 02 03 01 FF 65 01 10 6F 02 7F 41 42", to);
    assertThat(LibraryTag.judge(ISO, Arrays.copyOf(cut, 112))).isEqualTo(to);
    assertThat(TagRecord.parse(cut).element(5)).isPresent();
  }

  @Test
  void a_real_book_whose_owner_is_of_no_bytes_keeps_it_where_no_owner_is_named() throws Exception {
    String real = "91 01 04 01 42 21 4B 00 02 01 B8 03 00 65 01 10 66 01 00 67 01 00";
    byte[] same = rewritten(real, (TagContent.Item) LibraryTag.judge(ISO, memory(real)));
    assertThat(same).isEqualTo(Arrays.copyOf(memory(real), same.length));
  }

  @Test
  void an_item_that_is_no_set_any_more_loses_its_set_information() throws Exception {
    TagContent.Item to = new TagContent.Item("31234000012342", Optional.empty(), 1, 1);
    TagRecord after = TagRecord.parse(rewritten(WITH_TITLE, to));
    assertThat(after.element(TagElement.SET_INFORMATION)).isEmpty();
    assertThat(after.element(TagElement.OWNER)).isPresent();
    assertThat(after.element(TagElement.CONTENT_PARAMETER).orElseThrow().bytes())
        .isEqualTo(new byte[] {(byte) 0xA0, 0x02});
  }

  @Test
  void a_blank_or_half_written_tag_gets_a_new_record() {
    TagContent.Item to = new TagContent.Item("31234000012342", Optional.of("CN-NLC"), 1, 1);
    for (String before :
        List.of("00", "00 00 00 00 3B 79 C4 36 02 01", "11 06 1C 68 3B 79 C4 36 02 01 A0 03")) {
      assertThat(rewritten(before, to)).isEqualTo(LibraryTag.encode(to));
    }
    byte[] danishTorn = new byte[112];
    danishTorn[5] = 1;
    TagRewrite anew =
        LibraryTag.rewrite(
            new TagMemory(0x3E, danishTorn, 112, 4),
            new TagContent.Item("7", Optional.empty(), 1, 1));
    assertThat(anew)
        .isInstanceOfSatisfying(
            TagRewrite.Bytes.class, it -> assertThat(it.dsfid()).isEqualTo(0x3E));
  }

  @Test
  void what_is_not_ours_or_does_not_fit_is_refused() {
    TagContent.Item to = new TagContent.Item("31234000012342", Optional.of("CN-NLC"), 1, 1);
    byte[] foreign = memory("DE AD BE EF");
    assertThat(LibraryTag.rewrite(new TagMemory(0x21, foreign, 112, 4), to))
        .isInstanceOfSatisfying(
            TagRewrite.TagRewriteRefused.class, it -> assertThat(it.code()).isEqualTo("DT18"));
    byte[] card = LibraryTag.encode(new TagContent.PatronCard("21234000056788"), Optional.empty());
    assertThat(LibraryTag.rewrite(new TagMemory(ISO, card, 32, 4), to))
        .isInstanceOfSatisfying(
            TagRewrite.TagRewriteRefused.class, it -> assertThat(it.code()).isEqualTo("DT18"));
    TagContent.Item longer = new TagContent.Item("x".repeat(40), Optional.of("CN-NLC"), 1, 1);
    assertThat(LibraryTag.rewrite(new TagMemory(ISO, new byte[32], 32, 4), longer))
        .isInstanceOfSatisfying(
            TagRewrite.TagRewriteRefused.class, it -> assertThat(it.code()).isEqualTo("DT15"));
  }

  /// A small tag (ICODE SLI-L, 8 blocks): 32 bytes hold an item of this library.
  @Test
  void an_item_fits_into_a_tag_of_32_bytes() {
    TagContent.Item to =
        new TagContent.Item("31234000012342", Optional.of("CN-110108-1-NLC"), 3, 2);
    TagRewrite written = LibraryTag.rewrite(new TagMemory(0x00, new byte[32], 32, 4), to);
    assertThat(written)
        .isInstanceOfSatisfying(
            TagRewrite.Bytes.class,
            it -> assertThat(LibraryTag.judge(ISO, it.wholeBlocks(4, 32))).isEqualTo(to));
  }
}
