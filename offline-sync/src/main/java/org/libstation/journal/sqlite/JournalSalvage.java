package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Happening;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Entry;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;

/// Brings the readable open entries of a corrupt journal over into the new one, with their numbers,
/// times, marks and sealed cards. The corrupt file is only read; running it again adds nothing.
///
/// What cannot be judged any more goes to staff: every entry when marks were lost (the one that
/// closed it may be among them), and an entry whose item moved again in the new journal.
public final class JournalSalvage {
  private JournalSalvage() {}

  /// What was found, in numbers.
  ///
  /// @param entriesRead entries that could be read
  /// @param entriesLost entries that must have been there and could not
  /// @param marksLost marks that must have been there and could not be read
  /// @param broughtOver open entries now in the new journal
  /// @param alreadyThere open entries brought over by an earlier run
  /// @param toStaff of those brought over, how many got a staff line
  /// @param cards of those brought over, how many have their card, sealed for this machine
  /// @param cardsShut of those brought over, how many have a card that only the recovery key opens
  /// @param damaged whether any part of the file could not be read
  public record Report(
      int entriesRead,
      int entriesLost,
      int marksLost,
      int broughtOver,
      int alreadyThere,
      int toStaff,
      int cards,
      int cardsShut,
      boolean damaged) {

    /// For the technician.
    public List<String> lines() {
      return List.of(
          "entries read        " + entriesRead,
          "entries lost        " + entriesLost,
          "marks lost          " + marksLost,
          "brought over        " + broughtOver,
          "brought over before " + alreadyThere,
          "handed to staff     " + toStaff,
          "cards kept          " + cards,
          "cards for recovery  " + cardsShut,
          "file damaged        " + (damaged ? "yes" : "no"));
    }
  }

  /// As [#run(Path, SqliteJournal, Optional)] without a recovery key.
  public static Report run(Path corruptFile, SqliteJournal into) {
    return run(corruptFile, into, Optional.empty());
  }

  /// Brings over what can be read, and writes the report beside the corrupt file; with that the
  /// store no longer calls for a technician.
  ///
  /// @param corruptFile what [JournalStore.Opening.SetAside] named, or the journal of a dead
  ///   machine
  /// @param recoveryKey opens cards of another machine, so that they are sealed for this one
  public static Report run(Path corruptFile, SqliteJournal into, Optional<PrivateKey> recoveryKey) {
    try (DamagedJournal damaged = DamagedJournal.read(corruptFile)) {
      Report report = new Run(damaged, into, recoveryKey).report();
      Files.write(
          corruptFile.resolveSibling(SetAsideFiles.SALVAGED),
          report.lines(),
          StandardCharsets.UTF_8);
      return report;
    } catch (IOException e) {
      throw new JournalException(
          JournalException.Kind.DISK, corruptFile + " could not be salvaged", e);
    }
  }

  private static final class Run {
    private final DamagedJournal damaged;
    private final SqliteJournal into;
    private final Optional<PrivateKey> recoveryKey;
    private int broughtOver;
    private int alreadyThere;
    private int toStaff;
    private int cards;
    private int cardsShut;

    Run(DamagedJournal damaged, SqliteJournal into, Optional<PrivateKey> recoveryKey) {
      this.damaged = damaged;
      this.into = into;
      this.recoveryKey = recoveryKey;
    }

    Report report() {
      for (Entry entry : damaged.entries()) {
        if (entry.state() != EntryState.CLOSED) {
          bringOver(entry);
        }
      }
      return new Report(
          damaged.entries().size(),
          damaged.entriesLost(),
          damaged.marksLost(),
          broughtOver,
          alreadyThere,
          toStaff,
          cards,
          cardsShut,
          damaged.anyDamage());
    }

    private void bringOver(Entry entry) {
      Optional<SealedCard> sealed = damaged.sealed(entry.number());
      Optional<PatronId> card = sealed.flatMap(s -> open(s, entry));
      Optional<Mark> staff = staffLine(entry, sealed.isPresent() && card.isEmpty());
      if (!into.bringOver(entry, card, sealed, staff.map(List::of).orElseGet(List::of))) {
        alreadyThere++;
        return;
      }
      broughtOver++;
      toStaff += staff.isPresent() ? 1 : 0;
      cards += card.isPresent() ? 1 : 0;
      cardsShut += sealed.isPresent() && card.isEmpty() ? 1 : 0;
    }

    private Optional<PatronId> open(SealedCard sealed, Entry entry) {
      String context = JournalFile.context(entry.at(), entry.what());
      return into.tryOpen(sealed, entry.at(), entry.what())
          .or(() -> recoveryKey.flatMap(key -> RecoveredCards.open(sealed, context, key)));
    }

    private Optional<Mark> staffLine(Entry entry, boolean cardShut) {
      if (entry.state() == EntryState.WITH_STAFF) {
        return Optional.empty();
      }
      boolean movedSince =
          into.lastMove(entry.what().item())
              .filter(last -> last.number() > entry.number())
              .isPresent();
      if (damaged.marksDamaged()) {
        return line(entry, "from a damaged journal: what was known of it may be lost");
      }
      if (movedSince) {
        return line(entry, "from a damaged journal: the item moved again before it came over");
      }
      if (cardShut || lacksCard(entry)) {
        return line(entry, "from a damaged journal: this station cannot open its card");
      }
      return Optional.empty();
    }

    private boolean lacksCard(Entry entry) {
      boolean nobodys =
          entry.what() instanceof Happening.ItemReturned
              || entry.what() instanceof Happening.ObjectDropped
              || entry.what() instanceof Happening.BinEmptied;
      return !nobodys && damaged.sealed(entry.number()).isEmpty();
    }

    private static Optional<Mark> line(Entry entry, String why) {
      StaffLine.Kind kind =
          switch (entry.what()) {
            case Happening.LoanAsked _, Happening.LoanGiven _ -> StaffLine.Kind.LOAN_IN_DOUBT;
            case Happening.ItemReturned _ -> StaffLine.Kind.RETURN_NOT_DECIDABLE;
            case Happening.RenewAsked _ -> StaffLine.Kind.RENEWAL_IN_DOUBT;
            case Happening.HoldAsked _ -> StaffLine.Kind.HOLD_IN_DOUBT;
            case Happening.PaymentAsked _ -> StaffLine.Kind.TERMINAL_IN_DOUBT;
            case Happening.MoneyTaken _ -> StaffLine.Kind.PAYMENT_IN_DOUBT;
            case Happening.ObjectDropped _ -> StaffLine.Kind.OBJECT_UNIDENTIFIED;
            case Happening.BinEmptied _ -> StaffLine.Kind.FINDING;
          };
      return Optional.of(new StaffLine(kind, why));
    }
  }
}
