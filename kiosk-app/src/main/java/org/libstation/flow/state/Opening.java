package org.libstation.flow.state;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the library is open, by its own calendar.
///
/// @param today the library's line for today; empty while nobody can say, as during a closure that
///   was announced until further notice
/// @param library when it is open; the first span may have begun
/// @param places the same of other places, by their names in the library's rules
public record Opening(Optional<Today> today, Times library, Map<String, Times> places) {
  public static final Opening UNKNOWN = new Opening(Optional.empty(), Times.UNKNOWN, Map.of());

  public Opening {
    places = Map.copyOf(places);
  }

  /// What today is.
  public sealed interface Today {
    /// Day and night.
    record AllDay() implements Today {}

    /// @param closes 00:00 is midnight at the end of the day
    /// @param why what makes them other than usual; empty when they are not
    record HoursToday(LocalTime opens, LocalTime closes, Optional<Why> why) implements Today {}

    record ClosedToday(Why why) implements Today {}
  }

  /// Why a day is not as its weekday usually is.
  public enum Why {
    /// It is closed on this weekday.
    WEEKLY,
    HOLIDAY,
    GALE,
    RAIN,
    MAINTENANCE,
    EMERGENCY,
    OTHER
  }

  /// `[from, to)`, without a pause.
  public record Span(OffsetDateTime from, OffsetDateTime to) {
    boolean holds(OffsetDateTime at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /// The next spans in which a place is open.
  ///
  /// @param spans in order; empty when nobody knows
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

    /// Known to be closed.
    public boolean closedAt(OffsetDateTime at) {
      return known() && !openAt(at);
    }

    /// When it closes next; empty when it is closed, or nobody knows.
    public Optional<OffsetDateTime> closesAfter(OffsetDateTime at) {
      return spans.stream().filter(span -> span.holds(at)).findFirst().map(Span::to);
    }

    /// When it opens next after this moment; empty when nobody knows.
    public Optional<OffsetDateTime> opensAfter(OffsetDateTime at) {
      return spans.stream().map(Span::from).filter(from -> from.isAfter(at)).findFirst();
    }
  }
}
