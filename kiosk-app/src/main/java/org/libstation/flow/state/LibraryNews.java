package org.libstation.flow.state;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Notices and activities of the library, which the start screen shows to everyone. They name no
/// person.
///
/// @param notices notices in force, newest first
/// @param activities coming activities, next first
public record LibraryNews(List<Announcement> notices, List<LibraryActivity> activities) {
  public static final LibraryNews NONE = new LibraryNews(List.of(), List.of());

  public LibraryNews {
    notices = List.copyOf(notices);
    activities = List.copyOf(activities);
  }

  /// Puts a notice before all others.
  public LibraryNews after(Optional<Announcement> first) {
    return first.isEmpty()
        ? this
        : new LibraryNews(Stream.concat(first.stream(), notices.stream()).toList(), activities);
  }

  /// A notice to the public.
  ///
  /// @param places names of the service points that the notice is about; empty for the whole
  ///   library
  /// @param head headline; empty if it has none
  /// @param days days that the notice is about
  public record Announcement(
      List<Map<Language, String>> places,
      Map<Language, String> head,
      Map<Language, String> words,
      ClosedDays days) {
    public Announcement {
      places = places.stream().map(Map::copyOf).toList();
      head = Map.copyOf(head);
      words = Map.copyOf(words);
    }
  }

  /// The days that a notice is about.
  ///
  /// @param last last day; empty while it is not known
  /// @param finesStopped no fines count on these days; they are then the days of the policy's
  ///   window
  public record ClosedDays(LocalDate first, Optional<LocalDate> last, boolean finesStopped) {}

  /// A coming activity of the library.
  ///
  /// @param lastDay last day, if it has several
  /// @param place name of the service point; empty if it takes place here
  /// @param venue the room
  /// @param type kind of activity
  public record LibraryActivity(
      LocalDate day,
      Optional<LocalDate> lastDay,
      LocalTime begins,
      Map<Language, String> title,
      Map<Language, String> place,
      Map<Language, String> venue,
      Map<Language, String> type) {
    public LibraryActivity {
      title = Map.copyOf(title);
      place = Map.copyOf(place);
      venue = Map.copyOf(venue);
      type = Map.copyOf(type);
    }
  }
}
