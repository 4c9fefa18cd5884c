package org.libstation.policy;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libstation.circulation.Money;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.BorrowingSuspension.PartPeriod;
import org.libstation.fines.BorrowingSuspension.RunsOn;
import org.libstation.fines.CalendarOwner;
import org.libstation.fines.CountingRule;
import org.libstation.fines.CountingRule.ChargeAt;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Grace;
import org.libstation.fines.Interval;
import org.libstation.fines.LoanPeriod;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Maximum;
import org.libstation.fines.Profile;
import org.libstation.fines.ReaderFine;
import org.libstation.fines.Recall;
import org.libstation.fines.Stage;
import org.libstation.policy.LendingClass.Backdate;

/// Reads the rules of lending classes: a profile, and the differences from it.
final class ClassReader {
  private static final int MOST = 999;
  private static final String A_TIME_OF_DAYS = "days like 60 days";

  private final Currency currency;

  /// Whether closed time or gale days are charged.
  private enum ClassCost {
    FREE,
    CHARGED
  }

  /// Whether a recalled loan keeps the grace of other loans.
  private enum OtherLoans {
    KEPT,
    NONE
  }

  ClassReader(Currency currency) {
    this.currency = currency;
  }

  Map<String, List<ClassRule>> classes(Section all) {
    Map<String, List<ClassRule>> classes = new LinkedHashMap<>();
    Section section = all.section("classes");
    for (String name : section.keys()) {
      List<ClassRule> rules = new ArrayList<>();
      section.sections(name).forEach(rule -> rules.add(rule(name, rule)));
      if (rules.isEmpty()) {
        section.fault(name, "expected at least one rule");
      } else {
        classes.put(name, rules);
      }
    }
    return classes;
  }

  private ClassRule rule(String name, Section section) {
    Profile profile =
        section.needed(
            "profile",
            Profile.ALL.stream().map(Profile::name).collect(Collectors.joining(", ")),
            Profile::named,
            Profile.HKPL);
    Section loan = section.section("loan");
    boolean none = section.says("fine", "none");
    Section fine = none ? section.nothing("fine") : section.partOrNothing("fine");
    FinePolicy fines =
        none ? FinePolicy.none(currency) : fines(fine, usual(profile, fine), profile);
    LendingClass lendingClass =
        new LendingClass(
            name,
            period(loan, profile.lending().period()),
            loan.needed("renewals", numberTo(MOST), ClassReader::number, 0),
            fines,
            fine.sections("readers").stream().map(one -> reader(one, fines, profile)).toList(),
            one(section, "calendarOf", CalendarOwner.class, profile.lending().calendarOwner()),
            lost(section.partOrNothing("lost"), profile.lending().lost()),
            backdate(section.partOrNothing("backdate"), profile));
    return new ClassRule(
        section.optional("announcedAt", PolicyValues.A_MOMENT, PolicyValues::moment),
        section.optional("from", PolicyValues.A_DATE, PolicyValues::date),
        lendingClass,
        section.origin());
  }

  private static LoanPeriod period(Section loan, LoanPeriod own) {
    Interval length =
        loan.optional("period", PolicyValues.A_LENGTH, PolicyValues::length)
            .orElse(new Interval(own.length(), own.unit()));
    return new LoanPeriod(
        length.every(),
        length.unit(),
        one(loan, "dueDate", LoanPeriod.Roll.class, own.roll()),
        time(loan, "dayEnds", own.dayEnds()),
        time(loan, "pushedTo", own.pushedTo()));
  }

  /// The profile's own rules. The document must give a rate if the profile has none in this
  /// currency. A suspension without a rate replaces money.
  private FinePolicy usual(Profile profile, Section fine) {
    boolean inDays =
        fine.has("suspension") && !fine.says("suspension", "none") && !fine.has("rate");
    boolean profiles =
        profile.sums().rateMinor().isPresent() && profile.currency().equals(Optional.of(currency));
    boolean known = inDays || profiles;
    Money rate =
        new Money(profiles && !inDays ? profile.sums().rateMinor().getAsLong() : 0, currency);
    return FinePolicy.of(
        "",
        known ? rate : fine.needed("rate", PolicyValues.AN_AMOUNT, this::money, rate),
        new Maximum(
            profile.limits().maximumMinor().stream()
                .mapToObj(minor -> new Money(minor, currency))
                .findFirst(),
            OptionalInt.empty(),
            profile.limits().itemPrice(),
            profile.limits().truncate()),
        profile.sums().roundTo(),
        profile.sums().counting());
  }

