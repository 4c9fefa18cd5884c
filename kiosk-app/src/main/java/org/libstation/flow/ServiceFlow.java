package org.libstation.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.StationRole;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.PayFlow;
import org.libstation.flow.visit.ReceiptFlow;
import org.libstation.flow.visit.VisitEnd;

/// Decides whether the station can serve, and with what.
public final class ServiceFlow {
  private ServiceFlow() {}

  /// Why the station is closed.
  ///
  /// @param returns whether items can still be returned at the station
  private record ClosureCause(Code code, boolean returns) {}

  /// Out of service by order of staff precedes every other fault, because the order serves its
  /// repair.
  private static Optional<ClosureCause> closed(Turn turn) {
    boolean shut = turn.shut();
    if (turn.station.told().out() && !(turn.screen instanceof Screen.Visit)) {
      return Optional.of(new ClosureCause(Code.K55, false));
    }
    return closed(turn.station)
        .map(closed -> new ClosureCause(closed.code(), closed.returns() && !shut))
        .or(() -> shut ? Optional.of(new ClosureCause(Code.K51, false)) : Optional.empty());
  }

  private static Optional<ClosureCause> closed(StationFacts station) {
    boolean eyes = sees(station);
    return switch (station.journal()) {
      case FAILING -> Optional.of(new ClosureCause(Code.K21, false));
      case DISK_FULL -> Optional.of(new ClosureCause(Code.K23, false));
      case SET_ASIDE -> Optional.of(new ClosureCause(Code.K22, eyes));
      case MISSING -> Optional.of(new ClosureCause(Code.K25, eyes));
      case OLDER -> Optional.of(new ClosureCause(Code.K26, eyes));
      case NEARLY_FULL -> Optional.of(new ClosureCause(Code.K24, eyes));
      case GOOD -> eyes ? Optional.empty() : Optional.of(new ClosureCause(Code.K11, false));
    };
  }

  /// Closes or opens the station after every event. If it must close during a visit, the visit ends
  /// once nothing is under way. A visit goes on at closing time, and a return while returns are
  /// possible.
  static void reconcile(Turn turn) {
    if (turn.station.role() == StationRole.BOOK_DROP) {
      // The drop's own screen says what the drop cannot do.
      started(turn, turn.station.dropSees());
      return;
    }
    Optional<ClosureCause> closed = closed(turn);
    if (closed.isPresent()) {
      close(turn, closed.get());
    } else if (turn.screen instanceof Screen.OutOfService) {
      if (turn.between.starting().isEmpty()) {
        turn.staff(Effect.StaffNote.BACK_IN_SERVICE, Optional.empty());
      }
      turn.show(Screen.Welcome.untouched());
    }
    started(turn, sees(turn.station));
  }

  /// Ends the start-up phase once a device has answered, or when none has for too long.
  private static void started(Turn turn, boolean sees) {
    if (turn.between
        .starting()
        .filter(until -> sees || turn.over(until, Duration.ZERO))
        .isPresent()) {
      turn.between = turn.between.withStarting(Optional.empty());
      if (!sees && turn.screen instanceof Screen.OutOfService closed) {
        out(turn, closed.code());
      }
    }
  }

  /// Tells staff that the station is out of service, unless devices only need their moment to
  /// start.
  private static void out(Turn turn, Code code) {
    if (code == Code.K11 && turn.between.starting().isPresent()) {
      return;
    }
    turn.between = turn.between.withStarting(Optional.empty());
    turn.staff(Effect.StaffNote.OUT_OF_SERVICE, Optional.of(code));
  }

  private static boolean sees(StationFacts station) {
    return station.usable(DeviceRole.PAD) || station.usable(DeviceRole.SCANNER);
  }

  private static void close(Turn turn, ClosureCause closed) {
    Screen shut = new Screen.OutOfService(closed.code(), closed.returns());
    switch (turn.screen) {
      case Screen.Welcome _ -> shut(turn, shut, closed.code());
      case Screen.OutOfService _ -> {
        if (!turn.screen.equals(shut)) {
          shut(turn, shut, closed.code());
        }
      }
      case Screen.Visit _ -> {
        boolean returning =
            turn.session.filter(open -> open.purpose() == Purpose.RETURN).isPresent();
        if (closed.code() != Code.K51 && !turn.working() && !(returning && closed.returns())) {
          VisitEnd.end(turn, shut);
          out(turn, closed.code());
          turn.beep(Sound.FAULT);
        }
      }
      case Screen.Leaving _, Screen.Staff _, Screen.Drop _ -> {}
    }
  }

  private static void shut(Turn turn, Screen shut, Code code) {
    turn.show(shut);
    out(turn, code);
  }

  static void device(Turn turn, DeviceLine changed) {
    List<DeviceLine> lines = new ArrayList<>(turn.station.devices());
    boolean known = lines.stream().anyMatch(line -> line.name().equals(changed.name()));
    if (known) {
      lines.replaceAll(line -> line.name().equals(changed.name()) ? changed : line);
    } else {
      lines.add(changed);
    }
    boolean away = turn.station.terminalAway();
    turn.station = turn.station.withDevices(lines);
    PayFlow.terminal(turn, away);
    SilentReaderFlow.device(turn, changed);
    ReceiptFlow.printer(turn);
  }

  static void flap(Turn turn, FlowEvent.FlapLocked flap) {
    turn.station = turn.station.withFlap(flap.done() == flap.locked());
  }
}
