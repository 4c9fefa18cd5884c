package org.libstation.site;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.libstation.circulation.EventTime;
import org.libstation.file.table.FieldRow;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// Reads and writes a moment in files of the data directory: four words, separated by spaces. They
/// are the wall time, the run of the machine, the monotonic time, and the central system's clock
/// minus the station's (`-` if unknown).
public final class MomentText {
  static final String BLANK = " ";

  /// Names of the words, in order.
  static final List<String> WORDS = List.of("wall", "run", "monotonic", "skew");

  static final FieldTable<EventTime> FIELDS =
      FieldTable.of(
          (wall, run, monotonic, skew) -> new EventTime(wall, run, monotonic, skew, false),
          component("wall", EventTime::wall, FieldText.of(OffsetDateTime::parse)),
          component(
              "run",
              EventTime::bootId,
              new FieldText<>(run -> run.replace(' ', '_'), Function.identity())),
          component("monotonic", EventTime::monotonic, FieldText.of(Duration::parse)),
          component(
              "skew", EventTime::skew, FieldText.orNothing("-", FieldText.of(Duration::parse))));

  private static final FieldRow<EventTime> LINE = new FieldRow<>(BLANK, FIELDS, WORDS);

  private MomentText() {}

  /// Writes a moment.
  public static String of(EventTime at) {
    return LINE.write(at);
  }

  /// @throws IllegalArgumentException if the text is not four such words
  public static EventTime read(String text) {
    return LINE.read(text);
  }
}
