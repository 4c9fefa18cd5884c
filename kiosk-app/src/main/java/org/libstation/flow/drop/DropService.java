package org.libstation.flow.drop;

import java.util.Optional;
import java.util.Set;
import org.libstation.flow.HoursFlow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.Role;
import org.libstation.flow.turn.Turn;

/// Whether the drop takes anything, and the lock and the lamp that say so.
public final class DropService {
  /// The level sensor measures nothing, stands still, or is set wrongly.
  private static final Set<String> BLIND = Set.of("DB22", "DB23");

  private DropService() {}

  /// Why nothing is taken, whatever room there is.
  public static Optional<Code> shut(StationFacts station) {
    boolean eyes = sees(station);
    return switch (station.journal()) {
      case FAILING -> Optional.of(Code.K21);
      case DISK_FULL -> Optional.of(Code.K23);
      case GOOD, SET_ASIDE, MISSING, OLDER, NEARLY_FULL ->
          !station.drop().binPresent()
              ? Optional.of(Code.R43)
              : station.drop().outsideHours()
                  ? Optional.of(Code.K51)
                  : station.role() == Role.BOOK_DROP && !eyes
                      ? Optional.of(Code.K12)
                      : Optional.empty();
    };
  }

  /// Whether anything can be read at all.
  public static boolean sees(StationFacts station) {
    return station.usable(DeviceRole.DROP_READER)
        || station.usable(DeviceRole.DROP_SCANNER)
        || station.usable(DeviceRole.SCANNER);
  }

  static boolean blind(StationFacts station) {
    return station.devices().stream()
        .anyMatch(line -> line.role() == DeviceRole.DROP && BLIND.contains(line.code()));
  }

  /// Whether the bin takes nothing more.
  public static boolean full(StationFacts station, DropSight sight) {
    return sight.fill().full(blind(station), station.flapLocked());
  }

  /// With the clock, so that a lock that does not answer is not asked without end.
  public static void tick(Turn turn) {
    boolean outside = HoursFlow.dropShut(turn);
    if (turn.station.drop().outsideHours() != outside) {
      turn.station = turn.station.withDrop(turn.station.drop().outsideHours(outside));
    }
    boolean lock = locks(turn);
    if (lock != turn.station.flapLocked() && turn.station.usable(DeviceRole.DROP)) {
      turn.station = turn.station.withFlap(lock);
      turn.effect(new Effect.LockFlap(lock));
    }
  }

  private static boolean locks(Turn turn) {
    return turn.station.configured(DeviceRole.DROP)
        && (shut(turn.station).isPresent()
            || full(turn.station, turn.sight)
            || turn.screen instanceof Screen.Emptying);
  }

  /// After every event.
  public static void light(Turn turn) {
    if (!turn.station.usable(DeviceRole.DROP)) {
      return;
    }
    DropLamp lamp = locks(turn) ? DropLamp.OFF : DropState.of(turn.state()).lamp();
    if (turn.sight.lamp().filter(told -> told == lamp).isEmpty()) {
      turn.sight = turn.sight.lamp(lamp);
      turn.effect(new Effect.LightLamp(lamp));
    }
  }

  /// A book drop shows what it does, whatever else the program would show while nobody is here.
  public static void choose(Turn turn) {
    if (turn.station.role() != Role.BOOK_DROP) {
      return;
    }
    switch (turn.screen) {
      case Screen.Welcome _, Screen.OutOfService _ ->
          turn.screen = new Screen.BookDrop(DropState.of(turn.state()), Optional.empty());
      case Screen.BookDrop drop ->
          turn.screen = new Screen.BookDrop(DropState.of(turn.state()), drop.touched());
      case Screen.Identify _,
          Screen.Borrow _,
          Screen.Return _,
          Screen.MyAccount _,
          Screen.Entry _,
          Screen.Resume _,
          Screen.ReceiptChoice _,
          Screen.Printing _,
          Screen.Done _,
          Screen.TechnicianPin _,
          Screen.Technician _,
          Screen.Tray _,
          Screen.ToDo _,
          Screen.Service _,
          Screen.Emptying _ -> {}
    }
  }
}
