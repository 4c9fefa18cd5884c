package org.libstation.screen.outofservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.ClosedLayout;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.ListMetrics;
import org.libstation.screen.kit.look.PatronMetrics;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.widget.Leaves;
import org.libstation.screen.kit.widget.Pages;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;
import org.libstation.screen.outofservice.OutOfServiceViewModel.AlternativePlace;
import org.libstation.screen.outofservice.OutOfServiceViewModel.ClosedNotice;

/// Draws *out of service* as a sign board on a nail, without alarm colours and without technical
/// words.
public final class OutOfServiceView extends StageView<OutOfServiceViewModel> {
  private static final double LEAF_GAP = 12;

  /// Width that words beside the code need, in letters, with gaps and edges; otherwise they stand
  /// below it.
  private static final double CODE_EMS = 12;

  private final PatronMetrics.ClosedMetrics sizes = metrics.patrons().closed();
  private final ClosedLayout layout = layouts.closed();

  public OutOfServiceView(OutOfServiceViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    model.closed.subscribe(this::stage);
  }

  private void stage(ClosedNotice closed) {
    if (look.large() && layout.largeOnPages()) {
      told(closed);
    } else if (look.split()) {
      beside(closed);
    } else {
      below(closed);
    }
  }

  private void below(ClosedNotice closed) {
    List<Node> parts = new ArrayList<>();
    Writing named = type.h1(model.board(look.language()));
    parts.add(layout.board() ? boardOr(StagePane.rank(1, named)) : named);
    parts.add(StagePane.rank(layout.facts().rank(), facts(closed)));
    // Latin text takes more lines: one visible place is better than two hidden ones.
    int most = look.chinese() ? 2 : 1;
    List<AlternativePlace> others =
        closed.others().subList(0, Math.min(most, closed.others().size()));
    if (!others.isEmpty()) {
      parts.add(
          StagePane.orElse(
              StagePane.rank(3, others(type, others)),
              StagePane.rank(3, others(type.atStep(1), others))));
    }
    if (closed.rest().isEmpty()) {
      parts.add(code(closed));
    }
    frame.stage(parts);
  }

  /// Puts board and facts at one side, code and another place at the other. Without room, the place
  /// moves below the facts, and the board gives way to it. If that fails too, everything goes on
  /// pages.
  private void beside(ClosedNotice closed) {
    Writing named = type.h1(model.board(look.language()));
    List<Node> parts = new ArrayList<>();
    parts.add(layout.board() ? boardOr(named) : named);
    parts.add(StagePane.rank(layout.facts().rank(), facts(closed)));
    List<AlternativePlace> one = closed.others().subList(0, Math.min(1, closed.others().size()));
    double keys = model.actions.get().size() * (look.panel().key() + Tokens.TARGET_GAP);
    Predicate<List<Node>> fits = aside -> height(aside, look.aside()) <= frame.room() - keys;
    int most = Math.min(layout.asideStep(), look.step());
    List<Node> all = type.fitting(most, written -> aside(closed, written, one), fits);
    if (fits.test(all) || layout.placeStaysAside()) {
      frame.stage(parts, all);
      return;
    }
    VBox place =
        type.fitting(
            most,
            written -> others(written, one),
            card -> height(List.of(named, parts.getLast(), card), look.list()) <= frame.room());
    if (height(List.of(named, parts.getLast(), place), look.list()) > frame.room()) {
      told(closed);
      return;
    }
    parts.add(StagePane.rank(3, place));
    frame.stage(parts, type.fitting(most, each -> aside(closed, each, List.of()), fits));
  }

  /// Returns the code, what to do, and another place.
  private List<Node> aside(ClosedNotice closed, Type written, List<AlternativePlace> one) {
    List<Node> beside = new ArrayList<>(List.of(code(closed), written.strong(closed.what())));
    beside.add(StagePane.rank(2, written.body(closed.wayOut())));
    if (!one.isEmpty()) {
      beside.add(StagePane.rank(4, others(written, one)));
    }
    return beside;
  }

