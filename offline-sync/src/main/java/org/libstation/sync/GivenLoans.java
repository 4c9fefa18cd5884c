package org.libstation.sync;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.LoanGiven;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.Act;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// Settles loans that were given by the offline rules, until the central system or staff have them.
/// It looks up the item (17), and the loan list of the patron (63). A request that was never sent
/// needs no list if the item is on the shelf.
///
/// * Item on the shelf: send the checkout (11).
/// * Item in the list of the patron: already done.
/// * Otherwise: wait until the other stations have reported ([SiblingWaits]), then hand to staff.
///
/// A loan whose request got no answer is first only looked at, and sent after its quarantine. A
/// loan of an older journal whose item is on the shelf goes to staff.
final class GivenLoans {
  private final SettlingParts parts;
  private final SiblingWaits holds;
  private final HandedIn dates;
  // When a held loan may be looked up again, by monotonic time. It only sets a pace, so it is not
  // on disk.
  private final Map<Long, Duration> nextLook = new ConcurrentHashMap<>();

  GivenLoans(SettlingParts parts) {
    this.parts = parts;
    this.dates = new HandedIn(parts);
    this.holds =
        new SiblingWaits(parts.clock(), parts.elapsed(), parts.settings().lateLoans().siblings());
  }

  Progress work(JournalEntry entry, LoanGiven given) {
    if (entry.state() == EntryState.ACCEPTED) {
      return parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
    }
    if (entry.state() == EntryState.REFUSED) {
      return refused(entry, List.of(TaskNote.of(TaskNoteCode.BY_CENTRAL)));
    }
    return switch (parts.restart().row(entry)) {
      case UNFINISHED -> new Progress.Waits(parts.restart().left(entry));
      case GIVEN_NOT_RELEASED ->
          perhapsNotTaken(entry) ? inDoubtOrNot(entry, given) : sayPerhapsNotTaken(entry);
      case RELEASED, NOT_ASKED, ASKED_ALONE, REFUSED, ACCEPTED_NOT_RELEASED ->
          inDoubtOrNot(entry, given);
    };
  }

  private static boolean perhapsNotTaken(JournalEntry entry) {
    return entry.marks().stream()
        .anyMatch(
            noted ->
                noted.mark() instanceof StaffLine line
                    && line.kind() == StaffLine.StaffReason.PERHAPS_NOT_TAKEN);
  }

  private Progress sayPerhapsNotTaken(JournalEntry entry) {
    parts
        .ledger()
        .mark(
            entry,
            StaffLine.of(
                StaffLine.StaffReason.PERHAPS_NOT_TAKEN,
                TaskNote.of(TaskNoteCode.LENT_NOT_RELEASED, TaskNote.moment(entry.at()))));
    return new Progress.StepWritten();
  }

  private Progress inDoubtOrNot(JournalEntry entry, LoanGiven given) {
    if (parts.doubt().timesSent(entry) >= parts.settings().inDoubt().timesBeforeStaff()
        && entry.state() == EntryState.IN_DOUBT
        && parts.doubt().stage(entry) instanceof Doubt.DoubtStage.LastLook) {
      return parts
          .ledger()
          .toStaff(
              entry,
              StaffLine.StaffReason.LOAN_IN_DOUBT,
              List.of(TaskNote.of(TaskNoteCode.NEVER_ANSWERED)));
    }
    return switch (parts.doubt().stage(entry)) {
      case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
      case Doubt.DoubtStage.FirstLook _ -> lookUp(entry, given, true);
      case Doubt.DoubtStage.LastLook _, Doubt.DoubtStage.Clear _ -> lookUp(entry, given, false);
    };
  }

