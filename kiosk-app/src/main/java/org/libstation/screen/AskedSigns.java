package org.libstation.screen;

import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupSheet;
import org.libstation.screen.typing.Awaited;

/// Characters that a screen asks for, and so which keys of a keyboard it accepts.
enum AskedSigns {
  NOTHING,
  /// The digits of a PIN.
  PIN,
  /// Letters and digits.
  NUMBER,
  /// All characters.
  TEXT;

  /// Returns the characters that the state's screen asks for; [#NOTHING] while a sheet lies over
  /// it.
  static AskedSigns by(FlowState state) {
    return state.overlay().isPresent() ? NOTHING : by(state.screen());
  }

  private static AskedSigns by(Screen screen) {
    if (screen instanceof Screen.Entry) {
      return NUMBER;
    }
    if (typesText(screen)) {
      return TEXT;
    }
    return asksPin(screen) ? PIN : NOTHING;
  }

  private static boolean asksPin(Screen screen) {
    return screen instanceof Screen.TechnicianPin
        || (screen instanceof Screen.Identify identify
            && identify.step() instanceof Screen.Identify.IdentifyStep.AskPin)
        || (screen instanceof Screen.Pay pay
            && (pay.page() instanceof Screen.Pay.PayPage.Amount
                || pay.page() instanceof Screen.Pay.PayPage.OthersPin));
  }

  private static boolean typesText(Screen screen) {
    return screen instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _)
        && board.view() instanceof SetupBoard.View.SetupFieldView view
        && board
            .sheet()
            .flatMap(sheet -> sheet.field(view.key()))
            .filter(field -> field.kind() != SetupSheet.FieldKind.CHOICE)
            .isPresent();
  }

  /// Whether letters are accepted.
  boolean letters() {
    return this == NUMBER || this == TEXT;
  }

  /// Returns the kind of input for the typing guard, which tells a scanner from a keyboard.
  Awaited awaited() {
    return letters() ? Awaited.SIGNS : this == PIN ? Awaited.DIGITS : Awaited.NOTHING;
  }
}
