package org.libstation.lab.embedded;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.Assessment;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.Explained;
import org.libstation.fines.JudgedUnit;

/// The facts that explain a fine ("3 days × HKD 1.50; 2 public holidays not counted").
///
/// @param daysCounted days or intervals charged for one item
/// @param perDay rate for one item
/// @param excluded days that were not charged, by reason; reasons without a day are left out
public record Explanation(
    int daysCounted,
    int items,
    Money perDay,
    Money amount,
    Map<Excluded, Integer> excluded,
    boolean capped,
    boolean estimate,
    String calendarVersion,
    String policyVersion) {

  /// Why a day was not charged.
  public enum Excluded {
    HOLIDAY,
    WEEKLY,
    GALE,
    MAINTENANCE,
    EMERGENCY,
    SUSPENDED,
    DUE_DATE_CLOSED,
    GRACE,
    FREE_DAY,
    FORGIVEN,
    OVER_MAXIMUM;

    static Excluded of(ClosedReason reason) {
      return switch (reason) {
        case HOLIDAY -> HOLIDAY;
        case WEEKLY -> WEEKLY;
        case GALE -> GALE;
        case MAINTENANCE -> MAINTENANCE;
        case EMERGENCY -> EMERGENCY;
      };
    }
  }

  public Explanation {
    excluded = Collections.unmodifiableMap(copy(excluded));
  }

  /// Copies a map. The copying constructor of `EnumMap` refuses an empty map of another kind.
  private static Map<Excluded, Integer> copy(Map<Excluded, Integer> from) {
    Map<Excluded, Integer> to = new EnumMap<>(Excluded.class);
    to.putAll(from);
    return to;
  }

  /// Collects the facts of an explained fine.
  public static Explanation of(Explained explained) {
    Map<Excluded, Integer> excluded = new EnumMap<>(Excluded.class);
    int counted = 0;
    for (JudgedUnit unit : explained.units()) {
      Optional<Excluded> reason = reason(unit.verdict());
      if (reason.isPresent()) {
        excluded.merge(reason.get(), 1, Integer::sum);
      } else if (unit.isCounted()) {
        counted++;
      }
    }
    Assessment assessment = explained.assessment();
    return new Explanation(
        counted,
        assessment.items(),
        assessment.rate(),
        assessment.amount(),
        excluded,
        assessment.capped(),
        assessment.estimate(),
        assessment.calendarVersion(),
        assessment.policyVersion());
  }

  private static Optional<Excluded> reason(DayVerdict verdict) {
    return switch (verdict) {
      case DayVerdict.NotYetDue _, DayVerdict.Counted _ -> Optional.empty();
      case DayVerdict.PlaceClosed closed -> Optional.of(Excluded.of(closed.reason()));
      case DayVerdict.Suspended _ -> Optional.of(Excluded.SUSPENDED);
      case DayVerdict.DueDateOff _ -> Optional.of(Excluded.DUE_DATE_CLOSED);
      case DayVerdict.WithinGrace _ -> Optional.of(Excluded.GRACE);
      case DayVerdict.FreeDay _ -> Optional.of(Excluded.FREE_DAY);
      case DayVerdict.Forgiven _ -> Optional.of(Excluded.FORGIVEN);
      case DayVerdict.OverMaximum _ -> Optional.of(Excluded.OVER_MAXIMUM);
    };
  }
}
