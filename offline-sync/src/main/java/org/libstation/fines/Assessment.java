package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Money;

/// What a fine comes to. [FineCounter#explain] adds each day or interval with its reason.
///
/// @param amount what is owed for all items together
/// @param rate for one interval and one item
/// @param interval what the rate is for
/// @param items how many items it is for
/// @param units for all items together
/// @param reached the limit that made it smaller
/// @param stage the last stage of reminders that the loan is at; 0 for none
/// @param letters of the amount what is for letters, which others of the account may share
/// @param percent of the fine that is charged: less than 100 in an amnesty
/// @param suspension of borrowing, also where it has no day; empty where the rules know none
/// @param estimate counted with what was known at the station; the central system decides
@RecordBuilder
public record Assessment(
    Money amount,
    Money rate,
    Interval interval,
    int items,
    Units units,
    Maximum.Reached reached,
    int stage,
    Money letters,
    int percent,
    Optional<SuspensionDays> suspension,
    String calendarVersion,
    String policyVersion,
    boolean estimate)
    implements AssessmentBuilder.With {

  /// Minutes, hours or days, as the interval is made of; where bills are written, bills.
  ///
  /// @param elapsed from the due moments to the returns
  /// @param closed left out as closed; empty where opening minutes were counted in days, as a day
  ///   of 24 open hours and a day of the calendar are not the same thing
  /// @param suspended left out as suspended
  /// @param charged how many times the rate was charged, before any limit; of bills, how many were
  ///   written before the limit was reached
  public record Units(long elapsed, OptionalLong closed, long suspended, long charged) {}

  /// The same, cut to what the account takes.
  Assessment within(Money most) {
    return with(
        c ->
            c.amount(most)
                .reached(Maximum.Reached.AMOUNT)
                .letters(new Money(Math.min(letters.minor(), most.minor()), most.currency())));
  }

  /// What this loan costs whoever shares its letters.
  public Money alone() {
    return new Money(amount.minor() - letters.minor(), amount.currency());
  }

  /// Whether a limit made it smaller.
  public boolean capped() {
    return reached != Maximum.Reached.NONE;
  }
}