  /// Reads the fines of a section.
  ///
  /// @param own rules that hold if the section does not set them
  private FinePolicy fines(Section fine, FinePolicy own, Profile profile) {
    Money rate = fine.optional("rate", PolicyValues.AN_AMOUNT, this::money).orElse(own.rate());
    CountingRule counting = counting(fine, own.counting());
    Optional<Recall> recall =
        fine.part("recall")
            .map(part -> recall(part, rate, counting.interval(), profile))
            .or(own::recall);
    List<Stage> stages =
        fine.says("stages", "none")
            ? nothing(fine, "stages")
            : fine.has("stages") ? StageReader.stages(fine, currency) : own.stages();
    return new FinePolicy(
        "",
        rate,
        maximum(fine.partOrNothing("maximum"), own.maximum(), profile),
        fine.optional("roundTo", PolicyValues.AN_AMOUNT, this::positive)
            .map(money -> Math.toIntExact(money.minor()))
            .orElse(own.roundTo()),
        counting,
        recall,
        stages,
        fine.optional("forgivenBelow", PolicyValues.AN_AMOUNT, this::money)
            .map(Money::minor)
            .orElse(own.forgivenBelow()),
        suspension(fine, own, counting, recall));
  }

  /// Reads the days without borrowing. Fines counted by hours, minutes or bills give none.
  private static Optional<BorrowingSuspension> suspension(
      Section fine, FinePolicy own, CountingRule counting, Optional<Recall> recall) {
    Optional<BorrowingSuspension> suspension =
        fine.says("suspension", "none")
            ? Optional.empty()
            : fine.part("suspension")
                .map(part -> suspension(part, own.suspension()))
                .or(own::suspension);
    if (suspension.isPresent() && !FinePolicy.countsDays(counting, recall)) {
      fine.fault(
          "suspension",
          "expected counts dates or difference, and intervals of days: only whole days give a"
              + " suspension");
      return Optional.empty();
    }
    return suspension;
  }

  private static BorrowingSuspension suspension(Section part, Optional<BorrowingSuspension> own) {
    Function<String, Optional<Integer>> days = text -> PolicyValues.number(text, 1, MOST);
    String expected = "a number of days from 1 to " + MOST;
    return new BorrowingSuspension(
        own.isPresent()
            ? part.optional("days", expected, days).orElse(own.get().days())
            : part.needed("days", expected, days, 1),
        part.optional("every", A_TIME_OF_DAYS, ClassReader::inDays)
            .or(() -> own.map(BorrowingSuspension::every))
            .orElse(1),
        one(
            part,
            "partPeriod",
            PartPeriod.class,
            own.map(BorrowingSuspension::partPeriod).orElse(PartPeriod.PRO_RATA)),
        part.optional(
                "maximum",
                A_TIME_OF_DAYS + ", or none",
                text ->
                    text.equals("none")
                        ? Optional.of(OptionalInt.empty())
                        : inDays(text).map(OptionalInt::of))
            .or(() -> own.map(BorrowingSuspension::maximum))
            .orElse(OptionalInt.empty()),
        one(part, "runs", RunsOn.class, own.map(BorrowingSuspension::runs).orElse(RunsOn.CALENDAR)),
        yes(part, "cumulative", own.map(BorrowingSuspension::cumulative).orElse(false)));
  }

  private static List<Stage> nothing(Section fine, String key) {
    fine.nothing(key);
    return List.of();
  }

  /// Reads the fines for some readers, as differences from the usual fines.
  private ReaderFine reader(Section section, FinePolicy usual, Profile profile) {
    boolean free = section.says("rate", "none");
    Set<String> media = section.namesOrAll("media");
    media.stream()
        .filter(type -> PolicyValues.media(type).isEmpty())
        .forEach(
            type ->
                section.fault(
                    "media", "expected media types like 001, or all, found \"" + type + "\""));
    return new ReaderFine(
        section.namesOrAll("patrons"),
        section.namesOrAll("places"),
        media,
        free ? FinePolicy.none(currency) : fines(section, usual, profile));
  }

  /// Reads the rules for a recalled loan. Rules that it does not change stay as for other loans,
  /// except grace and maximum.
  private Recall recall(Section recall, Money rate, Interval interval, Profile own) {
    return new Recall(
        recall.optional("rate", PolicyValues.AN_AMOUNT, this::money).orElse(rate),
        recall.optional("interval", PolicyValues.A_LENGTH, PolicyValues::length).orElse(interval),
        limit(recall, "maximum").flatMap(Choice::value).filter(money -> limits(money, own)),
        one(recall, "grace", OtherLoans.class, OtherLoans.NONE) == OtherLoans.KEPT);
  }

  private Optional<Choice<Money>> limit(Section section, String key) {
    return section.optional(
        key, "an amount like 30.00, or none", text -> PolicyValues.moneyOrNone(text, currency));
  }

  /// Whether an amount is a maximum at all. At some systems, a maximum of zero means no maximum.
  private static boolean limits(Money maximum, Profile profile) {
    return !maximum.isZero() || !profile.limits().zeroIsNone();
  }

