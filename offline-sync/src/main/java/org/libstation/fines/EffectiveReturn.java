package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When a return counts, and why then. All three times are kept, so that it can be judged again.
///
/// @param handedOver when the item was handed over, where somebody or something saw it, or when it
///   was said to have been
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
    /// The moment of handing over was recorded (pad, smart drop).
    EVENT_TIME,
    /// Nothing better is known than the scan.
    SCAN_TIME,
    /// A drop emptied at opening time: the end of the last open day before.
    LAST_OPEN_DAY,
    /// One open day back from the scan, at its clock time (Koha's book drop mode).
    ONE_OPEN_DAY_BACK,
    /// The emptying at opening time is dated to the end of the last open day before, later ones to
    /// the scan.
    SCHEDULED_RUN,
    /// Staff say when it came back; never later than the scan.
    BACKDATED
  }

  /// @param rule where it needs the moment of handing over and that is unknown, the scan counts
  /// @param calendar whose open days count
  /// @param openingRun until when an emptying is one at opening time
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
  /// due moment (Evergreen). One in the future is passed over, as there.
  ///
  /// @param said the date staff gave
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
