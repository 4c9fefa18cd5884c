package org.libstation.site;

import static org.libstation.site.StationSettings.require;

import java.time.Duration;
import java.util.Set;
import org.libstation.flow.state.FlowSettings.Hours;
import org.libstation.flow.state.FlowSettings.Keeps;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the station serves, and when its screen goes black.
///
/// @param station `always`, or `library-hours` (the calendar of the policy's lending place)
/// @param drop the same of its drop
/// @param darkAfterMinutes so long nobody was there until the screen goes black; 0 = never
/// @param dark `outside-hours` or `always`
public record OpeningSettings(
    @DefaultValue("always") String station,
    @DefaultValue("always") String drop,
    @DefaultValue("10") int darkAfterMinutes,
    @DefaultValue("outside-hours") String dark) {
  private static final int MOST_MINUTES = 1440;

  public OpeningSettings {
    require(keeps(station), "opening.station", Reason.oneOf("always", "library-hours"));
    require(keeps(drop), "opening.drop", Reason.oneOf("always", "library-hours"));
    require(
        darkAfterMinutes >= 0 && darkAfterMinutes <= MOST_MINUTES,
        "opening.dark-after-minutes",
        Reason.range(0, MOST_MINUTES).saying("0 (never) to " + MOST_MINUTES));
    require(
        Set.of("outside-hours", "always").contains(dark),
        "opening.dark",
        Reason.oneOf("outside-hours", "always"));
  }

  private static boolean keeps(String word) {
    return Set.of("always", "library-hours").contains(word);
  }

  public Hours hours() {
    return new Hours(
        of(station), of(drop), Duration.ofMinutes(darkAfterMinutes), dark.equals("always"));
  }

  private static Keeps of(String word) {
    return word.equals("always") ? Keeps.ALWAYS_OPEN : Keeps.LIBRARY_HOURS;
  }
}
