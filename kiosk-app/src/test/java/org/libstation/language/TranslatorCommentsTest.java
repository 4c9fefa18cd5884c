package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A translator reads above each line what its places hold. Weblate shows the `#` lines directly
/// above a key as the description of that key.
class TranslatorCommentsTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("../config/texts"), Path.of("../config/bench"));
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

  @Test
  void each_place_of_each_english_line_is_explained_above_it_with_an_example() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path file : english()) {
      findings.addAll(unexplained(file.getFileName().toString(), Files.readAllLines(file)));
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void each_file_and_each_group_begins_with_a_comment() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path file : english()) {
      boolean begins = true;
      for (String line : Files.readAllLines(file)) {
        if (begins && !line.isBlank() && !line.startsWith("#")) {
          findings.add(file.getFileName() + ": " + line);
        }
        begins = line.isBlank();
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void a_place_without_words_or_without_an_example_is_found() {
    assertThat(unexplained("x", List.of("# {0}: a count, such as 3", "a = {0} books"))).isEmpty();
    assertThat(unexplained("x", List.of("# {0}: a count", "a = {0} books")))
        .containsExactly("x: a lacks {0}");
    assertThat(unexplained("x", List.of("# {0}: a count, such as 3", "a = {0} of {1}")))
        .containsExactly("x: a lacks {1}");
    assertThat(unexplained("x", List.of("# {0}: a count, such as 3", "b = {0}", "a = {0}")))
        .containsExactly("x: a lacks {0}");
  }

  private static List<Path> english() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(file -> file.toString().endsWith(".en.properties")).forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(10);
    return files;
  }

  /// Keys whose comment, directly above the line, does not explain each place.
  private static List<String> unexplained(String name, List<String> lines) {
    List<String> findings = new ArrayList<>();
    String comment = "";
    for (String line : lines) {
      if (line.startsWith("#")) {
        comment += line.substring(1);
        continue;
      }
      String explained = comment;
      comment = "";
      String[] parts = line.split(" = ", 2);
      for (String place :
          PLACE
              .matcher(parts[parts.length - 1])
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new))) {
        if (!Pattern.compile(Pattern.quote(place) + ": [^{}]+\\bsuch as\\b")
            .matcher(explained)
            .find()) {
          findings.add(name + ": " + parts[0] + " lacks " + place);
        }
      }
    }
    return findings;
  }
}
