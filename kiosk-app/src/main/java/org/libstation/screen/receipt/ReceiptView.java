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
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Tokens;
import org.libstation.screen.look.Type;
import org.libstation.screen.picture.Pictures;
import org.libstation.screen.picture.QrView;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.PaperSheet;
import org.libstation.screen.widget.Ring;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;
import org.libstation.screen.words.Voice;

/// 借好了: the date stamp, what it came to, the choice of a receipt, printing, good-bye.
public final class ReceiptView implements ScreenView {
  /// The room for the code: 109 mm on the reference panel.
  private static final double CODE = 350;

  private static final double LOW_CODE = 300;
  private static final double PAPER = 372;
  private static final double GAP = 20;

  private final ReceiptViewModel model;
  private final Voice voice;
  private final Type type;
  private final Frame frame;
  private Optional<FlowState> shown = Optional.empty();
  private final Ring ring = new Ring(88, 6.0 / 48);

  public ReceiptView(ReceiptViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.voice = model.voice();
    this.type = new Type(model.look());
    this.frame = new Frame(type, voice, pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.left.subscribe(ring::left);
    model.actions.subscribe(frame::actions);
    model.ending.subscribe(_ -> stage());
    model.notices.subscribe(_ -> stage());
    model.problems.subscribe(_ -> stage());
    model.paper.subscribe(_ -> stage());
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    shown = Optional.of(state);
    model.show(state);
  }

  @Override
  public List<String> aloud() {
    return shown.map(model::aloud).orElse(List.of());
  }

  private void stage() {
    if (model.look().panel().wide()) {
      WideEnding wide = new WideEnding(type, voice, ring, frame.room());
      wide.show(frame, model);
      return;
    }
    List<Node> parts = said(type);
    // What was lent until when, and what was not, goes before the size of the words.
    for (int step = model.look().step() - 1;
        frame.low() && step >= 1 && height(parts) > frame.room();
        step--) {
      parts = said(new Type(model.look().atStep(step)));
    }
    switch (model.paper.get()) {
      case ReceiptViewModel.Paper.Choice choice -> {
        parts.add(
            StagePane.rank(4, Box.padded(type.h2(voice.say("receipt.question")), 8, 0, 0, 0)));
        parts.add(choice(choice));
      }
      case ReceiptViewModel.Paper.Printing _ -> parts.add(StagePane.rank(2, printing()));
      case ReceiptViewModel.Paper.None _ -> {}
    }
    frame.stage(parts);
  }

  /// Where room is short first the notices are cut to their heads, then the problems; then notices
  /// are left out.
  ///
  /// @param low there is room for the heads of notices alone
  static List<Node> notices(ReceiptViewModel model, Type written, boolean low) {
    List<Node> all = new ArrayList<>();
    for (Notice.Words problem : model.problems.get()) {
      all.add(
          StagePane.orElse(
              StagePane.rank(1, new Notice(written, problem)),
              StagePane.rank(1, new Notice(written, headOf(problem)))));
    }
    for (Notice.Words notice : model.notices.get()) {
      Notice head = StagePane.rank(2, new Notice(written, headOf(notice)));
      all.add(low ? head : StagePane.orElse(StagePane.rank(3, new Notice(written, notice)), head));
    }
    return all;
  }

  private static Notice.Words headOf(Notice.Words notice) {
    return new Notice.Words(
        notice.ink(), notice.icon(), notice.head(), Optional.empty(), Optional.empty());
  }

  private List<Node> said(Type written) {
    List<Node> parts = new ArrayList<>(ending(model.ending.get(), written));
    parts.addAll(notices(model, written, frame.low()));
    return parts;
  }

  private double height(List<Node> parts) {
    double height = 0;
    for (Node part : parts) {
      height += Math.ceil(part.prefHeight(model.look().list())) + GAP;
    }
    return model.paper.get() instanceof ReceiptViewModel.Paper.Choice
        ? height + LOW_CODE + 2 * GAP
        : height;
  }

  /// In the low layout the question gives way first, the date last of all.
  private List<Node> ending(ReceiptViewModel.Ending ending, Type type) {
    boolean low = frame.low();
    Role head = low ? Role.H1 : model.look().chinese() ? Role.GREAT : Role.DISPLAY;
    VBox text = Box.column(14, type.display(head, Ink.TEXT, ending.head()));
    VBox rest = Box.column(14);
    for (int at = 0; at < ending.lines().size(); at++) {
      (low && at > 0 ? rest : text)
          .getChildren()
          .add(
              type.write(
                  at == 0 ? Role.SUM : Role.TITLE, at == 0, Ink.TEXT, ending.lines().get(at)));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    HBox row = Box.row(24, Box.grow(text));
    Optional<ReceiptViewModel.Slip> slip = ending.slip().filter(_ -> !low && !tight());
    Box.add(
        row, slip.map(date -> Pictures.dateSlip(type, date.head(), date.day(), date.weekday())));
    row.setMinHeight(slip.isPresent() ? 500 : Region.USE_PREF_SIZE);
    return rest.getChildren().isEmpty() ? List.of(row) : List.of(row, StagePane.rank(1, rest));
  }

  /// The code for a phone, and beside it the paper where there is room for both.
  private Node choice(ReceiptViewModel.Paper.Choice choice) {
    boolean both =
        choice.prints()
            && !frame.low()
            && model.look().step() == 1
            && !model.look().panel().narrow();
    HBox cards = Box.row(Tokens.GUTTER);
    cards.setFillHeight(true);
    Box.add(cards, choice.phone().map(phone -> Box.grow(phone(choice, phone))));
    if (both) {
      Box.add(cards, paper(choice));
    }
    return Box.whole(cards);
  }

  /// Larger text on a narrow panel.
  private boolean tight() {
    return model.look().panel().narrow() && model.look().step() > 1;
  }

  private Region phone(ReceiptViewModel.Paper.Choice choice, PhoneReceipt phone) {
    QrView code =
        new QrView(
            phone.code(), frame.low() || tight() ? LOW_CODE : CODE, voice.say("receipt.phone"));
    if (frame.low()) {
      VBox words = Box.column(8, type.head(voice.say("receipt.phone")));
      if (model.look().step() < 3) {
        Box.add(words, type.caption(choice.about()));
      }
      HBox card = Box.row(28, code, Box.grow(words));
      return Box.card(card, 14, 24, 16, 14);
    }
    VBox words =
        Box.column(
            14,
            type.strong(voice.say("receipt.phone.how")),
            ring,
            type.caption(voice.say("receipt.time")));
    HBox middle = Box.row(28, code, Box.grow(Box.padded(words, 6, 0, 6, 0)));
    VBox card =
        Box.column(
            16,
            Box.row(
                16,
                new IconView(Icon.MOBILE, 48, Ink.TEXT),
                Box.grow(type.head(voice.say("receipt.phone")))),
            middle);
    if (!tight()) {
      Box.add(card, type.caption(choice.about()));
    }
    card.getStyleClass().add("card");
    card.setMaxHeight(Double.MAX_VALUE);
    return Box.padded(card, 24, 24, 28, 28);
  }

  private Region paper(ReceiptViewModel.Paper.Choice choice) {
    PaperSheet sheet =
        new PaperSheet(type, voice.library(), choice.date(), choice.lines(), choice.foot());
    VBox card =
        Box.column(
            16,
            Box.row(
                16,
                new IconView(Icon.PRINT, 48, Ink.TEXT),
                Box.grow(type.head(voice.say("receipt.paper")))),
            sheet);
    card.getStyleClass().addAll("card", "sunk");
    card.setMaxHeight(Double.MAX_VALUE);
    Box.padded(card, 24, 24, 28, 24);
    Box.wide(card, PAPER);
    return card;
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
