package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// Worn, torn and foreign tags by the thousand: whatever the bytes, there is a judgement.
class TagMutationTest {
  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(200_000);
  private static final long SEED = 20_261_125;
  private static final int[] FORMATS = {0x06, 0x3E, 0x00};

  private static final List<String> RECORDS =
      List.of(
          "11 06 1C 68 3B 79 C4 36 02 01 A0 03 04 1B 80 E6 0F 65 01 10",
          "11 06 13 4F ED 07 D1 D4 02 01 A0 03 04 1B 80 E6 0F 65 01 80",
          "91 00 05 1C BE 99 1A 14 02 01 D0 14 02 04 B3 46 07 44 1C B6"
              + " E2 E3 35 D6 83 02 07 AC C0 9E BA A0 6F 6B 00 00",
          "11 06 1C 68 3B 79 C4 36 02 02 E0 02 03 0A 1B 81 E1 10 10 8A 1A C7 30 7F"
              + " 24 02 03 01 65 01 10 7F 02 09 E7 BA A2 E6 A5 BC E6 A2 A6",
          "91 01 04 01 42 21 4B 00 02 01 B8 03 00 65 01 10 66 01 00 67 01 00",
          "11 03 12 D6 87 02 02 A0 02 03 04 1B 80 E6 0F 65 01 10 6F 02 7F 41 42",
          "11 06 1C 68 3B 79 C4 36 00",
          "41 07 51 3C 30 C7 2C F4 D6",
          "21 05 00 12 34 56 78",
          "91 02 03 12 D6 87 00 00",
          "11 01 01 31 31 32 32 33 33 34 34 00 00 00 00 00 00 00 00 51 3E 44 45 37 30 35 00 00 00"
              + " 00 00 00",
          "18 01 01 32 31 32 33 34 30 30 30 30 35 36 37 38 38 00 00 03 9A 43 4E 31 31 30 31 30 38"
              + " 00 00 00 00 00 05 01 00 06 02 09 04 00 52 44 72 65 61 6D 00",
          "04 11 00 01 33 31 32 33 34 30 30 30 30 31 32 33 34 32 00 00 00 00 00 01 00 00 00 00");

  private static List<byte[]> corpus() {
    List<byte[]> corpus = new ArrayList<>();
    for (String record : RECORDS) {
      byte[] bytes = HexFormat.of().parseHex(record.replace(" ", ""));
      corpus.add(bytes);
      corpus.add(Arrays.copyOf(bytes, 112));
      corpus.add(DanishTag.turn(Arrays.copyOf(bytes, 112)));
    }
    return corpus;
  }

  private static void judge(int count) {
    Mutations.feed(corpus(), SEED, count, TagMutationTest::judgesAlike);
  }

  /// As much of it as is wanted is judged as the whole is.
  private static void judgesAlike(byte[] memory) {
    for (int dsfid : FORMATS) {
      TagContent whole = LibraryTag.judge(dsfid, memory);
      int seen = 0;
      int wanted = Math.min(8, memory.length);
      while (seen < wanted) {
        seen = wanted;
        wanted = LibraryTag.wanted(dsfid, Arrays.copyOf(memory, seen), memory.length);
        assertThat(wanted).isLessThanOrEqualTo(Math.max(seen, memory.length));
      }
      TagContent part = LibraryTag.judge(dsfid, Arrays.copyOf(memory, seen));
      if (whole instanceof TagContent.Damaged) {
        assertThat(part).isInstanceOf(TagContent.Damaged.class);
      } else {
        assertThat(part).isEqualTo(whole);
      }
    }
  }

  private static void rewrite(int count) {
    TagContent.Item to = new TagContent.Item("TS0012345", Optional.of("HK-CUHK"), 4, 2);
    Mutations.feed(corpus(), SEED + 1, count, memory -> rewritten(memory, to));
  }

  private static void rewritten(byte[] memory, TagContent.Item to) {
    for (int dsfid : FORMATS) {
      switch (LibraryTag.rewrite(new TagMemory(dsfid, memory, memory.length, 4), to)) {
        case TagRewrite.TagRewriteRefused refused -> assertThat(refused.code()).matches("DT1[58]");
        case TagRewrite.Bytes bytes -> {
          assertThat(bytes.bytes().length).isLessThanOrEqualTo(memory.length);
          byte[] after = memory.clone();
          byte[] whole = bytes.wholeBlocks(1, memory.length);
          System.arraycopy(whole, 0, after, 0, whole.length);
          assertThat(LibraryTag.judge(bytes.dsfid(), after)).isEqualTo(to);
        }
      }
    }
  }

  private static void unpack(int count, Consumer<byte[]> unpacking) {
    List<byte[]> packed =
        List.of("1C68", "0A23A0", "441CB6E2E335D6", "C4C59336", "E7BAA2", "ACC09EBAA06F6B").stream()
            .map(HexFormat.of()::parseHex)
            .toList();
    Mutations.feed(packed, SEED + 2, count, unpacking);
  }

  private static void unpackAll(byte[] data) {
    for (Compaction scheme : Compaction.values()) {
      try {
        assertThat(scheme.unpack(data).length()).isLessThanOrEqualTo(3 * data.length + 1);
      } catch (MalformedTagException e) {
        assertThat(e.reason()).isNotBlank();
      }
    }
    try {
      assertThat(Isil.decode(data)).isNotEmpty();
    } catch (MalformedTagException e) {
      assertThat(e.reason()).isNotBlank();
    }
  }

  @Test
  void every_damaged_memory_is_judged_and_as_much_as_is_wanted_is_judged_alike() {
    judge(QUICK);
  }

  @Test
  void every_damaged_memory_is_rewritten_to_what_was_asked_or_refused() {
    rewrite(QUICK);
  }

  @Test
  void every_damaged_element_is_unpacked_or_refused() {
    unpack(QUICK, TagMutationTest::unpackAll);
  }

  @Test
  @Tag("full")
  void very_many_damaged_memories_are_judged() {
    judge(FULL);
  }

  @Test
  @Tag("full")
  void very_many_damaged_memories_are_rewritten_or_refused() {
    rewrite(FULL);
  }

  @Test
  @Tag("full")
  void very_many_damaged_elements_are_unpacked_or_refused() {
    unpack(FULL, TagMutationTest::unpackAll);
  }
}
