package org.libstation.circulation;

import java.time.LocalDate;
import java.util.Optional;

/// What a person was told about the fine of a return, on the screen or on paper: by it the person
/// can be put right when the rules change.
///
/// @param due when the loan was due; empty where only the library's own figure was told
/// @param comparison how it stands beside the library's figure
/// @param calendarVersion which state of the calendar it was counted by; empty text for none
/// @param policyVersion which state of the rules it was counted by; empty text for none
public record FineTold(
    Optional<LocalDate> due,
    Money sum,
    Comparison comparison,
    String calendarVersion,
    String policyVersion) {

  /// Whether two figures could be compared, and how they came out.
  public enum Comparison {
    /// The library charged the same for this loan.
    AGREED,
    /// The library charged something else; its figure was told.
    DIFFERED,
    /// The library did not name this loan's own charge.
    NOT_COMPARABLE
  }
}
