package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// The golden files of the journal's text: `events.tsv` and `marks.tsv` hold what each event and
/// mark looks like in the journal, and the record that is read from it. A changed byte, a renamed
/// component, constant or kind, and a kind without a line make a test fail.
///
/// Add lines for a new kind. Never change the columns before the last: stations hold such journals.
final class JournalGoldenTest {

  @Test
  void each_event_is_written_byte_for_byte_as_in_the_golden_file() throws IOException {
    assertThat(
            JournalSamples.events().stream()
                .map(
                    event -> {
                      EventText text = EventText.of(event);
                      return line(text.kind(), text.item(), text.details(), event);
                    }))
        .containsExactlyElementsOf(golden("events.tsv"));
  }

  @Test
  void each_mark_is_written_byte_for_byte_as_in_the_golden_file() throws IOException {
    assertThat(
            JournalSamples.marks().stream()
                .map(
                    mark -> {
                      MarkText text = MarkText.of(mark);
                      return line(text.kind(), text.details(), mark);
                    }))
        .containsExactlyElementsOf(golden("marks.tsv"));
  }

  @Test
  void each_event_of_the_golden_file_is_read_and_written_back_the_same() throws IOException {
    List<CirculationEvent> read = new ArrayList<>();
    for (String line : golden("events.tsv")) {
      String[] cells = line.split("\t", -1);
      EventText text = new EventText(cells[0], cells[1], cells[2]);
      read.add(text.happening());
      assertThat(EventText.of(text.happening())).isEqualTo(text);
    }
    assertThat(read).isEqualTo(JournalSamples.events());
  }

  @Test
  void each_mark_of_the_golden_file_is_read_and_written_back_the_same() throws IOException {
    List<Mark> read = new ArrayList<>();
    for (String line : golden("marks.tsv")) {
      String[] cells = line.split("\t", -1);
      MarkText text = new MarkText(cells[0], cells[1]);
      read.add(text.mark());
      assertThat(MarkText.of(text.mark())).isEqualTo(text);
    }
    assertThat(read).isEqualTo(JournalSamples.marks());
  }

  /// A component that the samples miss could change its bytes unseen.
  @Test
  void each_kind_and_each_state_of_each_component_has_a_golden_line() {
    for (Class<?> type : List.of(CirculationEvent.class, Mark.class)) {
      Set<String> needed = new TreeSet<>();
      kinds(type).forEach(kind -> states(kind.getSimpleName(), kind, needed));
      // A share of a payment always has a charge.
      needed.remove("PaymentAsked.shares.charge absent");
      // A note is written the same wherever it stands: staff lines show each.
      needed.removeIf(
          state ->
              state.matches(
                  "(Not(Released|Secured|Sent)\\.why|OutcomeUnknown\\.why|PartsAwaited\\.missing)\\..*"));
      Set<String> shown = new TreeSet<>();
      Stream.concat(JournalSamples.events().stream(), JournalSamples.marks().stream())
          .forEach(value -> shown(value.getClass().getSimpleName(), value, shown));
      needed.removeAll(shown);
      assertThat(needed).as("states without a golden line").isEmpty();
    }
  }

