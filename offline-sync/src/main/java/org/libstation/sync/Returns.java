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
import org.libstation.circulation.WasOnLoan;
import org.libstation.journal.Act;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;

/// Settles what was handed over here: look, then 09 with the moment of the hand-over. What lies in
/// the bin is reported within the same bin operation whatever the look says. At a pad the look
/// always decides. Later a return is reported only when it is provably the loan that was handed in.
final class Returns {
  private final SettlingParts parts;
  private final HandedIn handedIn;
  private final ClockDoubt clockDoubt;
  private final OnPad pad;

  /// What a unit of work came to, and what the patron may be told.
  ///
  /// @param borrower whose loan ended, where the central system said so
  record ReturnResult(Progress progress, ReturnOutcome outcome, Optional<PatronId> borrower) {
    /// Nobody said whose loan ended.
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

  /// @param inHand somebody holds the item before the station: it waits for no emptying any more
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
            "refused",
            Optional.empty(),
            Refusal.of(Refusal.RefusalReason.OTHER));
      }
      case WRITTEN, WAITING, IN_DOUBT, WITH_STAFF, CLOSED -> {
        // Goes on below.
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
              refusal.told(),
              Optional.empty(),
              refusal);
      // Only now, since the link that brought this look brought the time before.
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
              "status "
                  + look.status().code()
                  + look.due().map(due -> ", due " + due.verbatim()).orElse(""),
              Optional.of(look),
              Refusal.of(Refusal.RefusalReason.OTHER));
    };
  }

  /// Provably still the loan that was handed in; a return in doubt is looked up twice first.
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
                  "sent several times, never answered",
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
              refusal.told(),
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
      marks.add(Ledger.finding("the look said on loan, the return ended no loan"));
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

  /// By the answer; where that does not tell, by the look before it.
  private WasOnLoan wasOnLoan(CheckinResult booked, ItemLook look) {
    if (booked.wasOnLoan() != WasOnLoan.NOT_KNOWN) {
      return booked.wasOnLoan();
    }
    if (parts.habits().onLoan(look)) {
      return WasOnLoan.YES;
    }
    return look.status().onShelf() ? WasOnLoan.NO : WasOnLoan.NOT_KNOWN;
  }

  /// The task by which staff get the true time of a return that is reported late and does not count
  /// from it.
  private List<Mark> trueTime(JournalEntry entry, ItemReturned returned) {
    return soon(returned)
        ? List.of()
        : notCountedSince(entry, returned)
            .map(
                why ->
                    Ledger.finding(
                        "handed over " + Ledger.moment(returned.handedOver()) + ", but " + why))
            .stream()
            .toList();
  }

  /// Why the central system does not count the return from its hand-over; empty where it does.
  private Optional<String> notCountedSince(JournalEntry entry, ItemReturned returned) {
    if (parts.habits().has(Habit.RETURN_DATE_IGNORED)) {
      return Optional.of("this central system counts a return from when it is reported");
    }
    return handedIn.isEarlierThanItsLoan(entry, returned)
        ? Optional.of(
            "its loan was reported after that, and a return cannot count from before its loan: it"
                + " counts from when it was reported")
        : Optional.empty();
  }

  /// The person was told a fine when the return could not be reported yet, and the library charges
  /// another one now.
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
                    "the library charged %s, told here %s (due %s, calendar %s, policy %s)"
                        .formatted(
                            charge,
                            told.sum(),
                            told.due().map(LocalDate::toString).orElse("not known"),
                            told.calendarVersion(),
                            told.policyVersion())));
  }

  /// Whether a return of which nothing left yet is reported without further proof. In the bin
  /// nobody can have lent it on until the bin is emptied. At a pad the look decides: it shows no
  /// loan, or one that cannot have begun since the hand-over. An item that still lies on the pad
  /// after the look has been lent to nobody else, however long the answer took. A first look within
  /// [SyncSettings#padOperation] shows the loan that was handed in, unless it is a newer one than
  /// this journal gave.
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
      String why,
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
                "handed over " + Ledger.moment(returned.handedOver()) + "; " + why,
                before.toArray(Mark[]::new));
    return ReturnResult.of(
        done,
        new ReturnOutcome.ReturnLeftToStaff(
            entry.number(),
            entry.what().item(),
            look.map(ItemLook::title).filter(title -> !title.isEmpty()),
            refusal));
  }

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
