package org.libstation.station.driven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Key;

class KeyWordsTest {
  private static final Path DOCS = Path.of("..", "docs", "developer", "scenarios.md");

  private static Key key(String word, String... argument) throws ScenarioProblem {
    return KeyWords.key(word, Arrays.stream(argument).findFirst());
  }

  @Test
  void what_is_paid_can_be_chosen_typed_and_stopped() throws ScenarioProblem {
    assertThat(key("charge", "2")).isEqualTo(new Key.TurnCharge(1));
    assertThat(key("amount")).isEqualTo(new Key.TypeAmount());
    assertThat(key("pay-all")).isEqualTo(new Key.PayAll());
    assertThat(key("stop")).isEqualTo(new Key.StopPaying());
    assertThatThrownBy(() -> key("charge", "0"))
        .isInstanceOf(ScenarioProblem.class)
        .hasMessage("press charge wants the place of a charge in the list, from 1");
    assertThatThrownBy(() -> key("charge")).hasMessage("press charge wants a word more");
  }

  /// The list of keys in the documentation, which ends with the way to type a letter.
  @Test
  void the_documentation_lists_the_keys_that_there_are() throws IOException {
    Matcher line =
        Pattern.compile("^Keys: (.*?)\\. ", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(DOCS));
    assertThat(line.find()).isTrue();
    assertThat(words(line.group(1).replace("`", ""))).isEqualTo(words(KeyWords.ALL));
    for (String each : words(KeyWords.ALL)) {
      assertThat(known(each.split(" ", 2)[0])).as(each).isTrue();
    }
    assertThat(known("dance")).isFalse();
  }

  /// Whether it is a key, even if this is no argument of it.
  private static boolean known(String word) {
    try {
      Key _ = KeyWords.key(word, Optional.of("?"));
      return true;
    } catch (ScenarioProblem | NumberFormatException told) {
      return !String.valueOf(told.getMessage()).startsWith("there is no key");
    }
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }
}
