package org.libstation.flow;

import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState.Manifest;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.turn.Turn;

/// Carries out orders of remote staff. An order is ignored while anybody uses the station, because
/// the person there takes precedence.
final class FarFlow {
  private FarFlow() {}

  private static boolean isEmpty(Turn turn) {
    return HoursFlow.idle(turn)
        && !turn.working()
        && turn.drops.stream().noneMatch(ReturnRow::working);
  }

  /// Takes the station out of service, or back into it.
  static void service(Turn turn, boolean out) {
    if (turn.station.told().out() != out && isEmpty(turn)) {
      turn.station = turn.station.withOut(out);
    }
  }

  /// Prints a manifest, once for each order and only one at a time.
  static void print(Turn turn, FlowEvent.ManifestOrdered ordered) {
    boolean begun =
        turn.between
            .manifest()
            .filter(
                last ->
                    last.order().equals(ordered.order())
                        || last.print() instanceof TestPrintState.UnderWay)
            .isPresent();
    if (!begun && isEmpty(turn)) {
      long job = turn.number();
      turn.between =
          turn.between.manifest(
              new Manifest(ordered.order(), job, new TestPrintState.UnderWay(job)));
      turn.effect(
          new Effect.PrintManifest(
              job, turn.settings.language(), ordered.contents(), turn.now.corrected()));
    }
  }

  static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    turn.between
        .manifest()
        .filter(last -> last.job() == ended.job())
        .ifPresent(
            last ->
                turn.between =
                    turn.between.manifest(
                        new Manifest(last.order(), last.job(), ended.testPrint())));
  }
}
