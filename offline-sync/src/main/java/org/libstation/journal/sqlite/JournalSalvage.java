package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.EntryState;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Copies the readable open entries of a corrupt journal into the new one, with their times, marks
/// and sealed cards. An entry keeps its number if the number is from an older generation and free.
/// The corrupt file is only read, and running this again adds nothing.
///
/// Entries that can no longer be judged go to staff. If marks were lost, that is each entry,
/// because its closing mark may be among them. Otherwise it is an entry that was not completely
/// written, whose item moved since, or whose card is missing or does not open.
public final class JournalSalvage {
  private JournalSalvage() {}

  /// Copies what can be read, and writes the report beside the corrupt file. What could not be read
  /// becomes an entry ([CirculationEvent.EntriesLost]) with a staff line. Until a named person
  /// closes that entry, the store calls for a technician.
  ///
  /// @param corruptFile the file that [JournalStore.JournalOpening.SetAside] named, or the journal
  ///   of a dead machine
  /// @param recoveryKey opens cards of another machine, so that they are sealed for this one
  /// @throws JournalException KEY if the recovery key opens none of the cards that this station
  ///   cannot open; then nothing was brought over
  public static SalvageReport run(
      Path corruptFile, SqliteJournal into, Optional<PrivateKey> recoveryKey) {
    try {
      DamagedJournal damaged = DamagedJournal.read(corruptFile);
      Run run = new Run(damaged, into, recoveryKey);
      run.checkKey();
      SalvageReport.BroughtOver broughtOver = run.bringOver();
      SalvageReport report =
          new SalvageReport(
              damaged.found(), broughtOver, UnreadEntries.tell(corruptFile, damaged, into));
      write(corruptFile, report);
      return report;
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, corruptFile + " could not be salvaged", e);
    }
  }

  /// The disk of a dead machine may be read-only, so the report may fail there. A journal that was
  /// set aside needs the report, which marks it as salvaged.
  private static void write(Path corruptFile, SalvageReport report) throws IOException {
    try {
      Files.write(
          corruptFile.resolveSibling(SetAsideFiles.SALVAGED),
          report.lines(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      if (SetAsideFiles.isSetAside(corruptFile)) {
        throw e;
      }
    }
  }

  private static final class Run {
    private final DamagedJournal damaged;
    private final SqliteJournal into;
    private final Optional<PrivateKey> recoveryKey;
    private final Map<Long, Long> numbers = new HashMap<>();
    private final long olderGenerations;
    private int now;
    private int before;
    private int toStaff;
    private int cards;
    private int cardsShut;

    Run(DamagedJournal damaged, SqliteJournal into, Optional<PrivateKey> recoveryKey) {
      this.damaged = damaged;
      this.into = into;
      this.recoveryKey = recoveryKey;
      this.olderGenerations =
          into.lastNumber() / SetAsideFiles.GENERATION * SetAsideFiles.GENERATION;
    }

    /// Refuses a wrong key. It would send every card to staff for good, because an entry that was
    /// brought over is not opened again.
    void checkKey() {
      List<JournalEntry> shut =
          damaged.entries().stream()
              .filter(entry -> entry.state() != EntryState.CLOSED)
              .filter(entry -> !into.knows(entry.at(), entry.what()))
              .filter(entry -> damaged.sealed(entry.number()).isPresent())
              .filter(entry -> into.tryOpen(sealed(entry), entry.at(), entry.what()).isEmpty())
              .toList();
      if (recoveryKey.isEmpty()
          || shut.isEmpty()
          || shut.stream().anyMatch(entry -> open(sealed(entry), entry).isPresent())) {
        return;
      }
      String keys =
          shut.stream()
              .map(entry -> sealed(entry).recoveryKey())
              .distinct()
              .collect(Collectors.joining(", "));
      throw new JournalException(
          JournalException.FaultKind.KEY,
          "the recovery key opens none of the "
              + shut.size()
              + " card numbers: they were sealed for the key "
              + keys
              + "; nothing was brought over");
    }

    private SealedCard sealed(JournalEntry entry) {
      return damaged.sealed(entry.number()).orElseThrow();
    }

    SalvageReport.BroughtOver bringOver() {
      for (JournalEntry entry : damaged.entries()) {
        if (entry.state() != EntryState.CLOSED) {
          bringOver(entry);
        }
      }
      return new SalvageReport.BroughtOver(now, before, toStaff, cards, cardsShut);
    }

    private void bringOver(JournalEntry entry) {
      if (into.knows(entry.at(), entry.what())) {
        before++;
        return;
      }
      Optional<SealedCard> sealed = damaged.sealed(entry.number());
      Optional<CardSealer.SealedPatron> card = sealed.flatMap(s -> open(s, entry));
      OptionalLong kept = keptNumber(entry);
      Optional<Mark> staff =
          staffLine(entry, kept.isPresent(), sealed.isPresent() && card.isEmpty());
      long number =
          into.bringOver(
              kept, renumbered(entry), card, sealed, staff.map(List::of).orElseGet(List::of));
      numbers.put(entry.number(), number);
      now++;
      toStaff += staff.isPresent() ? 1 : 0;
      cards += card.isPresent() ? 1 : 0;
      cardsShut += sealed.isPresent() && card.isEmpty() ? 1 : 0;
    }

    /// Returns the number that an entry keeps. A number of an older generation puts the entry
    /// before all that came later. Other numbers say nothing here, because two machines give the
    /// same ones.
    private OptionalLong keptNumber(JournalEntry entry) {
      boolean free = entry.number() <= olderGenerations && into.find(entry.number()).isEmpty();
      return free ? OptionalLong.of(entry.number()) : OptionalLong.empty();
    }

    private JournalEntry renumbered(JournalEntry entry) {
      List<JournalEntry.Noted> marks =
          entry.marks().stream()
              .map(
                  noted ->
                      noted.mark() instanceof Mark.ReturnIdentified(long object, String by)
                          ? new JournalEntry.Noted(
                              noted.at(),
                              new Mark.ReturnIdentified(numbers.getOrDefault(object, object), by))
                          : noted)
              .toList();
      return entry.withMarks(marks);
    }

    private Optional<CardSealer.SealedPatron> open(SealedCard sealed, JournalEntry entry) {
      String context = JournalFile.context(entry.at(), entry.what());
      return into.tryOpen(sealed, entry.at(), entry.what())
          .or(() -> recoveryKey.flatMap(key -> RecoveredCards.open(sealed, context, key)));
    }

    private Optional<Mark> staffLine(JournalEntry entry, boolean keepsNumber, boolean cardShut) {
      if (entry.state() == EntryState.WITH_STAFF) {
        return Optional.empty();
      }
      if (damaged.unfinished(entry.number())) {
        return line(entry, TaskNoteCode.JOURNAL_END_UNFINISHED);
      }
      if (damaged.marksLost() instanceof Lost.LossUnknown) {
        return line(entry, TaskNoteCode.JOURNAL_MARKS_LOST);
      }
      boolean movedSince =
          into.lastMove(entry.what().item())
              .filter(last -> keepsNumber ? last.number() > entry.number() : after(last, entry))
              .isPresent();
      if (movedSince) {
        return line(entry, TaskNoteCode.JOURNAL_MOVED_SINCE);
      }
      if (cardShut || lacksCard(entry)) {
        return line(entry, TaskNoteCode.JOURNAL_CARD_SHUT);
      }
      return Optional.empty();
    }

    /// Reports whether an event of this station may have happened after an event from the other
    /// journal.
    private boolean after(JournalEntry here, JournalEntry there) {
      boolean certain = !here.at().doubtful() && !there.at().doubtful();
      boolean before =
          here.at().corrected().toInstant().isBefore(there.at().corrected().toInstant());
      return !numbers.containsValue(here.number()) && !(certain && before);
    }

    private boolean lacksCard(JournalEntry entry) {
      boolean nobodys =
          entry.what() instanceof CirculationEvent.ItemReturned
              || entry.what() instanceof CirculationEvent.ObjectDropped
              || entry.what() instanceof CirculationEvent.BinEmptied
              || entry.what() instanceof CirculationEvent.EntriesLost;
      return !nobodys && damaged.sealed(entry.number()).isEmpty();
    }

    private static Optional<Mark> line(JournalEntry entry, TaskNoteCode why) {
      return Optional.of(StaffLine.of(EventKind.of(entry.what()).whenInDoubt(), TaskNote.of(why)));
    }
  }
}
