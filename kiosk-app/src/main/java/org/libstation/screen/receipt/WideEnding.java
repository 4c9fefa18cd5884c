package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.picture.Pictures;
import org.libstation.screen.picture.QrView;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Ring;
import org.libstation.screen.widget.StagePane;
import org.libstation.screen.words.Voice;

/// The end of a visit on a wide panel: what it came to at one side, the receipt for a phone or the
/// date at the other, above the keys.
final class WideEnding {
  private static final double GAP = 16;
  private static final double CODE = 300;
  private static final double SMALL_CODE = 220;
  private static final double SLIP = 500;

  private final Type type;
  private final Look look;
  private final Voice voice;
  private final Ring ring;
  private final double room;

  WideEnding(Type type, Voice voice, Ring ring, double room) {
    this.type = type;
    this.look = type.look();
    this.voice = voice;
    this.ring = ring;
    this.room = room;
  }

  void show(Frame frame, ReceiptViewModel model) {
    ReceiptViewModel.Ending ending = model.ending.get();
    ReceiptViewModel.Paper paper = model.paper.get();
    Optional<Region> phone = phone(paper);
    boolean code = phone.isPresent();
    List<Node> beside = new ArrayList<>();
    List<Node> parts = new ArrayList<>(said(model, code));
    if (!look.split()) {
      phone.ifPresent(card -> parts.set(0, sideBySide(parts.getFirst(), card)));
    } else if (code && look.panel().small() && !look.low()) {
      phone.ifPresent(parts::add);
      date(ending).ifPresent(beside::add);
    } else if (code) {
      phone.ifPresent(beside::add);
    } else {
      date(ending).ifPresent(beside::add);
    }
    if (paper instanceof ReceiptViewModel.Paper.Printing) {
      parts.add(StagePane.rank(2, printing()));
    }
    frame.stage(parts, beside);
  }

  private static HBox sideBySide(Node words, Region card) {
    HBox row = Box.row(48, Box.grow(words), card);
    return Box.whole(row);
  }

  /// As large as it fits with everything that must be said.
  private List<Node> said(ReceiptViewModel model, boolean code) {
    int step = look.step();
    List<Node> parts = said(model, code, type);
    while (step > 1 && height(parts) > room) {
      step--;
      parts = said(model, code, new Type(look.atStep(step)));
    }
    return parts;
  }

  private double height(List<Node> parts) {
    double height = 0;
    for (Node part : parts) {
      height += Math.ceil(part.prefHeight(look.list())) + GAP;
    }
    return height;
  }

  private List<Node> said(ReceiptViewModel model, boolean code, Type written) {
    ReceiptViewModel.Ending ending = model.ending.get();
    Role head = look.low() ? Role.H1 : look.panel().small() ? Role.CODE : Role.GREAT;
    VBox text =
        Box.column(look.panel().small() ? 4 : 12, written.display(head, Ink.TEXT, ending.head()));
    for (int at = 0; at < ending.lines().size(); at++) {
      Box.add(
          text,
          written.write(
              at == 0 ? Role.SUM : Role.TITLE, at == 0, Ink.TEXT, ending.lines().get(at)));
    }
    text.setAlignment(Pos.CENTER_LEFT);
    List<Node> parts = new ArrayList<>();
    boolean slip = code && look.split() && !look.low() && !look.panel().small();
    HBox row = Box.row(24, Box.grow(text));
    Box.add(
        row,
        ending
            .slip()
            .filter(_ -> slip)
            .map(date -> Pictures.dateSlip(type, date.head(), date.day(), date.weekday())));
    row.setMinHeight(row.getChildren().size() > 1 ? SLIP : Region.USE_PREF_SIZE);
    parts.add(row);
    parts.addAll(ReceiptView.notices(model, written, look.low()));
    return parts;
  }

  private Optional<Node> date(ReceiptViewModel.Ending ending) {
    if (look.low()) {
      return Optional.empty();
    }
    return ending
        .slip()
        .map(
            date ->
                StagePane.rank(
                    3,
                    centred(
                        look.panel().small()
                            ? Pictures.dateStamp(type, date.day(), date.weekday(), 0.8)
                            : Pictures.dateSlip(type, date.head(), date.day(), date.weekday()))));
  }

  private static HBox centred(Node node) {
    return Box.centred(node);
  }

  private Optional<Region> phone(ReceiptViewModel.Paper paper) {
    return paper instanceof ReceiptViewModel.Paper.Choice choice
        ? choice.phone().map(phone -> phone(choice, phone))
        : Optional.empty();
  }

  private Region phone(ReceiptViewModel.Paper.Choice choice, PhoneReceipt phone) {
    boolean narrow = look.panel().small() && look.low() && look.split();
    QrView code =
        new QrView(
            phone.code(), look.panel().small() ? SMALL_CODE : CODE, voice.say("receipt.phone"));
    VBox words = Box.column(10, head());
    boolean roomy = !look.low() && !look.panel().small() && look.step() == 1;
    if (roomy) {
      words = Box.column(12, type.strong(voice.say("receipt.phone.how")), ring, time());
    } else if (!look.large() && (look.low() || look.panel().small())) {
      Box.add(words, type.caption(choice.about()));
    }
    HBox beside = Box.row(24, code, Box.grow(words));
    VBox card =
        narrow
            ? Box.column(8, code, type.caption(voice.say("receipt.phone")))
            : roomy
                ? Box.column(14, head(), beside, type.caption(choice.about()))
                : Box.column(0, beside);
    card.setFillWidth(!narrow);
    card.getStyleClass().add("card");
    if (look.low() && !look.split()) {
      card.setMinWidth(look.list() / 2);
      card.setMaxWidth(look.list() / 2);
    }
    return Box.padded(card, 16, 20, 19, 20);
  }

  private Region time() {
    return type.caption(voice.say("receipt.time"));
  }

  private Region head() {
    Region words = type.head(voice.say("receipt.phone"));
    return look.low() || look.panel().small()
        ? words
        : Box.row(16, new IconView(Icon.MOBILE, 48, Ink.TEXT), Box.grow(words));
  }

  private Region printing() {
    HBox card =
        Box.row(
            32,
            new IconView(Icon.PRINT, look.panel().small() ? 72 : 120, Ink.ASK, 3.5),
            Box.grow(
                Box.column(
                    8,
                    type.h2(voice.say("receipt.printing")),
                    type.body(voice.say("receipt.printing.line")))));
    card.getStyleClass().add("hand");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return Box.padded(card, 20, 28, 20, 36);
  }
}
