package org.libstation.screen.technician;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;

/// The top of a page behind the PIN: what it is, the time, the languages.
final class ServiceHeader {
  private ServiceHeader() {}

  static VBox of(Type type, Look look, String head, Region clock, Consumer<Key> pressed) {
    clock.setMinWidth(Region.USE_PREF_SIZE);
    HBox top =
        Box.row(
            18,
            new IconView(Icon.TOOL, 44, Ink.TEXT),
            Box.grow(
                type.write(
                    look.panel().small() ? Role.TECH : Role.TECH_HEAD, true, Ink.TEXT, head)),
            clock);
    HBox languages = look.panel().wide() ? top : Box.row(12, Box.space());
    for (Language language : Language.values()) {
      boolean on = language == look.language();
      String name = name(language);
      Node words =
          type.in(Look.family(language), Role.TECH, on, on ? Ink.ON_ACTION : Ink.TEXT, name)
              .oneLine();
      KeyCap key =
          new KeyCap(words, name, () -> pressed.accept(new Key.SwitchLanguage(language)))
              .styled("small")
              .whole();
      key.setMinHeight(72);
      if (on) {
        key.styled("primary");
      }
      languages.getChildren().add(key);
    }
    return look.panel().wide() ? Box.column(12, top) : Box.column(12, top, languages);
  }

  private static String name(Language language) {
    return switch (language) {
      case ZH_HANT_HK -> "繁體中文";
      case ZH_HANS -> "简体中文";
      case EN -> "English";
    };
  }
}
