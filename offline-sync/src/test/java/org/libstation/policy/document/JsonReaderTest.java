package org.libstation.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.policy.document.JsonReader.JsonFault;
import org.libstation.policy.document.JsonReader.JsonValue;

/// What strangers send, read or refused.
class JsonReaderTest {

  @Test
  void every_kind_of_value_is_read_in_the_order_it_stands() throws JsonFault {
    assertThat(
            JsonReader.read(
                " {\"b\":\"\\u00e9\\\"\\n"
                    + "\",\"a\":[-3,true,false,null,{}],\"\":9223372036854775807} "))
        .isEqualTo(
            new JsonValue.Members(
                Map.of(
                    "b",
                    new JsonValue.JsonString("\u00e9\"\n"),
                    "a",
                    new JsonValue.JsonArray(
                        List.of(
                            new JsonValue.JsonInteger(-3),
                            new JsonValue.Truth(true),
                            new JsonValue.Truth(false),
                            new JsonValue.JsonNull(),
                            new JsonValue.Members(Map.of()))),
                    "",
                    new JsonValue.JsonInteger(Long.MAX_VALUE))));
    assertThat(((JsonValue.Members) JsonReader.read("{\"z\":1,\"y\":2,\"x\":3}")).values().keySet())
        .containsExactly("z", "y", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,\"a\":2}",
        "1 2",
        "{}{}",
        "]",
        "007",
        "-",
        "+1",
        "1.5",
        "1e3",
        "NaN",
        "9223372036854775808",
        "\"a",
        "\"a\tb\"",
        "\"\\x\"",
        "\"\\u12\"",
        "tru",
        "trueish",
        "// no\n1",
        "\u00a01"
      })
  void what_is_no_such_value_is_refused_with_its_place(String text) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOfSatisfying(
            JsonFault.class, fault -> assertThat(fault.what()).matches("(?s)character \\d+: .+"));
  }

  @Test
  void no_depth_and_no_length_of_a_strangers_text_is_too_much() throws JsonFault {
    assertThat(JsonReader.read("[".repeat(20) + "]".repeat(20)))
        .isInstanceOf(JsonValue.JsonArray.class);
    assertThatThrownBy(() -> JsonReader.read("[".repeat(21) + "]".repeat(21)))
        .isInstanceOf(JsonFault.class);
    assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000))).isInstanceOf(JsonFault.class);
    assertThatThrownBy(() -> JsonReader.read("9".repeat(1_000_000))).isInstanceOf(JsonFault.class);
    String longest = "x".repeat(1_000_000);
    assertThat(JsonReader.read('"' + longest + '"')).isEqualTo(new JsonValue.JsonString(longest));
    assertThat(JsonReader.read("{\"" + longest + "\":1}"))
        .isEqualTo(new JsonValue.Members(Map.of(longest, new JsonValue.JsonInteger(1))));
  }
}
