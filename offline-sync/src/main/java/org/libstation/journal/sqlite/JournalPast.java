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

/// Which journal should lie in a directory, by what lies around it; and what is done when another,
/// an older one or none does.
///
/// Every step can be cut off and is done again at the next opening: the break is noted first, then
/// what lies there is moved away, then the mark of the lost journal goes, then the new one is made.
final class JournalPast {
  private static final Logger LOG = LoggerFactory.getLogger(JournalPast.class);

  private final Path file;
  private final Path directory;
  private final HighWaterFile mark;
  private final List<Path> signs;

  /// @param signs files that only a station leaves that had a journal
  JournalPast(Path file, HighWaterFile mark, List<Path> signs) {
    this.file = file;
    this.directory = DurableFiles.directoryOf(file);
    this.mark = mark;
    this.signs = List.copyOf(signs);
  }

  /// Before SQLite would make a file: none, or an empty one, where a station has run.
  ///
  /// @param now for the note
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

  /// What an opening would find, or one found that nobody answered; nothing is changed.
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
    // The mark first: a station that runs writes it last.
    Optional<HighWater> last = mark.read();
    try (JournalReader reader = JournalReader.open(file)) {
      return compared(reader.highWater(now), last)
          .map(kind -> new JournalBreak(next, kind, now, last, 0));
    }
  }

  /// Whether a station with a journal has run here.
  boolean hadOne() throws IOException {
    if (mark.exists()) {
      return true;
    }
    List<Path> before =
        SetAsideFiles.directories(directory).stream().filter(JournalPast::isUsed).toList();
    if (!before.isEmpty()) {
      Path newest = before.getLast();
      // Cut off between moving one away and making the next.
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

  /// A break that was noted, and whose lost journal still lies here or still has its mark: the rest
  /// is to be done.
  private Optional<JournalBreak> begun(boolean there) throws IOException {
    Optional<HighWater> last = mark.read();
    return JournalBreak.unanswered(directory).reversed().stream()
        .findFirst()
        .filter(newest -> newest.kind() != JournalBreak.BreakKind.OLDER)
        .filter(newest -> mark.exists() ? last.isPresent() && newest.lost().equals(last) : !there);
  }

  /// How the journal that lies here compares with what was written last.
  ///
  /// @param here what lies here
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

  /// Notes a break and moves away what is not to be gone on with.
  ///
  /// @param heldUpTo entries up to this number wait for a person
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
        // It is gone on with, where it lies.
      }
    }
  }
}
