package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PortBoard.PortLine;
import org.libstation.flow.state.PortBoard.Stand;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupBoard.View;
import org.libstation.language.MachineMessage;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.technician.SetupViewModel.SetupRow;

/// Rows for the computer's ports: what was found at each, and a key to use it.
final class PortRows extends Saying {

  PortRows(Voice voice) {
    super(voice);
  }

  /// Returns a row for each port.
  List<SetupRow> rows(SetupBoard setup, View.PortsView view) {
    List<PortLine> lines = view.board().lines();
    return IntStream.range(0, lines.size())
        .mapToObj(at -> row(setup, lines.get(at), at, view))
        .toList();
  }

  /// Returns a row that says that network devices are not searched for; their address is typed.
  SetupRow ofNetwork() {
    String line = say("setup.ports.network.line");
    return new SetupRow(
        say("setup.ports.network"), line, Optional.empty(), "", Optional.empty(), false);
  }

  private SetupRow row(SetupBoard setup, PortLine line, int at, View.PortsView view) {
    boolean found = line.stand() == Stand.FOUND;
    boolean possible =
        !(view.board().running() || view.group().isEmpty() || line.stand() == Stand.NOT_OPENED)
            && setup.fits(view.group(), line);
    return new SetupRow(
        found ? say("setup.found", model(line.model())) : say("setup.port." + line.stand()),
        TileWords.joined(
            SetupViewModel.fitted(line.port()),
            MachineMessage.evidence(voice.words(), line.told())),
        when(found, () -> Ink.DONE),
        "",
        when(
            possible,
            () ->
                ActionKey.plain(
                    say("setup.port.take", say("check." + view.group())),
                    Icon.CHECK,
                    new Key.TakePort(at))),
        false);
  }

  private String model(String model) {
    String key = "setup.model." + model;
    return voice.words().has(key) ? say(key) : model;
  }
}
