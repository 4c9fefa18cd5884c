package org.libstation.central;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;

/// What a site says of its central system, besides the way there. [#toString()] names nobody.
///
/// @param institution the library's code in messages; empty = none
/// @param location where the station stands; empty = not told
/// @param user who logs in; empty = nobody
/// @param zone of its clock
/// @param currency where it names none
/// @param options of its protocol alone, each known to it and within its bounds
public record CentralSettings(
    String institution,
    String location,
    String user,
    String password,
    ZoneId zone,
    Currency currency,
    Map<String, String> options) {
  public CentralSettings {
    options = Map.copyOf(options);
  }

  /// What holds of an option, set or not.
  public String option(CentralOption option) {
    return options.getOrDefault(option.key(), option.fallback());
  }

  @Override
  public String toString() {
    return institution + " " + location + " in " + zone;
  }
}
