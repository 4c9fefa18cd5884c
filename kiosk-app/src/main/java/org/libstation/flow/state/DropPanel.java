package org.libstation.flow.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.DropFacts;

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

  /// What the panel draws of a station: its drop, and nothing of who stands before the station.
  /// While staff empty it, its bin counts as out.
  public static FlowState of(FlowState state) {
    DropPanel panel = state.sight().panel();
    DropFacts facts = state.station().drop();
    StationFacts station =
        state.screen() instanceof Screen.Emptying
            ? state.station().withDrop(facts.inputs(facts.flapClosed(), false, facts.doorOpen()))
            : state.station();
    FlowState drop =
        new FlowState(
            state.now(),
            station,
            panel.language(),
            new Access(1, panel.contrast(), false, false, false),
            Optional.empty(),
            new Screen.Welcome(),
            panel
                .help()
                .<Overlay>map(sheet -> sheet)
                .or(() -> state.overlay().filter(Overlay.Dark.class::isInstance)),
            PadSight.NOTHING,
            List.of(),
            state.drops().stream().filter(row -> row.how() == How.DROPPED).toList(),
            state.sight(),
            FlowState.TechnicianEntry.NONE,
            FlowState.Between.NOTHING,
            0);
    return drop.on(new Screen.BookDrop(DropStanding.of(drop), panel.touched()));
  }
}
