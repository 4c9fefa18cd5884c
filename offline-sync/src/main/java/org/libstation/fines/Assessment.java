package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.Money;

/// The result of counting a fine. [FineCounter#explain] adds each day or interval with its reason.
///
/// @param amount sum owed for all items together
/// @param rate for one interval and one item
/// @param interval what the rate is for
/// @param items number of items
/// @param units for all items together
/// @param reached the limit that reduced the fine
/// @param stage the last reminder stage of the loan; 0 for none
/// @param letters the part of `amount` for letters, which other loans of the account may share
/// @param percent percentage of the fine that is charged: less than 100 in an amnesty
/// @param suspension suspension of borrowing, even one of zero days; empty if the rules have none
/// @param estimate counted with what the station knew; the central system decides
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

  /// Counts in minutes, hours or days, depending on the interval; or in bills if bills are counted.
  ///
  /// @param elapsed from the due moments to the returns
  /// @param closed left out as closed; empty if opening minutes were counted in days, because 24
  ///   open hours are not a calendar day
  /// @param suspended left out as suspended
  /// @param charged how many times the rate was charged, before any limit; for bills, how many were
  ///   written before the limit was reached
  public record Units(long elapsed, OptionalLong closed, long suspended, long charged) {}

  /// Reduces the assessment to the sum that the limits of the account still allow.
  Assessment within(Money most) {
    return with(
        c ->
            c.amount(most)
                .reached(Maximum.Reached.AMOUNT)
                .letters(new Money(Math.min(letters.minor(), most.minor()), most.currency())));
  }

  /// The sum without fees of letters. Other loans of the account may share the letters.
  public Money alone() {
    return new Money(amount.minor() - letters.minor(), amount.currency());
  }

  /// Whether a limit reduced the fine.
  public boolean capped() {
    return reached != Maximum.Reached.NONE;
  }
}
