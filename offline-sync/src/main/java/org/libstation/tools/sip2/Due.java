package org.libstation.tools.sip2;

import java.time.LocalDate;
import java.util.Optional;

/// A due date (AH) as a central system told it. Compared by days: renewed a minute later, Koha
/// writes other seconds of the same day.
///
/// @param told whether there was one
/// @param day empty when it cannot be read
/// @param shape how it is written
record Due(boolean told, Optional<LocalDate> day, String shape) {

  /// @param form the pattern of this system's due dates; empty = none of its own
  static Due read(String text, String form) {
    return new Due(!text.isBlank(), DueForms.day(text, form), Said.shape(text));
  }

  @Override
  public String toString() {
    return day.map(LocalDate::toString).orElse("'" + shape + "'");
  }
}
