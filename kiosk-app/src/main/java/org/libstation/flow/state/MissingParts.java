package org.libstation.flow.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Parts of a set that do not lie there.
///
/// @param total parts the set has
/// @param numbers of those that are missing, rising
public record MissingParts(int total, List<Integer> numbers) {
  public MissingParts {
    numbers = List.copyOf(numbers);
  }

  public static final MissingParts NONE = new MissingParts(1, List.of());

  /// @param total parts the set has; 1 when it is none
  /// @param there the numbers that lie there
  public static MissingParts of(int total, Collection<Integer> there) {
    return new MissingParts(
        total,
        IntStream.rangeClosed(1, total).filter(part -> !there.contains(part)).boxed().toList());
  }

  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  public MissingParts without(int part) {
    return new MissingParts(total, numbers.stream().filter(number -> number != part).toList());
  }

  /// The numbers, those in a row drawn together: `2`, `4–9`.
  public List<String> runs() {
    List<String> runs = new ArrayList<>();
    int at = 0;
    while (at < numbers.size()) {
      int end = at;
      while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
        end++;
      }
      runs.add(at == end ? "" + numbers.get(at) : numbers.get(at) + "–" + numbers.get(end));
      at = end + 1;
    }
    return runs;
  }

  /// For staff pages and logs; empty when none is missing.
  public String words() {
    if (numbers.isEmpty()) {
      return "";
    }
    String parts = String.join(", ", runs());
    return numbers.size() == 1
        ? "part %s of %d is missing".formatted(parts, total)
        : "parts %s of %d are missing".formatted(parts, total);
  }
}
