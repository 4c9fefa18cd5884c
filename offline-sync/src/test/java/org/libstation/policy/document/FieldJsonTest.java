package org.libstation.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

final class FieldJsonTest {
  private record Head(String name, int count) {}

  private record Letter(Head head, Map<String, String> more) {}

  private static final FieldJson<Letter> JSON =
      new FieldJson<>(
          FieldTable.withOthers(
              Letter::new,
              FieldTable.component(
                  Letter::head,
                  FieldTable.of(
                      Head::new,
                      FieldTable.text("name", Head::name),
                      FieldTable.component("count", Head::count, FieldText.INTEGER))),
              Letter::more));

  @Test
  void members_are_texts_in_the_order_of_the_table_and_others_follow_by_name() {
    Letter letter = new Letter(new Head("a \"b\"", 2), Map.of("z", "1", "c", "書"));
    String text = "{\"name\":\"a \\\"b\\\"\",\"count\":\"2\",\"c\":\"書\",\"z\":\"1\"}";
    assertThat(JSON.write(letter)).isEqualTo(text);
    assertThat(JSON.read(text)).contains(letter);
  }

  @Test
  void another_member_takes_no_place_of_the_records_own() {
    Letter letter = new Letter(new Head("a", 2), Map.of("count", "3"));
    assertThat(JSON.write(letter)).isEqualTo("{\"name\":\"a\",\"count\":\"2\"}");
  }

  @Test
  void what_lacks_a_member_or_has_one_that_cannot_be_read_is_empty() {
    assertThat(JSON.read("{\"name\":\"a\"}")).isEmpty();
    assertThat(JSON.read("{\"name\":\"a\",\"count\":\"two\"}")).isEmpty();
    assertThat(JSON.read("{\"name\":\"a\",\"count\":2}")).isEmpty();
    assertThat(JSON.read("[]")).isEmpty();
  }
}