  private double height(List<Node> parts, double width) {
    double gap = look.metrics().around().stage().partsApart();
    return parts.stream().mapToDouble(part -> Math.ceil(part.prefHeight(width)) + gap).sum();
  }

  /// Shows everything in the chosen text size on as many pages as needed: what happened, what holds
  /// for the books, what to do, where else to go, and the code. On a small panel the code stays
  /// beside the pages.
  private void told(ClosedNotice closed) {
    Leaves leaves = new Leaves(type, look.list(), frame.room(), LEAF_GAP);
    List<Leaves.Piece> all = new ArrayList<>();
    all.add(new Leaves.Piece.Whole(opening(closed)));
    Leaves.Piece wayOut = Leaves.Piece.said(Role.BODY, false, closed.wayOut());
    if (!look.large()) {
      all.add(wayOut);
    }
    headed(all, say(closed.rest().isPresent() ? "hours.head" : "closed.books"));
    holds(closed).forEach(fact -> all.addAll(under(leaves, fact.icon(), fact.ink(), fact.words())));
    if (look.large()) {
      all.add(wayOut);
    }
    if (!closed.others().isEmpty()) {
      headed(all, say("closed.instead"));
    }
    for (AlternativePlace other : closed.others()) {
      all.addAll(under(leaves, other.icon(), Ink.ACTION, "**" + other.name() + "**"));
      all.add(Leaves.Piece.said(Role.BODY, false, other.where()));
    }
    boolean coded = closed.rest().isEmpty();
    boolean aside = coded && (look.large() ? layout.code().staysInLarge() : look.split());
    // In large text the code is repeated as large as the rest.
    if (coded && (look.large() || !aside)) {
      all.addAll(leaves.begin(Icon.HELP, Ink.ACTION, say("code.tell")));
      all.add(Leaves.Piece.code(type, closed.code()));
    }
    Pages pages =
        leaves.pages(
            model.voice(), all, _ -> pressed.accept(new Key.Leaf(Key.Leaf.LeafKind.PAGES)));
    frame.controls(Optional.of(pages.turnerApart()));
    frame.stage(List.of(StagePane.flexible(pages)), aside ? List.of(code(closed)) : List.of());
  }

  /// What happened, complete on the first page, in smaller text if needed.
  private VBox opening(ClosedNotice closed) {
    return type.fitting(
        look.step(),
        written ->
            Box.column(
                LEAF_GAP,
                written.h1(model.board(look.language())),
                written.write(Role.TITLE, true, Ink.TEXT, closed.what())),
        said -> said.prefHeight(look.list()) <= frame.room());
  }

  /// Adds a heading that stays with the text below it if a page holds both.
  private void headed(List<Leaves.Piece> all, String words) {
    all.add(new Leaves.Piece.Begin(type.write(Role.TITLE, true, Ink.TEXT, words)));
  }

  private static List<Leaves.Piece> under(Leaves leaves, Icon icon, Ink ink, String words) {
    return leaves.begin(icon, ink, words).stream()
        .map(
            piece ->
                piece instanceof Leaves.Piece.Begin begin
                    ? new Leaves.Piece.Whole(begin.node())
                    : piece)
        .toList();
  }

  /// A fact with its icon.
  private record OutOfServiceFact(Icon icon, Ink ink, String words) {}

  /// Returns what holds meanwhile: facts about the books, or when the library opens again.
  private List<OutOfServiceFact> holds(ClosedNotice closed) {
    return closed
        .rest()
        .map(
            lines ->
                lines.stream()
                    .map(line -> new OutOfServiceFact(Icon.CLOCK, Ink.ACTION, line))
                    .toList())
        .orElseGet(
            () ->
                List.of(
                    new OutOfServiceFact(Icon.CHECK, Ink.DONE, say("closed.kept")),
                    new OutOfServiceFact(Icon.CHECK, Ink.DONE, say("closed.money")),
                    new OutOfServiceFact(
                        Icon.HAND,
                        Ink.ASK,
                        say(closed.returnsPossible() ? "closed.canreturn" : "closed.hand"))));
  }

