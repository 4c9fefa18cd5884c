package org.libstation.screen.drop;

import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.BinContents;
import org.libstation.flow.state.DropFacts;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Emptying.EmptyingStage;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.StationFacts;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.ScreenModel;
import org.libstation.screen.kit.words.Voice;

/// What staff see while they empty the bin: the next step, the sensors, and the contents.
public final class EmptyingViewModel extends ScreenModel {
  public final ModelValue<List<EmptyingLine>> steps = new ModelValue<>(List.of());
  public final ModelValue<List<EmptyingLine>> facts = new ModelValue<>(List.of());
  public final ModelValue<List<ActionKey>> actions = new ModelValue<>(List.of());

  public EmptyingViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// @param strong whether this is the present step
  public record EmptyingLine(Icon icon, Ink ink, String words, boolean strong) {}

  @Override
  public void show(FlowState state) {
    if (!(state.screen() instanceof Screen.Emptying screen)) {
      return;
    }
    steps.set(
        List.of(
            step(screen, EmptyingStage.TAKE_OUT, "out"),
            step(screen, EmptyingStage.PUT_IN, "in"),
            step(screen, EmptyingStage.DONE, "done")));
    facts.set(facts(state.station(), screen));
    List<ActionKey> keys = new ArrayList<>();
    boolean printer = state.station().configured(StationFacts.DeviceRole.PRINTER);
    boolean unseen = !state.station().usable(StationFacts.DeviceRole.DROP);
    if (unseen && screen.step() != EmptyingStage.DONE) {
      keys.add(plain("emptying.next", new Key.Confirm()));
    } else if (printer && screen.contents().isPresent()) {
      keys.add(plain("emptying.print", Icon.PRINT, new Key.Confirm()));
    }
    Key back = new Key.Leave();
    keys.add(
        screen.step() == EmptyingStage.DONE
            ? primary("emptying.back", Icon.LEAVE, back)
            : plain("emptying.back", Icon.LEAVE, back));
    actions.set(List.copyOf(keys));
  }

  private EmptyingLine step(Screen.Emptying screen, EmptyingStage step, String key) {
    boolean past = screen.step().compareTo(step) > 0;
    boolean now = screen.step() == step;
    boolean done = past || (now && step == EmptyingStage.DONE);
    return new EmptyingLine(
        done ? Icon.CHECK : now ? Icon.ARROW : Icon.DOTS,
        done ? Ink.DONE : now ? Ink.ACTION : Ink.TEXT_2,
        say("emptying.step." + key),
        now);
  }

  private List<EmptyingLine> facts(StationFacts station, Screen.Emptying screen) {
    DropFacts drop = station.drop();
    List<EmptyingLine> lines = new ArrayList<>();
    if (station.configured(StationFacts.DeviceRole.DROP) && screen.contents().isEmpty()) {
      lines.add(
          plain(
              Icon.TOOL,
              say(
                  "emptying.sensor",
                  say(drop.doorOpen() ? "emptying.door.open" : "emptying.door.shut"),
                  say(drop.binPresent() ? "emptying.bin.in" : "emptying.bin.out"))));
    }
    if (screen.contents().isPresent()) {
      BinContents bin = screen.contents().get();
      lines.add(
          plain(Icon.JOURNAL, say("emptying.count", bin.items().size(), bin.objects().size())));
    } else if (screen.step() == EmptyingStage.TAKE_OUT) {
      lines.add(plain(Icon.LOCK, say("emptying.locked")));
    }
    switch (screen.print()) {
      case TestPrintState.TestPrintNotAsked _ -> {}
      case TestPrintState.UnderWay _ -> lines.add(plain(Icon.PRINT, say("emptying.print.under")));
      case TestPrintState.TestPrintGood _ ->
          lines.add(plain(Icon.PRINT, say("emptying.print.good")));
      case TestPrintState.Bad bad ->
          lines.add(
              new EmptyingLine(
                  Icon.WARNING, Ink.ASK, say("emptying.print.bad", bad.code()), false));
    }
    return List.copyOf(lines);
  }

  private static EmptyingLine plain(Icon icon, String words) {
    return new EmptyingLine(icon, Ink.TEXT, words, false);
  }
}
