package org.libstation.screen.widget;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.words.Voice;

/// One thing that cannot be done: what happened, what to do, the code to tell staff, large.
public final class ProblemCard extends VBox {
  public ProblemCard(Type type, Voice voice, String what, String wayOut, String code) {
    super(28);
    boolean low = type.look().low();
    boolean wide = type.look().panel().wide();
    if (!low && !wide) {
      getChildren().add(new IconView(Icon.MINUS, 120, Ink.STOP, 3.5));
    }
    getChildren().add(type.h1(what));
    Writing way = type.write(Role.TITLE, false, Ink.TEXT, wayOut);
    getChildren().add(way);
    HBox tell =
        Box.row(
            32,
            Box.grow(type.body(voice.say("code.tell"))),
            type.figure(low ? Role.H1 : Role.CODE, Ink.TEXT, code).oneLine());
    tell.getStyleClass().add("card");
    Box.padded(tell, 20, 28, 23, 28);
    getChildren().add(tell);
    setAlignment(Pos.TOP_LEFT);
    setFillWidth(true);
    Box.padded(this, low || wide ? 0 : 40, 0, 0, 0);
    setSpacing(wide ? 16 : 28);
    setMinHeight(Region.USE_PREF_SIZE);
  }
}
