package org.libstation.tools.sip2;

import java.time.LocalDate;
import java.util.Optional;

/// A due date (AH) as the central system sent it. Due dates are compared by day: if an item is
/// renewed a minute later, Koha writes other seconds of the same day.
///
/// @param told whether the answer had a due date
/// @param day empty if it cannot be read
/// @param shape the text with letters as x and digits as 9 ([Said#shape])
record Due(boolean told, Optional<LocalDate> day, String shape) {

  /// @param form date pattern of this central system; empty if it uses a standard form
  static Due read(String text, String form) {
    return new Due(!text.isBlank(), DueForms.day(text, form), Said.shape(text));
  }

  @Override
  public String toString() {
    return day.map(LocalDate::toString).orElse("'" + shape + "'");
  }
}
