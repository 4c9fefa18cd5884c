package org.libstation.policy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.libstation.fines.EffectiveReturn;

/// A place where items are lent or come back. Its calendar decides which days count for what it
/// lent.
///
/// @param names by language tag
/// @param zone in which its days begin and end
/// @param calendar the id of its calendar
/// @param returns how a return here is dated
/// @param openingRun until when an emptying is one at opening time
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

  /// One notice may open a drop and a station and leave a library shut.
  public enum ServicePointKind {
    LIBRARY,
    STATION,
    DROP,
    STATION_DROP,
    MOBILE
  }
}
