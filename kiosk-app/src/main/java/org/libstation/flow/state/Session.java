package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.Pin;

/// One person's visit to the station. All personal data are in here, and are dropped with the
/// session.
///
/// @param number ascending; late answers of an earlier session are recognised by it
/// @param notice a message about the last thing that was read, until the next event
/// @param leaving the person is finished; work under way ends first
@RecordBuilder
public record Session(
    long number,
    Purpose purpose,
    PatronLogin login,
    PatronPresence presence,
    Work work,
    Optional<Code> notice,
    boolean leaving)
    implements SessionBuilder.With {

  /// Who the person is.
  ///
  /// @param card empty if no card is needed (a return) or none was read yet
  /// @param typed digits typed so far, kept only while a PIN is being entered
  /// @param wrongPins for the card being identified
  /// @param shown a card that was presented where none is needed. It is not used unless its holder
  ///   says so, and is forgotten at the next event other than a tick
  public record PatronLogin(
      Optional<SessionCard> card, Pin typed, int wrongPins, Optional<PatronId> shown) {}

  /// Signs that the person is present.
  ///
  /// @param touched monotonic; the last sign of the person or of a device at work
  /// @param extensions how often the person answered the idle warning
  /// @param cardAway monotonic; since when a card is missing that should stay in its place
  public record PatronPresence(Duration touched, int extensions, Optional<Duration> cardAway) {}

  /// What the station does for the person.
  ///
  /// @param borrows the items to borrow, in order of arrival
  /// @param returns the returned items, in order of arrival
  /// @param count how many items the person says they have
  /// @param payments those at the terminal
  public record Work(
      List<BorrowRow> borrows,
      List<ReturnRow> returns,
      Account account,
      Count count,
      VisitPayments payments) {
    public Work {
      borrows = List.copyOf(borrows);
      returns = List.copyOf(returns);
    }
  }

  /// @param taken payments that the terminal took in this visit
  /// @param doubts payments whose result is unknown
  public record VisitPayments(List<VisitPayment> taken, List<PaymentDoubt> doubts) {
    public static final VisitPayments NONE = new VisitPayments(List.of(), List.of());

    public VisitPayments {
      taken = List.copyOf(taken);
      doubts = List.copyOf(doubts);
    }
  }

  /// A payment of this visit.
  ///
  /// @param booked whether the central system has recorded it
  /// @param others whether it was for another card's charges
  public record VisitPayment(Payment payment, boolean booked, boolean others, OffsetDateTime at) {}

  /// A payment of this visit whose result at the terminal is unknown.
  ///
  /// @param number by which staff find it; empty if it could not be written down
  /// @param others whether it was for another card's charges
  public record PaymentDoubt(
      PaymentOutcome.NotKnown outcome, Optional<String> number, boolean others, OffsetDateTime at) {
    public Code code() {
      return Code.ofDoubt(outcome);
    }
  }

  /// Why the person came.
  public enum Purpose {
    BORROW,
    RETURN,
    ACCOUNT
  }

  /// @param pin kept for the session only, because each request to the central system may need it
  /// @param look empty if the central system did not answer
  /// @param counted number of this visit's loans that were confirmed before `look` was received
  @RecordBuilder
  public record SessionCard(
      PatronId patron, Optional<Pin> pin, Optional<PatronLook> look, int counted)
      implements SessionSessionCardBuilder.With {

    /// Returns the part of the card's number that a screen may show.
    public String masked() {
      return patron.masked();
    }
  }

  public static Session begin(long number, Purpose purpose, Duration now) {
    return new Session(
        number,
        purpose,
        new PatronLogin(Optional.empty(), new Pin(""), 0, Optional.empty()),
        new PatronPresence(now, 0, Optional.empty()),
        new Work(
            List.of(), List.of(), new Account.NotLoaded(), new Count.NotSaid(), VisitPayments.NONE),
        Optional.empty(),
        false);
  }

  public Optional<SessionCard> card() {
    return login.card();
  }

  public Pin typed() {
    return login.typed();
  }

  public int wrongPins() {
    return login.wrongPins();
  }

  public Optional<PatronId> shownCard() {
    return login.shown();
  }

  public Duration touched() {
    return presence.touched();
  }

  public int extensions() {
    return presence.extensions();
  }

  public Optional<Duration> cardAway() {
    return presence.cardAway();
  }

  public List<BorrowRow> borrows() {
    return work.borrows();
  }

  public List<ReturnRow> returns() {
    return work.returns();
  }

  public Account account() {
    return work.account();
  }

  public Count count() {
    return work.count();
  }

  public List<VisitPayment> paid() {
    return work.payments().taken();
  }

  public List<PaymentDoubt> doubts() {
    return work.payments().doubts();
  }

  public Session withPaid(VisitPayment one) {
    List<VisitPayment> all = new ArrayList<>(paid());
    all.add(one);
    return with(new VisitPayments(all, doubts()));
  }

  public Session withDoubt(PaymentDoubt one) {
    List<PaymentDoubt> all = new ArrayList<>(doubts());
    all.add(one);
    return with(new VisitPayments(paid(), all));
  }

  private Session with(VisitPayments changed) {
    return withWork(new Work(borrows(), returns(), account(), count(), changed));
  }

  public Session withCard(Optional<SessionCard> changed) {
    return withLogin(new PatronLogin(changed, typed(), wrongPins(), shownCard()));
  }

  /// Keeps what the central system now reports about the patron.
  public Session withLook(Optional<PatronLook> look) {
    return withCard(card().map(card -> card.with(c -> c.look(look).counted(confirmed()))));
  }

  /// How many items the person has on loan now: the central system's count plus the loans since
  /// then. Empty if the central system gave no count. Also empty while a loan of this visit is to
  /// be confirmed, and after any return, because the returned item may be another patron's.
  public OptionalInt onLoan() {
    OptionalInt told =
        card().flatMap(SessionCard::look).map(PatronLook::chargedCount).orElse(OptionalInt.empty());
    boolean certain =
        loans().allMatch(BorrowRow.WrittenLoan::confirmed)
            && returns().stream().noneMatch(ReturnRow::counted);
    return told.isPresent() && certain
        ? OptionalInt.of(told.getAsInt() + confirmed() - card().map(SessionCard::counted).orElse(0))
        : OptionalInt.empty();
  }

  private int confirmed() {
    return (int) loans().filter(BorrowRow.WrittenLoan::confirmed).count();
  }

  private Stream<BorrowRow.WrittenLoan> loans() {
    return borrows().stream().flatMap(row -> row.loan().stream());
  }

  public Session withTyped(Pin changed) {
    return withLogin(new PatronLogin(card(), changed, wrongPins(), shownCard()));
  }

  public Session withWrongPins(int count) {
    return withLogin(new PatronLogin(card(), typed(), count, shownCard()));
  }

  public Session withShownCard(Optional<PatronId> changed) {
    return withLogin(new PatronLogin(card(), typed(), wrongPins(), changed));
  }

  public Session touched(Duration now) {
    return withPresence(new PatronPresence(now, extensions(), cardAway()));
  }

  public Session extended(Duration now) {
    return withPresence(new PatronPresence(now, extensions() + 1, cardAway()));
  }

  public Session cardAway(Optional<Duration> since) {
    return withPresence(new PatronPresence(touched(), extensions(), since));
  }

  public Session withBorrows(List<BorrowRow> changed) {
    return withWork(new Work(changed, returns(), account(), count(), work.payments()));
  }

  public Session withReturns(List<ReturnRow> changed) {
    return withWork(new Work(borrows(), changed, account(), count(), work.payments()));
  }

  public Session withAccount(Account changed) {
    return withWork(new Work(borrows(), returns(), changed, count(), work.payments()));
  }

  public Session withCount(Count changed) {
    return withWork(new Work(borrows(), returns(), account(), changed, work.payments()));
  }

  /// How many of the items that the person says they have were not seen, or are out of sight. Zero
  /// while the visit has no row.
  public int neverSeen() {
    return count() instanceof Count.StatedCount(int items) && !borrows().isEmpty()
        ? Math.max(0, items - (int) borrows().stream().filter(row -> !row.outOfSight()).count())
        : 0;
  }
}
