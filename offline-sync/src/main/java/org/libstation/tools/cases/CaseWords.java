package org.libstation.tools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.Assessment;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.CountingRule;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.Explained;
import org.libstation.fines.FineCounter;
import org.libstation.fines.Interval;
import org.libstation.fines.JudgedUnit;
import org.libstation.fines.LoanCost;
import org.libstation.fines.StageFee;
import org.libstation.fines.SuspensionDays;

/// Explains a case in plain words, on one line. Consecutive days with the same reason are joined.
final class CaseWords {
  /// Most units that are listed. A longer loan is explained without its days, to limit memory.
  private static final long MOST_UNITS = 40_000;

  private static final int SECONDS_PER_MINUTE = 60;

  private CaseWords() {}

  /// Returns the explanation.
  ///
  /// @param suspension of borrowing, placed after the other suspensions of the account
  static String explain(
      FineCase asked,
      Assessment found,
      Optional<SuspensionDays> suspension,
      Money fine,
      Money owed) {
    List<String> parts = new ArrayList<>();
    if (asked.kind() != FineCase.Charged.LOST_WITHOUT_OVERDUE) {
      if (found.units().elapsed() > MOST_UNITS) {
        parts.add(found.units().elapsed() + " elapsed, too many to list");
      } else {
        FineCounter counter = asked.counter();
        Explained explained = counter.explain(asked.policy(), asked.counted(counter));
        parts.addAll(runs(explained, asked));
        explained.stages().forEach(stage -> parts.add(stage(stage)));
      }
      parts.add(sum(found));
      suspension.ifPresent(one -> parts.add(suspension(one)));
      if (!fine.equals(found.amount())) {
        parts.add("with the account's other loans " + fine);
      }
      parts.add("returned " + asked.loan().returned().toOffsetDateTime() + rule(asked));
    }
    if (asked.kind() == FineCase.Charged.OVERDUE || asked.kind() == FineCase.Charged.NOT_BACK) {
      FineCounter counter = asked.counter();
      LoanCost cost = counter.cost(asked.policy(), asked.lost(), asked.loan(), asked.isBack());
      cost.lostOn()
          .ifPresent(
              day ->
                  parts.add("lost on " + day + ": " + cost.lost() + " of it owed, in all " + owed));
    } else {
      parts.add(
          "lost: price "
              + asked.loan().price().orElseThrow()
              + ", "
              + asked.lost().percentOnTop()
              + " % on top, in all "
              + owed);
    }
    parts.add("calendar " + found.calendarVersion());
    parts.add("policy " + found.policyVersion());
    return String.join("; ", parts);
  }

  private static String rule(FineCase asked) {
    return asked
        .derived()
        .map(found -> " (" + found.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")")
        .orElse("");
  }

  private static String suspension(SuspensionDays one) {
    BorrowingSuspension rule = one.rule();
    String each =
        rule.every() == 1
            ? "each"
            : "each "
                + rule.every()
                + switch (rule.partPeriod()) {
                  case PRO_RATA -> " in proportion";
                  case FREE -> " that are over";
                  case CHARGED -> " that have begun";
                };
    String length =
        one.isNone()
            ? "no suspension"
            : "%d days%s, from %s, borrowing again on %s"
                .formatted(one.days(), one.capped() ? " (the maximum)" : "", one.from(), one.to());
    return "%d days counted, %d days of suspension for %s = %s"
        .formatted(one.counted(), rule.days(), each, length);
  }

  private static String stage(StageFee stage) {
    return "stage %d on %s: %s%s"
        .formatted(
            stage.number(),
            stage.day(),
            stage.whole(),
            stage.letter().isZero() ? "" : ", of it a letter's " + stage.letter());
  }

  private static String sum(Assessment found) {
    Interval interval = found.interval();
    String each =
        interval.every() > 1
            ? " " + interval.every() + " "
            : interval.unit() == Interval.Unit.HOUR ? "n " : " ";
    String text =
        found.units().charged()
            + " x "
            + found.rate()
            + " a"
            + each
            + interval.unit().name().toLowerCase(Locale.ROOT)
            + (found.items() == 1 ? "" : " for " + found.items() + " items")
            + (found.stage() == 0 ? "" : ", stages to " + found.stage())
            + (found.percent() == 100 ? "" : ", of it " + found.percent() + " %")
            + " = "
            + found.amount();
    return switch (found.reached()) {
      case NONE -> text;
      case AMOUNT -> text + " (the maximum)";
      case ITEM_PRICE -> text + " (the item's price)";
    };
  }

  private static List<String> runs(Explained explained, FineCase asked) {
    CountingRule rule = asked.policy().counting();
    boolean time =
        rule.line() == CountingRule.CountedUnit.MINUTES
            || (rule.line() == CountingRule.CountedUnit.DATES && !rule.interval().isDays());
    List<String> told = new ArrayList<>();
    List<JudgedUnit> units = explained.units();
    int from = 0;
    while (from < units.size()) {
      int to = from + 1;
      while (to < units.size() && follows(units.get(to - 1), units.get(to))) {
        to++;
      }
      told.add(run(units.subList(from, to), time));
      from = to;
    }
    return told;
  }

  private static boolean follows(JudgedUnit one, JudgedUnit next) {
    return next.verdict().equals(one.verdict()) && !next.day().isBefore(one.day());
  }

  /// @param time whether amounts are in seconds
  private static String run(List<JudgedUnit> units, boolean time) {
    JudgedUnit first = units.getFirst();
    JudgedUnit last = units.getLast();
    String days =
        first.day().equals(last.day()) ? first.day().toString() : first.day() + ".." + last.day();
    String text = days + " " + words(first.verdict());
    long amount = units.stream().mapToLong(JudgedUnit::amount).sum();
    if (first.verdict() instanceof DayVerdict.NotYetDue || amount == 1) {
      return text;
    }
    return text + " (" + (time ? amount / SECONDS_PER_MINUTE + " min" : amount) + ")";
  }

  private static String words(DayVerdict verdict) {
    return switch (verdict) {
      case DayVerdict.NotYetDue _ -> "due";
      case DayVerdict.Counted _ -> "counted";
      case DayVerdict.PlaceClosed(var reason) ->
          "closed: " + reason.name().toLowerCase(Locale.ROOT);
      case DayVerdict.Suspended(var window) -> "suspended by " + window;
      case DayVerdict.DueDateOff _ -> "left out, as the due date was no open day";
      case DayVerdict.WithinGrace _ -> "grace";
      case DayVerdict.FreeDay _ -> "free day at check-in";
      case DayVerdict.Forgiven _ -> "forgiven";
      case DayVerdict.OverMaximum _ -> "over the maximum";
    };
  }
}
