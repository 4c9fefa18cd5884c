package org.libstation.circulation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.libstation.circulation.TaskNoteCode.NoteValueKind;

/// One statement that the station makes to staff about a task: a code and its values. The text
/// files hold the words of each code.
///
/// A value is text in a form that programs read; [TaskNoteCode#kinds()] names its form. A value in
/// another form, and a code that this version does not know, are shown unchanged.
///
/// @param values as many as the code has kinds
public record TaskNote(TaskNoteCode code, List<String> values) {
  private static final Map<String, TaskNoteCode> BY_WORD =
      Arrays.stream(TaskNoteCode.values())
          .collect(Collectors.toUnmodifiableMap(TaskNote::word, Function.identity()));

  private static final String DOUBTFUL = " doubtful";
  private static final String SEPARATOR = "; ";

  /// @throws IllegalArgumentException if the number of values is wrong for the code
  public TaskNote {
    values = List.copyOf(values);
    if (values.size() != code.kinds().size()) {
      throw new IllegalArgumentException(code + " has " + code.kinds().size() + " values");
    }
  }

  /// A note with values in the order of the code's kinds.
  public static TaskNote of(TaskNoteCode code, Object... values) {
    return new TaskNote(code, Arrays.stream(values).map(String::valueOf).toList());
  }

  /// A note with the words of a device, the operating system or a person.
  public static TaskNote text(String words) {
    return of(TaskNoteCode.TEXT, words);
  }

  /// A note that gives the reason of a refusal.
  public static TaskNote refused(Refusal refusal) {
    if (!refusal.words().isEmpty()) {
      return of(TaskNoteCode.REFUSED_WORDS, refusal.reason(), refusal.words().text());
    }
    return refusal.reason() == Refusal.RefusalReason.OTHER
        ? of(TaskNoteCode.REASON_NOT_KNOWN)
        : of(TaskNoteCode.REFUSED_REASON, refusal.reason());
  }

  /// Writes a value of kind [NoteValueKind#MOMENT], to the second.
  public static String moment(EventTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.corrected().truncatedTo(ChronoUnit.SECONDS))
        + (at.doubtful() ? DOUBTFUL : "");
  }

  /// A value of kind [NoteValueKind#MOMENT], as read.
  ///
  /// @param doubtful whether the station's clock was doubtful then
  public record NoteMoment(OffsetDateTime at, boolean doubtful) {
    /// @throws java.time.DateTimeException if the value is not a moment
    public static NoteMoment of(String value) {
      boolean doubtful = value.endsWith(DOUBTFUL);
      String at = doubtful ? value.substring(0, value.length() - DOUBTFUL.length()) : value;
      return new NoteMoment(OffsetDateTime.parse(at), doubtful);
    }
  }

  /// Writes a value of kind [NoteValueKind#DUE].
  public static String due(Optional<DueDate> due) {
    return due.flatMap(DueDate::at).map(Object::toString).orElse("");
  }

  /// The first value of kind [NoteValueKind#NUMBERS]: the numbers of a transaction. Empty if the
  /// note has none.
  public Optional<String> numbers() {
    return IntStream.range(0, values.size())
        .filter(at -> code.kinds().get(at) == NoteValueKind.NUMBERS)
        .mapToObj(values::get)
        .findFirst();
  }

  /// The sum that the terminal says it took; empty if the note says something else or its sum
  /// cannot be read.
  public Optional<Money> took() {
    if (code != TaskNoteCode.TERMINAL_TOOK) {
      return Optional.empty();
    }
    String[] sum = values.getFirst().split(" ", 2);
    try {
      return sum.length == 2
          ? Optional.of(Money.parse(sum[1], Currency.getInstance(sum[0])))
          : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// This note with each value changed.
  public TaskNote map(UnaryOperator<String> change) {
    return new TaskNote(code, values.stream().map(change).toList());
  }

  /// The notes as a line without the words of the text files: each code in lower case, then its
  /// values.
  public static String asWritten(List<TaskNote> notes) {
    return notes.stream().map(TaskNote::asWritten).collect(Collectors.joining(SEPARATOR));
  }

  private String asWritten() {
    String all = String.join(" ", values);
    return code == TaskNoteCode.TEXT || code == TaskNoteCode.UNKNOWN
        ? all
        : (word(code) + " " + all).strip();
  }

  /// Writes notes in one line for the journal: `lent here=2026-11-24T18:44:00+08:00; status
  /// due=03,20261209`. In a value, a backslash stands before each `\`, `,` and `;`.
  public static String write(List<TaskNote> notes) {
    return notes.stream().map(TaskNote::write).collect(Collectors.joining(SEPARATOR));
  }

  private String write() {
    String all =
        values.stream()
            .map(value -> value.replaceAll("([\\\\,;])", "\\\\$1"))
            .collect(Collectors.joining(","));
    return code == TaskNoteCode.UNKNOWN
        ? values.getFirst()
        : values.isEmpty() ? word(code) : word(code) + "=" + all;
  }

  /// Reads what [#write] wrote. A note with an unknown code, or with a wrong number of values,
  /// becomes [TaskNoteCode#UNKNOWN]. It is later written back unchanged, so that a newer program
  /// can read it.
  public static List<TaskNote> read(String line) {
    List<TaskNote> notes = new ArrayList<>();
    if (!line.isEmpty()) {
      split(line, ';').forEach(note -> notes.add(readOne(note)));
    }
    return notes;
  }

  private static TaskNote readOne(String written) {
    String note = written.startsWith(" ") ? written.substring(1) : written;
    int equals = note.indexOf('=');
    Optional<TaskNoteCode> code =
        Optional.ofNullable(BY_WORD.get(equals < 0 ? note : note.substring(0, equals)));
    List<String> values =
        equals < 0
            ? List.of()
            : split(note.substring(equals + 1), ',').stream()
                .map(value -> value.replaceAll("\\\\(.)", "$1"))
                .toList();
    return code.filter(known -> known != TaskNoteCode.UNKNOWN)
        .filter(known -> known.kinds().size() == values.size())
        .map(known -> new TaskNote(known, values))
        .orElseGet(() -> of(TaskNoteCode.UNKNOWN, note));
  }

  /// Splits at each separator without a backslash before it.
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == separator) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String word(TaskNoteCode code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
