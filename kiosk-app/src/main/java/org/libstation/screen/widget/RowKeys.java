package org.libstation.screen.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.KeyCap;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;

/// The keys of the rows that are shown, away from the rows: below the middle in reach mode, and
/// where a row stands alone in large text. Several rows are told apart by their numbers.
final class RowKeys extends StackPane {
  private final Type type;
  private final Consumer<Key> pressed;
  private List<ItemRow.Words> rows = List.of();
  private Pages.Span span = new Pages.Span(0, 0);
  private List<Extra> extra = List.of();
  private int before;

  /// A key that belongs to no row.
  record Extra(String words, Runnable action) {}

  RowKeys(Type type, Consumer<Key> pressed) {
    this.type = type;
    this.pressed = pressed;
    setMinHeight(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    draw();
  }

  /// @param pages other messages stand before the rows
  void before(int pages) {
    before = pages;
  }

  void rows(List<ItemRow.Words> all) {
    rows = all;
    draw();
  }

  void span(Pages.Span shown) {
    span = shown;
    draw();
  }

  void extra(List<Extra> keys) {
    extra = List.copyOf(keys);
    draw();
  }

  private void draw() {
    List<KeyCap> keys = new ArrayList<>();
    boolean numbered = !type.look().large();
    int end = Math.min(span.end() - before, rows.size());
    for (int at = Math.max(0, span.from() - before); at < end; at++) {
      int number = at + 1;
      rows.get(at)
          .key()
          .ifPresent(
              key ->
                  keys.add(
                      cap(
                          numbered ? key.words() + " " + number : key.words(),
                          () -> pressed.accept(key.key()))));
    }
    extra.forEach(key -> keys.add(cap(key.words(), key.action())));
    setVisible(!keys.isEmpty());
    getChildren().setAll(new KeyRows(type.look().metrics().lists().pages().rowKeysApart(), keys));
  }

  private KeyCap cap(String words, Runnable action) {
    Role role = type.look().large() ? Role.CAPTION : Role.BODY;
    Type written = new Type(type.look().beside());
    KeyCap cap =
        new KeyCap(written.write(role, true, Ink.TEXT, words).oneLine(), words, action)
            .styled("narrow")
            .sized(136, type.look().panel().key());
    cap.setMaxHeight(Region.USE_PREF_SIZE);
    return cap.tall();
  }
}
