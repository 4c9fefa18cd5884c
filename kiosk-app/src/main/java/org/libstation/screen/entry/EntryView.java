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

  public EntryView(EntryViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    // Always in the lower half, and never drawn anew: a finger that is down stays on its key.
    frame.controls(
        Optional.of(Box.column(20, field, new LetterKeys(type, model.voice(), pressed))));
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
    List<Node> parts = new ArrayList<>();
    VBox text = Box.column(8, type.h1(typed.head().head()));
    parts.add(text);
    typed.head().line().ifPresent(line -> parts.add(StagePane.rank(3, type.body(line))));
    typed.problem().ifPresent(words -> parts.add(StagePane.rank(1, new Notice(type, words))));
    field.getChildren().setAll(field(typed.number()));
    frame.stage(parts);
  }

  private HBox field(String number) {
    Type plain = new Type(type.look().atStep(1));
    Region caret = new Region();
    caret.setStyle("-fx-background-color: -ls-action;");
    caret.setMinSize(5, 56);
    caret.setMaxSize(5, 56);
    HBox line =
        Box.row(
            8,
            plain
                .in("Noto Sans", Role.FIGURE, true, Ink.TEXT, number.isEmpty() ? " " : number)
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
