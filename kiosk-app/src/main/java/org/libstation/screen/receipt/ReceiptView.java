package org.libstation.screen.receipt;

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
import org.libstation.screen.common.ActionKey;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Frame;
import org.libstation.screen.common.Icon;
import org.libstation.screen.common.IconView;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.Notice;
import org.libstation.screen.common.PaperSheet;
import org.libstation.screen.common.Pictures;
import org.libstation.screen.common.Ring;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.ScreenView;
import org.libstation.screen.common.StagePane;
import org.libstation.screen.common.Type;
import org.libstation.screen.common.Voice;

/// 借好了: the date stamp, what it came to, the choice of a receipt, printing, good-bye.
public final class ReceiptView implements ScreenView {
  private final ReceiptViewModel model;
  private final Voice voice;
  private final Type type;
  private final Frame frame;
  private final Ring ring = new Ring(88, 6.0 / 48);

  public ReceiptView(ReceiptViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.voice = model.voice();
    this.type = new Type(model.look());
    this.frame = new Frame(type, voice, pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.left.subscribe(ring::left);
    model.actions.subscribe(_ -> keys());
    model.ending.subscribe(_ -> stage());
    model.notices.subscribe(_ -> stage());
    model.paper.subscribe(
        _ -> {
          keys();
          stage();
        });
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private void keys() {
    boolean choice = model.paper.get() instanceof ReceiptViewModel.Paper.Choice;
    List<ActionKey> keys = new ArrayList<>(model.actions.get());
    if (choice && model.look().step() < 3) {
      keys.add(Math.min(1, keys.size()), model.withTitles());
    }
    frame.actions(keys);
  }

  private void stage() {
    List<Node> parts = new ArrayList<>();
    parts.add(ending(model.ending.get()));
    for (Notice.Words notice : model.notices.get()) {
      parts.add(StagePane.rank(1, new Notice(type, notice)));
    }
    switch (model.paper.get()) {
      case ReceiptViewModel.Paper.Choice choice -> {
        parts.add(
            StagePane.rank(2, Box.padded(type.h2(voice.say("receipt.question")), 8, 0, 0, 0)));
        parts.add(StagePane.rank(3, choice(choice)));
      }
      case ReceiptViewModel.Paper.Printing _ -> parts.add(StagePane.rank(2, printing()));
      case ReceiptViewModel.Paper.None _ -> {}
    }
    frame.stage(parts);
  }

  private Node ending(ReceiptViewModel.Ending ending) {
    boolean low = frame.low();
    Role head = low ? Role.H1 : model.look().chinese() ? Role.GREAT : Role.DISPLAY;
    VBox text = Box.column(14, type.display(head, Ink.TEXT, ending.head()));
    for (int at = 0; at < ending.lines().size(); at++) {
      text.getChildren()
          .add(
              type.write(
                  at == 0 ? Role.SUM : Role.TITLE, at == 0, Ink.TEXT, ending.lines().get(at)));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    HBox row = Box.row(24, Box.grow(text));
    Optional<ReceiptViewModel.Slip> slip = ending.slip().filter(_ -> !low);
    slip.ifPresent(
        date ->
            row.getChildren()
                .add(Pictures.dateSlip(type, date.head(), date.day(), date.weekday())));
    row.setMinHeight(slip.isPresent() ? 500 : Region.USE_PREF_SIZE);
    return row;
  }

  private Node choice(ReceiptViewModel.Paper.Choice choice) {
    PaperSheet sheet =
        new PaperSheet(
            type, voice.library(), choice.date(), choice.lines(), voice.say("paper.nonames"));
    sheet.setPrefWidth(420);
    sheet.setMaxWidth(420);
    VBox words =
        Box.column(
            18,
            Box.row(
                16,
                new IconView(Icon.PRINT, 48, Ink.TEXT),
                Box.grow(type.head(voice.say("receipt.plain")))),
            type.body(voice.say("receipt.plain.line")),
            Box.row(20, ring, Box.grow(type.caption(voice.say("receipt.time")))));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox card = Box.row(36, sheet, Box.grow(words));
    card.getStyleClass().addAll("card", "sunk");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return Box.padded(card, 28, 28, 30, 28);
  }

  private Node printing() {
    HBox card =
        Box.row(
            32,
            new IconView(Icon.PRINT, 120, Ink.ASK, 3.5),
            Box.grow(
                Box.column(
                    8,
                    type.h2(voice.say("receipt.printing")),
                    type.body(voice.say("receipt.printing.line")))));
    card.getStyleClass().add("hand");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return Box.padded(card, 28, 28, 28, 36);
  }
}
