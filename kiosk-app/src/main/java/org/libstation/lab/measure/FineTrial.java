package org.libstation.lab.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.libstation.circulation.Money;
import org.libstation.fines.Amnesty;
import org.libstation.fines.Assessment;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.CountingRule;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Grace;
import org.libstation.fines.Interval;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Maximum;
import org.libstation.fines.OpenHours;
import org.libstation.fines.OpeningCalendar;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Profile;
import org.libstation.fines.Reader;
import org.libstation.fines.ReaderFine;
import org.libstation.fines.Stage;
import org.libstation.fines.SuspensionWindow;

/// Measures how many fines one core counts in a second, by how long the loans are overdue, and how
/// much heap calendars take.
public final class FineTrial {
  private static final List<Integer> DAYS_OVERDUE = List.of(1, 30, 365, 3650);
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final List<TrialKind> KINDS =
      List.of(
          new TrialKind(Profile.HKPL, HONG_KONG),
          new TrialKind(Profile.KOHA, HONG_KONG),
          new TrialKind(Profile.EVERGREEN, HONG_KONG),
          new TrialKind(Profile.FOLIO, HONG_KONG),
          new TrialKind(Profile.FOLIO, ZURICH));
  private static final int LOANS = 1024;
  private static final int PLACES = 100;
  private static final int FIRST_YEAR = 2010;
  private static final int YEARS = 20;
  private static final int HOLIDAYS_A_YEAR = 17;
  private static final int SEED = 5;
  private static final OverdueLoan.LoanScope LENT =
      new OverdueLoan.LoanScope("Central Library", "adult");
  private static final double BYTES_PER_KIB = 1024;

  private FineTrial() {}

  /// @param zone with or without changes of the clock
  private record TrialKind(Profile profile, ZoneId zone) {}

  /// @param perSecond assessments in a second of processor time
  public record AssessmentRate(String profile, String zone, int daysOverdue, long perSecond) {}

  /// @param heapBytes of [#PLACES] calendars of [#YEARS] years, ready to count
  public record FineTrialResult(List<AssessmentRate> speeds, long heapBytes) {
    public FineTrialResult {
      speeds = List.copyOf(speeds);
    }

    /// One table, headed by the machine.
    public String table(Machine machine) {
      List<BenchReport.BenchReportRow> rows = new ArrayList<>();
      rows.add(new BenchReport.BenchReportRow("machine", BenchReport.words(machine)));
      rows.add(
          new BenchReport.BenchReportRow("software", machine.kernel() + ", " + machine.java()));
      for (AssessmentRate speed : speeds) {
        rows.add(
            new BenchReport.BenchReportRow(
                String.format(
                    Locale.ROOT,
                    "fines, %s, %s, overdue by days: %,d",
                    speed.profile(),
                    speed.zone(),
                    speed.daysOverdue()),
                String.format(Locale.ROOT, "%,d a second", speed.perSecond())));
      }
      rows.add(
          new BenchReport.BenchReportRow(
              PLACES + " places, calendars of " + YEARS + " years",
              String.format(
                  Locale.ROOT,
                  "%.0f KiB of heap, %.1f KiB a place",
                  heapBytes / BYTES_PER_KIB,
                  heapBytes / BYTES_PER_KIB / PLACES)));
      return BenchReport.table(rows);
    }
  }

