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
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Brings the readable open entries of a corrupt journal over into the new one, with their times,
/// marks and sealed cards, and with their numbers where it was this station's. The corrupt file is
/// only read; running it again adds nothing.
///
/// What cannot be judged any more goes to staff: every entry when marks were lost (the one that
/// closed it may be among them), and an entry whose item moved again in the new journal.
public final class JournalSalvage {
  private JournalSalvage() {}

  /// Brings over what can be read, and writes the report beside the corrupt file. What could not be
  /// read is an entry of its own ([CirculationEvent.EntriesLost]) with a staff line; until a named
  /// person closes it the store calls for a technician.
  ///
  /// @param corruptFile what [JournalStore.JournalOpening.SetAside] named, or the journal of a dead
  ///   machine
  /// @param recoveryKey opens cards of another machine, so that they are sealed for this one
  /// @throws JournalException KEY when it opens none of the cards that this station cannot open;
  ///   nothing was brought over then
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

  /// A dead machine's disk may be there to be read only; a set-aside journal is ours to note it by.
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

    /// A wrong key would send every card to staff, for good: what is brought over is not opened
    /// again.
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

    /// An entry of an older journal of this station stands before all that came after it. The
    /// numbers of another machine say nothing here: two machines give the same ones.
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
        return line(entry, "from the unfinished end of a journal's log: perhaps it was never done");
      }
      if (damaged.marksLost() instanceof Lost.LossUnknown) {
        return line(entry, "from a damaged journal: what was known of it may be lost");
      }
      boolean movedSince =
          into.lastMove(entry.what().item())
              .filter(last -> keepsNumber ? last.number() > entry.number() : after(last, entry))
              .isPresent();
      if (movedSince) {
        return line(entry, "from a damaged journal: the item moved again before it came over");
      }
      if (cardShut || lacksCard(entry)) {
        return line(entry, "from a damaged journal: this station cannot open its card");
      }
      return Optional.empty();
    }

    /// Whether what happened at this station may have happened after what comes from another.
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

    private static Optional<Mark> line(JournalEntry entry, String why) {
      StaffLine.StaffReason kind =
          switch (entry.what()) {
            case CirculationEvent.LoanAsked _, CirculationEvent.LoanGiven _ ->
                StaffLine.StaffReason.LOAN_IN_DOUBT;
            case CirculationEvent.ItemReturned _ -> StaffLine.StaffReason.RETURN_NOT_DECIDABLE;
            case CirculationEvent.RenewAsked _ -> StaffLine.StaffReason.RENEWAL_IN_DOUBT;
            case CirculationEvent.HoldAsked _ -> StaffLine.StaffReason.HOLD_IN_DOUBT;
            case CirculationEvent.PaymentAsked _ -> StaffLine.StaffReason.TERMINAL_IN_DOUBT;
            case CirculationEvent.MoneyTaken _ -> StaffLine.StaffReason.PAYMENT_IN_DOUBT;
            case CirculationEvent.ObjectDropped _ -> StaffLine.StaffReason.OBJECT_UNIDENTIFIED;
            case CirculationEvent.BinEmptied _ -> StaffLine.StaffReason.FINDING;
            case CirculationEvent.EntriesLost _ -> StaffLine.StaffReason.ENTRIES_LOST;
          };
      return Optional.of(new StaffLine(kind, why));
    }
  }
}
