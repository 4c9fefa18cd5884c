package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.libstation.circulation.Money;

/// A step of a library's reminders and what it costs. Steps follow each other: one is reached when
/// its days are over and the one before it was reached. On suspended days nobody is reminded: they
/// are not counted.
///
/// @param after days or weeks that count after the due date; the last of them is the stage's day
/// @param partWeek a week that has begun is a whole one: `2 weeks` are then reached on the 8th day
/// @param openDays of the days only those count on which the lending place is open; else all
/// @param fee for each item; of a letter once
/// @param replaces the fees of the stages before are taken back; else they are added up. What was
///   spent on postage stays
/// @param letter the fee is for a letter: all items of one account that reach this stage on one day
/// @param postage of that letter, owed in any case; once, as the letter is
/// @param blocks borrowing stops while an item is at this stage or past it
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

  /// @throws IllegalArgumentException when it is not reached by days or weeks, or costs less than
  ///   nothing
  public Stage {
    if (after.unit() != Interval.Unit.DAY && after.unit() != Interval.Unit.WEEK) {
      throw new IllegalArgumentException("a stage is reached after days or weeks");
    }
    if (fee.minor() < 0 || postage.minor() < 0) {
      throw new IllegalArgumentException("the fee of a stage is not negative");
    }
  }

  /// The same at another time.
  public Stage at(Interval other, boolean part) {
    return with(c -> c.after(other).partWeek(part));
  }

  /// Whether the fee is for each item and the postage for a letter, which others of the account
  /// share.
  public boolean hasPostageAlone() {
    return !letter && !postage.isZero();
  }

  /// The same where others of the account bear the letter.
  Stage withoutLetter() {
    Money nothing = new Money(0, fee.currency());
    return with(c -> c.fee(letter ? nothing : fee).postage(nothing));
  }

  /// How many days have to count until it is reached, from 1.
  public int days() {
    return after.unit() == Interval.Unit.DAY
        ? after.every()
        : partWeek ? WEEK * (after.every() - 1) + 1 : WEEK * after.every();
  }
}
