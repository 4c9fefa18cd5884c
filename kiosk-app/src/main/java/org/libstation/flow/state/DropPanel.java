package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// How whoever stands before the drop's own panel wants it, where a station has one beside its own:
/// nothing of it is the station's, and nothing of a visit is seen there.
///
/// @param help the way to a librarian, asked for there
/// @param touched monotonic, the last touch since it was as it stands by itself
@RecordBuilder
public record DropPanel(
    Language language, boolean contrast, Optional<Overlay.Help> help, Optional<Duration> touched)
    implements DropPanelBuilder.With {

  /// As it stands by itself.
  public static DropPanel untouched(Language language) {
    return new DropPanel(language, false, Optional.empty(), Optional.empty());
  }

  /// Whether there is one that shows something.
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
