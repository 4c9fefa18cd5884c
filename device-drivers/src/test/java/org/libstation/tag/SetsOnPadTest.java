package org.libstation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.tag.SetsOnPad.Completeness;

class SetsOnPadTest {
  private static final Optional<String> OURS = Optional.of("HK-SEL");

  private static TagContent part(String id, int total, int ordinal) {
    return new TagContent.Item(id, OURS, total, ordinal);
  }

  @Test
  void a_set_is_complete_when_each_part_lies_there_once() {
    assertThat(SetsOnPad.of(List.of(part("A", 3, 2), part("A", 3, 3), part("A", 3, 1))).items())
        .containsExactly(new Completeness.Complete("A", OURS, 3));
    assertThat(SetsOnPad.of(List.of(part("B", 1, 1))).items())
        .containsExactly(new Completeness.Complete("B", OURS, 1));
    assertThat(SetsOnPad.of(List.of()).items()).isEmpty();
  }

  @Test
  void the_missing_parts_are_named() {
    Completeness.Incomplete incomplete = new Completeness.Incomplete("A", OURS, 4, List.of(1, 3));
    assertThat(SetsOnPad.of(List.of(part("A", 4, 2), part("A", 4, 4))).items())
        .containsExactly(incomplete);
    assertThat(incomplete.present()).isEqualTo(2);
  }

  @Test
  void parts_of_another_set_are_foreign_and_whole_items_are_not() {
    SetsOnPad pad =
        SetsOnPad.of(List.of(part("A", 2, 1), part("B", 3, 2), part("A", 2, 2), part("C", 1, 1)));
    assertThat(pad.foreignTo("A"))
        .containsExactly(new Completeness.Incomplete("B", OURS, 3, List.of(1, 3)));
    assertThat(pad.of("A")).containsExactly(new Completeness.Complete("A", OURS, 2));
  }

  @Test
  void the_same_number_of_another_library_is_another_item() {
    TagContent theirs = new TagContent.Item("A", Optional.of("DK-718500"), 2, 2);
    SetsOnPad pad = SetsOnPad.of(List.of(part("A", 2, 1), theirs));
    assertThat(pad.of("A"))
        .containsExactly(
            new Completeness.Incomplete("A", OURS, 2, List.of(2)),
            new Completeness.Incomplete("A", Optional.of("DK-718500"), 2, List.of(1)));
  }

  @Test
  void a_part_twice_or_sets_of_different_size_contradict_each_other() {
    assertThat(SetsOnPad.of(List.of(part("A", 2, 1), part("A", 2, 1))).items())
        .singleElement()
        .isInstanceOf(Completeness.Contradictory.class);
    assertThat(SetsOnPad.of(List.of(part("A", 2, 1), part("A", 3, 2))).items())
        .singleElement()
        .isInstanceOf(Completeness.Contradictory.class);
  }

  @Test
  void what_is_no_item_does_not_count() {
    assertThat(
            SetsOnPad.of(
                    List.of(
                        new TagContent.PatronCard("2"),
                        new TagContent.Blank(),
                        new TagContent.Foreign("x"),
                        new TagContent.Damaged("x")))
                .items())
        .isEmpty();
  }

  /// The parts of one set as they lie in tags of either format.
  @Test
  void both_formats_are_judged_alike() {
    String danish =
        "11 03 02 33 31 32 33 34 30 30 30 30 31 32 33 34 32 00 00 83 35 43 4E 31 31 30 31 30 38";
    byte[] second = Arrays.copyOf(HexFormat.of().parseHex(danish.replace(" ", "")), 112);
    Optional<String> owner = Optional.of("CN-110108");
    byte[] first = LibraryTag.encode(new TagContent.Item("31234000012342", owner, 3, 1));
    SetsOnPad pad =
        SetsOnPad.of(List.of(LibraryTag.judge(0x06, first), LibraryTag.judge(0x3E, second)));
    assertThat(pad.items())
        .containsExactly(new Completeness.Incomplete("31234000012342", owner, 3, List.of(3)));
  }
}
