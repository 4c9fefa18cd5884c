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

/// A power cut fell into an emptying of the drop's bin: a bin that goes, or that is empty, went in
/// the name of whoever had begun it; its manifest comes out when it can. Where nobody can tell
/// whether the bin went, staff are told so.
public final class CutEmptyingFlow {
  /// A manifest that did not come out within this time is not printed by itself any more.
  static final Duration LISTED = Duration.ofHours(1);

  private CutEmptyingFlow() {}

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

  /// Who is emptying the bin, as far as a former run knew; empty text when nobody had said so.
  static String by(DropFill fill) {
    return fill.cut().begun().map(DropUndone.BinEmptyingBegun::by).orElse("");
  }

  /// Somebody says that the bin is being emptied.
  static void begin(Turn turn) {
    set(turn, turn.sight.fill().cut().begin());
    turn.effect(new Effect.BeginEmptying(turn.technician.who()));
  }

  /// The bin went in the name of somebody whose screen a power cut ended.
  static void list(Turn turn, BinContents contents) {
    CutEmptying cut = turn.sight.fill().cut();
    set(turn, cut.found(cut.begun(), cut.until(), Optional.of(contents)));
  }

  private static void set(Turn turn, CutEmptying cut) {
    turn.sight = turn.sight.withFill(turn.sight.fill().withCut(cut));
  }

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

  /// A level that is measured says that the bin is full still.
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

  /// What did not come out is printed at the next start, or by `station manifest`.
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
