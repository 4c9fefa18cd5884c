package org.libstation.screen.widget;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.By;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.words.Voice;

/// Draws one thing that cannot be done: what happened, what to do, the code to tell staff, large.
public final class ProblemCard extends VBox {
  /// A sign above the words.
  private static final By<Boolean> SIGNED = By.usual(true).wide(false).low(false);

  private static final By<Double> ABOVE = By.usual(40.0).wide(0.0).low(0.0);
  private static final By<Double> APART = By.usual(28.0).wide(16.0);
  private static final By<Role> CODE = By.usual(Role.CODE).low(Role.H1);

  public ProblemCard(Type type, Voice voice, String what, String wayOut, String code) {
    super(APART.in(type.look()));
    if (SIGNED.in(type.look())) {
      getChildren().add(new IconView(Icon.MINUS, 120, Ink.STOP, 3.5));
    }
    HBox tell =
        Box.row(
            32,
            Box.grow(type.body(voice.say("code.tell"))),
            type.figure(CODE.in(type.look()), Ink.TEXT, code).oneLine());
    getChildren()
        .addAll(
            type.h1(what),
            type.write(Role.TITLE, false, Ink.TEXT, wayOut),
            Box.card(tell, 20, 28, 23, 28));
    setAlignment(Pos.TOP_LEFT);
    setFillWidth(true);
    Box.padded(this, ABOVE.in(type.look()), 0, 0, 0);
    setMinHeight(Region.USE_PREF_SIZE);
  }
}
