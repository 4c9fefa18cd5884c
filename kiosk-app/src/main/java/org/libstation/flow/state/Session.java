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

/// A session is one person's time in front of the station. Everything personal is in here, so that
/// it goes when the session goes.
///
/// @param number counts up; answers of a former session are known by it
/// @param notice a word about the last thing that was read, until the next event
/// @param leaving the person is done; what is still under way ends first
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
  /// @param card empty when no card is needed (a return) or none was read yet
  /// @param typed digits typed so far, kept only while a PIN is being entered
  /// @param wrongPins for the card being identified
  /// @param shown a card that was shown where none is needed: it is asked for nothing unless its
  ///   holder says so, and is forgotten with the next event that is not a tick
  public record PatronLogin(
      Optional<SessionCard> card, Pin typed, int wrongPins, Optional<PatronId> shown) {}

  /// That the person is there.
  ///
  /// @param touched monotonic; the last time the person or a device at work was seen
  /// @param extensions how often the idle warning was answered
  /// @param cardAway monotonic; since when a card that should stay at its place is away
  public record PatronPresence(Duration touched, int extensions, Optional<Duration> cardAway) {}

  /// What is done for the person.
  ///
  /// @param borrows the pile, in order of arrival
  /// @param returns what was handed over, in order of arrival
  /// @param count how many items the person says to hold
  /// @param payments at the terminal
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

  /// @param taken what the terminal took in this visit
  /// @param doubts those of which nobody knows it
  public record VisitPayments(List<VisitPayment> taken, List<PaymentDoubt> doubts) {
    public static final VisitPayments NONE = new VisitPayments(List.of(), List.of());

    public VisitPayments {
      taken = List.copyOf(taken);
      doubts = List.copyOf(doubts);
    }
  }

  /// A payment of this visit.
  ///
  /// @param booked whether the central system has it
  /// @param others what another card owed
  public record VisitPayment(Payment payment, boolean booked, boolean others, OffsetDateTime at) {}

  /// A payment of this visit of which nobody can tell what the terminal took.
  ///
  /// @param number by which staff find it; empty where it could not be written down
  /// @param others for what another card owes
  public record PaymentDoubt(
      PaymentOutcome.NotKnown outcome, Optional<String> number, boolean others, OffsetDateTime at) {
    public Code code() {
      return Code.ofDoubt(outcome);
    }
  }

  /// What the person came for.
  public enum Purpose {
    BORROW,
    RETURN,
    ACCOUNT
  }

  /// @param pin kept for the session only, because each request to the central system may need it
  /// @param look empty when the central system did not answer
  /// @param counted number of loans of this visit that were confirmed before `look` was told
  @RecordBuilder
  public record SessionCard(
      PatronId patron, Optional<Pin> pin, Optional<PatronLook> look, int counted)
      implements SessionSessionCardBuilder.With {

    /// All that a screen may show of the number.
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

  /// Keeps what the central system now says of the patron.
  public Session withLook(Optional<PatronLook> look) {
    return withCard(card().map(card -> card.with(c -> c.look(look).counted(confirmed()))));
  }

  /// How many items the person has on loan now: what the central system told, and the loans since
  /// then. Empty where it told no number, or where a loan or return of this visit makes the sum
  /// uncertain: a loan that is still to be confirmed, and a return, whose item may be anybody's.
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

  /// How many of the items that the person says to hold were not seen at all, or are out of sight;
  /// none while nothing lies there.
  public int neverSeen() {
    return count() instanceof Count.StatedCount(int items) && !borrows().isEmpty()
        ? Math.max(0, items - (int) borrows().stream().filter(row -> !row.outOfSight()).count())
        : 0;
  }
}
