package org.libstation.station.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.fines.ClosedReason;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Opening.Span;
import org.libstation.flow.state.Opening.Times;
import org.libstation.flow.state.Opening.Today;
import org.libstation.flow.state.Opening.Why;
import org.libstation.policy.OpeningTimes;
import org.libstation.policy.PlaceCalendar;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;

/// Opening hours of the library and other places, by the calendars of a policy.
final class OpeningOfTheDay {
  /// Opening spans read for each place: the current one and the next.
  private static final int SPANS = 2;

  private OpeningOfTheDay() {}

  /// @param places service points to look up; those missing from the policy are left out
  static Opening of(PolicyBundle policy, Instant moment, Collection<String> places) {
    PlaceRules rules = policy.at(moment);
    OpeningTimes library = policy.openingTimes(rules.place().id(), moment);
    LocalDate day = LocalDate.ofInstant(moment, library.zone());
    // A closure until further notice overrides the usual hours, but not a calendar entry for this
    // very day.
    boolean closure =
        rules.suspension(day).filter(stopped -> stopped.restart().isEmpty()).isPresent()
            && library.announced(day).isEmpty();
    Map<String, Times> others = new HashMap<>();
    places.stream()
        .filter(policy.places()::containsKey)
        .forEach(place -> others.put(place, times(policy.openingTimes(place, moment), moment)));
    return closure
        ? new Opening(Optional.empty(), Times.UNKNOWN, others)
        : new Opening(Optional.of(today(library, day)), times(library, moment), others);
  }

  private static Times times(OpeningTimes place, Instant moment) {
    List<Span> spans =
        place.spans(moment, SPANS).stream()
            .map(
                span ->
                    new Span(
                        span.from().atZone(place.zone()).toOffsetDateTime(),
                        span.to().atZone(place.zone()).toOffsetDateTime()))
            .toList();
    return new Times(spans);
  }

  private static Today today(OpeningTimes library, LocalDate day) {
    return switch (library.on(day)) {
      case OpeningTimes.OpeningDay.Closed(var reason) -> new Today.ClosedToday(why(reason));
      case OpeningTimes.OpeningDay.Open open ->
          open.hours()
              .<Today>map(
                  hours ->
                      new Today.HoursToday(
                          hours.opens(), hours.closes(), open.why().map(OpeningOfTheDay::why)))
              .orElseGet(Today.AllDay::new);
    };
  }

  private static Why why(ClosedReason reason) {
    return switch (reason) {
      case HOLIDAY -> Why.HOLIDAY;
      case WEEKLY -> Why.WEEKLY;
      case GALE -> Why.GALE;
      case MAINTENANCE -> Why.MAINTENANCE;
      case EMERGENCY -> Why.EMERGENCY;
    };
  }

  private static Why why(PlaceCalendar.CalendarReason why) {
    return switch (why) {
      case HOLIDAY -> Why.HOLIDAY;
      case GALE -> Why.GALE;
      case RAIN -> Why.RAIN;
      case MAINTENANCE -> Why.MAINTENANCE;
      case EMERGENCY -> Why.EMERGENCY;
      case OTHER -> Why.OTHER;
    };
  }
}
