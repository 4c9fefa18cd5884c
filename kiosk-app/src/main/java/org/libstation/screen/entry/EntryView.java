package org.libstation.screen.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.LeafedKeys;
import org.libstation.screen.widget.LetterKeys;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;

/// A field, a keyboard under it, and why a number cannot be.
public final class EntryView implements ScreenView {
  /// Gaps, and what the style sheet adds to a notice.
  private static final double NOTICE_AIR = 60;

  /// Of the widest letters beside the action keys of a small panel.
  private static final int MOST_BESIDE = 14;

  private final EntryViewModel model;
  private final Type type;
  private final Frame frame;
  private final Consumer<Key> pressed;
  private final VBox field = Box.column(0);

  /// The letters; never drawn anew: a finger that is down stays on its key.
  private final Region letters;

  /// Beside the field where a small panel has no room for a row of their own.
  private final HBox doing = Box.row(Tokens.TARGET_GAP);

  private Optional<EntryViewModel.Typed> shown = Optional.empty();

  public EntryView(EntryViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.type = new Type(model.look());
    this.pressed = pressed;
    boolean small = model.look().panel().small();
    boolean low = model.look().low();
    this.frame =
        small ? Frame.whole(type, model.voice(), pressed) : new Frame(type, model.voice(), pressed);
    this.letters =
        small && low
            ? new LeafedKeys(type, model.voice(), pressed)
            : new LetterKeys(type, model.voice(), pressed);
    if (apart()) {
      frame.controls(Optional.of(letters));
    } else if (small) {
      HBox.setHgrow(field, Priority.ALWAYS);
      HBox row = Box.row(Tokens.TARGET_GAP, field, doing);
      frame.controls(Optional.of(Box.column(Tokens.TARGET_GAP, row, letters)));
    } else if (!model.look().split()) {
      // Always in the lower half.
      frame.controls(Optional.of(Box.column(20, field, letters)));
    }
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.idleLeft.subscribe(frame::ring);
    model.actions.subscribe(this::actions);
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

  /// Beside the field above the middle as large as it fits.
  private Notice notice(Notice.Words words) {
    int step = model.look().step();
    Notice notice = new Notice(type, words);
    while (apart() && step > 1 && notice.prefHeight(model.look().list()) > room()) {
      step--;
      notice = new Notice(new Type(model.look().atStep(step)), words);
    }
    return apart() ? notice : StagePane.rank(1, notice);
  }

  /// What the field and the gaps leave.
  private double room() {
    return frame.room() - Tokens.KEY - NOTICE_AIR;
  }

  /// Above a whole keyboard a small panel has room for two lines, which run on.
  private HBox brief(Notice.Words words) {
    String text =
        "**" + words.head() + "** " + words.line().orElse("") + " " + words.aside().orElse("");
    Writing said = new Type(model.look().atStep(1)).note(false, text.strip());
    HBox row = Box.row(16, new IconView(words.icon(), 44, words.ink()), Box.grow(said));
    return Box.whole(row);
  }

  /// Half a panel has room for the letters alone; the field stands above the middle.
  private boolean apart() {
    return model.look().low();
  }

  private void actions(List<ActionKey> keys) {
    Look look = model.look();
    if (!look.panel().small()) {
      frame.actions(keys);
      return;
    }
    if (look.low()) {
      List<ActionKey> all = new ArrayList<>(keys);
      all.addFirst(ActionKey.plain(model.voice().say("entry.erase"), Icon.ERASE, new Key.Erase()));
      frame.actions(all);
      return;
    }
    Type plain = new Type(look.atStep(1));
    doing.getChildren().clear();
    for (ActionKey key : keys) {
      Box.add(
          doing,
          key.cap(plain, pressed, Optional.of(Role.BODY))
              .styled("narrow")
              .sized(Tokens.TARGET_MIN, Tokens.KEY_SMALL)
              .whole());
    }
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
    boolean low = model.look().low();
    boolean small = model.look().panel().small();
    List<Node> parts = new ArrayList<>();
    VBox text = Box.column(8, type.h1(typed.head().head()));
    parts.add(small || apart() ? StagePane.rank(2, text) : text);
    if (apart()) {
      parts.add(field);
    }
    typed.head().line().ifPresent(line -> parts.add(StagePane.rank(3, type.body(line))));
    if (model.look().split() && !small) {
      if (!low) {
        parts.add(Box.column(20, field, letters));
      }
      double width = model.look().aside();
      frame.stage(
          parts, typed.problem().stream().map(words -> new Notice(type, words, width)).toList());
      return;
    }
    typed.problem().ifPresent(words -> parts.add(small && !low ? brief(words) : notice(words)));
    frame.stage(parts);
  }

  /// Beside the action keys a very long number is seen from its end, where it grows.
  private String end(String number) {
    boolean beside = model.look().panel().small() && !model.look().low();
    return beside && number.length() > MOST_BESIDE
        ? "…" + number.substring(number.length() - MOST_BESIDE)
        : number;
  }

  private HBox field(String number) {
    Type plain = new Type(type.look().atStep(1));
    Role written = type.look().panel().narrow() ? Role.BODY : Role.FIGURE;
    Region caret = new Region();
    caret.setStyle("-fx-background-color: -ls-action;");
    double tall = type.look().panel().small() ? 44 : 56;
    caret.setMinSize(5, tall);
    caret.setMaxSize(5, tall);
    HBox line =
        Box.row(
            8,
            plain
                .in("Noto Sans", written, true, Ink.TEXT, number.isEmpty() ? " " : end(number))
                .oneLine(),
            caret);
    line.getStyleClass().add("field");
    line.setAlignment(Pos.CENTER_LEFT);
    Look look = type.look();
    boolean tight = look.panel().small() || (look.panel().narrow() && look.low());
    double high = tight ? Tokens.KEY_SMALL : Tokens.KEY;
    line.setMinHeight(high);
    line.setPrefHeight(high);
    Box.padded(line, 0, 28, 0, 28);
    return line;
  }
}
