package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldLines;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// A note that the journal in a directory was not the right one. It is the file `break.txt` in a
/// directory `set-aside-N`, beside the wrong journal. It is open until a named person's answer is
/// in `answered.txt`. Staff can read both files as text.
///
/// @param directory where it is noted
/// @param lost how far the missing journal had got; empty if unknown
/// @param heldUpTo entries up to this number are not settled before the answer; 0 for none
public record JournalBreak(
    Path directory, BreakKind kind, Instant found, Optional<HighWater> lost, long heldUpTo) {

  /// What was found in place of the right journal.
  public enum BreakKind {
    /// There is no journal file, although a station had run here before.
    MISSING,
    /// The journal file has no entry.
    EMPTIED,
    /// The file is another journal.
    ANOTHER,
    /// The file is an earlier state of the right journal.
    OLDER
  }

  /// A person's answer to a break.
  public enum JournalBreakAnswer {
    /// The person answered *new*: the old journal is given up.
    BEGUN_ANEW,
    /// The person put the old journal back in its place. What was written meanwhile was copied into
    /// it.
    BROUGHT_BACK,
    /// The person answered *go on*: the station continues with the older journal.
    RESUMED
  }

  static final String NOTE = "break.txt";
  static final String ANSWERED = "answered.txt";
  private static final String NOT_KNOWN = "not known";
  private static final String LOST = "lost journal";
  private static final String HELD = "held up to entry";

  private static final FieldText<Instant> MOMENT = FieldText.of(Instant::parse);

  private static final FieldTable<HighWater> HIGH_WATER =
      HighWater.fields(LOST, "lost entries", "lost marks", "lost last written");

  /// The lines of [#NOTE].
  private static final FieldLines<BreakNote> LINES =
      new FieldLines<>(
          ": ",
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
              component(HELD, BreakNote::heldUpTo, FieldText.LONG)));

  private record BreakNote(
      BreakKind kind, Instant found, Optional<HighWater> lost, long heldUpTo) {}

  /// The lines of [#ANSWERED], for people to read.
  private static final FieldLines<AnswerNote> ANSWER_LINES =
      new FieldLines<>(
          ": ",
          FieldTable.of(
              AnswerNote::new,
              component("answer", AnswerNote::answer, FieldText.words(JournalBreakAnswer.values())),
              text("by", AnswerNote::by),
              text("reason", AnswerNote::reason),
              component("at", AnswerNote::at, MOMENT)));

  private record AnswerNote(JournalBreakAnswer answer, String by, String reason, Instant at) {}

  static boolean isNotedIn(Path setAside) {
    return Files.exists(setAside.resolve(NOTE));
  }

  /// Returns the breaks of a journal that have no answer yet, oldest first.
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
    try {
      BreakNote note = LINES.read(Files.readAllLines(setAside.resolve(NOTE)));
      return new JournalBreak(setAside, note.kind(), note.found(), note.lost(), note.heldUpTo());
    } catch (IllegalArgumentException e) {
      throw new IOException(setAside.resolve(NOTE) + " cannot be understood", e);
    }
  }

  /// Writes the note; it is on the disk when this returns.
  void note() throws IOException {
    Files.createDirectories(directory);
    DurableFiles.write(
        directory.resolve(NOTE), LINES.write(new BreakNote(kind, found, lost, heldUpTo)));
    DurableFiles.syncDirectory(DurableFiles.directoryOf(directory));
  }

  /// Writes down who answered, and how; it is on the disk when this returns.
  ///
  /// @param by the person's name
  /// @param reason in that person's words
  void answer(JournalBreakAnswer how, String by, String reason, Instant at) throws IOException {
    DurableFiles.write(
        directory.resolve(ANSWERED), ANSWER_LINES.write(new AnswerNote(how, by, reason, at)));
  }

  Path journalDirectory() {
    return DurableFiles.directoryOf(directory);
  }

  /// Describes for people what was found.
  public String words() {
    String before = lost.map(mark -> " (last seen: " + mark + ")").orElse("");
    return switch (kind) {
      case MISSING -> "the journal is missing, although a station has run here" + before;
      case EMPTIED -> "the journal is empty, although a station has run here" + before;
      case ANOTHER -> "the journal in this place is not this station's" + before;
      case OLDER -> "the journal is older than the one last seen here" + before;
    };
  }
}
