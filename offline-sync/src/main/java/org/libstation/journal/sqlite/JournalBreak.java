package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// The journal that lay here was not the one that should: noted in a directory `set-aside-N` as
/// `break.txt`, with what lay there, until a named person answers it in `answered.txt`. Both are
/// text that staff can read.
///
/// @param directory where it is noted
/// @param found when
/// @param lost how far the journal had got that should have lain here, where that is known
/// @param heldUpTo entries up to this number are not settled before the answer; 0 for none
public record JournalBreak(
    Path directory, BreakKind kind, Instant found, Optional<HighWater> lost, long heldUpTo) {

  /// What lay there.
  public enum BreakKind {
    /// Nothing, where a station had run before.
    MISSING,
    /// A file without an entry.
    EMPTIED,
    /// Another journal.
    ANOTHER,
    /// An earlier state of the right one.
    OLDER
  }

  /// How a person answered.
  public enum JournalBreakAnswer {
    /// The old one is given up: *new*.
    BEGUN_ANEW,
    /// The old one was brought back, and what was written meanwhile carried over.
    BROUGHT_BACK,
    /// The older one is gone on with.
    RESUMED
  }

  static final String NOTE = "break.txt";
  static final String ANSWERED = "answered.txt";
  private static final String NOT_KNOWN = "not known";
  private static final String LOST = "lost journal";
  private static final String HELD = "held up to entry";

  private static final FieldText<Instant> MOMENT = FieldText.of(Instant::parse);

  private static final FieldTable<HighWater> HIGH_WATER =
      FieldTable.of(
          HighWater::new,
          component(
              LOST,
              HighWater::identity,
              new FieldText<>("%08x"::formatted, text -> Integer.parseUnsignedInt(text, 16))),
          component("lost entries", HighWater::entries, FieldText.LONG),
          component("lost marks", HighWater::marks, FieldText.LONG),
          component("lost last written", HighWater::at, MOMENT));

  /// The lines of [#NOTE].
  private static final FieldTable<BreakNote> FIELDS =
      FieldTable.of(
          BreakNote::new,
          component("found", BreakNote::kind, FieldText.words(BreakKind.values())),
          component("at", BreakNote::found, MOMENT),
          component(
              BreakNote::lost,
              FieldTable.of(
                  (lost, out) ->
                      lost.ifPresentOrElse(
                          mark -> HIGH_WATER.write(mark, out), () -> out.put(LOST, NOT_KNOWN)),
                  in ->
                      NOT_KNOWN.equals(in.get(LOST))
                          ? Optional.empty()
                          : Optional.of(HIGH_WATER.read(in)))),
          component(HELD, BreakNote::heldUpTo, FieldText.LONG));

  private record BreakNote(
      BreakKind kind, Instant found, Optional<HighWater> lost, long heldUpTo) {}

  static boolean isNotedIn(Path setAside) {
    return Files.exists(setAside.resolve(NOTE));
  }

  /// The breaks of a journal that nobody answered yet, oldest first.
  ///
  /// @param directory the journal's
  public static List<JournalBreak> unanswered(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<JournalBreak> breaks = new java.util.ArrayList<>();
    for (Path each : SetAsideFiles.directories(directory)) {
      if (isNotedIn(each) && !Files.exists(each.resolve(ANSWERED))) {
        breaks.add(read(each));
      }
    }
    return List.copyOf(breaks);
  }

  private static JournalBreak read(Path setAside) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(setAside.resolve(NOTE))) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        lines.put(line.substring(0, colon), line.substring(colon + 2).strip());
      }
    }
    lines.putIfAbsent(LOST, NOT_KNOWN);
    lines.putIfAbsent(HELD, "0");
    try {
      BreakNote note = FIELDS.read(lines);
      return new JournalBreak(setAside, note.kind(), note.found(), note.lost(), note.heldUpTo());
    } catch (IllegalArgumentException e) {
      throw new IOException(setAside.resolve(NOTE) + " cannot be understood", e);
    }
  }

  /// Notes it: on the disk when this returns.
  void note() throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    FIELDS.write(new BreakNote(kind, found, lost, heldUpTo), lines);
    Files.createDirectories(directory);
    durably(
        directory.resolve(NOTE),
        lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue()).toList());
    DurableFiles.syncDirectory(DurableFiles.directoryOf(directory));
  }

  /// Writes down who answered, and how: on the disk when this returns.
  ///
  /// @param by the person's name
  /// @param reason in that person's words
  void answer(JournalBreakAnswer how, String by, String reason, Instant at) throws IOException {
    durably(
        directory.resolve(ANSWERED),
        List.of("answer: " + FieldText.word(how), "by: " + by, "reason: " + reason, "at: " + at));
  }

  private static void durably(Path file, List<String> lines) throws IOException {
    DurableFiles.write(file, String.join("\n", lines) + "\n");
  }

  /// The directory of the journal.
  Path journalDirectory() {
    return DurableFiles.directoryOf(directory);
  }

  /// What was found, for people.
  public String words() {
    String before = lost.map(mark -> " (the last that was seen: " + mark + ")").orElse("");
    return switch (kind) {
      case MISSING -> "there is no journal, and a station has run here" + before;
      case EMPTIED -> "the journal is empty, and a station has run here" + before;
      case ANOTHER -> "another journal lies where this station's should" + before;
      case OLDER -> "the journal is older than it was" + before;
    };
  }
}
