package org.libstation.screen.kit.widget;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.words.Voice;

/// Shows what cannot be done: what happened, what to do, and the code to tell staff, large.
public final class ProblemCard extends VBox {

  public ProblemCard(Type type, Voice voice, String what, String wayOut, String code) {
    super(type.look().metrics().lists().problem().apart());
    double icon = type.look().metrics().lists().problem().icon();
    if (icon > 0) {
      getChildren().add(new IconView(Icon.MINUS, icon, Ink.STOP).stroked(3.5));
    }
    HBox tell =
        Box.row(
            32,
            Box.grow(type.body(voice.say("code.tell"))),
            type.figure(type.look().metrics().lists().problem().code(), Ink.TEXT, code).oneLine());
    getChildren()
        .addAll(
            type.h1(what),
            type.write(Role.TITLE, false, Ink.TEXT, wayOut),
            Box.card(tell, 20, 28, 23, 28));
    setAlignment(Pos.TOP_LEFT);
    setFillWidth(true);
    Box.padded(this, type.look().metrics().lists().problem().above(), 0, 0, 0);
    setMinHeight(Region.USE_PREF_SIZE);
  }
}
