package org.libstation.circulation;

import java.util.Optional;

/// Says of which of the library's patron classes a reader is, by which fines may differ.
@FunctionalInterface
public interface ReaderClasses {

  /// There are none.
  ReaderClasses NONE = (_, _) -> Optional.of("");

  /// @param card where it is known
  /// @param told what the central system calls the patron, in the field that the site names; empty
  ///   when it said nothing
  /// @return empty text for a reader of none, empty when nobody can tell
  Optional<String> of(Optional<PatronId> card, Optional<String> told);
}
