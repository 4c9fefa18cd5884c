package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ISO 28560-3 and the old layout of 3M against records of other encoders.
class DanishTagTest {
  private static final int DANISH = 0x3E;
  private static final String ITEM =
      "11 01 01 33 31 32 33 34 30 30 30 30 31 32 33 34 32 00 00 D1 22 43 4E 31 31 30 31 30 38 00 00 00";
  private static final String PATRON =
      "18 01 01 32 31 32 33 34 30 30 30 30 35 36 37 38 38 00 00 03 9A 43 4E 31 31 30 31 30 38 00 00 00";
  private static final TagContent.Item CONTENT =
      new TagContent.Item("31234000012342", Optional.of("CN-110108"), 1, 1);

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] memory(String text) {
    return Arrays.copyOf(hex(text), 112);
  }

  private static TagContent.Item item(String id, String owner) {
    return new TagContent.Item(id, Optional.of(owner), 1, 1);
  }

  /// Two records of independent encoders and two by the rules, in either order of bytes, with and
  /// without the declaration.
  @ParameterizedTest
  @CsvSource({
    "'11 01 01 31 31 32 32 33 33 34 34 00 00 00 00 00 00 00 00 51 3E 44 45 37 30 35 00 00 00 00 00 00',"
        + "11223344,DE-705",
    "'11 01 01 31 30 30 30 30 30 30 31 33 36 00 00 00 00 00 00 36 15 44 4B 37 31 38 35 30 30 00 00 00',"
        + "1000000136,DK-718500",
    "'" + ITEM + "',31234000012342,CN-110108"
  })
  void an_item_is_read(String record, String id, String owner) {
    for (int dsfid : new int[] {DANISH, 0x00}) {
      for (byte[] memory : new byte[][] {hex(record), memory(record)}) {
        assertThat(LibraryTag.judge(dsfid, memory)).isEqualTo(item(id, owner));
        assertThat(LibraryTag.judge(dsfid, DanishTag.turn(memory))).isEqualTo(item(id, owner));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"01,A2 2E", "02,83 35", "03,9C 3C"})
  void the_parts_of_a_set_are_read_and_written(String part, String crc) {
    String record = ITEM.replace("11 01 01", "11 03 " + part).replace("D1 22", crc);
    int ordinal = Integer.parseInt(part);
    TagContent.Item content =
        new TagContent.Item("31234000012342", Optional.of("CN-110108"), 3, ordinal);
    assertThat(LibraryTag.judge(DANISH, memory(record))).isEqualTo(content);
    assertThat(bytes(LibraryTag.encodeDanish(content, 32))).isEqualTo(hex(record));
    assertThat(Arrays.copyOf(bytes(LibraryTag.encodeDanish(content, 112)), 32))
        .isEqualTo(hex(record));
  }

  @Test
  void a_patron_card_is_told_from_an_item() {
    assertThat(LibraryTag.judge(DANISH, memory(PATRON)))
        .isEqualTo(new TagContent.PatronCard("21234000056788"));
  }

  @Test
  void one_tag_for_a_whole_set_is_no_part() {
    byte[] record =
        bytes(LibraryTag.encodeDanish(new TagContent.Item("77", Optional.empty(), 9, 0), 32));
    assertThat(LibraryTag.judge(DANISH, record))
        .isEqualTo(new TagContent.Item("77", Optional.empty(), 1, 1));
  }

  @Test
  void a_wrong_check_sum_is_damage_where_it_is_declared_and_else_no_danish_record() {
    byte[] memory = memory(ITEM);
    memory[5] ^= 1;
    assertThat(LibraryTag.judge(DANISH, memory)).isInstanceOf(TagContent.Damaged.class);
    assertThat(LibraryTag.judge(0x00, memory)).isInstanceOf(TagContent.Foreign.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void another_item_is_written_and_usage_extensions_and_the_order_of_bytes_stay(boolean turned) {
    byte[] memory = Arrays.copyOf(hex(ITEM), 112);
    byte[] extensions = hex("05 01 00 06 02 09 04 00 52 44 72 65 61 6D 00");
    System.arraycopy(extensions, 0, memory, 34, extensions.length);
    byte[] before = turned ? DanishTag.turn(memory) : memory;
    TagContent.Item to = new TagContent.Item("998877", Optional.of("HK-SEL"), 2, 1);
    byte[] written = bytes(LibraryTag.rewrite(new TagMemory(DANISH, before, 112, 4), to));
    assertThat(LibraryTag.judge(DANISH, written)).isEqualTo(to);
    byte[] natural = turned ? DanishTag.turn(written) : written;
    assertThat(natural[0]).isEqualTo((byte) 0x11);
    assertThat(Arrays.copyOfRange(natural, 34, 34 + extensions.length)).isEqualTo(extensions);
  }

  @Test
  void an_identifier_of_more_than_16_bytes_goes_into_the_library_extension() {
    TagContent.Item to =
        new TagContent.Item("ABCDEFGHIJKLMNOPQRSTUVWX", Optional.of("HK-SEL"), 1, 1);
    byte[] memory = Arrays.copyOf(hex(ITEM), 112);
    byte[] title = hex("05 01 00 06 02 09 04 00 52 44 72 65 61 6D 00");
    System.arraycopy(title, 0, memory, 34, title.length);
    byte[] written = bytes(LibraryTag.rewrite(new TagMemory(DANISH, memory, 112, 4), to));
    assertThat(LibraryTag.judge(DANISH, written)).isEqualTo(to);
    assertThat(written[3]).isEqualTo((byte) 0x01);
    assertThat(HexFormat.of().formatHex(written)).contains("0904005244726561" + "6d00");
    assertThat(LibraryTag.rewrite(new TagMemory(DANISH, Arrays.copyOf(hex(ITEM), 32), 32, 4), to))
        .isInstanceOf(TagRewrite.TagRewriteRefused.class);
  }

  @Test
  void an_owner_that_is_no_text_leaves_the_number_as_it_is() {
    byte[] memory = memory(ITEM);
    memory[24] = (byte) 0xFF;
    sealed(memory);
    assertThat(LibraryTag.judge(DANISH, memory))
        .isEqualTo(item("31234000012342", TagContent.UNREADABLE_OWNER));
  }

  /// The second extension is damaged; the library's, behind it, has the identifier.
  @Test
  void an_extension_that_is_damaged_hides_none_behind_it() {
    byte[] memory = memory(ITEM);
    memory[3] = 0x01;
    Arrays.fill(memory, 4, 19, (byte) 0);
    sealed(memory);
    byte[] extensions = hex("09 04 00 53 44 72 65 61 6D 0B 01 00 3C 06 41 42 43 44 45 00 0A 00");
    extensions[12] = 0;
    byte xor = 0;
    for (int i = 9; i < 20; i++) {
      xor ^= extensions[i];
    }
    extensions[12] = xor;
    System.arraycopy(extensions, 0, memory, 34, extensions.length);
    assertThat(LibraryTag.judge(DANISH, memory)).isEqualTo(item("ABCDE", "CN-110108"));
    TagContent.Item to = new TagContent.Item("ABCDEFGHIJKLMNOPQ", Optional.of("HK-SEL"), 1, 1);
    byte[] written = bytes(LibraryTag.rewrite(new TagMemory(DANISH, memory, 112, 4), to));
    assertThat(LibraryTag.judge(DANISH, written)).isEqualTo(to);
    assertThat(HexFormat.of().formatHex(written)).contains("0904005344726561" + "6d");
  }

  private static void sealed(byte[] memory) {
    int crc = DanishTag.crc(DanishTag.crc(0xFFFF, memory, 0, 19), memory, 21, 34);
    memory[19] = (byte) crc;
    memory[20] = (byte) (crc >> 8);
  }

  @Test
  void what_the_model_has_no_room_for_is_refused_with_a_code() {
    byte[] memory = memory(ITEM);
    assertThat(refused(memory, new TagContent.Item("1", Optional.of("OCLC-XYZ"), 1, 1)))
        .isEqualTo("DT18");
    assertThat(refused(memory, new TagContent.Item("1", Optional.empty(), 300, 2)))
        .isEqualTo("DT15");
    assertThat(refused(memory(PATRON), CONTENT)).isEqualTo("DT18");
    assertThat(LibraryTag.encodeDanish(CONTENT, 28))
        .isInstanceOf(TagRewrite.TagRewriteRefused.class);
  }

  private static String refused(byte[] memory, TagContent.Item to) {
    TagRewrite rewrite = LibraryTag.rewrite(new TagMemory(DANISH, memory, memory.length, 4), to);
    assertThat(rewrite).isInstanceOf(TagRewrite.TagRewriteRefused.class);
    return ((TagRewrite.TagRewriteRefused) rewrite).code();
  }

  @Test
  void the_old_layout_of_3m_is_read_and_not_written() {
    String record =
        "04 11 00 01 33 31 32 33 34 30 30 30 30 31 32 33 34 32 00 00 00 00 00 01 00 00 00 00";
    TagContent.Item item = new TagContent.Item("31234000012342", Optional.empty(), 1, 1);
    assertThat(LibraryTag.judge(0x00, memory(record))).isEqualTo(item);
    assertThat(LibraryTag.judge(0x00, memory(record.replace("04 11", "04 23"))))
        .isEqualTo(new TagContent.Item("31234000012342", Optional.empty(), 3, 2));
    assertThat(LibraryTag.rewrite(new TagMemory(0x00, memory(record), 112, 4), item))
        .isInstanceOf(TagRewrite.TagRewriteRefused.class);
    assertThat(LibraryTag.judge(0x00, memory(record.replace("00 01 33", "00 09 33"))))
        .isInstanceOf(TagContent.Foreign.class);
    assertThat(LibraryTag.judge(0x00, memory(record.replace("04 11", "04 32"))))
        .isInstanceOf(TagContent.Foreign.class);
  }

  private static byte[] bytes(TagRewrite rewrite) {
    assertThat(rewrite).isInstanceOf(TagRewrite.Bytes.class);
    return ((TagRewrite.Bytes) rewrite).bytes();
  }
}
