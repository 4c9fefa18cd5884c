package org.libstation.screen.kit.widget;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;

/// A small outlined word: a class, a state or a count.
public final class Chip extends HBox {
  public Chip(Type type, Ink ink, Optional<Icon> icon, String word) {
    super(10);
    setAlignment(Pos.CENTER);
    getStyleClass().addAll("chip", ink.border());
    icon.ifPresent(
        shape ->
            getChildren().add(new IconView(shape, type.look().px(Role.CAPTION), ink).stroked(5)));
    getChildren().add(type.write(Role.CAPTION, false, ink, word).oneLine());
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }
}
