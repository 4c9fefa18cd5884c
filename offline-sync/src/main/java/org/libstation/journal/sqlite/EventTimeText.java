package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.EventTime;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.journal.JournalException;

/// A time as five columns of text: wall time with offset, boot id, monotonic time, clock skew (or
/// nothing), and `sound` or `doubtful`. Times are in ISO 8601 form.
record EventTimeText(
    String wall, String boot, String monotonic, @Nullable String skew, String clock) {

  /// The five values as fields of an event.
  static final FieldTable<EventTimeText> FIELDS =
      FieldTable.of(
          (wall, boot, monotonic, skew, clock) ->
              new EventTimeText(wall, boot, monotonic, skew.orElse(null), clock),
          text("handed over", EventTimeText::wall),
          text("boot", EventTimeText::boot),
          text("monotonic", EventTimeText::monotonic),
          optional("skew", time -> Optional.ofNullable(time.skew()), FieldText.TEXT),
          text("clock", EventTimeText::clock));

  static EventTimeText of(EventTime time) {
    return new EventTimeText(
        time.wall().toString(),
        time.bootId(),
        time.monotonic().toString(),
        time.skew().map(Duration::toString).orElse(null),
        time.doubtful() ? "doubtful" : "sound");
  }

  /// @throws JournalException CORRUPT if the time cannot be read
  EventTime time() {
    try {
      return new EventTime(
          OffsetDateTime.parse(wall),
          boot,
          Duration.parse(monotonic),
          Optional.ofNullable(skew).map(Duration::parse),
          clock.equals("doubtful"));
    } catch (DateTimeException e) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, "a time in the journal cannot be read: " + wall, e);
    }
  }

  /// @param first index of the first of the five in the statement
  void into(PreparedStatement statement, int first) throws SQLException {
    statement.setString(first, wall);
    statement.setString(first + 1, boot);
    statement.setString(first + 2, monotonic);
    statement.setString(first + 3, skew);
    statement.setString(first + 4, clock);
  }
}