  /// Cells: the kind, a field, how a line without it is read, and how one with `?` in its place is.
  @Test
  void a_line_with_a_missing_or_garbled_field_is_read_as_in_the_golden_file() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String line : golden("events.tsv")) {
      String[] cells = line.split("\t", -1);
      outcomes(cells[0], cells[2], it -> new EventText(cells[0], cells[1], it).happening(), found);
    }
    for (String line : golden("marks.tsv")) {
      String[] cells = line.split("\t", -1);
      outcomes(cells[0], cells[1], it -> new MarkText(cells[0], it).mark(), found);
    }
    assertThat(found).containsExactlyElementsOf(golden("bad-fields.tsv"));
  }

  private static void outcomes(
      String kind, String details, Function<String, Object> reading, Set<String> found) {
    List<String> fields = details.isEmpty() ? List.of() : List.of(details.split(" \\| ", -1));
    for (String field : fields) {
      String name = field.substring(0, field.indexOf('='));
      List<String> without = fields.stream().filter(each -> !each.equals(field)).toList();
      List<String> garbled =
          fields.stream().map(each -> each.equals(field) ? name + "=?" : each).toList();
      found.add(line(kind, name, outcome(without, reading), outcome(garbled, reading)));
    }
  }

  private static String outcome(List<String> fields, Function<String, Object> reading) {
    try {
      Object _ = reading.apply(String.join(" | ", fields));
      return "read";
    } catch (JournalException e) {
      return e.kind().name();
    }
  }

  @Test
  void an_exported_card_is_written_byte_for_byte_as_stations_write_it(@TempDir Path directory)
      throws IOException {
    JournalEntry entry =
        new JournalEntry(
            17,
            JournalSamples.SOUND,
            new CirculationEvent.HoldAsked(new ItemId("A|1")),
            List.of(
                new JournalEntry.Noted(
                    JournalSamples.SOUND,
                    Mark.StaffLine.of(
                        Mark.StaffLine.StaffReason.HOLD_IN_DOUBT, TaskNote.text("x")))),
            true);
    Path file = directory.resolve("cards");
    CardExport.write(
        file,
        List.of(
            CardExport.line(
                entry, new SealedCard(new byte[] {1}, new byte[] {2}, new byte[] {3}, "0f1e"))));
    assertThat(file)
        .hasContent(
            """
            libstation card export 1
            entry=17 | what=hold asked | item=A\\p1 | wall=2026-11-25T09:30+08:00 | boot=boot-1 \
            | monotonic=PT10M | staff line=hold in doubt | key=0f1e | wrapped=Aw== | card=AQ==
            """);
  }

  @Test
  void a_line_without_a_kind_of_this_program_is_of_a_newer_one() {
    assertThatThrownBy(new EventText("moon landed", "1", "")::happening)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.NEWER));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(JournalGoldenTest::kinds).distinct()
        : Stream.of(type);
  }

  private static void states(String path, Type type, Set<String> states) {
    Class<?> raw =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    if (raw == Optional.class || raw == List.class || raw == OptionalInt.class) {
      states.add(path + " absent");
      states.add(path + " present");
      if (type instanceof ParameterizedType generic) {
        states(path, generic.getActualTypeArguments()[0], states);
      }
    } else if (raw.isEnum()) {
      for (Object constant : raw.getEnumConstants()) {
        states.add(path + " " + constant);
      }
    } else if (raw == boolean.class || raw == Boolean.class) {
      states.add(path + " true");
      states.add(path + " false");
    } else if (raw.isRecord() && raw.getPackageName().startsWith("org.libstation")) {
      states.add(path);
      for (RecordComponent component : raw.getRecordComponents()) {
        states(path + "." + component.getName(), component.getGenericType(), states);
      }
    }
  }

  private static void shown(String path, Object value, Set<String> shown) {
    switch (value) {
      case Optional<?> optional -> {
        shown.add(path + (optional.isEmpty() ? " absent" : " present"));
        optional.ifPresent(present -> shown(path, present, shown));
      }
      case OptionalInt number -> shown.add(path + (number.isEmpty() ? " absent" : " present"));
      case Collection<?> all -> {
        shown.add(path + (all.isEmpty() ? " absent" : " present"));
        all.forEach(each -> shown(path, each, shown));
      }
      case Record made when made.getClass().getPackageName().startsWith("org.libstation") -> {
        shown.add(path);
        for (RecordComponent component : made.getClass().getRecordComponents()) {
          try {
            shown(path + "." + component.getName(), component.getAccessor().invoke(made), shown);
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        }
      }
      default -> shown.add(path + " " + value);
    }
  }

  /// The last cell is the record in Java's words, so that a renamed component changes it.
  private static String line(Object... cells) {
    return String.join(
        "\t", Stream.of(cells).map(String::valueOf).map(JournalGoldenTest::visible).toList());
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c < ' ' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                out.append(String.format(Locale.ROOT, "{%04x}", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static List<String> golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(JournalGoldenTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
