package org.libstation.journal.sqlite.pages;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Checks whether a table can be walked from its root to each of its leaves. The row numbers must
/// rise and stay within the bounds on the inner pages. Only then is it certain that no row is
/// missing.
public final class TableTree {
  /// No tree of ours is deeper, because each level multiplies the rows by hundreds.
  private static final int DEEPEST = 20;

  private final Snapshot file;
  private final Set<Integer> seen = new HashSet<>();
  private final Set<Long> rows = new HashSet<>();
  private long last = Long.MIN_VALUE;

  private TableTree(Snapshot file) {
    this.file = file;
  }

  /// Returns the numbers of all rows; empty if a page of the tree is missing or damaged.
  public static Optional<Set<Long>> rows(Snapshot file, int root) {
    TableTree tree = new TableTree(file);
    return tree.walk(root, Long.MAX_VALUE, 0) ? Optional.of(tree.rows) : Optional.empty();
  }

  private boolean walk(int number, long upTo, int depth) {
    if (depth > DEEPEST || !seen.add(number)) {
      return false;
    }
    Optional<TreePage> page = file.page(number).flatMap(b -> TreePage.read(file, number, b));
    if (page.isEmpty() || !page.get().whole()) {
      return false;
    }
    return switch (page.get().kind()) {
      case INDEX -> false;
      case TABLE_LEAF -> page.get().rows().stream().allMatch(row -> follows(row.number(), upTo));
      case TABLE_INNER -> {
        for (TreePage.ChildPage child : page.get().children()) {
          if (!walk(child.page(), Math.min(child.upTo(), upTo), depth + 1)) {
            yield false;
          }
        }
        yield true;
      }
    };
  }

  private boolean follows(long row, long upTo) {
    boolean rises = row > last && row <= upTo;
    last = row;
    rows.add(row);
    return rises;
  }
}
