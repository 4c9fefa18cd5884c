package org.libstation.flow.state;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the library tells everybody today, before a card is asked for. It names no person.
///
/// @param notices in force, the newest first
/// @param activities still to come, the next first
public record LibraryNews(List<Announcement> notices, List<LibraryActivity> activities) {
  public static final LibraryNews NONE = new LibraryNews(List.of(), List.of());

  public LibraryNews {
    notices = List.copyOf(notices);
    activities = List.copyOf(activities);
  }

  /// The same with a notice before all others.
  public LibraryNews after(Optional<Announcement> first) {
    return first.isEmpty()
        ? this
        : new LibraryNews(Stream.concat(first.stream(), notices.stream()).toList(), activities);
  }

  /// @param places the service points it speaks of, by name; empty means the whole library
  /// @param head its first words; empty when it has none
  /// @param days which it speaks of
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

  /// @param last the last of them; empty while nobody has said when
  /// @param finesStopped no fines are counted on them: the days are those of the window that counts
  public record ClosedDays(LocalDate first, Optional<LocalDate> last, boolean finesStopped) {}

  /// @param lastDay where it has several
  /// @param place the service point where it is; empty when it is here
  /// @param venue the room
  /// @param type what kind of activity it is
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
