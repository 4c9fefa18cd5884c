package org.libstation.central;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;

/// A site's settings for its central system, without the address. [#toString()] shows neither user
/// nor password.
///
/// @param institution the library's code in messages; empty = none
/// @param location where the station stands; empty = not given
/// @param user login name; empty = no login
/// @param zone of the central system's clock
/// @param currency used if the central system names none
/// @param options settings of this protocol only; each is known to it and within its bounds
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

  /// The value of an option: the site's own, or else its fallback.
  public String option(CentralOption option) {
    return options.getOrDefault(option.key(), option.fallback());
  }

  @Override
  public String toString() {
    return institution + " " + location + " in " + zone;
  }
}
