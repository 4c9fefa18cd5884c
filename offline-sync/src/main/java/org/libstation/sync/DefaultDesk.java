package org.libstation.sync;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.UntakenLoan;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;

/// The desk over a journal, a gated central system and the offline rules.
public final class DefaultDesk implements Desk {
  private static final DateTimeFormatter REFERENCE_DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final Settling settling;
  private final SettlingParts parts;
  private final Lanes lanes;
  private final Predicate<PatronId> blocked;
  private final DeskSession session;
  private final Lending lending;
  private final Renewing renewing;
  private final Holding holding;
  private final DropDesk drop;
  private final UntakenLoans untaken;
  private volatile boolean visited;
  private int payments;

  /// @param settling shared with the outbox
  /// @param lanes shared with the outbox
  /// @param rules read at the beginning of each session; a change takes effect for the next patron
  /// @param blocked whether a card must be refused even while the central system does not answer
  public DefaultDesk(
      Settling settling, Lanes lanes, Supplier<OfflineRules> rules, Predicate<PatronId> blocked) {
    this.settling = settling;
    this.parts = settling.parts();
    this.lanes = lanes;
    this.blocked = blocked;
    this.session = new DeskSession(parts.clock(), parts.settings().atDesk().lookKeeps(), rules);
    this.lending = new Lending(settling, session, blocked);
    this.renewing = new Renewing(settling, session);
    this.holding = new Holding(parts, session);
    this.drop = new DropDesk(parts.journal());
    this.untaken = new UntakenLoans(parts.journal());
  }

  @Override
  public Answer<PatronLook> identify(PatronId patron, Optional<Pin> pin) {
    Answer<PatronLook> answer = parts.central().patron(patron, pin, false);
    if (answer instanceof Answer.Accepted<PatronLook>(var look)) {
      session.identified(look);
      return answer;
    }
    // While the central system does not answer, a card reported lost must still open nothing.
    boolean silent = answer instanceof Answer.NotSent || answer instanceof Answer.Unknown;
    return silent && blocked.test(patron)
        ? new Answer.Refused<>(Refusal.of(Refusal.RefusalReason.CARD_LOST))
        : answer;
  }

  @Override
  public List<LoanOutcome.Lent> unfinished(PatronId patron) {
    return parts.restart().unfinished(patron);
  }

  @Override
  public Optional<ItemLook> lookAhead(ItemId item) {
    if (session.alone()) {
      return Optional.empty();
    }
    return switch (parts.central().look(item)) {
      case Answer.Accepted<ItemLook>(var look) -> {
        // While entries of the item are open, settling them changes the item's status; such a look
        // is not kept.
        if (settling.holding(item).isEmpty()) {
          session.saw(look);
        }
        yield Optional.of(look);
      }
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> {
        session.goAlone();
        yield Optional.empty();
      }
      case Answer.Refused<ItemLook> _ -> Optional.empty();
    };
  }

  @Override
  public void beginSession() {
    parts.journal().finishErasures();
    visited = true;
    session.begin();
  }

