package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.EndingLayout;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.PatronMetrics;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.picture.QrView;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.receipt.ReceiptViewModel.ReceiptPaperView;

/// The end of a visit on a wide panel. The result is at one side, the receipt for a phone or the
/// date at the other, above the keys.
final class WideEnding {
  private static final double GAP = 16;

  /// Gap between the words and the card beside them, in px.
  private static final double BESIDE = 48;

  /// The card's part of the width if the words need more room.
  private static final double NARROW = 0.42;

  /// The card's largest part of the width.
  private static final double WIDE = 0.55;

  private static final double LEAST_APART = 1;

  private static final double IN_CARD = 24;
  private static final double CARD_SIDES = 20;

  private final Type type;
  private final Look look;
  private final PatronMetrics.EndingMetrics sizes;
  private final EndingLayout.EndingSides layout;
  private final Voice voice;
  private final ReceiptViewModel model;
  private final double room;
  private boolean narrow;

  WideEnding(Type type, ReceiptViewModel model, double room) {
    this.type = type;
    this.look = type.look();
    this.sizes = look.metrics().patrons().ending();
    this.layout = look.layouts().ending().beside();
    this.voice = model.voice();
    this.model = model;
    this.room = room;
  }

  void show(EndingPages pages) {
    ReceiptPaperView paper = model.paper.get();
    List<Node> parts = fitted(paper);
    if (needed(paper, parts) > room) {
      narrow = true;
      parts = fitted(paper);
    }
    show(pages, paper, parts);
  }

  private boolean under() {
    return layout.code() == EndingLayout.CodePlace.UNDER;
  }

  private List<Node> fitted(ReceiptPaperView paper) {
    boolean code = phone(paper).isPresent();
    return new ArrayList<>(
        type.fitting(
            look.step(), written -> said(code, written), all -> needed(paper, all) <= room));
  }

  /// Height of the words, with the code for a phone if that stands below them.
  private double needed(ReceiptPaperView paper, List<Node> said) {
    Optional<Region> brief = phone(paper);
    double taken = look.split() ? 0 : brief.map(card -> card.prefWidth(-1) + BESIDE).orElse(0.0);
    double width = look.list() - taken;
    return EndingParts.height(said, width, GAP) + (under() ? brief.map(this::high).orElse(0.0) : 0);
  }

  private void show(EndingPages pages, ReceiptPaperView paper, List<Node> parts) {
    List<Node> beside = new ArrayList<>();
    Optional<Region> phone = phone(paper);
    if (!look.split()) {
      Optional<Region> card =
          paper instanceof ReceiptPaperView.ReceiptPrinting ? Optional.of(printing()) : phone;
      card.ifPresent(
          told -> parts.set(0, Box.whole(Box.row(BESIDE, Box.grow(parts.getFirst()), told))));
    } else {
      if (paper instanceof ReceiptPaperView.ReceiptOffer choice
          && layout.code() == EndingLayout.CodePlace.COLUMN) {
        beside.add(question(choice));
        // Three keys leave no room for it in the column.
        if (choice.prints()) {
          parts.add(
              StagePane.orElse(
                  StagePane.rank(5, about(choice, type)),
                  StagePane.rank(4, about(choice, type.atStep(1)))));
        }
      }
      phone.ifPresent(under() ? parts::add : beside::add);
      if (phone.isEmpty() || under()) {
        date().ifPresent(beside::add);
      }
    }
    Optional<Node> take = EndingParts.take(model, type);
    if (look.split()
        && paper instanceof ReceiptPaperView.None
        && take.isEmpty()
        && needed(paper, parts) <= room) {
      // In the middle of the free room.
      StagePane.flexible(parts.getFirst());
    }
    take.ifPresent(parts::add);
    pages.show(parts, beside);
  }

  private double cardWidth() {
    if (look.split()) {
      return under() ? look.list() : look.aside();
    }
    return look.list() * (narrow ? NARROW : 0.5);
  }

  private double high(Region card) {
    return Math.ceil(card.prefHeight(cardWidth())) + GAP;
  }

  private Optional<Region> phone(ReceiptPaperView paper) {
    return paper instanceof ReceiptPaperView.ReceiptOffer choice
        ? choice.phone().map(code -> phone(choice, code))
        : Optional.empty();
  }

  /// In half of a small panel the heading gets smaller before a line below it is cut.
  private boolean cramped() {
    return narrow && layout.headYields();
  }

