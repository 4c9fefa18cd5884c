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
import org.libstation.journal.Act;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// Loans the station gave by its own rules, sent until they are true or staff have them: 17, then
/// 63 with the loan list. On the shelf: 11. In the patron's list: found done. On loan to another:
/// held until the other stations have reported ([SiblingWaits]), then staff.
final class GivenLoans {
  private final SettlingParts parts;
  private final SiblingWaits holds;
  private final HandedIn dates;
  // When a held loan may be looked up again; only a pace, so it is not on disk.
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
      return refused(entry, "refused by the central system");
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
            new StaffLine(
                StaffLine.StaffReason.PERHAPS_NOT_TAKEN,
                "lent by the station " + Ledger.moment(entry.at()) + ", not released"));
    return new Progress.StepWritten();
  }

  private Progress inDoubtOrNot(JournalEntry entry, LoanGiven given) {
    if (parts.doubt().timesSent(entry) >= parts.settings().inDoubt().timesBeforeStaff()
        && entry.state() == EntryState.IN_DOUBT
        && parts.doubt().stage(entry) instanceof Doubt.DoubtStage.LastLook) {
      return parts
          .ledger()
          .toStaff(
              entry, StaffLine.StaffReason.LOAN_IN_DOUBT, "sent several times, never answered");
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
      case Answer.Refused<ItemLook>(var refusal) -> refused(entry, "the item: " + refusal.told());
      // Only now, since the link that brought this look brought the time before.
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
    // What never left is on nobody's account by it: then a shelf is a shelf, without the list.
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

  /// From an older journal, or perhaps from a copy: booked and brought back since then looks the
  /// same as never booked.
  private Progress perhapsBroughtBack(JournalEntry entry, ItemLook look) {
    return parts
        .ledger()
        .toStaff(
            entry,
            StaffLine.StaffReason.LOAN_IN_DOUBT,
            "lent "
                + Ledger.moment(entry.at())
                + "; from an older journal, and on the shelf now: it may have been brought back",
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
      marks.add(Ledger.finding("the due date moved between two looks"));
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
      return refused(entry, "the card number is no longer kept");
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
              refusal.told(),
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
      marks.add(Ledger.finding("renewal ok = Y: it was on the account already"));
    }
    return parts
        .ledger()
        .close(entry, EntryClosed.ClosingReason.SETTLED, marks.toArray(Mark[]::new));
  }

  private Progress refused(JournalEntry entry, String why, Mark... before) {
    return parts
        .ledger()
        .toStaff(
            entry,
            StaffLine.StaffReason.LOAN_REFUSED,
            "lent " + Ledger.moment(entry.at()) + "; not booked: " + why,
            before);
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
            "lent here " + Ledger.moment(entry.at()) + "; status " + look.status().code(),
            Ledger.seen(look, Whereabouts.inList(place)));
  }

  /// This look counts for every loan of the item given until now: they wait together, not one after
  /// the other.
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

  /// In transit, lost or missing is with nobody else either.
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
