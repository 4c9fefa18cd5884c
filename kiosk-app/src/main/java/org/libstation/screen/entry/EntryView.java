package org.libstation.screen.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Frame;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.LetterKeys;
import org.libstation.screen.common.Notice;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.ScreenView;
import org.libstation.screen.common.StagePane;
import org.libstation.screen.common.Type;

/// A field, a keyboard under it, and why a number cannot be.
public final class EntryView implements ScreenView {
  private final EntryViewModel model;
  private final Type type;
  private final Frame frame;
  private final VBox field = Box.column(0);

  /// The field and the letters; never drawn anew: a finger that is down stays on its key.
  private final VBox keys;

  private Optional<EntryViewModel.Typed> shown = Optional.empty();

  public EntryView(EntryViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    this.keys = Box.column(20, field, new LetterKeys(type, model.voice(), pressed));
    if (!model.look().split()) {
      // Always in the lower half.
      frame.controls(Optional.of(keys));
    }
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.idleLeft.subscribe(frame::ring);
    model.actions.subscribe(frame::actions);
    model.typed.subscribe(this::stage);
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private void stage(EntryViewModel.Typed typed) {
    field.getChildren().setAll(field(typed.number()));
    boolean same =
        shown
            .filter(now -> now.head().equals(typed.head()) && now.problem().equals(typed.problem()))
            .isPresent();
    shown = Optional.of(typed);
    if (same) {
      return;
    }
    List<Node> parts = new ArrayList<>();
    VBox text = Box.column(8, type.h1(typed.head().head()));
    parts.add(text);
    typed.head().line().ifPresent(line -> parts.add(StagePane.rank(3, type.body(line))));
    if (model.look().split()) {
      parts.add(keys);
      double width = model.look().aside();
      frame.stage(
          parts, typed.problem().stream().map(words -> new Notice(type, words, width)).toList());
      return;
    }
    typed.problem().ifPresent(words -> parts.add(StagePane.rank(1, new Notice(type, words))));
    frame.stage(parts);
  }

  private HBox field(String number) {
    Type plain = new Type(type.look().atStep(1));
    Role written = type.look().panel().narrow() ? Role.BODY : Role.FIGURE;
    Region caret = new Region();
    caret.setStyle("-fx-background-color: -ls-action;");
    caret.setMinSize(5, 56);
    caret.setMaxSize(5, 56);
    HBox line =
        Box.row(
            8,
            plain
                .in("Noto Sans", written, true, Ink.TEXT, number.isEmpty() ? " " : number)
                .oneLine(),
            caret);
    line.getStyleClass().add("field");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(96);
    line.setPrefHeight(96);
    Box.padded(line, 0, 28, 0, 28);
    return line;
  }
}
