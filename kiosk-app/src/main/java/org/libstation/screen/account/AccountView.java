package org.libstation.screen.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.BookBoards;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.picture.TerminalPicture;
import org.libstation.screen.kit.widget.ListScreen;

/// Draws a patron's loans, a row each with its key. Below them are a row for reservations and a row
/// for charges; the sum is on the next page.
public final class AccountView extends ListScreen<AccountViewModel> {
  private static final double WAYS_APART = 16;
  private static final double NEXT_SIZE = 36;

  public AccountView(AccountViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    model.ways.subscribe(_ -> draw());
    model.spare.subscribe(_ -> arrange());
  }

  @Override
  protected List<Node> below() {
    return layouts.account().waysUnderRows() && !model.ways.get().isEmpty()
        ? List.of(
            Box.whole(
                Box.column(
                    WAYS_APART, model.ways.get().stream().map(this::way).toArray(Node[]::new))))
        : List.of();
  }

  @Override
  protected Optional<Drawing> spare() {
    return Optional.of(
        switch (model.spare.get()) {
          case AccountViewModel.Spare.Books(var covers) -> BookBoards.of(covers);
          case AccountViewModel.Spare.Collected(int ready) -> Pictures.collected(ready);
          case AccountViewModel.Spare.ReserveByReading(boolean tray) ->
              HandPicture.pile(
                  tray ? HandPicture.Scene.PLACE : HandPicture.Scene.SCAN,
                  List.of(),
                  Optional.empty(),
                  1);
          case AccountViewModel.Spare.StaffPicture _ -> Pictures.counter(1);
          case AccountViewModel.Spare.CardTerminalPicture _ ->
              TerminalPicture.at(model.voice().site().desk().terminal(), 1);
        });
  }

  /// In a column beside the list the state stands below the name.
  private KeyCap way(AccountViewModel.AccountOption way) {
    Writing head = type.strong(way.head());
    Optional<Writing> told =
        Optional.of(way.told()).filter(text -> !text.isEmpty()).map(type::body);
    HBox row = Box.row(24);
    if (look.split()) {
      Box.add(row, Box.grow(Box.add(Box.column(2, head), told)));
    } else {
      Box.add(row, head.oneLine());
      Box.add(row, told.<Node>map(Box::grow).orElseGet(Box::space));
    }
    Box.add(row, new IconView(Icon.NEXT, NEXT_SIZE, Ink.TEXT));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(look.split() ? look.aside() : look.list());
    KeyCap cap =
        new KeyCap(row, way.head() + ' ' + way.told(), () -> pressed.accept(way.key()))
            .sized(Tokens.TARGET_MIN, Tokens.KEY);
    cap.setMaxWidth(Double.MAX_VALUE);
    return cap;
  }

  /// Without room for rows, the charges are an action key and the reservations an extra key here.
  private void draw() {
    if (!layouts.account().waysUnderRows() && !model.ways.get().isEmpty()) {
      AccountViewModel.AccountOption holds = model.ways.get().getFirst();
      extraKey(holds.head(), () -> pressed.accept(holds.key()));
    } else {
      noExtraKey();
    }
    arrange();
  }
}
