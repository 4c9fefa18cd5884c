package org.libstation.site;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.EventTime;

/// A moment as a file of the data directory has it: four words with a space between. They are the
/// wall time, the run of the machine, the monotonic time, and the central system's clock minus ours
/// (`-` when not known).
public final class MomentText {
  /// Words of one moment.
  static final int WORDS = 4;

  private static final String NOT_KNOWN = "-";

  private MomentText() {}

  public static String of(EventTime at) {
    return String.join(
        " ",
        at.wall().toString(),
        at.bootId().replace(' ', '_'),
        at.monotonic().toString(),
        at.skew().map(Duration::toString).orElse(NOT_KNOWN));
  }

  /// @throws DateTimeException when it is not four such words
  public static EventTime read(String text) {
    return read(List.of(text.split(" ", -1)));
  }

  static EventTime read(List<String> words) {
    if (words.size() != WORDS) {
      throw new DateTimeException("not a moment: " + String.join(" ", words));
    }
    return new EventTime(
        OffsetDateTime.parse(words.get(0)),
        words.get(1),
        Duration.parse(words.get(2)),
        Optional.of(words.get(3)).filter(skew -> !skew.equals(NOT_KNOWN)).map(Duration::parse),
        false);
  }
}
