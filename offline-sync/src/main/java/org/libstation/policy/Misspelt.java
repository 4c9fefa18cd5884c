package org.libstation.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the known name that was probably meant.
final class Misspelt {
  /// Most wrong letters in a name; of shorter names every third letter may be wrong.
  private static final int MOST_WRONG = 3;

  private static final int LETTERS_A_FAULT = 3;
  private static final int LONGEST = 60;

  private Misspelt() {}

  /// @return the known name that differs least; empty if all differ too much
  static Optional<String> nearest(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String small = written.toLowerCase(Locale.ROOT);
    int most = Math.min(MOST_WRONG, Math.max(1, written.length() / LETTERS_A_FAULT));
    return known.stream()
        .filter(name -> faults(small, name.toLowerCase(Locale.ROOT)) <= most)
        .min(
            Comparator.comparingInt((String name) -> faults(small, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Number of letters to insert, remove or change (the distance of Levenshtein, 1965).
  private static int faults(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
