package org.libstation.screen.entry;

import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.Voice;

/// Content of the screen for typing a number.
public final class EntryViewModel extends StageModel {
  public final ModelValue<Typed> typed =
      new ModelValue<>(new Typed("", Head.of("", ""), Optional.empty()));

  public EntryViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// @param number number typed so far
  /// @param problem what is wrong with it
  public record Typed(String number, Head head, Optional<NoticeBar.NoticeBarWords> problem) {}

  @Override
  public void show(FlowState state) {
    if (!(state.screen() instanceof Screen.Entry entry)) {
      return;
    }
    session(state, List.of(), 0, false);
    idleLeft.set(ListModel.idleLeft(state, voice.idle()));
    typed.set(
        new Typed(
            entry.typed(),
            head("entry"),
            entry.problem().map(code -> notice(Ink.ASK, Icon.WARNING, code))));
    ActionKey back = plain("entry.back", new Key.ShowHolds());
    actions.set(
        entry.typed().isBlank()
            ? List.of(back)
            : List.of(
                back,
                entry.judging()
                    ? plain("entry.go", new Key.Confirm())
                    : primary("entry.go", new Key.Confirm())));
  }
}
