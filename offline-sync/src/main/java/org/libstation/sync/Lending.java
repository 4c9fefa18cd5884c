package org.libstation.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.LoanAsked;
import org.libstation.circulation.CirculationEvent.LoanGiven;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.journal.Act;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.sync.CentralHabits.Habit;

/// Lends one item: looks it up, writes the intent, asks the central system, writes the answer. If
/// the central system does not answer, the offline rules decide.
final class Lending {
  private final SettlingParts parts;
  private final Settling settling;
  private final DeskSession session;
  private final Predicate<PatronId> blocked;

  /// A request for a loan.
  private record LoanRequest(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged) {}

  Lending(Settling settling, DeskSession session, Predicate<PatronId> blocked) {
    this.settling = settling;
    this.parts = settling.parts();
    this.session = session;
    this.blocked = blocked;
  }

  /// Lends an item, through the central system if possible. Only the owner of the item's lane
  /// ([Lanes]) may call this.
  LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged) {
    LoanRequest wish = new LoanRequest(item, patron, pin, tagged);
    Optional<LoanOutcome> resumed = parts.restart().resumed(settling.holding(item), patron);
    if (resumed.isPresent()) {
      return resumed.get();
    }
    if (session.alone() || !new Drain(settling).emptied(item, Long.MAX_VALUE)) {
      return alone(wish);
    }
    return ask(wish);
  }

  /// Decides by the offline rules. Used if another owner has the item's lane, because no request
  /// about the item may then be sent.
  LoanOutcome withoutLane(ItemId item, PatronId patron, boolean tagged) {
    return alone(new LoanRequest(item, patron, Optional.empty(), tagged));
  }

  private LoanOutcome ask(LoanRequest wish) {
    Optional<ItemLook> ahead = session.look(wish.item());
    if (ahead.isPresent()) {
      return judge(wish, ahead.get());
    }
    return switch (parts.central().look(wish.item())) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> {
        session.goAlone();
        yield alone(wish);
      }
      case Answer.Refused<ItemLook>(var refusal) ->
          new LoanOutcome.NotLent(wish.item(), Optional.empty(), refusal, 0, false);
      case Answer.Accepted<ItemLook>(var look) -> {
        session.saw(look);
        yield judge(wish, look);
      }
    };
  }

  /// Decides by a look at the item. At many systems a repeated checkout silently renews the loan.
  /// So if the item may be on loan, the patron's loan list is read first.
  private LoanOutcome judge(LoanRequest wish, ItemLook look) {
    return switch (new Whereabouts(parts.central())
        .byStatus(look, Optional.of(wish.patron()), wish.pin())) {
      case ON_SHELF -> checkout(wish, look);
      case WITH_THIS_PATRON -> new LoanOutcome.AlreadyYours(wish.item(), look.title(), look.due());
      case ELSEWHERE, NOT_TOLD ->
          parts.habits().onLoan(look) ? onLoanElsewhere(wish, look) : checkout(wish, look);
      case NO_LINK -> {
        session.goAlone();
        yield parts.habits().onLoan(look)
            ? notLent(wish, look, Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE), false)
            : alone(wish);
      }
    };
  }

  /// Refuses the loan and tells staff. The staff line names only the item and the time; the central
  /// system knows whose loan it is.
  private LoanOutcome onLoanElsewhere(LoanRequest wish, ItemLook look) {
    long _ =
        parts
            .journal()
            .append(
                NewEntry.of(
                    new LoanAsked(wish.item(), look.withoutTitle(), wish.tagged()),
                    Optional.empty(),
                    List.of(
                        StaffLine.of(
                            StaffLine.StaffReason.FOUND_ON_LOAN_ELSEWHERE,
                            TaskNote.of(TaskNoteCode.FOUND_ON_LOAN))),
                    List.of()));
    return notLent(wish, look, Refusal.of(Refusal.RefusalReason.ON_LOAN_TO_ANOTHER), true);
  }

  private LoanOutcome checkout(LoanRequest wish, ItemLook look) {
    session.forget(wish.item());
    long number =
        parts
            .journal()
            .append(
                new NewEntry(
                    new LoanAsked(wish.item(), look.withoutTitle(), wish.tagged()),
                    Optional.of(wish.patron()),
                    List.of(Mark.Sending.of(Act.CHECKOUT)),
                    List.of(),
                    session.patronClass(Optional.of(wish.patron()))));
    return switch (parts.central().checkout(wish.item(), wish.patron(), wish.pin())) {
      case Answer.Accepted<CheckoutResult>(var booked) -> booked(number, wish, look, booked);
      case Answer.Refused<CheckoutResult>(var refusal) -> {
        parts
            .journal()
            .mark(number, new Mark.RequestRefused(refusal.reason(), refusal.words().text()));
        parts
            .journal()
            .mark(number, new EntryClosed(EntryClosed.ClosingReason.REFUSED, Ledger.STATION));
        yield refusal.reason() == Refusal.RefusalReason.ALREADY_YOURS
            ? new LoanOutcome.AlreadyYours(wish.item(), look.title(), look.due())
            : notLent(wish, look, refusal, false);
      }
      case Answer.NotSent<CheckoutResult>(var reason, _) -> {
        parts.journal().mark(number, Mark.NotSent.said(reason));
        session.saw(look);
        session.goAlone();
        yield alone(wish);
      }
      case Answer.Unknown<CheckoutResult>(var reason, var anothers) -> {
        parts.journal().find(number).ifPresent(e -> parts.ledger().unknown(e, reason, anothers));
        session.saw(look);
        session.goAlone();
        yield alone(wish);
      }
    };
  }

  private LoanOutcome booked(long number, LoanRequest wish, ItemLook look, CheckoutResult booked) {
    parts
        .journal()
        .mark(
            number,
            new Mark.Accepted(
                Optional.of(booked.due()), booked.bit(), Optional.empty(), Act.CHECKOUT.word()));
    if (parts.clock().now().doubtful()) {
      parts.journal().mark(number, ClockDoubt.lent());
    }
    if (booked.renewed()) {
      parts.journal().mark(number, Ledger.finding(TaskNote.of(TaskNoteCode.RENEWED_UNEXPECTEDLY)));
    }
    String title = booked.title().isEmpty() ? look.title() : booked.title();
    return new LoanOutcome.Lent(number, wish.item(), title, booked.due(), booked.bit());
  }

  /// Decides by the offline rules. If they allow the loan, one transaction writes it and withdraws
  /// this card's open asks for the item. If a request of such an ask may have left, the loan begins
  /// in doubt.
  private LoanOutcome alone(LoanRequest wish) {
    Optional<ItemLook> look = session.look(wish.item());
    List<JournalEntry> asks = openAsks(wish);
    return switch (decide(wish, look)) {
      case OfflineRules.Decision.Decline(var refusal) -> {
        asks.stream()
            .filter(entry -> entry.state() == EntryState.WRITTEN)
            .forEach(entry -> parts.ledger().close(entry, EntryClosed.ClosingReason.WITHDRAWN));
        yield new LoanOutcome.NotLent(
            wish.item(),
            look.map(ItemLook::title).filter(title -> !title.isEmpty()),
            refusal,
            look.map(ItemLook::holdQueue).orElse(0),
            false);
      }
      case OfflineRules.Decision.Allow(var due) -> {
        Optional<String> title = look.map(ItemLook::title).filter(text -> !text.isEmpty());
        List<Mark> marks = new ArrayList<>();
        if (asks.stream().anyMatch(entry -> entry.state() == EntryState.IN_DOUBT)) {
          marks.add(Mark.OutcomeUnknown.of(TaskNote.of(TaskNoteCode.ASKED_BEFORE)));
        }
        if (parts.clock().now().doubtful()) {
          marks.add(ClockDoubt.lent());
        }
        long number =
            parts
                .journal()
                .append(
                    new NewEntry(
                        new LoanGiven(wish.item(), due, "", wish.tagged()),
                        Optional.of(wish.patron()),
                        marks,
                        asks.stream()
                            .map(
                                entry ->
                                    new MarkOn(
                                        entry.number(),
                                        new EntryClosed(
                                            EntryClosed.ClosingReason.WITHDRAWN, Ledger.STATION)))
                            .toList(),
                        session.patronClass(Optional.of(wish.patron()))));
        session.forget(wish.item());
        yield new LoanOutcome.ToBeConfirmed(number, wish.item(), title, due);
      }
    };
  }

  private OfflineRules.Decision decide(LoanRequest wish, Optional<ItemLook> look) {
    if (parts.habits().has(Habit.PIN_TO_SETTLE)) {
      return new OfflineRules.Decision.Decline(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
    }
    if (blocked.test(wish.patron())) {
      return new OfflineRules.Decision.Decline(Refusal.of(Refusal.RefusalReason.CARD_LOST));
    }
    EventTime now = parts.clock().now();
    return session
        .rules()
        .decide(
            new OfflineRules.OfflineRequest(
                session.known(wish.patron()),
                look,
                parts.journal().unsettledLoans(wish.patron()),
                outInThisJournal(wish.item(), look),
                now.corrected().atZoneSameInstant(parts.habits().zone()).toLocalDate()));
  }

  /// Whether the item is on loan by its last move in this journal. A settled loan does not count if
  /// a look of this session found the item on the shelf: it may have been returned elsewhere.
  private boolean outInThisJournal(ItemId item, Optional<ItemLook> look) {
    Optional<JournalEntry> move = parts.journal().lastMove(item);
    boolean out =
        move.filter(entry -> !(entry.what() instanceof CirculationEvent.ItemReturned)).isPresent();
    boolean settled = move.filter(entry -> entry.state() == EntryState.CLOSED).isPresent();
    return out && !(settled && look.filter(seen -> seen.status().onShelf()).isPresent());
  }

  private List<JournalEntry> openAsks(LoanRequest wish) {
    return settling.holding(wish.item()).stream()
        .filter(entry -> entry.what() instanceof LoanAsked)
        .filter(
            entry -> entry.state() == EntryState.WRITTEN || entry.state() == EntryState.IN_DOUBT)
        .filter(
            entry -> parts.journal().card(entry.number()).filter(wish.patron()::equals).isPresent())
        .toList();
  }

  private static LoanOutcome notLent(
      LoanRequest wish, ItemLook look, Refusal refusal, boolean toStaff) {
    return new LoanOutcome.NotLent(
        wish.item(),
        Optional.of(look.title()).filter(title -> !title.isEmpty()),
        refusal,
        look.holdQueue(),
        toStaff);
  }
}
