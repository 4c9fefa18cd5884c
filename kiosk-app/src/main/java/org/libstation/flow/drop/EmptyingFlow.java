package org.libstation.flow.drop;

import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.BinContents;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropFacts;
import org.libstation.flow.state.DropFill;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Emptying.EmptyingStage;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.DoorFlow;

/// Handles the drop's bin: how full it is, who takes it out, and what was in it. Staff are told of
/// a bin that is removed without notice.
public final class EmptyingFlow {
  /// Expected fill from which an empty bin proves an emptying while the station was off, in
  /// thousandths of a percentage point.
  static final long SURE_MILLIPOINTS = 20_000;

  private EmptyingFlow() {}

  /// Takes in what the journal knows of the bin.
  public static void told(Turn turn, FlowEvent.BinTold told) {
    DropFill fill = turn.sight.fill().told(told.closeAt(), told.history(), told.inside());
    turn.sight = turn.sight.withFill(fill);
    if (!turn.station.drop().binPresent() && told.inside() > 0) {
      // The bin is already out; the devices reported that before the journal was read.
      gone(turn, CutEmptyingFlow.by(fill));
    } else {
      emptiedMeanwhile(turn);
    }
  }

  public static void filled(Turn turn, int percent) {
    int level = Math.clamp(percent, 0, 100);
    turn.station = turn.station.withBin(level);
    turn.sight = turn.sight.withFill(turn.sight.fill().measured(level));
    emptiedMeanwhile(turn);
  }

  /// Detects an emptying while the program was off: the journal has a filled bin, but the bin is
  /// empty. If somebody had begun to empty it, a few objects are proof enough.
  private static void emptiedMeanwhile(Turn turn) {
    DropFill fill = turn.sight.fill();
    boolean begun = fill.cut().begun().isPresent() && fill.before() > 0;
    boolean sure =
        fill.level().isPresent()
            && fill.level().getAsInt() <= DropFill.EMPTY_PERCENT
            && fill.counted() == 0
            && (begun || fill.before() * fill.milliPointsAnObject() >= SURE_MILLIPOINTS);
    if (sure) {
      gone(turn, CutEmptyingFlow.by(fill));
    }
  }

  public static void counted(Turn turn, long items) {
    turn.sight = turn.sight.withFill(turn.sight.fill().counted(items));
    DropFacts drop = turn.station.drop();
    turn.station = turn.station.withDrop(drop.withItems(turn.sight.fill().objects()));
  }

  public static void changed(Turn turn, FlowEvent.DropChanged now) {
    DropFacts before = turn.station.drop();
    turn.station =
        turn.station.withDrop(before.inputs(now.flapClosed(), now.binPresent(), now.doorOpen()));
    if (now.doorOpen() && !before.doorOpen()) {
      DoorFlow.opened(turn);
    }
    if (before.flapClosed() != now.flapClosed()) {
      DropPassage.flap(turn, now.flapClosed());
    }
    if (before.binPresent() && !now.binPresent()) {
      if (turn.screen instanceof Screen.Emptying) {
        gone(turn, turn.technician.who());
      } else if (turn.sight.fill().objects() > 0
          || turn.station.binPercent().orElse(0) > DropFill.EMPTY_PERCENT) {
        gone(turn, CutEmptyingFlow.by(turn.sight.fill()));
      }
    }
    forward(turn);
  }

  /// Notes that the bin is out; later items do not belong to it.
  ///
  /// @param by who empties it; empty text if nobody said so
  private static void gone(Turn turn, String by) {
    DropFill fill = turn.sight.fill();
    OptionalInt percent =
        turn.station.dropBlind() || fill.level().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(fill.percent(false));
    turn.effect(new Effect.EmptyBinEffect(turn.now, by, fill.objects(), percent));
    turn.staff(by.isEmpty() ? StaffNote.BIN_GONE : StaffNote.BIN_EMPTIED, Optional.empty());
    turn.sight = turn.sight.withFill(fill.emptied());
    turn.station = turn.station.withBin(0);
    if (turn.screen instanceof Screen.Emptying screen) {
      turn.screen =
          new Screen.Emptying(EmptyingStage.PUT_IN, Optional.empty(), screen.print(), turn.at());
    }
  }

