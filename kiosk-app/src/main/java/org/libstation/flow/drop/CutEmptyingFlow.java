package org.libstation.flow.drop;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.DropUndone;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.CutEmptying;
import org.libstation.flow.state.DropFill;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;

/// Completes an emptying of the drop's bin that a power cut interrupted. If the bin is then removed
/// or found empty, the emptying counts in the name of whoever began it. Its manifest is printed
/// when possible. If the outcome is unknown, staff are told.
public final class CutEmptyingFlow {
  /// How long after an emptying its manifest is still printed without a request.
  static final Duration LISTED = Duration.ofHours(1);

  private CutEmptyingFlow() {}

  /// Takes in what a former run left unfinished at the drop.
  public static void found(Turn turn, DropUndone undone) {
    DropFill fill = turn.sight.fill();
    turn.sight =
        turn.sight.withFill(
            fill.withCut(
                fill.cut()
                    .found(
                        undone.begun(),
                        turn.at().plus(FlowSettings.TECHNICIAN_IDLE),
                        undone.unlisted().filter(bin -> isRecent(turn, bin)))));
    SlipFlow.found(turn, undone.unslipped());
  }

  private static boolean isRecent(Turn turn, BinContents bin) {
    OffsetDateTime now = turn.now.corrected();
    return bin.until()
        .map(EventTime::corrected)
        .filter(taken -> !taken.isAfter(now) && taken.isAfter(now.minus(LISTED)))
        .isPresent();
  }

  /// Returns who was emptying the bin, as far as a former run knew; empty text if nobody had said
  /// so.
  static String by(DropFill fill) {
    return fill.cut().begun().map(DropUndone.BinEmptyingBegun::by).orElse("");
  }

  /// Notes that the person at the staff page is emptying the bin.
  static void begin(Turn turn) {
    set(turn, turn.sight.fill().cut().begin());
    turn.effect(new Effect.BeginEmptying(turn.technician.who()));
  }

  /// Keeps the manifest of a bin whose page for emptying a power cut ended.
  static void list(Turn turn, BinContents contents) {
    CutEmptying cut = turn.sight.fill().cut();
    set(turn, cut.found(cut.begun(), cut.until(), Optional.of(contents)));
  }

  private static void set(Turn turn, CutEmptying cut) {
    turn.sight = turn.sight.withFill(turn.sight.fill().withCut(cut));
  }

  /// Ends an emptying whose page was left or whose time is over, and prints a waiting manifest.
  public static void tick(Turn turn) {
    CutEmptying cut = turn.sight.fill().cut();
    if (cut.here() && !(turn.screen instanceof Screen.Emptying)) {
      turn.effect(new Effect.LeaveEmptying());
      set(turn, cut.gone());
    }
    cut.begun()
        .filter(_ -> cut.until().compareTo(turn.at()) <= 0)
        .ifPresent(begun -> nobodyKnows(turn, begun));
    print(turn);
  }

  /// Gives up waiting. Staff are told, unless a measured level shows that the bin is still full.
  private static void nobodyKnows(Turn turn, DropUndone.BinEmptyingBegun begun) {
    DropFill fill = turn.sight.fill();
    boolean full = !turn.station.dropBlind() && fill.level().orElse(0) > DropFill.EMPTY_PERCENT;
    if (!full) {
      turn.effect(new Effect.ToldFinding(begun.entry(), Code.T46));
    }
    turn.effect(new Effect.LeaveEmptying());
    set(turn, fill.cut().gone());
  }

  private static void print(Turn turn) {
    CutEmptying cut = turn.sight.fill().cut();
    Optional<BinContents> unlisted = cut.unlisted().filter(_ -> cut.job().isEmpty());
    boolean prints =
        turn.station.configured(DeviceRole.PRINTER)
            && turn.station.noReceipt().isEmpty()
            && !(turn.screen instanceof Screen.Printing);
    if (unlisted.isPresent() && prints) {
      long job = turn.number();
      turn.effect(
          new Effect.PrintManifest(job, turn.language, unlisted.get(), turn.now.corrected()));
      set(turn, cut.printing(job));
    }
  }

  /// Takes in whether the manifest was printed. If not, it is printed at the next start, or by
  /// `station manifest`.
  public static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    CutEmptying cut = turn.sight.fill().cut();
    if (cut.job().isPresent() && cut.job().getAsLong() == ended.job()) {
      if (ended.trouble().isEmpty()) {
        cut.unlisted().ifPresent(bin -> turn.effect(new Effect.MarkListed(bin.emptying())));
      }
      set(turn, cut.printed());
    }
  }
}
