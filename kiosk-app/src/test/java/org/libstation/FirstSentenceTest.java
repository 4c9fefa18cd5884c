package org.libstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstSentenceTest {
  private static final List<String> MODULES =
      List.of("device-drivers", "offline-sync", "kiosk-app");

  /// A top-level type with the words before it: those of types within it stand further right.
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)\\A(?:(?!///).*\n)*((?:///.*\n)+)");

  private static final Pattern SENTENCE = Pattern.compile("\\A(.*?[.?:])(?= |\\z)");

  /// Such as `run`, alone or with a word or two before the colon.
  private static final Pattern BARE_WORD = Pattern.compile("`[^`]*`(?:, [^`]*)?[.:]");

  @Test
  void every_type_begins_with_a_sentence_that_is_no_question_and_no_bare_word_of_code()
      throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (String module : MODULES) {
      for (Path file : sources(Path.of("..", module, "src", "main", "java"))) {
        Matcher words = DOCUMENTED.matcher(Files.readString(file));
        if (words.find()) {
          read++;
          String first = first(words.group(1));
          if (first.endsWith("?") || BARE_WORD.matcher(first).matches()) {
            found.add(file + ": " + first);
          }
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
    assertThat(found).isEmpty();
  }

  private static String first(String comment) {
    String text =
        comment.lines().map(line -> line.substring(3).strip()).collect(Collectors.joining(" "));
    Matcher sentence = SENTENCE.matcher(text);
    return sentence.find() ? sentence.group(1) : text;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }
}
