package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// State of the drop's own panel, at a station that has one beside its screen. It is separate from
/// the station's screen and shows nothing of a visit.
///
/// @param help sheet that says how to reach a librarian; empty while closed
/// @param touched monotonic time of the last touch; empty if the panel is in its default state
@RecordBuilder
public record DropPanel(
    Language language, boolean contrast, Optional<Overlay.Help> help, Optional<Duration> touched)
    implements DropPanelBuilder.With {

  /// The default state.
  public static DropPanel untouched(Language language) {
    return new DropPanel(language, false, Optional.empty(), Optional.empty());
  }

  /// Whether the station has such a panel and it works.
  public static boolean there(StationFacts station) {
    return station.usable(DeviceRole.DROP_SCREEN);
  }

  public DropPanel otherContrast() {
    return withContrast(!contrast);
  }

  public DropPanel touched(Duration at) {
    return withTouched(Optional.of(at));
  }
}
