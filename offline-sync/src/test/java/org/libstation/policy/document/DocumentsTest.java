package org.libstation.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.policy.document.Documents.DocumentFault;
import org.libstation.policy.document.Documents.DocumentReading;

class DocumentsTest {
  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void levels_are_bounded_while_a_document_is_scanned(String level) {
    assertThat(only(Documents.read(level.repeat(1_000_000))).words())
        .isEqualTo("there are more than 20 levels");
  }

  @Test
  void twenty_levels_are_read() {
    assertThat(Documents.read("[".repeat(20) + "]".repeat(20)))
        .isInstanceOf(DocumentReading.DocumentRead.class);
    assertThat(only(Documents.read("[".repeat(21) + "]".repeat(21))).words()).contains("levels");
  }

  @Test
  @Tag("full")
  void values_are_bounded() {
    assertThat(only(Documents.read("- a\n".repeat(600_000))).words())
        .isEqualTo("there are more than 500000 values");
  }

  @Test
  void time_is_bounded_in_the_middle_of_a_value() {
    AtomicLong clock = new AtomicLong();
    String text = "a: \"" + " ".repeat(100_000) + "\"\n";
    DocumentReading slow = Documents.read(text, () -> clock.addAndGet(TimeUnit.SECONDS.toNanos(1)));
    assertThat(only(slow).words()).isEqualTo("it takes too long to read");
    assertThat(Documents.read(text, clock::get)).isInstanceOf(DocumentReading.DocumentRead.class);
  }

  /// Line, column and key are told, and never what stands there.
  @ParameterizedTest
  @CsvSource({
    "'a: 1\nb:\n  c: *secret', 3, 'b.c: it is not YAML, column 6: anchors (&) and aliases (*)'",
    "'a:\n  b: 1\n c: secret', 3, 'a.c: it is not YAML, column 2: the indentation'",
    "'a:\n\tb: secret', 2, 'a.b: it is not YAML, column 1: there is a tab'",
    "'a:\n  b: \"secret\n', 3, 'a.b: it is not YAML, column 1: a quote is not closed'",
    "'a: secret: secret', 1, 'a: it is not YAML, column 10: there is a second'",
    "'a: [secret', 1, 'a: it is not YAML'",
    "'a: @secret', 1, 'a: it is not YAML, column 4: a value cannot begin with this sign'"
  })
  void what_is_no_yaml_is_told_by_its_place(String text, int line, String told) {
    DocumentFault fault = only(Documents.read(text.replace("\\n", "\n").replace("\\t", "\t")));
    assertThat(fault.words()).startsWith(told).doesNotContain("secret");
    assertThat(fault.line()).isEqualTo(line);
  }

  @Test
  void a_flat_object_is_read_with_its_escapes() {
    assertThat(FlatJson.read(" { \"a\" : \"x\\n\\u00e9\\\"\\ud83d\\ude00\" ,\n\"b\":\"\" } "))
        .contains(Map.of("a", "x\né\"😀", "b", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "{\"a\":1}",
        "{\"a\":\"b\"",
        "{\"a\":\"b\",}",
        "{\"a\":\"b\"} x",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"a\":{\"b\":\"c\"}}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"b\nc\"}",
        "{\"a\":\"\\u00"
      })
  void whatever_else_it_is_it_is_no_flat_object(String text) {
    assertThat(FlatJson.read(text)).isEqualTo(Optional.empty());
  }

  private static DocumentFault only(DocumentReading reading) {
    assertThat(reading).isInstanceOf(DocumentReading.DocumentFaulty.class);
    return ((DocumentReading.DocumentFaulty) reading).faults().getFirst();
  }
}