  private CountingRule counting(Section fine, CountingRule own) {
    Grace grace = grace(fine.partOrNothing("grace"), own.grace());
    return new CountingRule(
        one(fine, "counts", CountedUnit.class, own.line()),
        fine.optional("interval", PolicyValues.A_LENGTH, PolicyValues::length)
            .orElse(own.interval()),
        one(fine, "chargeAt", ChargeAt.class, own.chargeAt()),
        grace,
        one(
                fine,
                "closedTime",
                ClassCost.class,
                own.closedCounts() ? ClassCost.CHARGED : ClassCost.FREE)
            == ClassCost.CHARGED,
        one(fine, "galeDays", ClassCost.class, own.galeFree() ? ClassCost.FREE : ClassCost.CHARGED)
            == ClassCost.FREE,
        fine.optional("freeDays", numberTo(MOST), ClassReader::number).orElse(own.freeDays()),
        one(fine, "onRenewal", OnRenewal.class, own.onRenewal()));
  }

  private static Grace grace(Section grace, Grace own) {
    Optional<Choice<Interval>> length =
        grace.optional(
            "length",
            PolicyValues.A_LENGTH + ", or none",
            text ->
                text.equals("none")
                    ? Optional.of(new Choice<>(Optional.empty()))
                    : PolicyValues.length(text).map(found -> new Choice<>(Optional.of(found))));
    Optional<Interval> found = length.flatMap(Choice::value);
    boolean none = length.isPresent() && found.isEmpty();
    return new Grace(
        none ? 0 : found.map(Interval::every).orElse(own.length()),
        found.map(Interval::unit).orElse(own.unit()),
        one(grace, "mode", Grace.GraceMode.class, own.mode()),
        one(grace, "extension", Grace.Extension.class, own.extension()),
        yes(grace, "trailingClosed", own.trailingClosed()));
  }

  private Maximum maximum(Section maximum, Maximum own, Profile profile) {
    return new Maximum(
        limit(maximum, "amount")
            .map(Choice::value)
            .orElse(own.amount())
            .filter(money -> limits(money, profile)),
        maximum
            .optional("percentOfPrice", numberTo(MOST), ClassReader::number)
            .map(OptionalInt::of)
            .orElse(own.percentOfPrice()),
        yes(maximum, "itemPrice", own.itemPrice()),
        yes(maximum, "truncate", own.truncate()));
  }

  private LostItemFee lost(Section lost, LostItemFee own) {
    return new LostItemFee(
        lost.optional("percentOnTop", numberTo(MOST), ClassReader::number)
            .orElse(own.percentOnTop()),
        limit(lost, "processing").map(Choice::value).orElse(own.processing()),
        yes(lost, "withFine", own.withOverdue()),
        days(lost, "after").map(OptionalInt::of).orElse(own.after()),
        lost.part("back").map(ClassReader::back).orElse(own.back()));
  }

  private static LostItemFee.LostItemRefund back(Section back) {
    return new LostItemFee.LostItemRefund(
        back.needed("within", A_TIME_OF_DAYS, ClassReader::inDays, 0),
        back.needed(
            "charge",
            PolicyValues.words(LostItemFee.RefundRule.class),
            text -> PolicyValues.name(LostItemFee.RefundRule.class, text),
            LostItemFee.RefundRule.WHOLE));
  }

  private static Optional<Integer> days(Section section, String key) {
    return section.optional(key, A_TIME_OF_DAYS, ClassReader::inDays);
  }

  private static Optional<Integer> inDays(String text) {
    return PolicyValues.length(text)
        .filter(length -> length.unit() == Interval.Unit.DAY)
        .map(Interval::every);
  }

  private static Backdate backdate(Section backdate, Profile own) {
    return new Backdate(
        yes(backdate, "recalculates", true),
        yes(backdate, "takesDueTime", own.lending().backdateTakesDueTime()));
  }

  private Optional<Money> money(String text) {
    return PolicyValues.money(text, currency);
  }

  private Optional<Money> positive(String text) {
    return money(text).filter(amount -> !amount.isZero());
  }

  private static Optional<Integer> number(String text) {
    return PolicyValues.number(text, 0, MOST);
  }

  static String numberTo(int most) {
    return "a number from 0 to " + most;
  }

  private static boolean yes(Section section, String key, boolean own) {
    return section.optional(key, PolicyValues.YES_OR_NO, PolicyValues::yesOrNo).orElse(own);
  }

  private static LocalTime time(Section section, String key, LocalTime own) {
    return section.optional(key, PolicyValues.A_TIME, PolicyValues::time).orElse(own);
  }

  private static <E extends Enum<E>> E one(Section section, String key, Class<E> type, E own) {
    return section
        .optional(key, PolicyValues.words(type), text -> PolicyValues.name(type, text))
        .orElse(own);
  }
}
