package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// How whoever stands before the drop's own panel wants it, where a station has one beside its own:
/// nothing of it is the station's, and nothing of a visit is seen there.
///
/// @param help the way to a librarian, asked for there
/// @param touched monotonic, the last touch since it was as it stands by itself
public record DropPanel(
    Language language, boolean contrast, Optional<Overlay.Help> help, Optional<Duration> touched) {

  /// As it stands by itself.
  public static DropPanel untouched(Language language) {
    return new DropPanel(language, false, Optional.empty(), Optional.empty());
  }

  /// Whether there is one that shows something.
  public static boolean there(StationFacts station) {
    return station.usable(DeviceRole.DROP_SCREEN);
  }

  public DropPanel in(Language other) {
    return new DropPanel(other, contrast, help, touched);
  }

  public DropPanel otherContrast() {
    return new DropPanel(language, !contrast, help, touched);
  }

  public DropPanel help(Optional<Overlay.Help> sheet) {
    return new DropPanel(language, contrast, sheet, touched);
  }

  public DropPanel touched(Duration at) {
    return new DropPanel(language, contrast, help, Optional.of(at));
  }
}