  /// @param each how long each figure is measured, after a warm-up of half that time
  public static FineTrialResult run(Duration each) {
    List<AssessmentRate> speeds = new ArrayList<>();
    FineCounter counter = counter(new Random(SEED));
    for (TrialKind kind : KINDS) {
      FinePolicy policy = policy(kind.profile());
      speeds.addAll(speeds(kind.profile().name(), kind.zone(), _ -> policy, counter, each));
    }
    FinePolicy usual = policy(Profile.HKPL);
    List<ReaderFine> others = readers(usual);
    List<Reader> readers =
        List.of(reader("adult"), reader("children"), reader("seniors"), reader("staff"));
    speeds.addAll(
        speeds(
            Profile.HKPL.name() + " by reader",
            HONG_KONG,
            loan -> ReaderFine.of(usual, others, readers.get(loan % readers.size())),
            counter,
            each));
    others(usual)
        .forEach(
            (name, policy) -> speeds.addAll(speeds(name, HONG_KONG, _ -> policy, counter, each)));
    LostItemFee lost =
        new LostItemFee(
            20,
            Optional.of(Money.of(500, "HKD")),
            true,
            OptionalInt.of(60),
            new LostItemFee.LostItemRefund(30, LostItemFee.RefundRule.LESS_PROCESSING));
    FineCounter inAmnesty = counter(new Random(SEED), List.of(amnesty()));
    speeds.addAll(timed("amnesty", HONG_KONG, (loan, _) -> inAmnesty.assess(usual, loan), each));
    speeds.addAll(
        timed(
            "lost after 60 days",
            HONG_KONG,
            (loan, _) -> counter.assess(usual, counter.upToLoss(lost, loan, true)),
            each));
    return new FineTrialResult(speeds, heap());
  }

  /// Other rules: by weeks; by weeks with a maximum and small sums forgiven; by reminders.
  private static Map<String, FinePolicy> others(FinePolicy usual) {
    Money fee = Money.of(200, "HKD");
    Money postage = Money.of(85, "HKD");
    List<Stage> stages =
        List.of(
            new Stage(
                Interval.days(7),
                false,
                true,
                fee,
                false,
                false,
                new Money(0, fee.currency()),
                false),
            new Stage(
                new Interval(3, Interval.Unit.WEEK), true, false, fee, true, true, postage, false),
            new Stage(
                new Interval(5, Interval.Unit.WEEK),
                false,
                false,
                fee,
                false,
                true,
                postage,
                true));
    FinePolicy weekly =
        FinePolicy.of(
            "weekly",
            usual.rate(),
            Maximum.of(Optional.of(Money.of(2000, "HKD"))),
            1,
            new CountingRule(
                CountingRule.CountedUnit.DATES,
                new Interval(1, Interval.Unit.WEEK),
                CountingRule.ChargeAt.START,
                Grace.NONE,
                true,
                true,
                0,
                CountingRule.OnRenewal.KEPT));
    Map<String, FinePolicy> others = new LinkedHashMap<>();
    others.put("none", FinePolicy.none(usual.rate().currency()));
    others.put("weekly", weekly.with(List.of(), 50));
    others.put("staged", usual.with(stages, 0));
    return others;
  }

  private static Amnesty amnesty() {
    return new Amnesty(
        new SuspensionWindow(
            "a",
            LocalDate.of(FIRST_YEAR, 1, 1),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty()),
        50);
  }

  /// @param rules by the number of a loan
  private static List<AssessmentRate> speeds(
      String name, ZoneId zone, IntFunction<FinePolicy> rules, FineCounter counter, Duration each) {
    return timed(name, zone, (loan, number) -> counter.assess(rules.apply(number), loan), each);
  }

  private static List<AssessmentRate> timed(
      String name, ZoneId zone, BiFunction<OverdueLoan, Integer, Assessment> count, Duration each) {
    List<AssessmentRate> speeds = new ArrayList<>();
    for (int days : DAYS_OVERDUE) {
      List<OverdueLoan> loans = loans(days, zone, new Random(SEED));
      long _ = perSecond(count, loans, each.dividedBy(2));
      speeds.add(new AssessmentRate(name, zone.getId(), days, perSecond(count, loans, each)));
    }
    return speeds;
  }

  private static Reader reader(String patronClass) {
    return new Reader(Optional.of(patronClass), LENT.service(), Optional.of("001"));
  }

