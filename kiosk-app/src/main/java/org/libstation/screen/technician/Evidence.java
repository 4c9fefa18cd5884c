package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.flow.state.CheckBoard.BoardFinding;
import org.libstation.flow.state.CheckBoard.CheckLine;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;

/// Counts or measurements behind a finding, drawn as bars beside its cause and remedy.
public record Evidence(String title, List<Bar> bars) {
  public Evidence {
    bars = List.copyOf(bars);
  }

  /// A bar.
  ///
  /// @param part share of the whole, 0 to 1
  /// @param figure text at its end
  public record Bar(String name, double part, String figure, Ink ink) {}

  /// Collects the evidence that can be drawn; it draws nothing itself.
  static final class In extends Saying {
    In(Voice voice) {
      super(voice);
    }

    /// Returns the evidence of a finding; empty if nothing in it can be drawn.
    Optional<Evidence> of(CheckLine line, BoardFinding found) {
      Ink ink = found.fault() ? Ink.STOP : Ink.ASK;
      List<Bar> bars = new ArrayList<>();
      bars.addAll(counted(found.seen(), ink));
      bars.addAll(told(line.told(), ink));
      return when(!bars.isEmpty(), () -> new Evidence(say("evidence.head"), bars));
    }

    private List<Bar> counted(CheckMessage seen, Ink ink) {
      return switch (seen.key()) {
        case "seen.count", "seen.both" -> share("evidence.troubled", seen, 0, 1, ink);
        default -> List.of();
      };
    }

    private List<Bar> told(CheckMessage told, Ink ink) {
      return switch (told.key()) {
        case "told.device.answers" -> share("evidence.answered", told, 1, 2, Ink.ACTION);
        case "told.memory" -> share("evidence.free", told, 0, 1, ink);
        case "told.fonts" -> share("evidence.there", told, 0, 1, ink);
        case "told.disk" -> number(told, 1).map(percent -> percent(percent, ink)).stream().toList();
        case "told.link" ->
            Stream.of(trip(told, 0, "plot.median"), trip(told, 1, "plot.p95"))
                .flatMap(Optional::stream)
                .toList();
        default -> List.of();
      };
    }

    private List<Bar> share(String name, CheckMessage said, int count, int of, Ink ink) {
      Optional<Integer> some = number(said, count);
      Optional<Integer> all = number(said, of).filter(number -> number > 0);
      return some.isPresent() && all.isPresent()
          ? List.of(
              new Bar(
                  say(name),
                  Math.clamp((double) some.get() / all.get(), 0, 1),
                  say("evidence.of", some.get(), all.get()),
                  ink))
          : List.of();
    }

    private Bar percent(int percent, Ink ink) {
      return new Bar(say("evidence.free"), percent / 100.0, percent + " %", ink);
    }

    /// Compares a round trip with the slower ones, which fill their bar.
    private Optional<Bar> trip(CheckMessage told, int at, String name) {
      Optional<Integer> slow = number(told, 1).filter(number -> number > 0);
      return number(told, at)
          .filter(_ -> slow.isPresent())
          .map(
              ms ->
                  new Bar(
                      say(name),
                      Math.clamp((double) ms / slow.orElseThrow(), 0, 1),
                      ms + " " + say("plot.trips.unit"),
                      at == 0 ? Ink.ACTION : Ink.ASK));
    }

    private static Optional<Integer> number(CheckMessage said, int at) {
      return Optional.of(said)
          .filter(it -> it.values().size() > at && it.values().get(at).matches("\\d{1,9}"))
          .map(it -> Integer.parseInt(it.values().get(at)));
    }
  }
}
