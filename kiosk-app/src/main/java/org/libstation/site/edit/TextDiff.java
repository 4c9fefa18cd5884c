package org.libstation.site.edit;

import java.util.ArrayList;
import java.util.List;

/// Compares two texts line by line.
public final class TextDiff {
  private static final int CONTEXT = 2;

  /// Limit of compared line pairs. Larger changes appear as one removed and one added block.
  private static final long MOST = 4_000_000;

  private TextDiff() {}

  /// Kind of a line in a comparison.
  public enum DiffKind {
    SAME,
    REMOVED,
    ADDED,
    /// Unchanged lines that are not shown.
    GAP
  }

  /// @param number the line, from 1: in the old text if removed, else in the new one; 0 for a gap
  public record DiffLine(DiffKind kind, int number, String text) {}

  /// Returns the changed lines with two lines of context; empty if nothing differs. The lines shown
  /// may differ from those compared, so that secrets stay masked.
  ///
  /// @param shownBefore as many lines as `before` has
  /// @param shownAfter as many lines as `after` has
  public static List<DiffLine> of(
      String before, String after, List<String> shownBefore, List<String> shownAfter) {
    List<DiffLine> whole =
        whole(before.lines().toList(), after.lines().toList(), shownBefore, shownAfter);
    boolean[] near = new boolean[whole.size()];
    for (int i = 0; i < whole.size(); i++) {
      if (whole.get(i).kind() != DiffKind.SAME) {
        for (int j = Math.max(0, i - CONTEXT); j <= Math.min(whole.size() - 1, i + CONTEXT); j++) {
          near[j] = true;
        }
      }
    }
    List<DiffLine> shown = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      if (near[i]) {
        shown.add(whole.get(i));
      } else if (!shown.isEmpty() && shown.getLast().kind() != DiffKind.GAP) {
        shown.add(new DiffLine(DiffKind.GAP, 0, ""));
      }
    }
    if (!shown.isEmpty() && shown.getLast().kind() == DiffKind.GAP) {
      shown.removeLast();
    }
    return List.copyOf(shown);
  }

  private static List<DiffLine> whole(
      List<String> a, List<String> b, List<String> shownA, List<String> shownB) {
    int head = 0;
    while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
      head++;
    }
    int endA = a.size();
    int endB = b.size();
    while (endA > head && endB > head && a.get(endA - 1).equals(b.get(endB - 1))) {
      endA--;
      endB--;
    }
    List<DiffLine> lines = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      lines.add(new DiffLine(DiffKind.SAME, i + 1, shownB.get(i)));
    }
    int[][] common = common(a.subList(head, endA), b.subList(head, endB));
    int i = head;
    int j = head;
    while (i < endA || j < endB) {
      if (i < endA && j < endB && common.length > 0 && a.get(i).equals(b.get(j))) {
        lines.add(new DiffLine(DiffKind.SAME, j + 1, shownB.get(j)));
        i++;
        j++;
      } else if (i < endA
          && (j == endB
              || common.length == 0
              || common[i + 1 - head][j - head] >= common[i - head][j + 1 - head])) {
        lines.add(new DiffLine(DiffKind.REMOVED, i + 1, shownA.get(i)));
        i++;
      } else {
        lines.add(new DiffLine(DiffKind.ADDED, j + 1, shownB.get(j)));
        j++;
      }
    }
    for (int rest = endB; rest < b.size(); rest++) {
      lines.add(new DiffLine(DiffKind.SAME, rest + 1, shownB.get(rest)));
    }
    return lines;
  }

  /// Lengths of the longest common subsequence from each pair of lines on; empty if the table would
  /// be too large.
  private static int[][] common(List<String> a, List<String> b) {
    if ((long) a.size() * b.size() > MOST) {
      return new int[0][];
    }
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