  /// Staff pay nothing, children pay less, seniors pay less for discs.
  private static List<ReaderFine> readers(FinePolicy usual) {
    FinePolicy less =
        FinePolicy.of(
            usual.version(),
            Money.of(50, "HKD"),
            Maximum.of(Optional.of(Money.of(2000, "HKD"))),
            1,
            usual.counting());
    return List.of(
        new ReaderFine(
            Set.of("staff"), Set.of(), Set.of(), FinePolicy.none(usual.rate().currency())),
        new ReaderFine(Set.of("seniors"), Set.of(), Set.of("006"), less),
        new ReaderFine(Set.of("children"), Set.of(LENT.service()), Set.of("001"), less));
  }

  /// Measures this thread's processor time, so that other work on the machine does not count.
  private static long perSecond(
      BiFunction<OverdueLoan, Integer, Assessment> count,
      List<OverdueLoan> loans,
      Duration atLeast) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long counted = 0;
    long sum = 0;
    long passed;
    do {
      for (int loan = 0; loan < loans.size(); loan++) {
        sum += count.apply(loans.get(loan), loan).amount().minor();
      }
      counted += loans.size();
      passed = threads.getCurrentThreadCpuTime() - begin;
    } while (passed < atLeast.toNanos());
    if (sum < 0) {
      throw new IllegalStateException("a fine is never negative");
    }
    return Math.round(counted * (double) Duration.ofSeconds(1).toNanos() / passed);
  }

  private static FinePolicy policy(Profile profile) {
    return FinePolicy.of(
        profile.name(), Money.of(150, "HKD"), Maximum.NONE, 1, profile.sums().counting());
  }

  private static List<OverdueLoan> loans(int days, ZoneId zone, Random random) {
    List<OverdueLoan> loans = new ArrayList<>();
    for (int i = 0; i < LOANS; i++) {
      ZonedDateTime due =
          LocalDate.of(FIRST_YEAR, 1, 1)
              .plusDays(random.nextInt(DAYS_OVERDUE.getLast()))
              .atTime(OverdueLoan.END_OF_DAY)
              .atZone(zone);
      ZonedDateTime returned = due.plusDays(days).withHour(9 + random.nextInt(10));
      loans.add(OverdueLoan.of(due, List.of(), returned, LENT));
    }
    return loans;
  }

  private static FineCounter counter(Random random) {
    return counter(random, List.of());
  }

  private static FineCounter counter(Random random, List<Amnesty> amnesties) {
    Map<LocalDate, ClosedReason> closed = new HashMap<>();
    List<SuspensionWindow> windows = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      LocalDate first = LocalDate.of(FIRST_YEAR + year, 1, 1);
      while (closed.size() < (year + 1) * HOLIDAYS_A_YEAR) {
        closed.put(first.plusDays(random.nextInt(first.lengthOfYear())), ClosedReason.HOLIDAY);
      }
      LocalDate from = first.plusDays(random.nextInt(300));
      windows.add(
          new SuspensionWindow(
              "w" + year,
              from,
              Optional.of(from.plusDays(20)),
              Set.of(),
              Set.of(),
              Optional.empty()));
    }
    Map<DayOfWeek, OpenHours> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, new OpenHours(LocalTime.of(9, 0), LocalTime.of(20, 0)));
    }
    return new FineCounter(
        new OpeningCalendar("bench", Set.of(DayOfWeek.THURSDAY), closed, Set.of(), hours, Map.of()),
        windows,
        amnesties);
  }

  private static long heap() {
    OverdueLoan loan = loans(1, HONG_KONG, new Random(SEED)).getFirst();
    long before = used();
    List<FineCounter> places = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      FineCounter counter = counter(new Random(SEED + place));
      long _ = counter.assess(policy(Profile.HKPL), loan).amount().minor();
      places.add(counter);
    }
    long after = used();
    if (places.size() != PLACES) {
      throw new IllegalStateException("a place got lost");
    }
    return after - before;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
