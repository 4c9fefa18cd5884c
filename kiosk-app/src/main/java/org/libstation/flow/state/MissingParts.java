package org.libstation.flow.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;

/// Parts of a set that were not read.
///
/// @param total number of parts in the set
/// @param numbers numbers of the missing parts, ascending
public record MissingParts(int total, List<Integer> numbers) {
  public MissingParts {
    numbers = List.copyOf(numbers);
  }

  public static final MissingParts NONE = new MissingParts(1, List.of());

  /// Returns the parts of a set that are not among those that were read.
  ///
  /// @param total number of parts in the set; 1 if the item is not a set
  /// @param there numbers of the parts that were read
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

  /// Returns the numbers as text, with consecutive ones joined to a range: `2`, `4–9`.
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

  /// Returns the note for staff; empty if no part is missing.
  public Optional<TaskNote> note() {
    return Optional.of(String.join(", ", runs()))
        .filter(_ -> !isEmpty())
        .map(
            parts ->
                TaskNote.of(
                    numbers.size() == 1 ? TaskNoteCode.PART_MISSING : TaskNoteCode.PARTS_MISSING,
                    parts,
                    total));
  }
}
