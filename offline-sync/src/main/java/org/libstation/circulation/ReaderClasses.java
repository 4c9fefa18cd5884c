package org.libstation.circulation;

import java.util.Optional;

/// Finds the library's patron class of a reader. Fines may differ between classes.
@FunctionalInterface
public interface ReaderClasses {

  /// A library without patron classes.
  ReaderClasses NONE = (_, _) -> Optional.of("");

  /// @param card the reader's card, if known
  /// @param told the central system's word for this kind of patron, from the field that the site's
  ///   settings name; empty if it sent none
  /// @return the class; empty text if the reader belongs to none; empty if it cannot be determined
  Optional<String> of(Optional<PatronId> card, Optional<String> told);
}
