package org.libstation.tools.cases;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.circulation.Money;
import org.libstation.fines.AccountLimits;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.BorrowingSuspension.PartPeriod;
import org.libstation.fines.BorrowingSuspension.RunsOn;
import org.libstation.fines.CountingRule;
import org.libstation.fines.CountingRule.ChargeAt;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Grace;
import org.libstation.fines.Interval;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Maximum;
import org.libstation.fines.Profile;
import org.libstation.fines.Recall;

/// The rules of a row. A filled cell overrides the value of the profile.
record CaseRules(Cells cells, Profile profile) {
  /// Largest amount, in minor units. Larger amounts are typing errors and would overflow.
  private static final long MOST_MINOR = 10_000_000;

  private static final String AN_AMOUNT = "an amount in minor units, " + MOST_MINOR + " at most";

  private static final List<String> RECALL =
      List.of("recall_rate_minor", "recall_interval", "recall_max_fine_minor", "recall_grace");

  private static final int MOST_DAYS = 999;
  private static final int MOST_SUSPENDED = 9999;
  private static final String SUSPENSION_DAYS = "a number of days from 1 to " + MOST_DAYS;

  /// Columns for the suspension of borrowing after a late return.
  static final List<String> SUSPENSION =
      List.of(
          "suspend_days",
          "suspend_every",
          "suspend_part",
          "suspend_max_days",
          "suspend_runs",
          "suspend_cumulative");

  private static final int MOST_ROUNDED = 100_000;

  /// @param rateNeeded whether a missing rate is a fault; otherwise it is 0
  FinePolicy policy(Currency currency, boolean rateNeeded) {
    Optional<Long> ownRate = boxed(profile.sums().rateMinor());
    Optional<Long> rate =
        cells.needed(
            "rate_minor",
            cells.isFilled("rate_minor")
                ? AN_AMOUNT
                : "an amount in minor units, as " + profile.name() + " has no rate of its own",
            CaseRules::amount,
            rateNeeded ? ownRate : ownRate.or(() -> Optional.of(0L)));
    int roundTo =
        cells
            .value(
                "rounding_minor",
                "a number of minor units from 1",
                text -> CaseValues.number(text, 1, MOST_ROUNDED))
            .map(Long::intValue)
            .orElse(profile.sums().roundTo());
    CountingRule counting = counting();
    Optional<Recall> recall = recall(new Money(rate.orElse(0L), currency), counting.interval());
    return new FinePolicy(
        profile.name(),
        new Money(rate.orElse(0L), currency),
        maximum(currency),
        roundTo,
        counting,
        recall,
        cells.text("stages").equals("none")
            ? List.of()
            : cells
                .value(
                    "stages",
                    StageCells.expected(cells.text("stages"), currency),
                    text -> StageCells.read(text, currency))
                .orElse(profile.sums().stages()),
        cells
            .value("forgiven_below_minor", AN_AMOUNT, CaseRules::amount)
            .orElse(profile.sums().forgivenBelow()),
        suspension(counting, recall));
  }

