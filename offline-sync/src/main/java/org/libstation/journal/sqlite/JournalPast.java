package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides which journal should be in a directory, from the files around it. If another, an older
/// or no journal is there, it notes that and moves the wrong file away.
///
/// Each step may be cut short and is repeated at the next opening: note the break, move away what
/// is there, delete the lost journal's mark, make the new journal.
final class JournalPast {
  private static final Logger LOG = LoggerFactory.getLogger(JournalPast.class);

  private final Path file;
  private final Path directory;
  private final HighWaterFile mark;
  private final List<Path> signs;

  /// @param signs files that only a station with a journal leaves behind
  JournalPast(Path file, HighWaterFile mark, List<Path> signs) {
    this.file = file;
    this.directory = DurableFiles.directoryOf(file);
    this.mark = mark;
    this.signs = List.copyOf(signs);
  }

  /// Checks, before SQLite would make a file, whether the journal is missing or empty although a
  /// station has run here.
  ///
  /// @param now time for the note
  void look(Instant now) throws IOException {
    boolean there = Files.exists(file) && Files.size(file) > 0;
    Optional<JournalBreak> begun = begun(there);
    if (begun.isPresent()) {
      moveAway(begun.get());
    } else if (!there && hadOne()) {
      begin(
          Files.exists(file) ? JournalBreak.BreakKind.EMPTIED : JournalBreak.BreakKind.MISSING,
          0,
          now);
    }
  }

  /// Returns the break that an opening would find, or the newest that is noted and not answered. It
  /// changes nothing.
  Optional<JournalBreak> found(Instant now) throws IOException {
    List<JournalBreak> noted = JournalBreak.unanswered(directory);
    if (!noted.isEmpty()) {
      return Optional.of(noted.getLast());
    }
    boolean there = Files.exists(file) && Files.size(file) > 0;
    if (!there) {
      return hadOne()
          ? Optional.of(
              new JournalBreak(
                  SetAsideFiles.next(directory),
                  Files.exists(file)
                      ? JournalBreak.BreakKind.EMPTIED
                      : JournalBreak.BreakKind.MISSING,
                  now,
                  mark.read(),
                  0))
          : Optional.empty();
    }
    Path next = SetAsideFiles.next(directory);
    // Read the mark before the journal, because a running station writes the mark last.
    Optional<HighWater> last = mark.read();
    try (JournalReader reader = JournalReader.open(file)) {
      return compared(reader.highWater(now), last)
          .map(kind -> new JournalBreak(next, kind, now, last, 0));
    }
  }

  /// Reports whether a station with a journal has run here.
  boolean hadOne() throws IOException {
    if (mark.exists()) {
      return true;
    }
    List<Path> before =
        SetAsideFiles.directories(directory).stream().filter(JournalPast::isUsed).toList();
    if (!before.isEmpty()) {
      Path newest = before.getLast();
      // The last opening was cut short between moving a journal away and making the next.
      boolean underWay =
          JournalBreak.isNotedIn(newest)
              ? !Files.exists(newest.resolve(JournalBreak.ANSWERED))
              : !Files.exists(newest.resolve(SetAsideFiles.SALVAGED));
      return !underWay;
    }
    return signs.stream().anyMatch(Files::exists);
  }

  private static boolean isUsed(Path setAside) {
    return JournalBreak.isNotedIn(setAside) || Files.exists(setAside.resolve(JournalFiles.FILE));
  }

  /// Returns a break that was noted but not completely handled. Then the mark of the lost journal
  /// still exists, or neither a mark nor a journal does.
  private Optional<JournalBreak> begun(boolean there) throws IOException {
    Optional<HighWater> last = mark.read();
    return JournalBreak.unanswered(directory).reversed().stream()
        .findFirst()
        .filter(newest -> newest.kind() != JournalBreak.BreakKind.OLDER)
        .filter(newest -> mark.exists() ? last.isPresent() && newest.lost().equals(last) : !there);
  }

  /// Compares the journal in the directory with the last known high-water mark.
  ///
  /// @param here how far the journal in the directory got
  /// @return empty if it is the right journal, or if there is no mark
  Optional<JournalBreak.BreakKind> compared(HighWater here) throws IOException {
    return compared(here, mark.read());
  }

  private static Optional<JournalBreak.BreakKind> compared(
      HighWater here, Optional<HighWater> last) {
    if (last.isEmpty()) {
      return Optional.empty();
    }
    if (here.entries() == 0 && last.get().entries() > 0) {
      return Optional.of(JournalBreak.BreakKind.EMPTIED);
    }
    if (!here.isOfTheSame(last.get())) {
      return Optional.of(JournalBreak.BreakKind.ANOTHER);
    }
    return here.isBefore(last.get()) ? Optional.of(JournalBreak.BreakKind.OLDER) : Optional.empty();
  }

  /// Notes a break and moves away a journal that must not be continued.
  ///
  /// @param heldUpTo entries up to this number wait for a person's answer
  void begin(JournalBreak.BreakKind kind, long heldUpTo, Instant now) throws IOException {
    Optional<HighWater> last = mark.read();
    boolean noted =
        JournalBreak.unanswered(directory).reversed().stream()
            .findFirst()
            .filter(newest -> newest.kind() == kind && last.isPresent())
            .filter(newest -> newest.lost().equals(last))
            .isPresent();
    if (noted) {
      return;
    }
    JournalBreak found = new JournalBreak(SetAsideFiles.next(directory), kind, now, last, heldUpTo);
    found.note();
    LOG.error("{}: {}", directory, found.words());
    moveAway(found);
  }

  private void moveAway(JournalBreak found) throws IOException {
    switch (found.kind()) {
      case MISSING, EMPTIED, ANOTHER -> {
        SetAsideFiles.moveTo(file, found.directory());
        mark.delete();
      }
      case OLDER -> {
        // An older state is continued where it is.
      }
    }
  }
}
