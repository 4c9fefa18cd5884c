package org.libstation.fines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.Money;
import org.libstation.fines.OverdueLoan.Leg;

/// Which reminder stages a leg of a loan has reached, and their fees. Days are not visited one by
/// one; the day of a stage is found by search.
///
/// @param open counts the days for stages with [Stage#openDays]
/// @param all counts the days for other stages
/// @param percent percentage of a letter's cost that is charged
record Reminders(FinePolicy policy, DateLine open, DateLine all, int percent) {

  /// The fees of the stages reached.
  ///
  /// @param reached number of stages
  /// @param each fees for each item
  /// @param letters fees and postage of letters, as if no other loan shared them
  record ReminderFees(int reached, long each, long letters) {
    static final ReminderFees NOTHING = new ReminderFees(0, 0, 0);
  }

  private List<Stage> stages() {
    return policy.stages();
  }

  /// Fees of the reminder stages that the leg has reached.
  ReminderFees sum(Leg leg) {
    long openDays = days(leg, open, true);
    long allDays = days(leg, all, false);
    int reached = 0;
    long each = 0;
    long letterFees = 0;
    long postage = 0;
    for (Stage stage : stages()) {
      if ((stage.openDays() ? openDays : allDays) < stage.days()) {
        break;
      }
      reached++;
      if (stage.replaces()) {
        each = 0;
        letterFees = 0;
      }
      each += stage.letter() ? 0 : stage.fee().minor();
      letterFees += stage.letter() ? reduced(stage.fee()) : 0;
      postage += reduced(stage.postage());
    }
    return new ReminderFees(reached, each, letterFees + postage);
  }

  /// Days that count, or 0 if no stage counts such days.
  private long days(Leg leg, DateLine line, boolean openDays) {
    for (Stage stage : stages()) {
      if (stage.openDays() == openDays) {
        return line.count(leg).counted();
      }
    }
    return 0;
  }

  private long reduced(Money of) {
    return Amnesty.reduced(of.minor(), percent, policy);
  }

  /// The reminder stages reached within one [Leg] of a loan, each with its day and its fees.
  List<StageFee> fees(Leg leg) {
    List<Stage> stages = stages();
    int reached = sum(leg).reached();
    int lastReplacing = 0;
    for (int i = 0; i < reached; i++) {
      lastReplacing = stages.get(i).replaces() ? i : lastReplacing;
    }
    List<StageFee> fees = new ArrayList<>();
    long day = leg.dueDay();
    for (int i = 0; i < reached; i++) {
      Stage stage = stages.get(i);
      day = Math.max(day, day(leg, stage));
      Money fee = i < lastReplacing ? new Money(0, stage.fee().currency()) : stage.fee();
      long letter = (stage.letter() ? reduced(fee) : 0) + reduced(stage.postage());
      fees.add(
          new StageFee(
              i + 1, LocalDate.ofEpochDay(day), stage, fee, new Money(letter, fee.currency())));
    }
    return fees;
  }

  private long day(Leg leg, Stage stage) {
    return (stage.openDays() ? open : all).dayOf(leg, stage.days());
  }
}
