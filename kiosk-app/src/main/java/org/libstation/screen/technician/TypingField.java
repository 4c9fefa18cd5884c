package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.SetupBoard.View;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.screen.kit.widget.ActionKey;

/// What was typed, and the keyboard for it.
///
/// @param typed last characters, or bullets for a secret
/// @param rows keys of the keyboard, row by row
/// @param other key for other letters; empty for numbers
public record TypingField(String typed, List<String> rows, Optional<ActionKey> other) {
  /// Most characters that fit in the field.
  private static final int MOST = 44;

  private static final List<String> SMALL =
      List.of("1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm./:", "_=&?, ");
  private static final List<String> CAPITALS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM./:", "_=&?, ");
  private static final List<String> SIGNS =
      List.of("1234567890", "\\()[]{}|*+", "^$.?-_=&#@", "/:;,'\"!%~<", "> ");
  private static final List<String> NUMBER = List.of("1234567890", ".");

  /// Returns field and keyboard for a setting.
  static TypingField of(FieldKind kind, View.SetupFieldView view) {
    String typed =
        kind == FieldKind.SECRET
            ? "•".repeat(Math.min(view.typed().length(), MOST))
            : view.typed().length() <= MOST
                ? view.typed()
                : "…" + view.typed().substring(view.typed().length() - MOST + 1);
    if (kind == FieldKind.NUMBER) {
      return new TypingField(typed, NUMBER, Optional.empty());
    }
    return switch (view.letters()) {
      case SMALL -> of(typed, SMALL, "ABC");
      case CAPITALS -> of(typed, CAPITALS, "#+=");
      case SIGNS -> of(typed, SIGNS, "abc");
    };
  }

  private static TypingField of(String typed, List<String> rows, String other) {
    return new TypingField(
        typed, rows, Optional.of(ActionKey.plain(other, new Key.OtherLetters())));
  }
}
