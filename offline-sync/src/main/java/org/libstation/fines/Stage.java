package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.libstation.circulation.Money;

/// A step of a library's reminders and its cost. A stage is reached when its days are over and the
/// stage before it was reached. Suspended days are not counted, because no reminders are sent on
/// them.
///
/// @param after days or weeks that count after the due date; the last of them is the stage's day
/// @param partWeek whether a week counts as soon as it begins: `2 weeks` are then reached on the
///   8th day
/// @param openDays whether only days count on which the lending place is open
/// @param fee for each item; for a letter only once
/// @param replaces whether fees of earlier stages are cancelled, except postage; otherwise fees add
///   up
/// @param letter whether the fee is for a letter about all items of an account that reach this
///   stage on one day
/// @param postage of that letter, always owed, once for each letter
/// @param blocks whether borrowing stops while an item is at this stage or a later one
@RecordBuilder
public record Stage(
    Interval after,
    boolean partWeek,
    boolean openDays,
    Money fee,
    boolean replaces,
    boolean letter,
    Money postage,
    boolean blocks)
    implements StageBuilder.With {

  private static final int WEEK = 7;

  /// @throws IllegalArgumentException if the stage is not reached by days or weeks, or costs less
  ///   than zero
  public Stage {
    if (after.unit() != Interval.Unit.DAY && after.unit() != Interval.Unit.WEEK) {
      throw new IllegalArgumentException("a stage is reached after days or weeks");
    }
    if (fee.minor() < 0 || postage.minor() < 0) {
      throw new IllegalArgumentException("the fee of a stage is not negative");
    }
  }

  /// This stage, reached after another time.
  public Stage at(Interval other, boolean part) {
    return with(c -> c.after(other).partWeek(part));
  }

  /// Whether the fee is for each item and only the postage is for a letter, which other loans of
  /// the account share.
  public boolean hasPostageAlone() {
    return !letter && !postage.isZero();
  }

  /// This stage without its letter fees, for a loan whose letter is charged to another loan of the
  /// account.
  Stage withoutLetter() {
    Money nothing = new Money(0, fee.currency());
    return with(c -> c.fee(letter ? nothing : fee).postage(nothing));
  }

  /// Number of days that must count until the stage is reached, from 1.
  public int days() {
    return after.unit() == Interval.Unit.DAY
        ? after.every()
        : partWeek ? WEEK * (after.every() - 1) + 1 : WEEK * after.every();
  }
}
