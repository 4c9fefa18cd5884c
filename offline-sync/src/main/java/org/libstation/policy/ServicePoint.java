package org.libstation.policy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.libstation.fines.EffectiveReturn;

/// A place where items are lent or returned. Its calendar decides which days count for the items it
/// lent.
///
/// @param names by language tag
/// @param zone in which its days begin and end
/// @param calendar id of its calendar
/// @param returns how a return here is dated
/// @param openingRun time until which an emptying counts as done at opening time
///   ([EffectiveReturn.EffectiveReturnRule#SCHEDULED_RUN])
public record ServicePoint(
    String id,
    ServicePointKind kind,
    Map<String, String> names,
    ZoneId zone,
    String calendar,
    EffectiveReturn.EffectiveReturnRule returns,
    LocalTime openingRun,
    Origin origin) {
  public ServicePoint {
    names = Map.copyOf(names);
  }

  /// The kind of place. One notice may open a drop and a station and leave a library closed.
  public enum ServicePointKind {
    LIBRARY,
    STATION,
    DROP,
    STATION_DROP,
    MOBILE
  }
}