  private List<Node> said(boolean code, Type written) {
    ReceiptViewModel.VisitEnding ending = model.ending.get();
    VBox text =
        Box.column(
            cramped() ? LEAST_APART : sizes.linesApart(),
            written.display(cramped() ? Role.TITLE : sizes.head(), Ink.TEXT, ending.head()));
    for (int at = 0; at < ending.lines().size(); at++) {
      Box.add(text, EndingParts.line(written, ending, at));
    }
    Optional<Node> slip =
        EndingParts.slip(type, ending)
            .filter(_ -> code && layout.date() == EndingLayout.Date.SLIP)
            .or(() -> stampBeside(ending));
    List<Node> parts = new ArrayList<>(List.of(EndingParts.withSlip(type, text, slip)));
    parts.addAll(EndingParts.notices(model, written));
    parts.addAll(EndingParts.next(model, written));
    return parts;
  }

  /// In half a landscape panel the stamp stands beside the words.
  private Optional<Node> stampBeside(ReceiptViewModel.VisitEnding ending) {
    return EndingParts.stamped(type, ending)
        .filter(_ -> !look.split() && layout.date() == EndingLayout.Date.STAMP);
  }

  private Optional<Node> date() {
    Optional<ReceiptViewModel.DateSlip> date = model.ending.get().slip();
    return switch (layout.date()) {
      case SLIP -> date.map(day -> StagePane.orElse(slip(day), stamp(day, 1)));
      // Keys in larger text leave the column a little less room.
      case SMALL_STAMP -> date.map(day -> StagePane.orElse(stamp(day, 0.8), stamp(day, 0.7)));
      case STAMP, IN_WORDS -> Optional.empty();
    };
  }

  private Node slip(ReceiptViewModel.DateSlip date) {
    return StagePane.rank(
        3, Box.centred(Pictures.dateSlip(type, date.head(), EndingParts.stamp(date))));
  }

  private Node stamp(ReceiptViewModel.DateSlip date, double scale) {
    return StagePane.rank(3, Box.centred(Pictures.dateStamp(type, EndingParts.stamp(date), scale)));
  }

  private Region phone(ReceiptPaperView.ReceiptOffer choice, PhoneReceipt phone) {
    String words = voice.say("receipt.phone");
    if (layout.code() != EndingLayout.CodePlace.COLUMN) {
      return asked(choice, words, new QrView(phone.code(), sizes.code(), words));
    }
    Region brief = carded(read(phone, words));
    return choice.prints()
        ? brief
        : StagePane.orElse(
            StagePane.rank(
                1, carded(Box.column(14, read(phone, words), type.caption(choice.about())))),
            brief);
  }

  /// The code, and how to read it.
  private HBox read(PhoneReceipt phone, String words) {
    QrView code = new QrView(phone.code(), sizes.code(), words);
    VBox how =
        EndingParts.asked(
            type,
            words,
            voice.say("receipt.phone.how"),
            List.of(voice.say("receipt.time")),
            cardWidth() - besideWords(code),
            code.prefHeight(-1));
    return Box.row(IN_CARD, code, Box.grow(how));
  }

  private Region printing() {
    return Box.wide(EndingParts.printing(type.atStep(1), voice), look.list() * 0.5);
  }

  /// The question in one line above the code.
  private Writing question(ReceiptPaperView.ReceiptOffer choice) {
    return type.fitting(
        look.step(),
        written -> written.head(choice.question()),
        head -> head.prefWidth(-1) <= look.aside());
  }

  /// What the receipt for a phone contains.
  private static HBox about(ReceiptPaperView.ReceiptOffer choice, Type written) {
    IconView phone = new IconView(Icon.MOBILE, written.look().px(Role.BODY), Ink.TEXT_2);
    return Box.row(16, phone, Box.grow(written.caption(choice.about())));
  }

  /// The question beside the code.
  private Region asked(ReceiptPaperView.ReceiptOffer choice, String phone, QrView code) {
    double width = cardWidth() - besideWords(code);
    double height = code.prefHeight(-1);
    VBox words = EndingParts.asked(type, choice.question(), phone, List.of(), width, height);
    // In half of a small panel the result of the visit gets less width.
    while (words.prefHeight(width) > height && besideWords(code) + width < look.list() * WIDE) {
      width += CARD_SIDES;
      words = EndingParts.asked(type, choice.question(), phone, List.of(), width, height);
    }
    HBox card = Box.row(IN_CARD, code, Box.grow(words));
    if (!look.split()) {
      Box.wide(card, besideWords(code) + width);
    }
    return carded(card);
  }

  private static Region carded(Pane parts) {
    return Box.card(parts, 16, 20, 19, 20);
  }

  private static double besideWords(QrView code) {
    return code.prefWidth(-1) + IN_CARD + 2 * CARD_SIDES;
  }
}
