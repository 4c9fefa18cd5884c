package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.libstation.file.DurableFiles;

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
    try {
      return new JournalBreak(
          setAside,
          BreakKind.valueOf(lines.getOrDefault("found", "").toUpperCase(Locale.ROOT)),
          Instant.parse(lines.getOrDefault("at", "")),
          lost(lines),
          Long.parseLong(lines.getOrDefault("held up to entry", "0")));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new IOException(setAside.resolve(NOTE) + " cannot be understood", e);
    }
  }

  private static Optional<HighWater> lost(Map<String, String> lines) {
    if (lines.getOrDefault("lost journal", NOT_KNOWN).equals(NOT_KNOWN)) {
      return Optional.empty();
    }
    return Optional.of(
        new HighWater(
            Integer.parseUnsignedInt(lines.getOrDefault("lost journal", ""), 16),
            Long.parseLong(lines.getOrDefault("lost entries", "")),
            Long.parseLong(lines.getOrDefault("lost marks", "")),
            Instant.parse(lines.getOrDefault("lost last written", ""))));
  }

  /// Notes it: on the disk when this returns.
  void note() throws IOException {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("found: " + kind.name().toLowerCase(Locale.ROOT));
    lines.add("at: " + found);
    lines.add(
        "lost journal: " + lost.map(mark -> "%08x".formatted(mark.identity())).orElse(NOT_KNOWN));
    lost.ifPresent(
        mark -> {
          lines.add("lost entries: " + mark.entries());
          lines.add("lost marks: " + mark.marks());
          lines.add("lost last written: " + mark.at());
        });
    lines.add("held up to entry: " + heldUpTo);
    Files.createDirectories(directory);
    durably(directory.resolve(NOTE), lines);
    DurableFiles.syncDirectory(DurableFiles.directoryOf(directory));
  }

  /// Writes down who answered, and how: on the disk when this returns.
  ///
  /// @param by the person's name
  /// @param reason in that person's words
  void answer(JournalBreakAnswer how, String by, String reason, Instant at) throws IOException {
    durably(
        directory.resolve(ANSWERED),
        List.of(
            "answer: " + how.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            "by: " + by,
            "reason: " + reason,
            "at: " + at));
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
