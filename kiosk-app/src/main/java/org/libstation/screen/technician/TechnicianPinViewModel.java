package org.libstation.screen.technician;

import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.widget.Chrome;
import org.libstation.screen.widget.Held;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.Say;
import org.libstation.screen.words.Voice;

/// How the typing of the technician's PIN stands; never a digit of it.
public final class TechnicianPinViewModel {
  public final Held<Optional<Chrome>> chrome = new Held<>(Optional.empty());
  public final Held<Entry> entry = new Held<>(new Entry(0, false, Optional.empty()));

  private final Voice voice;
  private final Look look;

  public TechnicianPinViewModel(Voice voice, Look look) {
    this.voice = voice;
    this.look = look;
  }

  /// @param digits how many were typed
  public record Entry(int digits, boolean checking, Optional<Notice.Words> problem) {}

  public Voice voice() {
    return voice;
  }

  public Look look() {
    return look;
  }

  public void show(FlowState state) {
    if (state.screen() instanceof Screen.TechnicianPin pin) {
      chrome.set(Optional.of(Chrome.plain(state, voice)));
      entry.set(
          new Entry(
              pin.digits(),
              pin.checking(),
              pin.problem().map(code -> Say.notice(voice, Ink.STOP, Icon.MINUS, code))));
    }
  }
}
