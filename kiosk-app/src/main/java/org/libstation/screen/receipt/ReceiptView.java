package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.EndingLayout;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.picture.QrView;
import org.libstation.screen.kit.widget.PaperSheet;
import org.libstation.screen.kit.widget.Ring;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;
import org.libstation.screen.receipt.ReceiptViewModel.ReceiptPaperView;

/// Draws the end of a visit: date stamp, result, choice of a receipt, printing, good-bye.
public final class ReceiptView extends StageView<ReceiptViewModel> {
  private static final double LOW_CODE = 300;
  private static final double PAPER = 372;
  private static final double GAP = 20;

  /// Gap between words and slip, in px.
  private static final double BESIDE = 24;

  /// Heights that the picture below the words may have, in px.
  private static final List<Double> HEROES = List.of(600.0, 500.0, 420.0);

  /// Forms of the date beside the words.
  private enum DateSize {
    SLIP,
    STAMP,
    IN_WORDS
  }

  private final EndingLayout layout = layouts.ending();
  private Optional<FlowState> shown = Optional.empty();
  private final Ring ring = new Ring(88, 6.0 / 48);

  public ReceiptView(ReceiptViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    model.left.subscribe(ring::left);
    model.ending.subscribe(_ -> stage());
    model.notices.subscribe(_ -> stage());
    model.problems.subscribe(_ -> stage());
    model.paper.subscribe(_ -> stage());
    model.take.subscribe(_ -> stage());
    model.actions.subscribe(_ -> stage());
  }

  @Override
  public void show(FlowState state) {
    shown = Optional.of(state);
    super.show(state);
  }

  /// Height of the edges above and below the words beside the code, in px.
  private static final double EDGES = 16;

  @Override
  public List<String> aloud() {
    return shown.map(model::aloud).orElse(List.of());
  }

  private void stage() {
    EndingPages pages = new EndingPages(type, model, frame, pressed);
    if (layout.aside()) {
      new WideEnding(type, model, frame.room() - EDGES).show(pages);
      return;
    }
    List<Node> parts = said();
    switch (model.paper.get()) {
      case ReceiptPaperView.ReceiptOffer choice ->
          // The layout of the receipt gives way before the words about problems.
          parts.add(
              switch (layout.receipt().form()) {
                case QUESTION -> choice(choice);
                case WHOLE -> StagePane.orElse(StagePane.rank(4, whole(choice)), brief(choice));
              });
      case ReceiptPaperView.ReceiptPrinting _ -> {}
      case ReceiptPaperView.None _ -> EndingParts.take(model, type).ifPresent(parts::add);
    }
    pages.show(parts, List.of());
  }

  /// Returns the result in the form that fits. Due dates and refused items matter more than the
  /// picture of the date and than larger text.
  private List<Node> said() {
    // In half a panel the date becomes a stamp before the words get their largest size.
    if (asksAlone()) {
      List<Node> stamped =
          type.fitting(look.step(), written -> said(written, DateSize.STAMP), this::fits);
      return fits(stamped) ? stamped : bare();
    }
    List<Node> pictured = said(type, DateSize.SLIP);
    if (fitsWhole(pictured)) {
      return goodbye(pictured);
    }
    // The sample of paper, which the titles change, gives way after the slip around the stamp.
    List<Node> stamped = said(type, DateSize.STAMP);
    return fitsWhole(stamped)
        ? stamped
        : Stream.of(pictured, stamped).filter(this::fits).findFirst().orElseGet(this::bare);
  }

  /// If nothing is asked and nothing is to be taken away, the start picture fills the lower part,
  /// as high as it fits. The words stand in the middle of the rest.
  private List<Node> goodbye(List<Node> said) {
    if (!(model.paper.get() instanceof ReceiptPaperView.None) || model.take.get().isPresent()) {
      return said;
    }
    StagePane.flexible(said.getFirst());
    return HEROES.stream()
        .filter(_ -> !look.contrast())
        .map(high -> hero(look.list(), high))
        .map(hero -> Stream.concat(said.stream(), Stream.of(hero)).toList())
        .filter(this::fits)
        .findFirst()
        .orElse(said);
  }

  private Node hero(double width, double height) {
    return Box.high(
        new StackPane(
            model
                .voice()
                .brand()
                .hero(width, height)
                .orElseGet(() -> Pictures.hero(width, height))),
        height);
  }

  private List<Node> bare() {
    return type.fitting(look.step(), written -> said(written, DateSize.IN_WORDS), this::fits);
  }

  /// Whether the parts fit with the card for the phone and the sample of paper.
  private boolean fitsWhole(List<Node> parts) {
    return switch (model.paper.get()) {
      case ReceiptPaperView.ReceiptOffer choice ->
          EndingParts.height(parts, look.list(), GAP)
                  + EndingParts.height(List.of(whole(choice)), look.list(), GAP)
              <= frame.roomAboveKeys();
      case ReceiptPaperView.ReceiptPrinting _, ReceiptPaperView.None _ -> fits(parts);
    };
  }

  private List<Node> said(Type written, DateSize dated) {
    List<Node> parts = new ArrayList<>(ending(model.ending.get(), written, dated));
    parts.addAll(EndingParts.notices(model, written));
    parts.addAll(EndingParts.next(model, written));
    return parts;
  }

