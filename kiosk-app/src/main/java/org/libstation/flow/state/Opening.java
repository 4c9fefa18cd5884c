package org.libstation.flow.state;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opening hours of the library, from its own calendar.
///
/// @param today the library's hours today; empty while unknown, as during a closure that was
///   announced until further notice
/// @param library when the library is open; the first span may have begun already
/// @param places opening times of other places, by their names in the library's rules
public record Opening(Optional<Today> today, Times library, Map<String, Times> places) {
  public static final Opening UNKNOWN = new Opening(Optional.empty(), Times.UNKNOWN, Map.of());

  public Opening {
    places = Map.copyOf(places);
  }

  /// Opening hours of the present day.
  public sealed interface Today {
    /// Open day and night.
    record AllDay() implements Today {}

    /// @param closes 00:00 is midnight at the end of the day
    /// @param why the reason if the hours are not the usual ones; empty if they are
    record HoursToday(LocalTime opens, LocalTime closes, Optional<Why> why) implements Today {}

    record ClosedToday(Why why) implements Today {}
  }

  /// Why the hours of a day differ from the usual ones, or why the library is closed.
  public enum Why {
    /// The library is always closed on this weekday.
    WEEKLY,
    HOLIDAY,
    GALE,
    RAIN,
    MAINTENANCE,
    EMERGENCY,
    OTHER
  }

  /// One opening without a pause: includes `from`, excludes `to`.
  public record Span(OffsetDateTime from, OffsetDateTime to) {
    boolean holds(OffsetDateTime at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /// The next spans in which a place is open.
  ///
  /// @param spans in order of time; empty if unknown
  public record Times(List<Span> spans) {
    public static final Times UNKNOWN = new Times(List.of());

    public Times {
      spans = List.copyOf(spans);
    }

    public boolean known() {
      return !spans.isEmpty();
    }

    public boolean openAt(OffsetDateTime at) {
      return spans.stream().anyMatch(span -> span.holds(at));
    }

    /// Whether the place is known to be closed at this moment.
    public boolean closedAt(OffsetDateTime at) {
      return known() && !openAt(at);
    }

    /// Returns when the place closes next; empty if it is closed or the hours are unknown.
    public Optional<OffsetDateTime> closesAfter(OffsetDateTime at) {
      return spans.stream().filter(span -> span.holds(at)).findFirst().map(Span::to);
    }

    /// Returns when the place opens next after this moment; empty if unknown.
    public Optional<OffsetDateTime> opensAfter(OffsetDateTime at) {
      return spans.stream().map(Span::from).filter(from -> from.isAfter(at)).findFirst();
    }
  }
}
