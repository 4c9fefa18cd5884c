package org.libstation.tools.sip2;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Date;

/// Finds the date pattern in which a central system writes due dates.
final class DueForms {
  private static final List<String> FORMS =
      List.of(
          "dd/MM/uuuu HH:mm:ss",
          "dd/MM/uuuu HH:mm",
          "dd/MM/uuuu",
          "MM/dd/uuuu HH:mm:ss",
          "MM/dd/uuuu HH:mm",
          "MM/dd/uuuu",
          "MM-dd-uuuu hh:mma",
          "MM-dd-uuuu",
          "dd MMM uuuu HH:mm",
          "dd MMM uuuu");

  /// Longest loan that is considered, in days.
  private static final int LONGEST_DAYS = 400;

  private DueForms() {}

  /// Finds the pattern of a due date. If several patterns fit, they must give the same day within
  /// the longest loan.
  ///
  /// @return the pattern, or an empty text if a standard form fits; empty if the pattern is not
  ///   certain
  static Optional<String> of(String due, LocalDate today) {
    if (day(due, "").isPresent()) {
      return Optional.of("");
    }
    List<String> fitting =
        FORMS.stream()
            .filter(form -> day(due, form).filter(d -> near(d, today)).isPresent())
            .toList();
    boolean one = fitting.stream().map(form -> day(due, form)).distinct().count() == 1;
    return one ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean near(LocalDate day, LocalDate today) {
    return !day.isBefore(today) && day.isBefore(today.plusDays(LONGEST_DAYS));
  }

  /// Reads the day of a due date; empty if it cannot be read.
  ///
  /// @param form date pattern; an empty text for the standard forms
  static Optional<LocalDate> day(String due, String form) {
    return Sip2Date.due(due, ZoneOffset.UTC, form.isEmpty() ? Optional.empty() : Optional.of(form))
        .day();
  }
}
