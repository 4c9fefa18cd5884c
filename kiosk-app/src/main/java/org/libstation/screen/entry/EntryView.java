package org.libstation.screen.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.TypingLayout;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Frame;
import org.libstation.screen.kit.widget.Keypad;
import org.libstation.screen.kit.widget.LeafedKeys;
import org.libstation.screen.kit.widget.LetterKeys;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;

/// Draws the field for a typed number, the keyboard below it, and what is wrong with the number.
public final class EntryView extends StageView<EntryViewModel> {
  /// Height of the gaps, and of what the style sheet adds to a notice, in px.
  private static final double NOTICE_AIR = 60;

  /// Most characters, at the widest, beside the action keys of a small panel.
  private static final int MOST_BESIDE = 14;

  private final TypingLayout.EntryLayout layout = layouts.typing().entry();
  private final VBox field = Box.column(0);

  /// The letter keys. They are never drawn anew, so that a finger stays on its key.
  private final Region letters;

  /// Action keys beside the field, if a small panel has no row for them.
  private final HBox doing = Box.row(Tokens.TARGET_GAP);

  private Optional<EntryViewModel.Typed> shown = Optional.empty();

  public EntryView(EntryViewModel model, Consumer<Key> pressed) {
    super(model, pressed, framed(model, pressed));
    letters =
        layout.onLeaves()
            ? new LeafedKeys(type, model.voice(), pressed)
            : new LetterKeys(type, model.voice(), pressed);
    switch (layout.field()) {
      case ON_STAGE -> frame.controls(Optional.of(letters));
      case BESIDE_ACTIONS -> {
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = Box.row(Tokens.TARGET_GAP, field, doing);
        frame.controls(Optional.of(Box.column(Tokens.TARGET_GAP, row, letters)));
      }
      // Always in the lower half.
      case OVER_LETTERS -> frame.controls(Optional.of(Box.column(20, field, letters)));
      case OVER_LETTERS_ON_STAGE -> {}
    }
    model.actions.subscribe(this::actions);
    model.typed.subscribe(this::stage);
  }

  private static Frame framed(EntryViewModel model, Consumer<Key> pressed) {
    Type type = new Type(model.look());
    return model.look().layouts().typing().entry().wholeStage()
        ? Frame.whole(type, model.voice(), pressed)
        : new Frame(type, model.voice(), pressed);
  }

  /// A notice; beside the field above the middle it is as large as fits.
  private NoticeBar notice(NoticeBar.NoticeBarWords words) {
    return apart()
        ? type.fitting(
            look.step(),
            written -> new NoticeBar(written, words),
            notice -> notice.prefHeight(look.list()) <= room())
        : StagePane.rank(1, new NoticeBar(type, words));
  }

  /// A notice in the side column; in half a panel it is as large as fits.
  private NoticeBar aside(NoticeBar.NoticeBarWords words, double width) {
    return type.fitting(
        look.step(),
        written -> new NoticeBar(written, words, width),
        bar -> !apart() || bar.prefHeight(width) <= frame.room() - NOTICE_AIR);
  }

  /// Height that the field and the gaps leave.
  private double room() {
    return frame.room() - Tokens.KEY - NOTICE_AIR;
  }

  /// A notice in two lines of running text, for a small panel with a whole keyboard.
  private HBox brief(NoticeBar.NoticeBarWords words) {
    String text =
        "**" + words.head() + "** " + words.line().orElse("") + " " + words.aside().orElse("");
    Writing said = new Type(look.atStep(1)).note(false, text.strip());
    HBox row = Box.row(16, new IconView(words.icon(), 44, words.ink()), Box.grow(said));
    return Box.whole(row);
  }

  /// Whether field and letters stand apart, because half a panel has room only for the letters.
  private boolean apart() {
    return layout.field() == TypingLayout.EntryField.ON_STAGE;
  }

  private boolean besideActions() {
    return layout.field() == TypingLayout.EntryField.BESIDE_ACTIONS;
  }

  private void actions(List<ActionKey> keys) {
    if (besideActions()) {
      doing.getChildren().clear();
      for (ActionKey key : keys) {
        Box.add(
            doing,
            key.cap(type.atStep(1), pressed, Optional.of(Role.BODY))
                .styled("narrow")
                .sized(Tokens.TARGET_MIN, Tokens.KEY_SMALL)
                .whole());
      }
      return;
    }
    List<ActionKey> all = new ArrayList<>(keys);
    if (layout.onLeaves()) {
      all.addFirst(ActionKey.plain(say("entry.erase"), Icon.ERASE, new Key.Erase()));
    }
    frame.actions(all);
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
    parts.add(layout.headYields() ? StagePane.rank(2, text) : text);
    if (apart()) {
      parts.add(field);
    }
    typed.head().line().ifPresent(line -> parts.add(StagePane.rank(3, type.body(line))));
    if (look.split() && !layout.wholeStage()) {
      if (!apart()) {
        parts.add(Box.column(20, field, letters));
      }
      double width = look.aside();
      frame.stage(parts, typed.problem().stream().map(words -> aside(words, width)).toList());
      return;
    }
    typed.problem().ifPresent(words -> parts.add(besideActions() ? brief(words) : notice(words)));
    frame.stage(parts);
  }

  /// Returns the end of a long number, which is where it grows.
  private String end(String number) {
    return besideActions() && number.length() > MOST_BESIDE
        ? "…" + number.substring(number.length() - MOST_BESIDE)
        : number;
  }

  private HBox field(String number) {
    Writing written =
        type.atStep(1)
            .in(
                "Noto Sans",
                metrics.patrons().typed(),
                true,
                Ink.TEXT,
                number.isEmpty() ? " " : end(number))
            .oneLine();
    HBox line = Box.styled(Box.row(8, written, Keypad.caret(look)), "field");
    line.setMinHeight(layout.high());
    line.setPrefHeight(layout.high());
    return Box.padded(line, 0, 28);
  }
}
