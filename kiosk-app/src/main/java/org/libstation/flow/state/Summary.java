package org.libstation.flow.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A summary says what a visit came to, without anything personal.
///
/// @param borrowed lent, confirmed or not
/// @param toBeConfirmed how many of them are to be confirmed
/// @param notBorrowed refused, or left open
/// @param firstDue the earliest due day of what was lent
/// @param problems what went otherwise than it should at the end, such as a receipt that did not
///   come out; the gravest first
public record Summary(
    int borrowed,
    int toBeConfirmed,
    int notBorrowed,
    int returned,
    int renewed,
    int renewalsAsked,
    Optional<LocalDate> firstDue,
    List<Code> problems) {
  public static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, 0, Optional.empty(), List.of());

  public Summary {
    problems = List.copyOf(problems);
  }

  public boolean empty() {
    return borrowed == 0 && returned == 0 && renewed == 0 && renewalsAsked == 0;
  }

  public Summary with(Code problem) {
    if (problems.contains(problem)) {
      return this;
    }
    List<Code> all = new ArrayList<>(problems);
    all.add(problem);
    return new Summary(
        borrowed, toBeConfirmed, notBorrowed, returned, renewed, renewalsAsked, firstDue, all);
  }
}
