package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.ChargeAt;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.LoanPeriod.Roll;

/// The rules of a family of libraries, without calendars: how they count, quirks included. Rates,
/// limits and places belong to each library and are empty unless the whole family shares them.
///
/// @param zone time zone of all its libraries
/// @param readers other fines for some patrons, places or media
/// @param patronClasses the classes that `readers` may name; empty if no rule needs a class
@RecordBuilder
public record Profile(
    String name,
    Optional<ZoneId> zone,
    Optional<Currency> currency,
    FineTerms sums,
    Limits limits,
    LoanTerms lending,
    List<ReaderFine> readers,
    Set<String> patronClasses)
    implements ProfileBuilder.With {
  public Profile {
    readers = List.copyOf(readers);
    patronClasses = Set.copyOf(patronClasses);
  }

  /// How fines are counted.
  ///
  /// @param rateMinor rate for one interval, in minor units
  /// @param recall what a recall changes
  /// @param stages fees of reminders
  /// @param forgivenBelow smaller sums are not charged
  /// @param suspension days without borrowing
  public record FineTerms(
      OptionalLong rateMinor,
      int roundTo,
      CountingRule counting,
      Optional<Recall> recall,
      List<Stage> stages,
      long forgivenBelow,
      Optional<BorrowingSuspension> suspension) {
    public FineTerms {
      stages = List.copyOf(stages);
    }

    public static FineTerms of(FinePolicy fines) {
      return new FineTerms(
          OptionalLong.of(fines.rate().minor()),
          fines.roundTo(),
          fines.counting(),
          fines.recall(),
          fines.stages(),
          fines.forgivenBelow(),
          fines.suspension());
    }

    private static FineTerms of(OptionalLong rateMinor, CountingRule counting) {
      return new FineTerms(
          rateMinor, 1, counting, Optional.empty(), List.of(), 0, Optional.empty());
    }
  }

  /// What limits the fine for one item.
  ///
  /// @param itemPrice whether the item's price, if known, is a limit
  /// @param zeroIsNone whether a maximum of 0 limits nothing (FOLIO); otherwise it means no fine
  /// @param percentOfPrice a limit as a percentage of the price, if known
  public record Limits(
      OptionalLong maximumMinor,
      boolean itemPrice,
      boolean truncate,
      boolean zeroIsNone,
      OptionalInt percentOfPrice) {

    public static Limits of(Maximum maximum, boolean zeroIsNone) {
      return new Limits(
          maximum.amount().stream().mapToLong(Money::minor).findFirst(),
          maximum.itemPrice(),
          maximum.truncate(),
          zeroIsNone,
          maximum.percentOfPrice());
    }
  }

  /// How items are lent, and what happens when they are lost.
  ///
  /// @param backdateTakesDueTime whether a backdated return keeps its date only (Evergreen)
  public record LoanTerms(
      LoanPeriod period,
      CalendarOwner calendarOwner,
      LostItemFee lost,
      boolean backdateTakesDueTime) {}

  private static final int HKPL_RATE_MINOR = 150;
  private static final int HKPL_LOST_PERCENT = 20;
  private static final int USUAL_DAYS = 14;

  /// Hong Kong Public Libraries: the set of days, HKD 1.50 a day or part of a day, no known
  /// maximum.
  public static final Profile HKPL =
      new Profile(
          "hkpl",
          Optional.of(ZoneId.of("Asia/Hong_Kong")),
          Optional.of(Currency.getInstance("HKD")),
          FineTerms.of(OptionalLong.of(HKPL_RATE_MINOR), CountingRule.dates(OnRenewal.KEPT)),
          Limits.of(Maximum.NONE, false),
          new LoanTerms(
              LoanPeriod.days(USUAL_DAYS, Roll.NEXT_OPEN_DAY),
              CalendarOwner.LENDING_PLACE,
              LostItemFee.reported(HKPL_LOST_PERCENT, Optional.empty(), true),
              false),
          List.of(),
          Set.of());

  /// Koha: `finesCalendar` *noFinesWhenClosed*, charge at start, `FinesIncludeGracePeriod`, fines
  /// limited to the replacement price.
  public static final Profile KOHA =
      family(
          "koha",
          rule(CountedUnit.DIFFERENCE, OnRenewal.KEPT),
          true,
          false,
          LoanPeriod.days(USUAL_DAYS, Roll.SKIP_CLOSED),
          CalendarOwner.LENDING_PLACE,
          false);

  /// Evergreen: *charge when closed* off, `truncate_to_max_fine` on, limited to the item's price.
  public static final Profile EVERGREEN =
      family(
          "evergreen",
          rule(CountedUnit.BILLS, OnRenewal.KEPT),
          true,
          false,
          new LoanPeriod(
              USUAL_DAYS,
              Interval.Unit.DAY,
              Roll.NEXT_OPEN_DAY,
              LocalTime.of(23, 59, 59),
              LocalTime.of(10, 0)),
          CalendarOwner.LENDING_PLACE,
          true);

  /// FOLIO: open minutes of the item's service point (`countClosed` false), charged when an
  /// interval begins.
  public static final Profile FOLIO =
      family(
          "folio",
          rule(CountedUnit.MINUTES, OnRenewal.KEPT),
          false,
          true,
          LoanPeriod.days(USUAL_DAYS, Roll.NEXT_OPEN_DAY),
          CalendarOwner.ITEM_PLACE,
          false);

  /// Polaris: days late without closed ones, one free day at check-in.
  public static final Profile POLARIS_FREE_DAYS =
      family(
          "polaris-free-days",
          new CountingRule(
              CountedUnit.DATES,
              Interval.days(1),
              ChargeAt.START,
              Grace.NONE,
              false,
              true,
              1,
              OnRenewal.KEPT),
          false,
          false,
          LoanPeriod.days(USUAL_DAYS, Roll.NEXT_OPEN_DAY),
          CalendarOwner.RETURN_PLACE,
          false);

  public static final List<Profile> ALL = List.of(HKPL, KOHA, EVERGREEN, FOLIO, POLARIS_FREE_DAYS);

  public static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /// This profile with other fines.
  private Profile with(FinePolicy fines) {
    return with(
        c ->
            c.sums(FineTerms.of(fines))
                .limits(Limits.of(fines.maximum(), limits.zeroIsNone()))
                .readers(List.of())
                .patronClasses(Set.of()));
  }

  /// Whether a late return suspends borrowing for any patron.
  public boolean suspends() {
    return sums.suspension().isPresent()
        || readers.stream().anyMatch(one -> one.fines().suspension().isPresent());
  }

  /// The rules for this patron, place and media type.
  public Profile of(Reader reader) {
    return readers.stream()
        .filter(one -> one.isFor(reader))
        .findFirst()
        .map(one -> with(one.fines()))
        .orElse(this);
  }

  private static CountingRule rule(CountedUnit line, OnRenewal onRenewal) {
    return new CountingRule(
        line, Interval.days(1), ChargeAt.START, Grace.NONE, false, true, 0, onRenewal);
  }

  private static Profile family(
      String name,
      CountingRule counting,
      boolean capAtPrice,
      boolean zeroMaximumIsNone,
      LoanPeriod period,
      CalendarOwner owner,
      boolean backdateTakesDueTime) {
    return new Profile(
        name,
        Optional.empty(),
        Optional.empty(),
        FineTerms.of(OptionalLong.empty(), counting),
        Limits.of(
            new Maximum(Optional.empty(), OptionalInt.empty(), capAtPrice, true),
            zeroMaximumIsNone),
        new LoanTerms(
            period, owner, LostItemFee.reported(0, Optional.empty(), true), backdateTakesDueTime),
        List.of(),
        Set.of());
  }
}
