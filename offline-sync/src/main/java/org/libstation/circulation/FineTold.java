package org.libstation.circulation;

import java.time.LocalDate;
import java.util.Optional;

/// What a person was told about the fine of a return, on the screen or on paper. It allows a
/// correction when the rules change.
///
/// @param due when the loan was due; empty if only the library's figure was told
/// @param comparison how the sum compares with the library's figure
/// @param calendarVersion version of the calendar by which it was counted; empty text for none
/// @param policyVersion version of the rules by which it was counted; empty text for none
public record FineTold(
    Optional<LocalDate> due,
    Money sum,
    Comparison comparison,
    String calendarVersion,
    String policyVersion) {

  /// Whether the two figures could be compared, and with what result.
  public enum Comparison {
    /// The library's charge for this loan is the same.
    AGREED,
    /// The library charged another sum, and the patron was told that sum.
    DIFFERED,
    /// The library did not report a charge for this loan.
    NOT_COMPARABLE
  }
}
