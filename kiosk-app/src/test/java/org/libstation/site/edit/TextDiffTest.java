package org.libstation.site.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  private static String shown(String before, String after) {
    return TextDiff.of(before, after, before.lines().toList(), after.lines().toList()).stream()
        .map(
            line ->
                switch (line.kind()) {
                      case SAME -> " ";
                      case REMOVED -> "-";
                      case ADDED -> "+";
                      case GAP -> "~";
                    }
                    + line.number()
                    + line.text())
        .collect(Collectors.joining(" "));
  }

  @Test
  void changed_lines_stand_with_their_neighbours() {
    assertThat(shown("a\nb\nc\nd\ne\n", "a\nb\nc\nd\ne\n")).isEmpty();
    assertThat(shown("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n")).isEqualTo(" 1a  2b -3c +3X  4d  5e");
    assertThat(shown("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "X\nb\nc\nd\ne\nf\ng\nh\nY\n"))
        .isEqualTo("-1a +1X  2b  3c ~0  7g  8h -9i +9Y");
    assertThat(shown("a\nb\n", "a\nnew\nb\n")).isEqualTo(" 1a +2new  3b");
    assertThat(shown("", "a\n")).isEqualTo("+1a");
  }

  @Test
  void what_is_shown_may_differ_from_what_is_compared() {
    assertThat(TextDiff.of("pin: 1\n", "pin: 2\n", List.of("pin: •"), List.of("pin: •")))
        .containsExactly(
            new TextDiff.DiffLine(TextDiff.DiffKind.REMOVED, 1, "pin: •"),
            new TextDiff.DiffLine(TextDiff.DiffKind.ADDED, 1, "pin: •"));
  }
}
