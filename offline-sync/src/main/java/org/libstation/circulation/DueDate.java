package org.libstation.circulation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// A due date as the central system gave it (SIP2 AH is free text).
///
/// @param verbatim the text as received
/// @param at its meaning in the central system's zone; empty if the text could not be read
public record DueDate(String verbatim, Optional<LocalDateTime> at) {

  public static DueDate of(LocalDateTime at) {
    return new DueDate(at.toString(), Optional.of(at));
  }

  public Optional<LocalDate> day() {
    return at.map(LocalDateTime::toLocalDate);
  }

  /// Whether both dates mean the same moment. If one of them could not be read, their texts must be
  /// equal.
  public boolean sameAs(DueDate other) {
    if (at.isPresent() && other.at.isPresent()) {
      return at.equals(other.at);
    }
    return verbatim.strip().equals(other.verbatim.strip());
  }
}
