package org.libstation.central.sip2;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// How one central system acts, which its messages do not say: what a station must know to settle
/// with it, and what the embedded library does when it answers in that dialect.
///
/// @param messages codes of the requests that it answers
/// @param byBx a request that BX of its 98 denies is not sent; elsewhere BX is no proof
/// @param unsupported what becomes of a request that it does not support
/// @param resend its answer to a 97
/// @param sameAgain what the same bytes with the same sequence number do at once after another
/// @param repeatedCheckout what an 11 does for an item that this patron has on loan
/// @param returnDate what becomes of the return date of a 09
/// @param loanDate what becomes of the transaction date of an 11
/// @param noBlock what an 11 with "no block" Y does
/// @param renewsFrom from which day a renewed loan is counted
/// @param connections how many a station may hold: 1, or 2 (one for the patron, one for what is
///   settled meanwhile)
/// @param idleDrop a connection idle for so long is closed by the central system; empty: never
/// @param locationRequired a login without CP is refused
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

  /// What becomes of a request that is not supported.
  public enum Unsupported {
    /// 96, as after a damaged one.
    RESEND,
    /// No answer at all.
    SILENCE,
    /// The connection is closed.
    HANG_UP
  }

  /// The answer to a 97.
  public enum ResendHabit {
    LAST_ANSWER,
    /// 96: nothing is kept.
    NOTHING_KEPT
  }

  /// What the same bytes do, sent twice in a row on one connection.
  public enum SameAgain {
    /// They are acted on twice.
    ACTS,
    /// The first answer comes again and nothing is done.
    STORED_ANSWER
  }

  /// What a checkout does for an item that this patron has on loan already.
  public enum RepeatedCheckout {
    /// A silent renewal: ok 1, renewal ok Y; refused when renewals are used up.
    RENEWAL,
    /// ok 0 and nothing else: it cannot be told from a loan of somebody else, but by its text.
    REFUSAL,
    /// ok 0 with renewal ok Y: "on this account already".
    REFUSAL_THAT_TELLS
  }

  /// What becomes of the return date.
  public enum ReturnDate {
    TO_THE_SECOND,
    /// The day counts, not the hour.
    TO_THE_DAY,
    /// Booked as of the moment of the message.
    IGNORED
  }

  /// From when a loan counts.
  public enum LoanDate {
    /// From the transaction date of the 11.
    KEPT,
    /// From the moment of the message.
    OWN
  }

  /// What "no block" Y in a checkout does.
  public enum NoBlock {
    /// An ordinary checkout, which may be refused.
    IGNORED,
    /// Booked with the promised due date unless the item is on loan to somebody else.
    HONOURED,
    /// Booked in any case: the item is taken off whoever has it.
    DANGEROUS
  }

  /// From which day a renewed loan is counted.
  public enum RenewsFrom {
    /// The due date always moves.
    DUE_DATE,
    /// On the day of the loan the due date stays, although a renewal was counted.
    TODAY
  }
}
