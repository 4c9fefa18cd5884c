package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.PatronMetrics;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.picture.Pictures;
import org.libstation.screen.picture.QrView;
import org.libstation.screen.receipt.ReceiptViewModel.Paper;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Ring;
import org.libstation.screen.widget.StagePane;
import org.libstation.screen.words.Voice;

/// The end of a visit on a wide panel: what it came to at one side, the receipt for a phone or the
/// date at the other, above the keys.
final class WideEnding {
  private static final double GAP = 16;

  /// Between what is said and the card beside it; round and in the card.
  private static final double BESIDE = 48;

  /// Part of the width that the card has where what is said needs more of it.
  private static final double NARROW = 0.42;

  private static final double IN_CARD = 24;
  private static final double CARD_SIDES = 20;

  private final Type type;
  private final Look look;
  private final PatronMetrics.Ending sizes;
  private final Voice voice;
  private final ReceiptViewModel model;
  private final Ring ring;
  private final double room;
  private boolean narrow;

  WideEnding(Type type, ReceiptViewModel model, Ring ring, double room) {
    this.type = type;
    this.look = type.look();
    this.sizes = look.metrics().patrons().ending();
    this.voice = model.voice();
    this.model = model;
    this.ring = ring;
    this.room = room;
  }

  void show(Frame frame) {
    Paper paper = model.paper.get();
    List<Node> parts = fitted(paper);
    if (needed(paper, parts) > room) {
      narrow = true;
      parts = fitted(paper);
    }
    show(frame, paper, parts);
  }

  private boolean under() {
    return look.split() && look.arrangement().compact();
  }

  private List<Node> fitted(Paper paper) {
    boolean code = phone(paper, false).isPresent();
    return new ArrayList<>(
        type.fitting(
            look.step(), written -> said(code, written), all -> needed(paper, all) <= room));
  }

  /// With the code for a phone, where that stands below.
  private double needed(Paper paper, List<Node> said) {
    Optional<Region> brief = phone(paper, false);
    double taken = look.split() ? 0 : brief.map(card -> card.prefWidth(-1) + BESIDE).orElse(0.0);
    double width = look.list() - taken;
    return EndingParts.height(said, width, GAP) + (under() ? brief.map(this::high).orElse(0.0) : 0);
  }

  private void show(Frame frame, Paper paper, List<Node> parts) {
    double left = room - (under() ? EndingParts.height(parts, look.list(), GAP) : 0);
    // What stands on it is told where there is room for it.
    List<Node> beside = new ArrayList<>();
    Optional<Region> phone =
        phone(paper, true).filter(told -> high(told) - GAP <= left).or(() -> phone(paper, false));
    if (!look.split()) {
      phone.ifPresent(
          told -> parts.set(0, Box.whole(Box.row(BESIDE, Box.grow(parts.getFirst()), told))));
    } else {
      phone.ifPresent(under() ? parts::add : beside::add);
      if (phone.isEmpty() || under()) {
        date().ifPresent(beside::add);
      }
    }
    EndingParts.take(model, type).ifPresent(parts::add);
    if (paper instanceof Paper.Printing) {
      parts.add(StagePane.rank(2, EndingParts.printing(type, voice)));
    }
    frame.stage(parts, beside);
  }

  private double cardWidth() {
    if (look.split()) {
      return look.arrangement().compact() ? look.list() : look.aside();
    }
    return look.list() * (narrow ? NARROW : 0.5);
  }

  private double high(Region card) {
    return Math.ceil(card.prefHeight(cardWidth())) + GAP;
  }

  private Optional<Region> phone(Paper paper, boolean told) {
    return paper instanceof Paper.Choice choice
        ? choice.phone().map(code -> phone(choice, code, told))
        : Optional.empty();
  }

  private List<Node> said(boolean code, Type written) {
    ReceiptViewModel.Ending ending = model.ending.get();
    VBox text =
        Box.column(sizes.linesApart(), written.display(sizes.head(), Ink.TEXT, ending.head()));
    for (int at = 0; at < ending.lines().size(); at++) {
      Box.add(text, EndingParts.line(written, ending, at));
    }
    Optional<StackPane> slip =
        EndingParts.slip(type, ending)
            .filter(_ -> code && look.split() && look.arrangement().spare());
    List<Node> parts = new ArrayList<>(List.of(EndingParts.withSlip(text, slip)));
    parts.addAll(EndingParts.notices(model, written, look.arrangement().keysBelow()));
    return parts;
  }

  private Optional<Node> date() {
    return model
        .ending
        .get()
        .slip()
        .filter(_ -> !look.arrangement().keysBelow())
        .map(
            date ->
                StagePane.rank(
                    3,
                    Box.centred(
                        look.arrangement().tight()
                            ? Pictures.dateStamp(type, EndingParts.stamp(date), 0.8)
                            : Pictures.dateSlip(type, date.head(), EndingParts.stamp(date)))));
  }

  private Region phone(Paper.Choice choice, PhoneReceipt phone, boolean told) {
    String words = voice.say("receipt.phone");
    QrView code = new QrView(phone.code(), sizes.code(), words);
    Writing about = type.caption(choice.about());
    boolean roomy = look.arrangement().spare() && look.step() == 1;
    if (look.arrangement().tight() && look.arrangement().keysBelow() && look.split()) {
      VBox card = Box.column(8, code, type.caption(words));
      card.setFillWidth(false);
      return Box.card(card, 16, 20, 19, 20);
    }
    Region head =
        look.arrangement().spare()
            ? EndingParts.headed(type, Icon.MOBILE, words)
            : head(words, code);
    VBox how =
        roomy
            ? Box.column(
                12,
                type.strong(voice.say("receipt.phone.how")),
                ring,
                type.caption(voice.say("receipt.time")))
            : Box.column(10, head);
    if (told && !look.large() && !look.arrangement().spare()) {
      Box.add(how, about);
    }
    HBox beside = Box.row(IN_CARD, code, Box.grow(how));
    VBox card = roomy ? Box.column(14, head, beside) : Box.column(0, beside);
    if (roomy && told) {
      Box.add(card, about);
    }
    if (look.arrangement().keysBelow() && !look.split()) {
      double least = besideWords(code) + type.atStep(1).head(words).widestPart();
      Box.wide(card, Math.max(cardWidth(), least));
    }
    return Box.card(card, 16, 20, 19, 20);
  }

  /// As large as no word of it is broken beside the code.
  private Writing head(String words, QrView code) {
    double beside = cardWidth() - besideWords(code);
    return type.fitting(
        look.step(), written -> written.head(words), head -> head.widestPart() <= beside);
  }

  private static double besideWords(QrView code) {
    return code.prefWidth(-1) + IN_CARD + 2 * CARD_SIDES;
  }
}
