package org.libstation.screen.account;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.widget.ListScreen;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;

/// Draws a patron's loans: a loan a row with its key, the account's sum after a tap.
public final class AccountView implements ScreenView {
  private static final int SUM_RANK = 2;

  private final AccountViewModel model;
  private final ListScreen screen;
  private final Consumer<Key> pressed;

  /// The key that shows the sum stands with the other keys.
  private final boolean keyApart;

  private boolean sumShown;

  public AccountView(AccountViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    this.keyApart = model.look().low();
    this.screen = new ListScreen(model, pressed, this::sum);
    model.owed.subscribe(_ -> draw());
  }

  @Override
  public Region node() {
    return screen.node();
  }

  @Override
  public void show(FlowState state) {
    screen.show(state);
  }

  private List<Node> sum(Type type) {
    if (model.owed.get().isEmpty() || (keyApart && !sumShown)) {
      return List.of();
    }
    HBox card = Box.row(20, Box.grow(type.h2(model.voice().say("account.owed"))));
    if (sumShown) {
      Box.add(card, type.figure(Role.SUM, Ink.TEXT, model.owed.get().orElse("")).oneLine());
    }
    if (!keyApart) {
      String words = words();
      Box.add(
          card,
          new KeyCap(type.note(false, words).oneLine(), words, this::tapped)
              .ownAffair()
              .quiet(type.look().panel().keySmall()));
    }
    Box.whole(Box.card(card, 16, 24, 18, 24));
    return List.of(keyApart ? card : StagePane.rank(SUM_RANK, card));
  }

  private String words() {
    return model.voice().say(sumShown ? "account.hidesum" : "account.showsum");
  }

  private void draw() {
    if (keyApart && model.owed.get().isPresent()) {
      screen.extraKey(words(), this::tapped);
    } else {
      screen.noExtraKey();
    }
    screen.arrange();
  }

  /// Showing the sum is the screen's own affair; the flow hears of it only as a sign of life.
  private void tapped() {
    sumShown = !sumShown;
    pressed.accept(new Key.Stay());
    draw();
  }
}
