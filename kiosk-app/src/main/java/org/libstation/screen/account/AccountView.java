package org.libstation.screen.account;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.widget.ListScreen;
import org.libstation.screen.widget.StagePane;

/// Draws a patron's loans: a loan a row with its key, the account's sum after a tap.
public final class AccountView extends ListScreen<AccountViewModel> {
  private static final int SUM_RANK = 2;

  private boolean sumShown;

  public AccountView(AccountViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    model.owed.subscribe(_ -> draw());
  }

  @Override
  protected List<Node> below() {
    if (model.owed.get().isEmpty() || (arrangement.keysBelow() && !sumShown)) {
      return List.of();
    }
    HBox card = Box.row(20, Box.grow(type.h2(say("account.owed"))));
    if (sumShown) {
      Box.add(card, type.figure(Role.SUM, Ink.TEXT, model.owed.get().orElse("")).oneLine());
    }
    if (!arrangement.keysBelow()) {
      String words = words();
      Box.add(
          card,
          new KeyCap(type.note(false, words).oneLine(), words, this::tapped)
              .ownAffair()
              .quiet(type.look().panel().keySmall()));
    }
    Box.whole(Box.card(card, 16, 24, 18, 24));
    return List.of(arrangement.keysBelow() ? card : StagePane.rank(SUM_RANK, card));
  }

  private String words() {
    return say(sumShown ? "account.hidesum" : "account.showsum");
  }

  private void draw() {
    if (arrangement.keysBelow() && model.owed.get().isPresent()) {
      extraKey(words(), this::tapped);
    } else {
      noExtraKey();
    }
    arrange();
  }

  /// Showing the sum is the screen's own affair; the flow hears of it only as a sign of life.
  private void tapped() {
    sumShown = !sumShown;
    pressed.accept(new Key.Stay());
    draw();
  }
}
