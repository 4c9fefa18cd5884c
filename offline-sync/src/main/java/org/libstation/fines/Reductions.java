package org.libstation.fines;

import java.util.ArrayList;
import java.util.List;
import org.libstation.fines.CountingLine.QuantaCount;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.OverdueLoan.Leg;

/// Removes what is not charged from units that would count: free days, grace, forgiveness, the
/// maximum. It judges unit by unit here and as one number in [#charges]; both agree.
final class Reductions {
  private final FinePolicy policy;
  private final OverdueLoan loan;
  private final CountingLine line;

  /// Charges made on earlier legs, for one item.
  private long charged;

  Reductions(FinePolicy policy, OverdueLoan loan, CountingLine line) {
    this.policy = policy;
    this.loan = loan;
    this.line = line;
  }

  /// The same units, with all counted ones forgiven.
  static List<JudgedUnit> letOff(List<JudgedUnit> judged) {
    return judged.stream()
        .map(unit -> unit.isCounted() ? unit.withVerdict(new DayVerdict.Forgiven()) : unit)
        .toList();
  }

  /// How many times the rate is charged for a leg that is not forgiven.
  static long charges(CountingRule rule, CountingLine line, Leg leg, QuantaCount count) {
    long left = left(rule, line, leg, count);
    return left == 0 ? 0 : rule.intervals(left, quantaPerCharge(rule, line));
  }

  /// Quanta left of a leg that is not forgiven, after grace and free days.
  static long left(CountingRule rule, CountingLine line, Leg leg, QuantaCount count) {
    if (count.counted() == 0 || line.withinGrace(leg, count)) {
      return 0;
    }
    long left = count.counted() - freeQuanta(rule, line);
    if (rule.grace().mode() == Grace.GraceMode.DEDUCT) {
      left -= line.graceQuanta();
    }
    return Math.max(0, left);
  }

  private static long freeQuanta(CountingRule rule, CountingLine line) {
    if (rule.freeDays() == 0) {
      return 0;
    }
    Interval.Unit unit = rule.interval().unit().counted();
    long perDay = Interval.Unit.DAY.seconds() / unit.seconds();
    return rule.freeDays() * perDay * line.quantaPerUnit();
  }

  private static long quantaPerCharge(CountingRule rule, CountingLine line) {
    return rule.line() == CountingRule.CountedUnit.BILLS
        ? 1
        : rule.interval().units() * line.quantaPerUnit();
  }

  /// The judged units of a leg after all reductions. Call it once for each leg, in order.
  List<JudgedUnit> apply(Leg leg, QuantaCount count, List<JudgedUnit> judged) {
    CountingRule rule = policy.counting();
    boolean forgiven = loan.amnesty() || (!leg.last() && rule.onRenewal() == OnRenewal.FORGIVEN);
    if (forgiven) {
      return letOff(judged);
    }
    if (line.withinGrace(leg, count)) {
      return judged.stream()
          .map(unit -> unit.isCounted() ? unit.withVerdict(new DayVerdict.WithinGrace()) : unit)
          .toList();
    }
    long grace = rule.grace().mode() == Grace.GraceMode.DEDUCT ? line.graceQuanta() : 0;
    long freeAfter = count.counted() - freeQuanta(rule, line);
    List<JudgedUnit> told = new ArrayList<>();
    long passed = 0;
    for (JudgedUnit unit : judged) {
      if (!unit.isCounted()) {
        told.add(unit);
        continue;
      }
      told.addAll(cut(unit, passed, grace, Math.max(grace, freeAfter)));
      passed += unit.amount();
    }
    charged += charges(rule, line, leg, count);
    return told;
  }

  /// Cuts a counted unit into parts: grace, charged, over the maximum, and free.
  private List<JudgedUnit> cut(JudgedUnit unit, long passed, long grace, long freeAfter) {
    long end = passed + unit.amount();
    long maximumAfter = Math.clamp(quantaWithinMaximum() + grace, grace, freeAfter);
    List<JudgedUnit> parts = new ArrayList<>();
    part(parts, unit, Math.min(end, grace) - passed, new DayVerdict.WithinGrace());
    part(
        parts,
        unit,
        Math.min(end, maximumAfter) - Math.max(passed, grace),
        new DayVerdict.Counted());
    part(
        parts,
        unit,
        Math.min(end, freeAfter) - Math.max(passed, maximumAfter),
        new DayVerdict.OverMaximum());
    part(parts, unit, end - Math.max(passed, freeAfter), new DayVerdict.FreeDay());
    if (parts.isEmpty()) {
      parts.add(unit);
    }
    return parts;
  }

  private static void part(
      List<JudgedUnit> parts, JudgedUnit unit, long amount, DayVerdict verdict) {
    if (amount > 0) {
      parts.add(unit.with(amount, verdict));
    }
  }

  /// Quanta of this leg that are charged before the limit for an item is reached.
  private long quantaWithinMaximum() {
    long charges =
        Limited.chargesWithin(policy.maximum().limit(loan.price()), policy.rate().minor());
    if (charges == Long.MAX_VALUE) {
      return Long.MAX_VALUE / 4;
    }
    long left = Math.max(0, charges - charged);
    return left * quantaPerCharge(policy.counting(), line);
  }
}