  /// Reads the suspension of borrowing; empty if neither the row nor the profile has one.
  private Optional<BorrowingSuspension> suspension(CountingRule counting, Optional<Recall> recall) {
    Optional<BorrowingSuspension> own = profile.sums().suspension();
    Optional<String> filled = SUSPENSION.stream().filter(cells::isFilled).findFirst();
    if (cells.text("suspend_days").equals("none") || (own.isEmpty() && filled.isEmpty())) {
      return Optional.empty();
    }
    Optional<Integer> days = suspensionDays("suspend_days").or(() -> own.map(one -> one.days()));
    if (days.isEmpty() && !cells.isFilled("suspend_days")) {
      cells.fault("suspend_days", SUSPENSION_DAYS + ", beside " + filled.orElseThrow());
    }
    if (!FinePolicy.countsDays(counting, recall)) {
      cells.fault("suspend_days", "nothing, as only whole days give a suspension");
      return Optional.empty();
    }
    return days.map(
        number ->
            new BorrowingSuspension(
                number,
                suspensionDays("suspend_every").or(() -> own.map(one -> one.every())).orElse(1),
                cells
                    .value(
                        "suspend_part",
                        "pro-rata, free or charged",
                        text -> CaseValues.name(PartPeriod.class, text))
                    .or(() -> own.map(one -> one.partPeriod()))
                    .orElse(PartPeriod.PRO_RATA),
                cells
                    .value(
                        "suspend_max_days",
                        "a number of days from 1 to " + MOST_SUSPENDED,
                        text -> CaseValues.number(text, 1, MOST_SUSPENDED))
                    .map(most -> OptionalInt.of(most.intValue()))
                    .or(() -> own.map(one -> one.maximum()))
                    .orElse(OptionalInt.empty()),
                cells
                    .value(
                        "suspend_runs",
                        "calendar or open-days",
                        text -> CaseValues.name(RunsOn.class, text))
                    .or(() -> own.map(one -> one.runs()))
                    .orElse(RunsOn.CALENDAR),
                cells
                    .value("suspend_cumulative", "yes or no", CaseValues::yesOrNo)
                    .or(() -> own.map(one -> one.cumulative()))
                    .orElse(false)));
  }

  private Optional<Integer> suspensionDays(String column) {
    return cells
        .value(column, SUSPENSION_DAYS, text -> CaseValues.number(text, 1, MOST_DAYS))
        .map(Long::intValue);
  }

  /// Reads when an item counts as lost, and the fee for a lost item.
  LostItemFee lost(Currency currency) {
    LostItemFee own = profile.lending().lost();
    return new LostItemFee(
        days("lost_percent").orElse(own.percentOnTop()),
        cells
            .value("lost_processing_minor", AN_AMOUNT, CaseRules::amount)
            .map(minor -> new Money(minor, currency))
            .or(own::processing),
        cells.value("lost_with_fine", "yes or no", CaseValues::yesOrNo).orElse(own.withOverdue()),
        days("lost_after").map(OptionalInt::of).orElse(own.after()),
        new LostItemFee.LostItemRefund(
            days("lost_back_within").orElse(own.back().withinDays()),
            cells
                .value(
                    "lost_back",
                    "whole, less-processing or fine-instead",
                    text -> CaseValues.name(LostItemFee.RefundRule.class, text))
                .orElse(own.back().taken())));
  }

  /// Reads the limits of a visit and of an account.
  AccountLimits limits(Currency currency) {
    return new AccountLimits(
        Optional.empty(),
        cells
            .value("account_max_minor", AN_AMOUNT, CaseRules::amount)
            .map(minor -> new Money(minor, currency)),
        cells
            .value("visit_max_minor", AN_AMOUNT, CaseRules::amount)
            .map(minor -> new Money(minor, currency)));
  }

  private Optional<Integer> days(String column) {
    return cells
        .value(
            column,
            "a number from 0 to " + MOST_DAYS,
            text -> CaseValues.number(text, 0, MOST_DAYS))
        .map(Long::intValue);
  }

  /// Reads the rules for recalled loans; empty if neither the row nor the profile has any.
  private Optional<Recall> recall(Money rate, Interval interval) {
    Optional<Recall> own = profile.sums().recall();
    if (own.isEmpty() && RECALL.stream().noneMatch(cells::isFilled)) {
      return Optional.empty();
    }
    Interval usual = own.map(Recall::interval).orElse(interval);
    return Optional.of(
        new Recall(
            cells
                .value("recall_rate_minor", AN_AMOUNT, CaseRules::amount)
                .map(minor -> new Money(minor, rate.currency()))
                .or(() -> own.map(Recall::rate))
                .orElse(rate),
            cells
                .value(
                    "recall_interval",
                    "a number of units from 1, or a length like 2 hours",
                    text -> CaseValues.length(text, usual.unit()))
                .orElse(usual),
            cells
                .value("recall_max_fine_minor", AN_AMOUNT, CaseRules::amount)
                .or(() -> own.flatMap(Recall::maximum).map(Money::minor))
                .filter(minor -> minor > 0 || !profile.limits().zeroIsNone())
                .map(minor -> new Money(minor, rate.currency())),
            cells
                .value("recall_grace", "yes or no", CaseValues::yesOrNo)
                .orElseGet(() -> own.map(Recall::grace).orElse(false))));
  }