  private Progress lookUp(JournalEntry entry, LoanGiven given, boolean onlyLook) {
    Optional<Duration> pause = pause(entry);
    if (pause.isPresent()) {
      return new Progress.Waits(pause.get());
    }
    return switch (parts.central().look(given.item())) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> new Progress.NoLink();
      case Answer.Refused<ItemLook>(var refusal) ->
          refused(entry, List.of(TaskNote.of(TaskNoteCode.OF_ITEM), TaskNote.refused(refusal)));
      // Staff are told of a doubtful clock only now: a link that comes back delivers the time
      // before it delivers a look.
      case Answer.Accepted<ItemLook>(var look) ->
          judge(
              new ClockDoubt(parts).told(entry, entry.at(), ClockDoubt.lent()),
              given,
              look,
              onlyLook);
    };
  }

  private Progress judge(JournalEntry entry, LoanGiven given, ItemLook look, boolean onlyLook) {
    Optional<PatronId> card = parts.journal().card(entry.number());
    // A request that never left cannot have booked the loan. Then the shelf status is enough,
    // without the list.
    boolean neverSent = parts.doubt().stage(entry) instanceof Doubt.DoubtStage.Clear;
    Whereabouts where = new Whereabouts(parts.central());
    Whereabouts.ItemWhereabouts place =
        neverSent
            ? where.byStatus(look, card, Optional.empty())
            : where.byList(look, card, Optional.empty());
    return switch (place) {
      case NO_LINK -> new Progress.NoLink();
      case WITH_THIS_PATRON -> foundDone(entry, look);
      case ON_SHELF ->
          onlyLook
              ? seen(entry, look, place)
              : parts.doubt().declared(entry)
                  ? perhapsBroughtBack(entry, look)
                  : send(
                      entry, given, look, card, neverSent ? Optional.empty() : Optional.of(false));
      case ELSEWHERE, NOT_TOLD ->
          onlyLook ? seen(entry, look, place) : onLoanToAnother(entry, look, place);
    };
  }

  /// Hands to staff a loan of an older journal, or perhaps of a copy. A loan that was booked and
  /// brought back since looks the same as one never booked.
  private Progress perhapsBroughtBack(JournalEntry entry, ItemLook look) {
    return parts
        .ledger()
        .toStaff(
            entry,
            StaffLine.StaffReason.LOAN_IN_DOUBT,
            List.of(
                TaskNote.of(TaskNoteCode.LENT, TaskNote.moment(entry.at())),
                TaskNote.of(TaskNoteCode.OLDER_ON_SHELF)),
            Ledger.seen(look, Optional.of(false)));
  }

  private Progress seen(JournalEntry entry, ItemLook look, Whereabouts.ItemWhereabouts place) {
    parts.ledger().observed(entry, look, Whereabouts.inList(place));
    return new Progress.StepWritten();
  }

  private Progress foundDone(JournalEntry entry, ItemLook look) {
    Optional<Mark.Observed> before =
        entry.marks().stream()
            .map(JournalEntry.Noted::mark)
            .filter(
                mark -> mark instanceof Mark.Observed seen && seen.inPatronsList().orElse(false))
            .map(Mark.Observed.class::cast)
            .findFirst();
    List<Mark> marks = new ArrayList<>();
    marks.add(Ledger.seen(look, Optional.of(true)));
    if (before.isPresent()
        && before.get().due().isPresent()
        && look.due().isPresent()
        && !before.get().due().get().sameAs(look.due().get())) {
      marks.add(Ledger.finding(TaskNote.of(TaskNoteCode.DUE_MOVED_BETWEEN_LOOKS)));
    }
    nextLook.remove(entry.number());
    return parts
        .ledger()
        .close(entry, EntryClosed.ClosingReason.FOUND_DONE, marks.toArray(Mark[]::new));
  }

  private Progress send(
      JournalEntry entry,
      LoanGiven given,
      ItemLook look,
      Optional<PatronId> card,
      Optional<Boolean> inList) {
    if (card.isEmpty()) {
      return refused(entry, List.of(TaskNote.of(TaskNoteCode.CARD_NOT_KEPT)));
    }
    Optional<OffsetDateTime> lentAt = dates.lentAt(entry);
    parts
        .ledger()
        .mark(
            entry,
            Ledger.seen(look, inList),
            new Mark.Sending(Act.CHECKOUT, lentAt.map(OffsetDateTime::toString).orElse("")));
    Answer<CheckoutResult> answer =
        lentAt.isPresent()
            ? parts.central().lateCheckout(given.item(), card.get(), lentAt.get())
            : parts.central().checkout(given.item(), card.get(), Optional.empty());
    return switch (answer) {
      case Answer.Accepted<CheckoutResult>(var booked) -> booked(entry, booked);
      case Answer.Refused<CheckoutResult>(var refusal)
          when refusal.reason() == Refusal.RefusalReason.ALREADY_YOURS ->
          foundDone(entry, look);
      case Answer.Refused<CheckoutResult>(var refusal) ->
          refused(
              entry,
              List.of(TaskNote.refused(refusal)),
              new Mark.RequestRefused(refusal.reason(), refusal.words().text()));
      case Answer.NotSent<CheckoutResult>(var reason, _) -> parts.ledger().notSent(entry, reason);
      case Answer.Unknown<CheckoutResult>(var reason, var anothers) ->
          parts.ledger().unknown(entry, reason, anothers);
    };
  }

  private Progress booked(JournalEntry entry, CheckoutResult booked) {
    nextLook.remove(entry.number());
    List<Mark> marks = new ArrayList<>();
    marks.add(Mark.Accepted.mayClear(Optional.of(booked.due()), Act.CHECKOUT.word()));
    if (booked.renewed()) {
      marks.add(Ledger.finding(TaskNote.of(TaskNoteCode.ON_ACCOUNT_ALREADY)));
    }
    return parts
        .ledger()
        .close(entry, EntryClosed.ClosingReason.SETTLED, marks.toArray(Mark[]::new));
  }

  private Progress refused(JournalEntry entry, List<TaskNote> why, Mark... before) {
    List<TaskNote> notes = new ArrayList<>();
    notes.add(TaskNote.of(TaskNoteCode.LENT, TaskNote.moment(entry.at())));
    notes.add(TaskNote.of(TaskNoteCode.NOT_BOOKED));
    notes.addAll(why);
    return parts.ledger().toStaff(entry, StaffLine.StaffReason.LOAN_REFUSED, notes, before);
  }

  private Progress onLoanToAnother(
      JournalEntry entry, ItemLook look, Whereabouts.ItemWhereabouts place) {
    if (!entry.has(Mark.HeldForSiblings.class)) {
      hold(entry, Ledger.seen(look, Whereabouts.inList(place)));
      pace(entry);
      return new Progress.StepWritten();
    }
    Duration left = holds.left(entry);
    if (left.isPositive()) {
      hold(entry);
      pace(entry);
      return new Progress.Waits(shorter(left, parts.settings().lateLoans().look()));
    }
    nextLook.remove(entry.number());
    return parts
        .ledger()
        .toStaff(
            entry,
            place == Whereabouts.ItemWhereabouts.NOT_TOLD || !mayBeOnLoan(look)
                ? StaffLine.StaffReason.LOAN_IN_DOUBT
                : StaffLine.StaffReason.LOAN_ON_ANOTHER_CARD,
            List.of(
                TaskNote.of(TaskNoteCode.LENT_HERE, TaskNote.moment(entry.at())),
                TaskNote.of(TaskNoteCode.STATUS, look.status().code())),
            Ledger.seen(look, Whereabouts.inList(place)));
  }

  /// Starts the wait for other stations. The look counts for every loan of the item given until
  /// now, so they wait together, not one after the other.
  private void hold(JournalEntry head, Mark... before) {
    List<Mark> marks = new ArrayList<>(List.of(before));
    if (holds.due(head)) {
      marks.add(new Mark.HeldForSiblings());
    }
    if (!marks.isEmpty()) {
      parts.ledger().mark(head, marks.toArray(Mark[]::new));
    }
    parts.journal().open(head.what().item()).stream()
        .filter(
            later ->
                later.number() > head.number()
                    && later.what() instanceof LoanGiven
                    && later.state() != EntryState.WITH_STAFF
                    && holds.due(later))
        .forEach(later -> parts.ledger().mark(later, new Mark.HeldForSiblings()));
  }

  /// Whether the status allows a loan to another patron. An item in transit, lost or missing is not
  /// with another patron either.
  private static boolean mayBeOnLoan(ItemLook look) {
    return look.status().onLoan() || look.status() == CirculationStatus.RECALLED;
  }

  private void pace(JournalEntry entry) {
    nextLook.put(
        entry.number(), parts.clock().monotonic().plus(parts.settings().lateLoans().look()));
  }

  private Optional<Duration> pause(JournalEntry entry) {
    Duration next = nextLook.get(entry.number());
    if (next == null || !entry.has(Mark.HeldForSiblings.class)) {
      return Optional.empty();
    }
    Duration left = shorter(next.minus(parts.clock().monotonic()), holds.left(entry));
    return Optional.of(left).filter(Duration::isPositive);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
