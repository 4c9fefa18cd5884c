package org.libstation.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.ReturnOutcome.LentTo;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.WasOnLoan;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;

/// Settles returns: looks the item up, then sends message 09 with the moment of the hand-over.
///
/// An item in the bin is reported within the same bin operation, whatever the look says. At a pad
/// the look always decides. Later, a return is reported only if the loan is provably the one that
/// was handed in.
final class Returns {
  private final SettlingParts parts;
  private final HandedIn handedIn;
  private final ClockDoubt clockDoubt;
  private final OnPad pad;

  /// The result of a unit of work, and what the patron may be told.
  ///
  /// @param borrower whose loan ended, if the central system said so
  record ReturnResult(Progress progress, ReturnOutcome outcome, Optional<PatronId> borrower) {
    /// Makes a result without a known borrower.
    static ReturnResult of(Progress progress, ReturnOutcome outcome) {
      return new ReturnResult(progress, outcome, Optional.empty());
    }
  }

  Returns(SettlingParts parts, OnPad pad) {
    this.parts = parts;
    this.pad = pad;
    this.handedIn = new HandedIn(parts);
    this.clockDoubt = new ClockDoubt(parts);
  }

  /// Does one unit of work on a return.
  ///
  /// @param inHand whether a person holds the item at the station; then it no longer waits until
  ///   the bin is emptied
  ReturnResult work(JournalEntry entry, ItemReturned returned, boolean inHand) {
    switch (entry.state()) {
      case ACCEPTED -> {
        return ReturnResult.of(
            parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED),
            recorded(entry, Optional.empty()));
      }
      case REFUSED -> {
        return toStaff(
            entry,
            StaffLine.StaffReason.RETURN_REFUSED,
            TaskNote.of(TaskNoteCode.REFUSED),
            Optional.empty(),
            Refusal.of(Refusal.RefusalReason.OTHER));
      }
      case WRITTEN, WAITING, IN_DOUBT, WITH_STAFF, CLOSED -> {
        // Handled below.
      }
    }
    if (heldForEmptying(entry) && !inHand) {
      return waits(entry, parts.settings().idle());
    }
    if (parts.doubt().stage(entry) instanceof Doubt.DoubtStage.Quarantined(var left)) {
      return waits(entry, left);
    }
    return switch (parts.central().look(returned.item())) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ ->
          ReturnResult.of(new Progress.NoLink(), recorded(entry, Optional.empty()));
      case Answer.Refused<ItemLook>(var refusal) ->
          toStaff(
              entry,
              StaffLine.StaffReason.RETURN_REFUSED,
              TaskNote.refused(refusal),
              Optional.empty(),
              refusal);
      // Staff are told of a doubtful clock only now: a link that comes back delivers the time
      // before it delivers a look.
      case Answer.Accepted<ItemLook>(var look) ->
          judge(
              clockDoubt.told(entry, returned.handedOver(), ClockDoubt.handedOver()),
              returned,
              look,
              inHand);
    };
  }

  private ReturnResult judge(
      JournalEntry entry, ItemReturned returned, ItemLook look, boolean inHand) {
    if (waitsForEmptying(entry, returned, look) && !inHand) {
      parts.ledger().mark(entry, Ledger.seen(look, Optional.empty()), new Mark.HeldForEmptying());
      return ReturnResult.of(new Progress.StepWritten(), recorded(entry, Optional.of(look)));
    }
    if (sentAtOnce(entry, returned, look)) {
      return send(entry, returned, look);
    }
    return switch (handedIn.judge(entry, returned, look)) {
      case BACK_ALREADY -> {
        List<Mark> marks = new ArrayList<>(List.of(Ledger.seen(look, Optional.empty())));
        if (parts.doubt().timesSent(entry) > 0) {
          marks.addAll(trueTime(entry, returned));
        }
        yield ReturnResult.of(
            parts
                .ledger()
                .close(entry, EntryClosed.ClosingReason.FOUND_RETURNED, marks.toArray(Mark[]::new)),
            found(entry, look));
      }
      case THE_SAME_LOAN -> again(entry, returned, look);
      case NOT_DECIDABLE ->
          toStaff(
              entry,
              StaffLine.StaffReason.RETURN_NOT_DECIDABLE,
              look.due()
                  .map(
                      due ->
                          TaskNote.of(
                              TaskNoteCode.STATUS_DUE, look.status().code(), due.verbatim()))
                  .orElseGet(() -> TaskNote.of(TaskNoteCode.STATUS, look.status().code())),
              Optional.of(look),
              Refusal.of(Refusal.RefusalReason.OTHER));
    };
  }

  /// Reports a return whose loan is provably the one that was handed in. A return in doubt is
  /// looked up twice first.
  private ReturnResult again(JournalEntry entry, ItemReturned returned, ItemLook look) {
    return switch (parts.doubt().stage(entry)) {
      case Doubt.DoubtStage.Quarantined(var left) -> waits(entry, left);
      case Doubt.DoubtStage.FirstLook _ -> {
        parts.ledger().observed(entry, look, Optional.empty());
        yield ReturnResult.of(new Progress.StepWritten(), recorded(entry, Optional.of(look)));
      }
      case Doubt.DoubtStage.LastLook _ ->
          parts.doubt().timesSent(entry) >= parts.settings().inDoubt().timesBeforeStaff()
              ? toStaff(
                  entry,
                  StaffLine.StaffReason.RETURN_REFUSED,
                  TaskNote.of(TaskNoteCode.NEVER_ANSWERED),
                  Optional.of(look),
                  Refusal.of(Refusal.RefusalReason.OTHER))
              : send(entry, returned, look);
      case Doubt.DoubtStage.Clear _ -> send(entry, returned, look);
    };
  }

  private ReturnResult send(JournalEntry entry, ItemReturned returned, ItemLook look) {
    OffsetDateTime moment = handedIn.moment(entry, returned);
    parts
        .ledger()
        .mark(
            entry,
            Ledger.seen(look, Optional.empty()),
            new Mark.Sending(Act.CHECKIN, moment.toString()));
    return switch (parts.central().checkin(returned.item(), moment)) {
      case Answer.Accepted<CheckinResult>(var booked) -> booked(entry, returned, look, booked);
      case Answer.Refused<CheckinResult>(var refusal) ->
          toStaff(
              entry,
              StaffLine.StaffReason.RETURN_REFUSED,
              TaskNote.refused(refusal),
              Optional.of(look),
              refusal,
              new Mark.RequestRefused(refusal.reason(), refusal.words().text()));
      case Answer.NotSent<CheckinResult>(var reason, _) ->
          ReturnResult.of(
              parts.ledger().notSent(entry, reason), recorded(entry, Optional.of(look)));
      case Answer.Unknown<CheckinResult>(var reason, var anothers) ->
          ReturnResult.of(
              parts.ledger().unknown(entry, reason, anothers), recorded(entry, Optional.of(look)));
    };
  }

  private ReturnResult booked(
      JournalEntry entry, ItemReturned returned, ItemLook look, CheckinResult booked) {
    List<Mark> marks = new ArrayList<>();
    marks.add(Mark.Accepted.mayClear(Optional.empty(), Act.CHECKIN.word()));
    if (booked.sortBin().isPresent() || booked.held()) {
      marks.add(new Mark.Sorted(booked.sortBin(), booked.held()));
    }
    WasOnLoan wasOnLoan = wasOnLoan(booked, look);
    if (look.status().onLoan() && wasOnLoan == WasOnLoan.NO) {
      marks.add(Ledger.finding(TaskNote.of(TaskNoteCode.ENDED_NO_LOAN)));
    }
    if (wasOnLoan != WasOnLoan.NO) {
      marks.addAll(trueTime(entry, returned));
    }
    booked.charge().flatMap(charge -> differs(entry, charge)).ifPresent(marks::add);
    Progress done =
        parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED, marks.toArray(Mark[]::new));
    return new ReturnResult(
        done,
        new ReturnOutcome.ReturnBooked(
            entry.number(),
            entry.what().item(),
            booked.title().isEmpty() ? look.title() : booked.title(),
            new ReturnOutcome.Sorting(booked.held(), booked.alert()),
            new ReturnOutcome.EndedLoan(
                wasOnLoan,
                look.due(),
                booked.charge(),
                new LentTo(Optional.empty(), look.mediaType()))),
        booked.borrower());
  }

  /// Decides by the answer; if that does not say, by the look before it.
  private WasOnLoan wasOnLoan(CheckinResult booked, ItemLook look) {
    if (booked.wasOnLoan() != WasOnLoan.NOT_KNOWN) {
      return booked.wasOnLoan();
    }
    if (parts.habits().onLoan(look)) {
      return WasOnLoan.YES;
    }
    return look.status().onShelf() ? WasOnLoan.NO : WasOnLoan.NOT_KNOWN;
  }

  /// The finding that gives staff the true time of a return that is reported late and does not
  /// count from its hand-over; else empty.
  private List<Mark> trueTime(JournalEntry entry, ItemReturned returned) {
    return soon(returned)
        ? List.of()
        : notCountedSince(entry, returned)
            .map(why -> Ledger.finding(TaskNote.of(why, TaskNote.moment(returned.handedOver()))))
            .stream()
            .toList();
  }

  /// Why the central system does not count the return from its hand-over; empty if it does.
  private Optional<TaskNoteCode> notCountedSince(JournalEntry entry, ItemReturned returned) {
    if (parts.habits().has(Habit.RETURN_DATE_IGNORED)) {
      return Optional.of(TaskNoteCode.COUNTS_WHEN_REPORTED);
    }
    return handedIn.isEarlierThanItsLoan(entry, returned)
        ? Optional.of(TaskNoteCode.LOAN_REPORTED_AFTER)
        : Optional.empty();
  }

  /// Makes a finding if the library now charges another fine than the person was told when the
  /// return could not be reported yet.
  private static Optional<Mark> differs(JournalEntry entry, Money charge) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.Fine.class::isInstance)
        .map(mark -> ((Mark.Fine) mark).told())
        .reduce((_, newest) -> newest)
        .filter(told -> !told.sum().equals(charge))
        .map(
            told ->
                Ledger.finding(
                    TaskNote.of(
                        TaskNoteCode.CHARGED_OTHERWISE,
                        charge,
                        told.sum(),
                        told.due().map(LocalDate::toString).orElse(""),
                        told.calendarVersion(),
                        told.policyVersion())));
  }

  /// Whether a return is reported without further proof. Never, if a request of it may have left
  /// before.
  ///
  /// * Still on the pad after the look: yes. The item has been lent to nobody else, however long
  ///   the answer took.
  /// * Later than [SyncSettings#binOperation]: no.
  /// * In the bin: yes until the bin is emptied, because the item cannot have been lent on before.
  /// * At a pad: yes if the look shows no loan, or one that cannot have begun since the hand-over.
  ///   A first look within [SyncSettings#padOperation] shows the loan that was handed in, unless
  ///   the loan is newer than the one this journal gave.
  private boolean sentAtOnce(JournalEntry entry, ItemReturned returned, ItemLook look) {
    boolean first =
        parts.doubt().timesSent(entry) == 0
            && parts.doubt().stage(entry) instanceof Doubt.DoubtStage.Clear;
    if (!first) {
      return false;
    }
    if (returned.how() == CirculationEvent.How.SEEN && pad.lies(returned)) {
      return true;
    }
    if (!soon(returned)) {
      return false;
    }
    return switch (returned.how()) {
      case DROPPED -> !emptiedSince(entry);
      case SEEN -> !parts.habits().onLoan(look) || isHandedInAtPad(entry, returned, look);
    };
  }

  private boolean isHandedInAtPad(JournalEntry entry, ItemReturned returned, ItemLook look) {
    boolean atOnce =
        parts.elapsed().certainly(returned.handedOver()).compareTo(handedIn.operation(returned))
            <= 0;
    return atOnce
        ? !handedIn.isNewer(entry, returned, look)
        : !handedIn.mayHaveBegunSince(returned, look);
  }

  private boolean emptiedSince(JournalEntry entry) {
    try (Stream<JournalEntry> later = parts.journal().from(entry.number() + 1)) {
      return later.anyMatch(each -> each.what() instanceof CirculationEvent.BinEmptied);
    }
  }

  private boolean soon(ItemReturned returned) {
    boolean sameRun = returned.handedOver().bootId().equals(parts.clock().now().bootId());
    return sameRun
        && parts
                .elapsed()
                .certainly(returned.handedOver())
                .compareTo(parts.settings().binOperation())
            <= 0;
  }

  private static boolean heldForEmptying(JournalEntry entry) {
    return entry.has(Mark.HeldForEmptying.class) && !entry.has(Mark.Emptied.class);
  }

  private boolean waitsForEmptying(JournalEntry entry, ItemReturned returned, ItemLook look) {
    return parts.habits().has(Habit.HOLDS_AT_EMPTYING)
        && returned.how() == CirculationEvent.How.DROPPED
        && look.holdQueue() > 0
        && !entry.has(Mark.HeldForEmptying.class);
  }

  private ReturnResult waits(JournalEntry entry, Duration left) {
    return ReturnResult.of(new Progress.Waits(left), recorded(entry, Optional.empty()));
  }

  private ReturnResult toStaff(
      JournalEntry entry,
      StaffLine.StaffReason kind,
      TaskNote why,
      Optional<ItemLook> look,
      Refusal refusal,
      Mark... answered) {
    ItemReturned returned = (ItemReturned) entry.what();
    List<Mark> before = new ArrayList<>(List.of(answered));
    look.ifPresent(seen -> before.add(Ledger.seen(seen, Optional.empty())));
    Progress done =
        parts
            .ledger()
            .toStaff(
                entry,
                kind,
                List.of(
                    TaskNote.of(TaskNoteCode.HANDED_OVER, TaskNote.moment(returned.handedOver())),
                    why),
                before.toArray(Mark[]::new));
    return ReturnResult.of(
        done,
        new ReturnOutcome.ReturnLeftToStaff(
            entry.number(),
            entry.what().item(),
            look.map(ItemLook::title).filter(title -> !title.isEmpty()),
            refusal));
  }

  /// The outcome of a return that is recorded here, as far as a look tells.
  static ReturnOutcome recorded(JournalEntry entry, Optional<ItemLook> look) {
    return new ReturnOutcome.Recorded(
        entry.number(),
        entry.what().item(),
        look.map(ItemLook::title).filter(title -> !title.isEmpty()),
        look.flatMap(ItemLook::due),
        new LentTo(Optional.empty(), look.flatMap(ItemLook::mediaType)));
  }

  private static ReturnOutcome found(JournalEntry entry, ItemLook look) {
    return new ReturnOutcome.ReturnBooked(
        entry.number(),
        entry.what().item(),
        look.title(),
        ReturnOutcome.Sorting.USUAL,
        ReturnOutcome.EndedLoan.NONE);
  }
}