  /// Whether the parts fit with what follows them in its short form.
  private boolean fits(List<Node> parts) {
    double height = EndingParts.height(parts, look.list(), GAP);
    if (asksAlone()) {
      double choice =
          model.paper.get() instanceof ReceiptPaperView.ReceiptOffer ? LOW_CODE + 2 * GAP : 0;
      return height + choice <= frame.room();
    }
    List<Node> after =
        switch (model.paper.get()) {
          case ReceiptPaperView.ReceiptOffer choice -> List.of(brief(choice));
          case ReceiptPaperView.ReceiptPrinting _ -> List.of();
          case ReceiptPaperView.None _ -> EndingParts.takeInShort(model, type).stream().toList();
        };
    return height + EndingParts.height(after, look.list(), GAP) <= frame.roomAboveKeys();
  }

  /// Returns the result of the visit. In the low layout the lines after the count give way, the
  /// date last.
  private List<Node> ending(ReceiptViewModel.VisitEnding ending, Type type, DateSize dated) {
    boolean alone = asksAlone();
    // Three characters fit beside the slip in the largest size.
    boolean great = look.chinese() && ending.head().length() <= 3;
    Optional<Node> slip =
        switch (saysAll() ? dated : DateSize.IN_WORDS) {
          case SLIP -> EndingParts.slip(type, ending);
          case STAMP -> EndingParts.stamped(type, ending);
          case IN_WORDS -> Optional.empty();
        };
    double room = look.list() - slip.map(date -> date.prefWidth(-1) + BESIDE).orElse(0.0);
    Role head = alone ? Role.H1 : great ? Role.GREAT : Role.DISPLAY;
    Writing written = type.display(head, Ink.TEXT, ending.head());
    // A longer word gets a smaller size rather than being broken.
    for (Role smaller : List.of(Role.DISPLAY, Role.H1)) {
      if ((great ? written.prefWidth(-1) : written.widestPart()) > room) {
        written = type.display(smaller, Ink.TEXT, ending.head());
      }
    }
    VBox text = Box.column(14, written);
    VBox rest = Box.column(14);
    for (int at = 0; at < ending.lines().size(); at++) {
      Box.add(alone && at > 0 ? rest : text, EndingParts.line(type, ending, at));
    }
    HBox row = EndingParts.withSlip(type, text, slip);
    return rest.getChildren().isEmpty() ? List.of(row) : List.of(row, StagePane.rank(1, rest));
  }

  private Node whole(ReceiptPaperView.ReceiptOffer choice) {
    return Box.column(GAP, Box.padded(type.h2(choice.question()), 8, 0, 0, 0), choice(choice));
  }

  /// The code for a phone, and the paper beside it if there is room for both.
  private Node choice(ReceiptPaperView.ReceiptOffer choice) {
    boolean both = choice.prints() && look.step() == 1 && layout.receipt().paperBeside();
    HBox cards = Box.row(Tokens.GUTTER);
    cards.setFillHeight(true);
    Box.add(cards, choice.phone().map(phone -> Box.grow(phone(choice, phone))));
    if (both) {
      Box.add(cards, paper(choice));
    }
    return Box.whole(cards);
  }

  /// Whether the page says everything about the receipt, with the date as a picture.
  private boolean saysAll() {
    return look.step() <= layout.receipt().wholeUpTo();
  }

  /// Whether there is room only for the question and the code.
  private boolean asksAlone() {
    return layout.receipt().form() == EndingLayout.EndingCard.QUESTION;
  }

  private Region phone(ReceiptPaperView.ReceiptOffer choice, PhoneReceipt phone) {
    String words = say("receipt.phone");
    QrView code = new QrView(phone.code(), layout.receipt().code(look.step()), words);
    if (asksAlone()) {
      return Box.card(asked(choice, code, List.of()), 14, 24, 16, 14);
    }
    VBox how =
        Box.column(
            14, type.strong(say("receipt.phone.how")), ring, type.caption(say("receipt.time")));
    VBox card =
        Box.column(
            16,
            EndingParts.headed(type, Icon.MOBILE, words),
            Box.row(28, code, Box.grow(Box.padded(how, 6, 0))));
    if (saysAll()) {
      Box.add(card, type.caption(choice.about()));
    }
    card.setMaxHeight(Double.MAX_VALUE);
    return Box.card(card, 24, 24, 28, 28);
  }

  /// All words about the receipt in one card.
  private Node brief(ReceiptPaperView.ReceiptOffer choice) {
    VBox card = Box.column(12);
    choice
        .phone()
        .map(phone -> new QrView(phone.code(), LOW_CODE, say("receipt.phone")))
        .ifPresent(
            code ->
                Box.add(
                    card,
                    asked(choice, code, List.of(say("receipt.phone.how"), say("receipt.time")))));
    Box.add(card, type.caption(choice.about()));
    return Box.card(card, 14, 24, 16, 14);
  }

  private HBox asked(ReceiptPaperView.ReceiptOffer choice, QrView code, List<String> more) {
    double beside = look.list() - LOW_CODE - 28 - 2 * 24;
    VBox words =
        EndingParts.asked(type, choice.question(), say("receipt.phone"), more, beside, LOW_CODE);
    return Box.row(28, code, Box.grow(words));
  }

  private Region paper(ReceiptPaperView.ReceiptOffer choice) {
    String library = model.voice().library();
    PaperSheet sheet =
        new PaperSheet(
            type, library, choice.date(), choice.lines(), choice.titles(), choice.foot());
    VBox card = Box.column(16, EndingParts.headed(type, Icon.PRINT, say("receipt.paper")), sheet);
    card.setMaxHeight(Double.MAX_VALUE);
    Box.card(card, 24, 24, 28, 24);
    return Box.wide(Box.styled(card, "sunk"), PAPER);
  }
}
