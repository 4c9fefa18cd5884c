package org.libstation.screen.entry;

import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Chrome;
import org.libstation.screen.widget.Head;
import org.libstation.screen.widget.Held;
import org.libstation.screen.widget.ListModel;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.Say;
import org.libstation.screen.words.Voice;

/// What is typed, and what it is for.
public final class EntryViewModel {
  public final Held<Optional<Chrome>> chrome = new Held<>(Optional.empty());
  public final Held<Double> idleLeft = new Held<>(1.0);
  public final Held<Typed> typed = new Held<>(new Typed("", Head.of("", ""), Optional.empty()));
  public final Held<List<ActionKey>> actions = new Held<>(List.of());

  private final Voice voice;
  private final Look look;

  public EntryViewModel(Voice voice, Look look) {
    this.voice = voice;
    this.look = look;
  }

  /// @param number so far
  /// @param problem what was wrong with it
  public record Typed(String number, Head head, Optional<Notice.Words> problem) {}

  public Voice voice() {
    return voice;
  }

  public Look look() {
    return look;
  }

  public void show(FlowState state) {
    if (!(state.screen() instanceof Screen.Entry entry)) {
      return;
    }
    chrome.set(Optional.of(Chrome.session(state, voice, List.of(), 0, false)));
    idleLeft.set(ListModel.idleLeft(state, voice.idle()));
    typed.set(
        new Typed(
            entry.typed(),
            Head.of(voice.say("entry.head"), voice.say("entry.line")),
            entry.problem().map(code -> Say.notice(voice, Ink.ASK, Icon.WARNING, code))));
    ActionKey back = ActionKey.plain(voice.say("entry.back"), new Key.ShowHolds());
    actions.set(
        entry.typed().isBlank()
            ? List.of(back)
            : List.of(back, ActionKey.primary(voice.say("entry.go"), new Key.Confirm())));
  }
}
