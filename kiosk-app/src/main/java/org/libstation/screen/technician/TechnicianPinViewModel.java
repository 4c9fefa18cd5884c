package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.Voice;

/// State of typing the technician's PIN; it never holds a digit.
public final class TechnicianPinViewModel extends StageModel {
  public final ModelValue<PinEntry> entry = new ModelValue<>(new PinEntry(0, "", Optional.empty()));

  public TechnicianPinViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// @param digits number of typed digits
  /// @param line instruction, progress, or the tries that are left
  /// @param problem why the last PIN was refused; empty = no problem
  public record PinEntry(int digits, String line, Optional<NoticeBar.NoticeBarWords> problem) {}

  @Override
  public void show(FlowState state) {
    if (state.screen() instanceof Screen.TechnicianPin pin) {
      noSession(state);
      actions.set(List.of(plain("key.cancel", Icon.LEAVE, new Key.Leave())));
      entry.set(
          new PinEntry(
              pin.digits(),
              line(pin.checking(), state.technician().wrong()),
              pin.problem().map(code -> notice(Ink.STOP, Icon.MINUS, code))));
    }
  }

  private String line(boolean checking, int wrong) {
    return checking
        ? say("technician.pin.checking")
        : wrong == 0
            ? say("technician.pin.line")
            : count("technician.pin.left", FlowSettings.TECHNICIAN_TRIES - wrong);
  }
}