  private static Optional<Long> amount(String text) {
    return CaseValues.number(text, 0, MOST_MINOR);
  }

  private Maximum maximum(Currency currency) {
    Optional<Long> amount =
        cells
            .value("max_fine_minor", AN_AMOUNT, CaseRules::amount)
            .or(() -> boxed(profile.limits().maximumMinor()))
            .filter(minor -> minor > 0 || !profile.limits().zeroIsNone());
    boolean truncate =
        cells
            .value("max_truncate", "yes or no", CaseValues::yesOrNo)
            .orElse(profile.limits().truncate());
    return new Maximum(
        amount.map(minor -> new Money(minor, currency)),
        profile.limits().percentOfPrice(),
        profile.limits().itemPrice(),
        truncate);
  }

  private CountingRule counting() {
    CountingRule own = profile.sums().counting();
    Interval.Unit unit =
        cells
            .value("unit", "minute, hour, day, week, month or year", CaseValues::unit)
            .orElse(own.interval().unit());
    int usual = unit == own.interval().unit() ? own.interval().every() : 1;
    Interval interval =
        cells
            .value(
                "charge_interval",
                "a number of units from 1",
                text -> CaseValues.length(text, unit))
            .orElse(new Interval(usual, unit));
    return new CountingRule(
        cells
            .value(
                "counts",
                "dates, difference, bills or minutes",
                text -> CaseValues.name(CountedUnit.class, text))
            .orElse(own.line()),
        interval,
        cells.value("charge_at", "start or end", CaseRules::chargeAt).orElse(own.chargeAt()),
        grace(own.grace(), unit),
        cells.value("count_closed", "yes or no", CaseValues::yesOrNo).orElse(own.closedCounts()),
        cells
            .value("count_gale", "yes or no", CaseValues::yesOrNo)
            .map(counts -> !counts)
            .orElse(own.galeFree()),
        freeDays().orElse(own.freeDays()),
        cells
            .value("renewal_fine", "kept or forgiven", CaseRules::onRenewal)
            .orElse(own.onRenewal()));
  }

  private Grace grace(Grace own, Interval.Unit unit) {
    Grace.GraceMode mode =
        cells.value("grace_rule", "cliff or deduct", CaseValues::graceMode).orElse(own.mode());
    Grace.Extension extension =
        cells
            .value(
                "grace_extension",
                "none, if-end-closed or open-days-only",
                text -> CaseValues.name(Grace.Extension.class, text))
            .orElse(own.extension());
    boolean trailing =
        cells
            .value("grace_trailing", "yes or no", CaseValues::yesOrNo)
            .orElse(own.trailingClosed());
    if (!cells.isFilled("grace")) {
      return own.with(c -> c.mode(mode).extension(extension).trailingClosed(trailing));
    }
    if (cells.text("grace").equals("0")) {
      return Grace.NONE;
    }
    return cells
        .value(
            "grace",
            "a number of units, or a length like 3 days",
            text -> CaseValues.length(text, unit))
        .map(length -> new Grace(length.every(), length.unit(), mode, extension, trailing))
        .orElse(own);
  }

  private Optional<Integer> freeDays() {
    return days("free_days").or(() -> CaseValues.freeDays(cells.text("effective_return_rule")));
  }

  private static Optional<ChargeAt> chargeAt(String text) {
    return switch (text) {
      case "start" -> Optional.of(ChargeAt.START);
      case "end" -> Optional.of(ChargeAt.END);
      default -> Optional.empty();
    };
  }

  private static Optional<OnRenewal> onRenewal(String text) {
    return switch (text) {
      case "kept" -> Optional.of(OnRenewal.KEPT);
      case "forgiven" -> Optional.of(OnRenewal.FORGIVEN);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }
}
