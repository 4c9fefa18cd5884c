package org.libstation.site;

import java.time.Duration;
import org.libstation.flow.state.FlowSettings.Hours;
import org.libstation.flow.state.FlowSettings.Keeps;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the station serves, and when its screen goes black.
///
/// @param station serving hours of the desk
/// @param drop serving hours of the drop
/// @param darkAfterMinutes time without a person until the screen goes black; 0 = never
public record OpeningSettings(
    @DefaultValue("always") @SiteSetting(form = FormGroup.OPENING) ServingHours station,
    @DefaultValue("always") @SiteSetting(form = FormGroup.OPENING) ServingHours drop,
    @DefaultValue("10")
        @SiteSetting(form = FormGroup.OPENING, least = 0, most = 1440, said = "{0} (never) to {1}")
        int darkAfterMinutes,
    @DefaultValue("outside-hours") @SiteSetting(form = FormGroup.OPENING) DarkHours dark) {

  /// When a part of the station serves.
  public enum ServingHours {
    ALWAYS(Keeps.ALWAYS_OPEN),
    /// Follows the calendar of the policy's lending place.
    LIBRARY_HOURS(Keeps.LIBRARY_HOURS);

    private final Keeps keeps;

    ServingHours(Keeps keeps) {
      this.keeps = keeps;
    }
  }

  /// When the screen may go black: outside the serving hours, or at any time.
  public enum DarkHours {
    OUTSIDE_HOURS,
    ALWAYS
  }

  public Hours hours() {
    return new Hours(
        station.keeps, drop.keeps, Duration.ofMinutes(darkAfterMinutes), dark == DarkHours.ALWAYS);
  }
}