  @Override
  public LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged) {
    Optional<Lanes.Lane> lane = lanes.take(item, parts.settings().atDesk().patronDeadline());
    if (lane.isEmpty()) {
      return lending.withoutLane(item, patron, tagged);
    }
    try (Lanes.Lane _ = lane.get()) {
      return lending.lend(item, patron, pin, tagged);
    }
  }

  @Override
  public void released(long entry) {
    // A loan that the central system accepted is closed here; a loan by the offline rules must
    // still be settled.
    CirculationEvent loan = parts.journal().find(entry).map(JournalEntry::what).orElseThrow();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Released());
    if (untaken.tagged(loan)) {
      marks.add(new Mark.Lying());
    }
    if (loan instanceof CirculationEvent.LoanAsked) {
      marks.add(new EntryClosed(EntryClosed.ClosingReason.SETTLED, Ledger.STATION));
    }
    parts.journal().mark(entry, marks);
    // This runs in another thread than the end of the visit. Whichever comes last finishes the
    // erasures.
    if (!visited) {
      parts.journal().finishErasures();
    }
  }

  @Override
  public void notReleased(long entry, TaskNote reason) {
    parts.journal().mark(entry, new Mark.NotReleased(reason));
    JournalEntry loan = parts.journal().find(entry).orElseThrow();
    StaffLine.StaffReason kind =
        loan.what() instanceof CirculationEvent.LoanGiven
            ? StaffLine.StaffReason.PERHAPS_NOT_TAKEN
            : StaffLine.StaffReason.BOOKED_NOT_TAKEN;
    parts
        .journal()
        .mark(
            entry,
            StaffLine.of(
                kind, TaskNote.of(TaskNoteCode.NOT_RELEASED, TaskNote.moment(loan.at())), reason));
  }

  @Override
  public void lies(long entry) {
    parts.journal().mark(entry, new Mark.Lying());
  }

  @Override
  public void taken(List<Long> entries) {
    untaken.taken(entries);
  }

  @Override
  public List<UntakenLoan> untaken() {
    return untaken.list();
  }

  @Override
  public void leftLying(long number, TaskNote reason) {
    untaken.leftLying(number, reason);
  }

  @Override
  public long received(
      ItemId item, EventTime handedOver, How how, boolean tagged, Optional<TaskNote> missing) {
    session.forget(item);
    List<Mark> marks = new ArrayList<>();
    if (handedOver.doubtful()) {
      marks.add(ClockDoubt.handedOver());
    }
    if (missing.isPresent()) {
      marks.add(new Mark.PartsAwaited(missing));
    }
    return parts
        .journal()
        .append(
            NewEntry.of(
                new ItemReturned(item, handedOver, how, tagged),
                Optional.empty(),
                marks,
                List.of()));
  }

  @Override
  public List<UnarmedReturn> unarmed() {
    return parts.journal().unarmedReturns().stream()
        .filter(this::isLastMove)
        .map(entry -> unarmed(entry.number(), (ItemReturned) entry.what()))
        .toList();
  }

  /// Whether the return is its item's last move. An entry with the same hand-over is the same
  /// return, written for staff. A later return by barcode alone left the tag unchanged and does not
  /// count.
  private boolean isLastMove(JournalEntry entry) {
    return parts
        .journal()
        .lastMove(entry.what().item())
        .filter(
            last ->
                last.number() == entry.number()
                    || handedOverWith(last, entry)
                    || (last.what() instanceof ItemReturned back && !back.tagged()))
        .isPresent();
  }

  private static boolean handedOverWith(JournalEntry last, JournalEntry entry) {
    return last.what() instanceof ItemReturned told
        && entry.what() instanceof ItemReturned back
        && told.handedOver().equals(back.handedOver());
  }

  private static UnarmedReturn unarmed(long entry, ItemReturned back) {
    return new UnarmedReturn(entry, back.item(), back.handedOver(), back.how());
  }

  @Override
  public void armed(long entry) {
    parts.journal().mark(entry, new Mark.Armed());
  }

  @Override
  public void notSecured(long entry, TaskNote reason) {
    // The staff line first: if power fails between the two marks, staff must still hear of the
    // return.
    parts.journal().mark(entry, StaffLine.of(StaffLine.StaffReason.NOT_SECURED, reason));
    parts.journal().mark(entry, new Mark.NotSecured(reason));
  }

  @Override
  public void awaitsParts(long entry, Optional<TaskNote> missing) {
    parts.journal().mark(entry, new Mark.PartsAwaited(missing));
  }

  @Override
  public void tellAwaitedParts() {
    for (JournalEntry entry : parts.journal().awaitingParts()) {
      setIncomplete(
          entry.number(),
          List.of(entry.partsAwaited().orElseThrow(), TaskNote.of(TaskNoteCode.CUT_OFF)));
    }
  }

  /// The return itself may be settled and closed, so the staff line is an entry of its own. It is
  /// written in one transaction with the end of the waiting for parts.
  @Override
  public void setIncomplete(long entry, TaskNote what) {
    setIncomplete(entry, List.of(what));
  }

  private void setIncomplete(long entry, List<TaskNote> what) {
    JournalEntry back = parts.journal().find(entry).orElseThrow();
    if (!(back.what() instanceof ItemReturned returned)) {
      throw new IllegalArgumentException("entry " + entry + " is no return");
    }
    List<TaskNote> notes = new ArrayList<>();
    notes.add(TaskNote.of(TaskNoteCode.HANDED_OVER, TaskNote.moment(returned.handedOver())));
    notes.addAll(what);
    long _ =
        parts
            .journal()
            .append(
                NewEntry.of(
                    returned.withTagged(false),
                    Optional.empty(),
                    List.of(new StaffLine(StaffLine.StaffReason.SET_INCOMPLETE, notes)),
                    List.of(new MarkOn(entry, new Mark.PartsAwaited(Optional.empty())))));
  }

  @Override
  public ReturnOutcome settleReturn(long number) {
    JournalEntry entry = parts.journal().find(number).orElseThrow();
    if (!(entry.what() instanceof ItemReturned returned)) {
      throw new IllegalArgumentException("entry " + number + " is no return");
    }
    // The patron class is read first: settling an open loan of the item erases its card.
    Optional<String> noted =
        parts
            .journal()
            .lastLoan(returned.item(), number)
            .filter(JournalEntry::cardSealed)
            .flatMap(loan -> parts.journal().patronClass(loan.number()))
            .or(() -> session.patronClass(Optional.empty()));
    Optional<Lanes.Lane> lane =
        session.alone()
            ? Optional.empty()
            : lanes.take(returned.item(), parts.settings().atDesk().patronDeadline());
    if (lane.isEmpty()) {
      return Returns.recorded(entry, Optional.empty()).by(noted);
    }
    try (Lanes.Lane _ = lane.get()) {
      return settle(number, returned, noted);
    }
  }

  /// @param noted patron class of the borrower, as far as this journal knows it
  private ReturnOutcome settle(long number, ItemReturned returned, Optional<String> noted) {
    if (!new Drain(settling).emptied(returned.item(), number)) {
      return Returns.recorded(parts.journal().find(number).orElseThrow(), Optional.empty())
          .by(noted);
    }
    JournalEntry entry = parts.journal().find(number).orElseThrow();
    if (entry.state() == EntryState.CLOSED || entry.state() == EntryState.WITH_STAFF) {
      // The outbox settled the return first.
      return lanes
          .untold()
          .take(number)
          .orElseGet(
              () ->
                  entry.state() == EntryState.CLOSED
                      ? Returns.recorded(entry, Optional.empty())
                      : new ReturnOutcome.ReturnLeftToStaff(
                          number,
                          returned.item(),
                          Optional.empty(),
                          Refusal.of(Refusal.RefusalReason.OTHER)))
          .by(noted);
    }
    Returns.ReturnResult result = settling.workReturn(entry, returned, false);
    if (result.progress() instanceof Progress.NoLink) {
      session.goAlone();
    }
    return result.outcome().by(noted.or(() -> session.patronClass(result.borrower())));
  }

  @Override
  public void fineTold(long entry, FineTold told) {
    parts.journal().mark(entry, new Mark.Fine(told));
  }

  @Override
  public void finding(long entry, TaskNote what) {
    parts.journal().mark(entry, Ledger.finding(what));
  }

  @Override
  public ItemStanding standing(ItemId item) {
    return new Standings(parts).of(item);
  }

  @Override
  public Answer<List<LoanLine>> loans(PatronId patron, Optional<Pin> pin, ListProgress progress) {
    return parts
        .central()
        .patron(patron, pin, true)
        .map(
            look -> {
              session.identified(look);
              return lines(look.charged().orElse(List.of()), progress);
            });
  }

  /// Lists an item by its barcode alone if it cannot be looked up now.
  private List<LoanLine> lines(List<ItemId> items, ListProgress progress) {
    int looked = Math.min(items.size(), parts.settings().atDesk().loansShown());
    Duration end = parts.clock().monotonic().plus(parts.settings().atDesk().patronDeadline());
    LocalDateTime now =
        parts.clock().now().corrected().atZoneSameInstant(parts.habits().zone()).toLocalDateTime();
    List<LoanLine> lines = new ArrayList<>();
    for (ItemId item : items) {
      Optional<ItemLook> look =
          lines.size() < looked && parts.clock().monotonic().compareTo(end) < 0
              ? lookAhead(item)
              : Optional.empty();
      Optional<DueDate> due = look.flatMap(ItemLook::due);
      lines.add(
          new LoanLine(
              item,
              look.map(ItemLook::title).orElse(""),
              due,
              due.flatMap(DueDate::at).filter(now::isAfter).isPresent()));
      if (lines.size() <= looked) {
        progress.reached(lines.size(), looked);
      }
    }
    return lines;
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    Answer<PatronAccount> answer = parts.central().account(patron, pin);
    if (answer instanceof Answer.Accepted<PatronAccount>(var account)) {
      session.identified(account.look());
    }
    return answer;
  }

  @Override
  public HoldOutcome placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    Optional<Lanes.Lane> lane = lanes.take(item, parts.settings().atDesk().patronDeadline());
    if (lane.isEmpty()) {
      return new HoldOutcome.NotPlaced(Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
    }
    try (Lanes.Lane _ = lane.get()) {
      return holding.place(item, patron, pin);
    }
  }

  @Override
  public HoldOutcome cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    return holding.cancel(hold, patron, pin);
  }

  @Override
  public Answer<PatronLook> owes(PatronId patron, Optional<Pin> pin) {
    return parts.central().patron(patron, pin, false);
  }

  @Override
  public boolean hasOpenPayment(PatronId patron) {
    return settling.payments().isOpen(patron);
  }

  @Override
  public PaymentOutcome pay(PatronId patron, Optional<Pin> pin, PaymentRequest wish, Payer payer) {
    String reference = reference();
    // A separate lane, so that the outbox leaves the payment alone while the person is at the
    // terminal.
    ItemId lane = Payment.ofWhatIsOwed(reference, wish.amount()).lane();
    try (Lanes.Lane _ = lanes.tryTake(lane).orElseThrow()) {
      return settling.payments().pay(patron, pin, reference, wish, payer);
    }
  }

  /// Makes a payment's reference: monotonic time is unique within one run of the machine, and the
  /// boot id tells runs apart.
  private String reference() {
    EventTime now = parts.clock().now();
    return "%s-%08x-%x-%d"
        .formatted(
            REFERENCE_DAY.format(now.wall()),
            now.bootId().hashCode(),
            now.monotonic().toMillis(),
            ++payments % 1000);
  }

  @Override
  public RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    Optional<Lanes.Lane> lane = lanes.take(item, parts.settings().atDesk().patronDeadline());
    if (lane.isEmpty()) {
      return new RenewOutcome.NotRenewed(
          item, Optional.empty(), Refusal.of(Refusal.RefusalReason.NOT_WHILE_OFFLINE));
    }
    try (Lanes.Lane _ = lane.get()) {
      return renewing.renew(item, patron, pin);
    }
  }

  @Override
  public DropDesk drop() {
    return drop;
  }

  @Override
  public void endSession(PatronId patron) {
    session.begin();
    visited = false;
    parts.journal().finishErasures();
    parts.central().endSession(patron);
  }
}
