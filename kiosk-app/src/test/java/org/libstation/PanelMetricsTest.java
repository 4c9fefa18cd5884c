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

/// What differs with a panel stands in `screen.look`: a view names no pixels for an arrangement.
class PanelMetricsTest {
  /// A choice between lengths: ranks, counts and shares are shorter or lie outside of it.
  private static final String PIXELS = "-?\\d{2,}(\\.\\d+)?";

  private static final String ASKED =
      "(?:arrangement(?:\\(\\))?|how|layouts?(?:\\(\\))?)(?:\\s*\\.\\w+\\(\\))+";

  /// Pixels that have a name in the view itself.
  private static final Pattern CONSTANT = Pattern.compile("double ([A-Z][A-Z_]*) = \\d{2}");

  private static final Pattern NAMED =
      Pattern.compile(
          "(\\w+) = !?[\\w.()\\s]*(?:arrangement|layouts?)(?:\\(\\))?(?:\\s*\\.\\w+\\(\\))+;");

  @Test
  void no_view_chooses_between_pixels_by_the_arrangement() throws IOException {
    List<String> met = new ArrayList<>();
    int views = 0;
    for (Path file : MakesTest.sources()) {
      String place = file.toString();
      if (place.contains("/screen/") && !place.contains("/screen/kit/look/")) {
        views++;
        chosen(MakesTest.withoutComments(Files.readString(file)))
            .forEach(choice -> met.add(file.getFileName() + ": " + choice));
      }
    }
    assertThat(views).as("the rule reads something").isGreaterThan(100);
    assertThat(met).isEmpty();
  }

  @Test
  void such_a_choice_is_found() {
    assertThat(chosen("Box.row(look.arrangement().tight() ? 12 : 20, name);")).hasSize(1);
    assertThat(chosen("Box.row(arrangement.slim()\n  ? Tokens.GAP\n  : 20.5, name);")).hasSize(1);
    assertThat(chosen("boolean low = look.arrangement().keysBelow(); pad(low ? 16 : 17);"))
        .hasSize(1);
    assertThat(chosen("double SIDES = 20; pad(how.tight() ? LEAST : SIDES);")).hasSize(1);
    assertThat(chosen("pad(look.layouts().lists().row().oneLine() ? 12 : 20);")).hasSize(1);
    assertThat(chosen("boolean one = layout.oneLine(); pad(one ? 16 : 17);")).hasSize(1);
    assertThat(chosen("rank(arrangement.keysBelow() ? 2 : 0); pad(large ? 16 : 17);")).isEmpty();
  }

  private static List<String> chosen(String code) {
    // A trait asked for at once, or under the name that a line before gave it.
    List<String> names = new ArrayList<>(List.of(ASKED));
    for (Matcher named = NAMED.matcher(code); named.find(); ) {
      names.add("\\b" + named.group(1));
    }
    String pixels =
        "(?:"
            + Stream.concat(
                    Stream.of(PIXELS),
                    CONSTANT.matcher(code).results().map(found -> found.group(1)))
                .collect(Collectors.joining("|"))
            + ")";
    Pattern choice =
        Pattern.compile(
            "(?:"
                + String.join("|", names)
                + ")\\s*\\?\\s*(?:"
                + PIXELS
                + "\\b|[\\w.()]+\\s*:\\s*"
                + pixels
                + "\\b(?!\\s*[-+*/]))");
    List<String> all = new ArrayList<>();
    for (Matcher met = choice.matcher(code); met.find(); ) {
      all.add(met.group().replaceAll("\\s+", " "));
    }
    return all;
  }
}