  /// Moves on once the bin is back and the door is closed.
  private static void forward(Turn turn) {
    DropFacts drop = turn.station.drop();
    if (turn.screen instanceof Screen.Emptying screen
        && screen.step() == EmptyingStage.PUT_IN
        && drop.binPresent()
        && !drop.doorOpen()) {
      turn.screen = screen.with(c -> c.step(EmptyingStage.DONE).since(turn.at()));
    }
  }

  public static void open(Turn turn) {
    if (turn.station.drop().binPresent()) {
      CutEmptyingFlow.begin(turn);
    }
    turn.show(
        new Screen.Emptying(
            turn.station.drop().binPresent() ? EmptyingStage.TAKE_OUT : EmptyingStage.PUT_IN,
            Optional.empty(),
            new TestPrintState.TestPrintNotAsked(),
            turn.at()));
  }

  /// Prints the manifest of the bin, because the emptying is on disk.
  public static void written(Turn turn, BinContents contents) {
    if (turn.screen instanceof Screen.Emptying screen) {
      turn.screen = screen.with(c -> c.contents(Optional.of(contents)).since(turn.at()));
      print(turn);
    } else if (!contents.by().isEmpty()) {
      CutEmptyingFlow.list(turn, contents);
    }
  }

  /// Handles an emptying that could not be written. The journal still has these items in the bin,
  /// so its next report shows all of them.
  public static void notWritten(Turn turn, Effect.EmptyBinEffect bin) {
    turn.sight =
        turn.sight.withFill(
            turn.sight.fill().told(turn.sight.fill().closeAt(), turn.sight.fill().history(), 0));
    turn.staff(StaffNote.BIN_GONE, Optional.of(Code.K21));
  }

  private static void print(Turn turn) {
    if (turn.screen instanceof Screen.Emptying screen
        && screen.contents().isPresent()
        && turn.station.configured(DeviceRole.PRINTER)
        && !(screen.print() instanceof TestPrintState.UnderWay)) {
      long job = turn.number();
      turn.effect(
          new Effect.PrintManifest(
              job, turn.language, screen.contents().get(), turn.now.corrected()));
      turn.screen = screen.with(c -> c.print(new TestPrintState.UnderWay(job)).since(turn.at()));
    }
  }

  public static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    if (turn.screen instanceof Screen.Emptying screen
        && screen.print() instanceof TestPrintState.UnderWay(long job)
        && job == ended.job()) {
      TestPrintState result = ended.testPrint();
      turn.screen = screen.withPrint(result);
      if (ended.trouble().isEmpty()) {
        screen.contents().ifPresent(bin -> turn.effect(new Effect.MarkListed(bin.emptying())));
      }
    }
  }

  /// Handles the primary key: confirms by hand what no input reports, or prints the manifest again.
  public static void confirm(Turn turn, Screen.Emptying screen) {
    boolean unseen = !turn.station.usable(DeviceRole.DROP);
    if (screen.step() == EmptyingStage.TAKE_OUT && unseen) {
      gone(turn, turn.technician.who());
    } else if (screen.step() == EmptyingStage.PUT_IN && unseen) {
      turn.screen = screen.with(c -> c.step(EmptyingStage.DONE).since(turn.at()));
    } else {
      print(turn);
    }
  }

  /// Resets the appearance if whoever chose it has left.
  public static void tick(Turn turn) {
    if (turn.screen instanceof Screen.BookDropScreen(DropState state, var touched)
        && touched
            .filter(at -> turn.over(at, turn.patience(turn.settings.visit().idle())))
            .isPresent()) {
      turn.language = turn.settings.language();
      turn.access = Access.STANDARD;
      turn.screen = new Screen.BookDropScreen(state, Optional.empty());
    }
  }

  public static void touched(Turn turn) {
    if (turn.screen instanceof Screen.BookDropScreen(DropState state, _)) {
      turn.screen = new Screen.BookDropScreen(state, Optional.of(turn.at()));
    }
  }
}
