package org.libstation.screen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Pin;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadSight;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts;

/// Builds a state by what differs from another, or from that of a station where all is well and
/// nobody is there.
final class StateBuilder {
  private static final FlowState QUIET =
      new FlowState(
          States.TIME,
          States.WELL,
          Language.ZH_HANT_HK,
          Access.STANDARD,
          Optional.empty(),
          Screen.Welcome.untouched(),
          Optional.empty(),
          pad(List.of()),
          List.of(),
          List.of(),
          DropSight.NOTHING,
          technician("", StaffLevel.STAFF),
          FlowState.KeptBetweenVisits.NOTHING,
          100);

  private final FlowState like;
  private EventTime now;
  private StationFacts station;
  private Language language;
  private Access access;
  private Optional<Session> session;
  private Screen screen;
  private Optional<Overlay> overlay;
  private PadSight pad;
  private List<FlowState.Untaken> untaken;
  private FlowState.TechnicianEntry technician;

  private StateBuilder(FlowState like) {
    this.like = like;
    this.now = like.now();
    this.station = like.station();
    this.language = like.language();
    this.access = like.access();
    this.session = like.session();
    this.screen = like.screen();
    this.overlay = like.overlay();
    this.pad = like.padSight();
    this.untaken = like.untaken();
    this.technician = like.technician();
  }

  static StateBuilder like(FlowState state) {
    return new StateBuilder(state);
  }

  static StateBuilder on(Screen screen) {
    StateBuilder builder = new StateBuilder(QUIET);
    builder.screen = screen;
    return builder;
  }

  private static PadSight pad(List<PadTag> tags) {
    return new PadSight(tags, true, List.of(), Optional.empty());
  }

  private static FlowState.TechnicianEntry technician(String who, StaffLevel level) {
    return new FlowState.TechnicianEntry(new Pin(""), 0, Duration.ZERO, who, level);
  }

  StateBuilder at(StationFacts facts) {
    station = facts;
    return this;
  }

  StateBuilder in(Language read, Access with) {
    language = read;
    access = with;
    return this;
  }

  StateBuilder during(Session visit) {
    session = Optional.of(visit);
    return this;
  }

  StateBuilder under(Overlay over) {
    overlay = Optional.of(over);
    return this;
  }

  StateBuilder lying(PadTag... tags) {
    pad = pad(List.of(tags));
    return this;
  }

  StateBuilder showing(Screen other) {
    screen = other;
    return this;
  }

  /// Lent, and not taken yet.
  StateBuilder untaken(int books) {
    untaken =
        IntStream.range(0, books)
            .mapToObj(
                at ->
                    new FlowState.Untaken(
                        at,
                        new ItemId("3018000000100" + at),
                        List.of("E0" + at),
                        Duration.ZERO,
                        Duration.ofDays(9),
                        FlowState.Untaken.UntakenStage.LYING))
            .toList();
    return this;
  }

  /// So many wrong PINs of staff in a row.
  StateBuilder wrongPins(int wrong) {
    technician =
        new FlowState.TechnicianEntry(new Pin(""), wrong, Duration.ZERO, "", StaffLevel.STAFF);
    return this;
  }

  /// Behind the PIN of a technician.
  StateBuilder entered(String who) {
    technician = technician(who, StaffLevel.TECHNICIAN);
    return this;
  }

  /// So much later than all of them begin.
  StateBuilder later(Duration by) {
    now =
        new EventTime(
            States.WALL.plus(by), "boot", like.now().monotonic().plus(by), Optional.empty(), false);
    return this;
  }

  FlowState build() {
    return like.with(
        state ->
            state
                .now(now)
                .station(station)
                .language(language)
                .access(access)
                .session(session)
                .screen(screen)
                .overlay(overlay)
                .padSight(pad)
                .untaken(untaken)
                .technician(technician));
  }
}