  private Node boardOr(Writing named) {
    return StagePane.orElse(StagePane.rank(4, Pictures.signBoard(board(), sizes.board())), named);
  }

  private VBox board() {
    Type type = new Type(look.beside());
    HBox others = Box.row(18);
    for (Language language : model.otherLanguages()) {
      if (!others.getChildren().isEmpty()) {
        Box.add(others, type.in("Noto Sans", Role.STAMP, false, Ink.ON_ACTION, "·").oneLine());
      }
      String words = model.board(language);
      Box.add(
          others, type.in(language.sans(), Role.CAPTION, false, Ink.ON_ACTION, words).oneLine());
    }
    others.setAlignment(javafx.geometry.Pos.CENTER);
    Role head = look.chinese() ? sizes.chinese() : sizes.latin();
    Writing named = type.display(head, Ink.ON_ACTION, model.board(look.language()));
    VBox words = Box.centred(Box.column(6, named.oneLine(), others));
    words.setMaxSize(720, 264);
    return words;
  }

  private Node facts(ClosedNotice closed) {
    boolean rests = closed.rest().isPresent();
    boolean headed = rests || layout.facts().headed();
    VBox card = Box.column(rests ? 12 : sizes.factsApart());
    if (headed) {
      Box.add(card, type.h2(say(rests ? "hours.head" : "closed.books")));
    }
    holds(closed).forEach(fact -> Box.add(card, fact(fact)));
    return headed ? Box.card(card, 18, 28, 22, 28) : Box.card(card, 10, 16, 13, 16);
  }

  private HBox fact(OutOfServiceFact fact) {
    Writing said =
        layout.facts().headed()
            ? type.body(fact.words())
            : type.atStep(1).note(false, fact.words());
    IconView icon = new IconView(fact.icon(), sizes.icon(), fact.ink()).stroked(5);
    return Box.top(Box.row(sizes.fact(), icon, Box.grow(said)));
  }

  private VBox others(Type type, List<AlternativePlace> others) {
    VBox card = Box.column(8, type.h2(say("closed.instead")));
    for (AlternativePlace other : others) {
      if (card.getChildren().size() > 1) {
        Box.add(card, Box.rule());
      }
      VBox words = Box.column(0, type.head(other.name()), type.body(other.where()));
      Box.add(card, Box.row(24, new IconView(other.icon(), 56, Ink.ACTION), Box.grow(words)));
    }
    return Box.card(card, 12, 28, 14, 28);
  }

  private Node code(ClosedNotice closed) {
    ListMetrics.ProblemCardMetrics problem = metrics.lists().problem();
    Type type = this.type.atMost(layout.code().step());
    Writing tell = type.caption(say("code.tell"));
    VBox label =
        Box.column(
            4,
            look.split() ? tell : tell.oneLine(),
            this.type
                .atMost(layout.code().figureStep())
                .figure(problem.code(), Ink.TEXT, closed.code())
                .oneLine());
    label.setMinWidth(look.split() ? 0 : Region.USE_PREF_SIZE);
    if (!layout.code().toldBeside()) {
      return Box.card(label, 14, 24, problem.underCode(), 24);
    }
    VBox told = Box.column(4, type.strong(closed.what()), type.body(closed.wayOut()));
    if (look.list() - label.prefWidth(-1) < look.px(Role.BODY) * CODE_EMS) {
      return Box.card(Box.column(16, label, told), 22, 28, 25, 28);
    }
    Region rule = Box.styled(new Region(), "rule");
    Box.wide(rule, 2);
    HBox card = Box.whole(Box.row(28, label, rule, Box.grow(told)));
    card.setFillHeight(true);
    return Box.card(card, 22, 28, 25, 28);
  }
}
