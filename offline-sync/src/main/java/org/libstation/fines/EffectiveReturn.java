package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// When a return counts, and why then. All three times are kept, so that it can be judged again.
///
/// @param handedOver when the item was handed over, where somebody or something saw it
/// @param processed when it was scanned
/// @param effective the moment that counts
/// @param rule how `effective` follows from the others
public record EffectiveReturn(
    Optional<OffsetDateTime> handedOver,
    OffsetDateTime processed,
    OffsetDateTime effective,
    Rule rule) {

  /// How the moment that counts was chosen.
  public enum Rule {
    /// The moment of handing over was recorded (pad, smart drop).
    EVENT_TIME,
    /// Nothing better is known than the scan.
    SCAN_TIME,
    /// A drop emptied at opening time: the end of the last open day before.
    LAST_OPEN_DAY
  }

  public static EffectiveReturn atEvent(OffsetDateTime handedOver, OffsetDateTime processed) {
    return new EffectiveReturn(Optional.of(handedOver), processed, handedOver, Rule.EVENT_TIME);
  }

  public static EffectiveReturn atScan(OffsetDateTime processed) {
    return new EffectiveReturn(Optional.empty(), processed, processed, Rule.SCAN_TIME);
  }

  /// For a drop that records no times and is emptied before opening.
  public static EffectiveReturn lastOpenDay(
      OffsetDateTime processed, OpeningCalendar calendar, ZoneId zone) {
    LocalDate day = calendar.lastOpenDayBefore(processed.atZoneSameInstant(zone).toLocalDate());
    OffsetDateTime effective = day.atTime(LocalTime.of(23, 59)).atZone(zone).toOffsetDateTime();
    return new EffectiveReturn(Optional.empty(), processed, effective, Rule.LAST_OPEN_DAY);
  }

  /// The local date of the return in the lending place's zone; a new day begins at 00:00.
  public LocalDate day(ZoneId zone) {
    return effective.atZoneSameInstant(zone).toLocalDate();
  }
}
