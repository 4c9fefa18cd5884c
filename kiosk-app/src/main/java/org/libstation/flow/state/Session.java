package org.libstation.flow.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Pin;

/// One person in front of the station. Everything personal is in here, so that it goes when the
/// session goes.
///
/// @param number counts up; answers of a former session are known by it
/// @param card empty when no card is needed (a return) or none was read yet
/// @param typed digits typed so far, kept only while a PIN is being entered
/// @param started monotonic
/// @param touched monotonic; the last time the person or a device at work was seen
/// @param extensions how often the idle warning was answered
/// @param wrongPins for the card being identified
/// @param borrows the pile, in order of arrival
/// @param returns what was handed over, in order of arrival
/// @param notice a word about the last thing that was read, until the next event
/// @param count how many items the person says to hold
/// @param leaving the person is done; what is still under way ends first
/// @param cardAway monotonic; since when a card that should stay at its place is away
public record Session(
    long number,
    Purpose purpose,
    Optional<Card> card,
    Pin typed,
    Duration started,
    Duration touched,
    int extensions,
    int wrongPins,
    List<BorrowRow> borrows,
    List<ReturnRow> returns,
    Account account,
    Optional<Code> notice,
    Count count,
    boolean leaving,
    Optional<Duration> cardAway) {

  public Session {
    borrows = List.copyOf(borrows);
    returns = List.copyOf(returns);
  }

  /// What the person came for.
  public enum Purpose {
    BORROW,
    RETURN,
    ACCOUNT
  }

  /// @param pin kept for the session only, because each request to the central system may need it
  /// @param look empty when the central system did not answer
  public record Card(PatronId patron, Optional<Pin> pin, Optional<PatronLook> look) {

    /// All that a screen may show of the number.
    public String masked() {
      return patron.masked();
    }
  }

  public static Session begin(long number, Purpose purpose, Duration now) {
    return new Session(
        number,
        purpose,
        Optional.empty(),
        new Pin(""),
        now,
        now,
        0,
        0,
        List.of(),
        List.of(),
        new Account.NotLoaded(),
        Optional.empty(),
        new Count.NotSaid(),
        false,
        Optional.empty());
  }

  public Session withPurpose(Purpose changed) {
    return copy(changed, card, typed, touched, extensions, wrongPins);
  }

  public Session withCard(Optional<Card> changed) {
    return copy(purpose, changed, typed, touched, extensions, wrongPins);
  }

  public Session withTyped(Pin changed) {
    return copy(purpose, card, changed, touched, extensions, wrongPins);
  }

  public Session withWrongPins(int count) {
    return copy(purpose, card, typed, touched, extensions, count);
  }

  public Session touched(Duration now) {
    return copy(purpose, card, typed, now, extensions, wrongPins);
  }

  public Session extended(Duration now) {
    return copy(purpose, card, typed, now, extensions + 1, wrongPins);
  }

  private Session copy(
      Purpose purpose,
      Optional<Card> card,
      Pin typed,
      Duration touched,
      int extensions,
      int wrongPins) {
    return new Session(
        number,
        purpose,
        card,
        typed,
        started,
        touched,
        extensions,
        wrongPins,
        borrows,
        returns,
        account,
        notice,
        count,
        leaving,
        cardAway);
  }

  public Session withBorrows(List<BorrowRow> changed) {
    return work(changed, returns, account, notice, leaving);
  }

  public Session withReturns(List<ReturnRow> changed) {
    return work(borrows, changed, account, notice, leaving);
  }

  public Session withAccount(Account changed) {
    return work(borrows, returns, changed, notice, leaving);
  }

  public Session noticing(Optional<Code> changed) {
    return work(borrows, returns, account, changed, leaving);
  }

  public Session leaving(boolean changed) {
    return work(borrows, returns, account, notice, changed);
  }

  public Session withCount(Count changed) {
    return new Session(
        number,
        purpose,
        card,
        typed,
        started,
        touched,
        extensions,
        wrongPins,
        borrows,
        returns,
        account,
        notice,
        changed,
        leaving,
        cardAway);
  }

  public Session cardAway(Optional<Duration> since) {
    return new Session(
        number,
        purpose,
        card,
        typed,
        started,
        touched,
        extensions,
        wrongPins,
        borrows,
        returns,
        account,
        notice,
        count,
        leaving,
        since);
  }

  /// How many of the items that the person says to hold were not seen at all, or are out of sight;
  /// none while nothing lies there.
  public int neverSeen() {
    return count instanceof Count.Said(int items) && !borrows.isEmpty()
        ? Math.max(0, items - (int) borrows.stream().filter(row -> !row.outOfSight()).count())
        : 0;
  }

  private Session work(
      List<BorrowRow> borrows,
      List<ReturnRow> returns,
      Account account,
      Optional<Code> notice,
      boolean leaving) {
    return new Session(
        number,
        purpose,
        card,
        typed,
        started,
        touched,
        extensions,
        wrongPins,
        borrows,
        returns,
        account,
        notice,
        count,
        leaving,
        cardAway);
  }
}
