package org.libstation.screen.outofservice;

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
import org.libstation.flow.state.Language;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.IconView;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.look.Writing;
import org.libstation.screen.picture.Pictures;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Leaves;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;
import org.libstation.screen.words.Voice;

/// A sign board on a nail: no red screen, no machine's words.
public final class OutOfServiceView implements ScreenView {
  private static final double LEAF_GAP = 12;

  private final OutOfServiceViewModel model;
  private final Consumer<Key> pressed;
  private final Voice voice;
  private final Type type;
  private final Frame frame;

  public OutOfServiceView(OutOfServiceViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    this.voice = model.voice();
    this.type = new Type(model.look());
    this.frame = new Frame(type, voice, pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.actions.subscribe(frame::actions);
    model.closed.subscribe(this::stage);
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private void stage(OutOfServiceViewModel.Closed closed) {
    if (model.look().tells()) {
      told(closed);
      return;
    }
    if (model.look().split()) {
      wide(closed);
      return;
    }
    List<Node> parts = new ArrayList<>();
    if (frame.low()) {
      parts.add(type.h1(boardIn(closed, model.look().language())));
    } else {
      parts.add(StagePane.rank(3, Pictures.signBoard(board(closed), 1)));
    }
    parts.add(StagePane.rank(frame.low() ? 2 : 0, facts(closed)));
    // Latin words take more lines: one place that is seen is better than two that are not.
    int most = model.look().chinese() ? 2 : 1;
    List<OutOfServiceViewModel.Other> others =
        closed.others().subList(0, Math.min(most, closed.others().size()));
    if (!others.isEmpty()) {
      parts.add(StagePane.rank(4, others(others)));
    }
    if (closed.rest().isEmpty()) {
      parts.add(code(closed));
    }
    frame.stage(parts);
  }

  /// The board and what holds at one side, the code and another place at the other.
  private void wide(OutOfServiceViewModel.Closed closed) {
    Look look = model.look();
    boolean small = look.panel().small();
    List<Node> parts = new ArrayList<>();
    if (frame.low()) {
      parts.add(type.h1(boardIn(closed, look.language())));
    } else {
      parts.add(
          StagePane.orElse(
              StagePane.rank(3, Pictures.signBoard(board(closed), small ? 0.6 : 0.85)),
              type.h1(boardIn(closed, look.language()))));
    }
    parts.add(StagePane.rank(frame.low() ? 2 : 0, facts(closed)));
    List<Node> beside = new ArrayList<>();
    beside.add(code(closed));
    Type written = small ? new Type(look.atStep(1)) : type;
    beside.add(written.strong(closed.what()));
    beside.add(StagePane.rank(2, written.body(closed.wayOut())));
    if (!closed.others().isEmpty()) {
      beside.add(StagePane.rank(4, others(closed.others().subList(0, 1))));
    }
    frame.stage(parts, beside);
  }

  /// What happened, what holds for the books, what to do and where else, the code: in their size
  /// over as many pages as they need.
  private void told(OutOfServiceViewModel.Closed closed) {
    Leaves leaves = new Leaves(type, model.look().list(), frame.room(), LEAF_GAP);
    List<Leaves.Piece> all = new ArrayList<>();
    all.add(said(Role.H1, true, boardIn(closed, model.look().language())));
    all.add(said(Role.TITLE, true, closed.what()));
    closed
        .rest()
        .ifPresentOrElse(
            lines -> lines.forEach(line -> all.addAll(leaves.begin(Icon.CLOCK, Ink.ACTION, line))),
            () -> all.addAll(facts(leaves, closed)));
    all.add(said(Role.BODY, false, closed.wayOut()));
    for (OutOfServiceViewModel.Other other : closed.others()) {
      all.addAll(leaves.begin(other.icon(), Ink.ACTION, "**" + other.name() + "**"));
      all.add(said(Role.BODY, false, other.where()));
    }
    if (closed.rest().isEmpty()) {
      all.addAll(leaves.begin(Icon.HELP, Ink.ACTION, voice.say("code.tell")));
      all.add(new Leaves.Piece.Whole(type.figure(Role.CODE, Ink.TEXT, closed.code()).oneLine()));
    }
    Pages pages = leaves.pages(voice, all, _ -> pressed.accept(new Key.Leaf(Key.Leaf.Of.PAGES)));
    frame.controls(Optional.of(pages.turnerApart()));
    frame.stage(List.of(StagePane.flexible(pages)));
  }

  private static Leaves.Piece said(Role role, boolean bold, String words) {
    return new Leaves.Piece.Said(role, bold, Ink.TEXT, words, false);
  }

  private List<Leaves.Piece> facts(Leaves leaves, OutOfServiceViewModel.Closed closed) {
    List<Leaves.Piece> all = new ArrayList<>();
    all.addAll(leaves.begin(Icon.CHECK, Ink.DONE, voice.say("closed.kept")));
    all.addAll(leaves.begin(Icon.CHECK, Ink.DONE, voice.say("closed.money")));
    all.addAll(leaves.begin(Icon.HAND, Ink.ASK, voice.say(hand(closed))));
    return all;
  }

  private static String hand(OutOfServiceViewModel.Closed closed) {
    return closed.returnsPossible() ? "closed.canreturn" : "closed.hand";
  }

  private static String boardIn(OutOfServiceViewModel.Closed closed, Language language) {
    return closed.rest().isPresent()
        ? OutOfServiceViewModel.restIn(language)
        : OutOfServiceViewModel.closedIn(language);
  }

  private static Role boardRole(Look look) {
    if (look.panel().small()) {
      return Role.H1;
    }
    if (look.panel().wide()) {
      return look.chinese() ? Role.CODE : Role.H1;
    }
    return look.chinese() ? Role.GREAT : Role.CODE;
  }

  private VBox board(OutOfServiceViewModel.Closed closed) {
    Look look = model.look();
    Type type = new Type(look.beside());
    Role head = boardRole(look);
    HBox others = Box.row(18);
    for (Language language : model.otherLanguages()) {
      if (!others.getChildren().isEmpty()) {
        others
            .getChildren()
            .add(type.in("Noto Sans", Role.STAMP, false, Ink.ON_ACTION, "·").oneLine());
      }
      others
          .getChildren()
          .add(
              type.in(
                      Look.family(language),
                      Role.CAPTION,
                      false,
                      Ink.ON_ACTION,
                      boardIn(closed, language))
                  .oneLine());
    }
    others.setAlignment(Pos.CENTER);
    VBox words =
        Box.column(
            6,
            type.display(head, Ink.ON_ACTION, boardIn(closed, look.language())).oneLine(),
            others);
    words.setAlignment(Pos.CENTER);
    words.setFillWidth(false);
    words.setMaxSize(720, 264);
    return words;
  }

  private Node facts(OutOfServiceViewModel.Closed closed) {
    if (closed.rest().isPresent()) {
      return hours(closed.rest().get());
    }
    boolean small = model.look().panel().small();
    VBox card = Box.column(small ? 6 : 12);
    if (!small) {
      card.getChildren().add(type.h2(voice.say("closed.books")));
    }
    card.getChildren().add(fact(Icon.CHECK, Ink.DONE, "closed.kept"));
    card.getChildren().add(fact(Icon.CHECK, Ink.DONE, "closed.money"));
    card.getChildren().add(fact(Icon.HAND, Ink.ASK, hand(closed)));
    card.getStyleClass().add("card");
    return Box.padded(card, small ? 10 : 18, small ? 16 : 28, small ? 13 : 22, small ? 16 : 28);
  }

  private Node hours(List<String> lines) {
    VBox card = Box.column(12, type.h2(voice.say("hours.head")));
    lines.forEach(line -> card.getChildren().add(said(Icon.CLOCK, Ink.ACTION, line)));
    card.getStyleClass().add("card");
    return Box.padded(card, 18, 28, 22, 28);
  }

  private HBox fact(Icon icon, Ink ink, String key) {
    return said(icon, ink, voice.say(key));
  }

  private HBox said(Icon icon, Ink ink, String words) {
    Look look = model.look();
    // On a small panel the least text; the code beside it is what grows.
    Writing said =
        look.panel().small()
            ? new Type(look.atStep(1)).write(Role.CAPTION, false, Ink.TEXT, words)
            : type.body(words);
    HBox row =
        Box.row(
            look.panel().small() ? 12 : 18,
            new IconView(icon, look.panel().small() ? 34 : 42, ink, 5),
            Box.grow(said));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node others(List<OutOfServiceViewModel.Other> others) {
    VBox card = Box.column(8, type.h2(voice.say("closed.instead")));
    for (OutOfServiceViewModel.Other other : others) {
      if (card.getChildren().size() > 1) {
        card.getChildren().add(Box.rule());
      }
      card.getChildren()
          .add(
              Box.row(
                  24,
                  new IconView(other.icon(), 56, Ink.ACTION),
                  Box.grow(Box.column(0, type.head(other.name()), type.body(other.where())))));
    }
    card.getStyleClass().add("card");
    return Box.padded(card, 12, 28, 14, 28);
  }

  private Node code(OutOfServiceViewModel.Closed closed) {
    boolean low = frame.low();
    boolean split = model.look().split();
    Type type = model.look().panel().small() ? new Type(model.look().atStep(1)) : this.type;
    Writing tell = type.caption(voice.say("code.tell"));
    VBox label =
        Box.column(
            4,
            split ? tell : tell.oneLine(),
            type.figure(low ? Role.H1 : Role.CODE, Ink.TEXT, closed.code()).oneLine());
    label.setMinWidth(split ? 0 : Region.USE_PREF_SIZE);
    if (low) {
      label.getStyleClass().add("card");
      return Box.padded(label, 14, 24, 16, 24);
    }
    if (model.look().split()) {
      label.getStyleClass().add("card");
      return Box.padded(label, 14, 24, 17, 24);
    }
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    rule.setMinWidth(2);
    rule.setMaxWidth(2);
    HBox card =
        Box.row(
            28,
            label,
            rule,
            Box.grow(Box.column(4, type.strong(closed.what()), type.body(closed.wayOut()))));
    card.setFillHeight(true);
    card.getStyleClass().add("card");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return Box.padded(card, 22, 28, 25, 28);
  }
}
