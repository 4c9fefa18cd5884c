package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When a return counts, and why. All three times are kept, so that it can be judged again.
///
/// @param handedOver when the item was handed over, as recorded or as stated; empty if not known
/// @param processed when it was scanned
/// @param effective the moment that counts, in the lending place's zone
/// @param rule how `effective` follows from the others
public record EffectiveReturn(
    Optional<ZonedDateTime> handedOver,
    ZonedDateTime processed,
    ZonedDateTime effective,
    EffectiveReturnRule rule) {

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  /// How the moment that counts is chosen.
  public enum EffectiveReturnRule {
    /// The recorded moment of the hand-over (pad, smart drop).
    EVENT_TIME,
    /// The moment of the scan, because nothing better is known.
    SCAN_TIME,
    /// The end of the last open day before the scan, for a drop that is emptied at opening time.
    LAST_OPEN_DAY,
    /// The last open day before the scan, at the scan's clock time (Koha's book drop mode).
    ONE_OPEN_DAY_BACK,
    /// If the drop is emptied at opening time, the end of the last open day before; if it is
    /// emptied later, the moment of the scan.
    SCHEDULED_RUN,
    /// The date that staff give, never later than the scan.
    BACKDATED
  }

  /// Applies a rule to a return.
  ///
  /// @param rule if it needs the moment of the hand-over and that is unknown, the scan counts
  /// @param calendar its open days count
  /// @param openingRun latest clock time of an emptying at opening time
  ///   ([EffectiveReturnRule#SCHEDULED_RUN])
  public static EffectiveReturn of(
      EffectiveReturnRule rule,
      Optional<ZonedDateTime> handedOver,
      ZonedDateTime processed,
      OpeningCalendar calendar,
      LocalTime openingRun) {
    ZonedDateTime effective =
        switch (rule) {
          case EVENT_TIME -> handedOver.orElse(processed);
          case SCAN_TIME -> processed;
          case LAST_OPEN_DAY -> endOfLastOpenDay(processed, calendar);
          case ONE_OPEN_DAY_BACK -> {
            LocalDate day = calendar.lastOpenDayBefore(processed.toLocalDate());
            yield day.atTime(processed.toLocalTime()).atZone(processed.getZone());
          }
          case SCHEDULED_RUN ->
              processed.toLocalTime().isAfter(openingRun)
                  ? processed
                  : endOfLastOpenDay(processed, calendar);
          case BACKDATED -> handedOver.filter(said -> !said.isAfter(processed)).orElse(processed);
        };
    return new EffectiveReturn(handedOver, processed, effective, rule);
  }

  /// A return dated by staff at a system that keeps the date only and takes the clock time of the
  /// due moment (Evergreen). A moment in the future is ignored, as in Evergreen.
  ///
  /// @param said the date that staff gave
  public static EffectiveReturn backdated(
      LocalDate said, ZonedDateTime due, ZonedDateTime processed) {
    ZonedDateTime moment = LocalDateTime.of(said, due.toLocalTime()).atZone(processed.getZone());
    ZonedDateTime effective = moment.isAfter(processed) ? processed : moment;
    return new EffectiveReturn(
        Optional.of(moment), processed, effective, EffectiveReturnRule.BACKDATED);
  }

  private static ZonedDateTime endOfLastOpenDay(ZonedDateTime processed, OpeningCalendar calendar) {
    LocalDate day = calendar.lastOpenDayBefore(processed.toLocalDate());
    return day.atTime(LAST_MINUTE).atZone(processed.getZone());
  }
}
