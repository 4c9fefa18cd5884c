package org.libstation.central.sip2;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// How one central system acts, as far as its messages do not say it. A station needs this to
/// settle with it; the embedded library imitates it.
///
/// @param messages codes of the requests that it answers
/// @param byBx whether a request that BX of its status (98) denies is not sent; otherwise BX proves
///   nothing
/// @param unsupported what it does with an unsupported request
/// @param resend its answer to a resend request (97)
/// @param sameAgain what the same bytes with the same sequence number do at once after another
/// @param repeatedCheckout what a checkout (11) does for an item that this patron has on loan
/// @param returnDate what it does with the return date of a checkin (09)
/// @param loanDate what it does with the transaction date of a checkout (11)
/// @param noBlock what a checkout (11) with "no block" Y does
/// @param renewsFrom the day from which a renewed loan is counted
/// @param connections how many a station may hold: 1, or 2 (one for the patron, one for settling
///   meanwhile)
/// @param idleDrop how long a connection may be idle before it is closed; empty: without limit
/// @param locationRequired whether a login without CP is refused
@RecordBuilder
public record Sip2Habits(
    Set<String> messages,
    boolean byBx,
    Unsupported unsupported,
    ResendHabit resend,
    SameAgain sameAgain,
    RepeatedCheckout repeatedCheckout,
    ReturnDate returnDate,
    LoanDate loanDate,
    NoBlock noBlock,
    RenewsFrom renewsFrom,
    int connections,
    Optional<Duration> idleDrop,
    boolean locationRequired)
    implements Sip2HabitsBuilder.With {

  public Sip2Habits {
    messages = Set.copyOf(messages);
    if (connections < 1 || connections > 2) {
      throw new IllegalArgumentException("connections are 1 or 2");
    }
  }

  /// The reaction to an unsupported request.
  public enum Unsupported {
    /// It asks for a repetition (96), as after a damaged request.
    RESEND,
    /// No answer at all.
    SILENCE,
    /// The connection is closed.
    HANG_UP
  }

  /// The answer to a resend request (97).
  public enum ResendHabit {
    LAST_ANSWER,
    /// It answers 96, because it keeps no answer.
    NOTHING_KEPT
  }

  /// The reaction if the same bytes are sent twice in a row on one connection.
  public enum SameAgain {
    /// The request is carried out twice.
    ACTS,
    /// The first answer is sent again, and nothing is done.
    STORED_ANSWER
  }

  /// The reaction to a checkout of an item that this patron already has on loan.
  public enum RepeatedCheckout {
    /// The loan is renewed without notice: ok 1, renewal ok Y. It is refused if no renewals are
    /// left.
    RENEWAL,
    /// It is refused with ok 0 and nothing else. Only the text can distinguish this from an item on
    /// loan to another patron.
    REFUSAL,
    /// It is refused with ok 0 and renewal ok Y, which means "on this account already".
    REFUSAL_THAT_TELLS
  }

  /// How the central system treats the return date of a return.
  public enum ReturnDate {
    TO_THE_SECOND,
    /// The day counts, not the hour.
    TO_THE_DAY,
    /// The return is booked at the moment of the message.
    IGNORED
  }

  /// The moment from which a loan counts.
  public enum LoanDate {
    /// The transaction date of the checkout (11).
    KEPT,
    /// The moment at which the central system gets the message.
    OWN
  }

  /// The effect of "no block" Y in a checkout.
  public enum NoBlock {
    /// It has no effect: the checkout may be refused.
    IGNORED,
    /// The loan is booked with the promised due date, unless the item is on loan to another patron.
    HONOURED,
    /// The loan is always booked; the item is taken off whoever has it on loan.
    DANGEROUS
  }

  /// The day from which a renewed loan is counted.
  public enum RenewsFrom {
    /// Counted from the due date, so the due date always moves.
    DUE_DATE,
    /// Counted from today. On the day of the loan the due date stays, although a renewal was
    /// counted.
    TODAY
  }
}
