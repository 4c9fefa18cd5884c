package org.libstation.screen.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.look.Box;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Role;
import org.libstation.screen.look.Type;
import org.libstation.screen.picture.HandPicture;
import org.libstation.screen.picture.Stills;
import org.libstation.screen.widget.Frame;
import org.libstation.screen.widget.Head;
import org.libstation.screen.widget.Keypad;
import org.libstation.screen.widget.Leaves;
import org.libstation.screen.widget.Notice;
import org.libstation.screen.widget.Pages;
import org.libstation.screen.widget.ProblemCard;
import org.libstation.screen.widget.ScreenView;
import org.libstation.screen.widget.StagePane;
import org.libstation.screen.words.SiteWords.CardPlace;

/// Card, PIN, waiting, or why not.
public final class IdentifyView implements ScreenView {
  /// What the style sheet and wrapped words may add.
  private static final double PROBLEM_AIR = 40;

  private static final double PROBLEM_GAP = 12;

  /// Height of the desk at its largest.
  private static final double MOST_DESK = 900;

  private static final double LOW_DESK = 0.45;
  private static final double BELOW_WAY = 0.56;
  private static final double LEAST_DESK = 0.38;

  private final IdentifyViewModel model;
  private final Consumer<Key> pressed;
  private final Type type;
  private final Frame frame;
  private final Keypad keypad;
  private Optional<String> code = Optional.empty();

  public IdentifyView(IdentifyViewModel model, Consumer<Key> pressed) {
    this.model = model;
    this.pressed = pressed;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    this.keypad = new Keypad(type, model.voice(), pressed);
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.idleLeft.subscribe(frame::ring);
    model.actions.subscribe(frame::actions);
    model.head.subscribe(_ -> stage());
    model.notices.subscribe(_ -> stage());
    model.asked.subscribe(_ -> stage());
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    code = model.code(state);
    model.show(state);
  }

  private void stage() {
    Head head = model.head.get();
    List<Node> parts = new ArrayList<>();
    boolean low = frame.low();
    if (model.asked.get() instanceof IdentifyViewModel.Asked.Nothing && code.isPresent()) {
      Region problem = model.look().tells() ? told(head, code.get()) : problem(head, code.get());
      frame.controls(
          problem instanceof Pages pages ? Optional.of(pages.turnerApart()) : Optional.empty());
      parts.add(problem);
      frame.stage(parts);
      return;
    }
    if (model.look().split()) {
      wide(head);
      return;
    }
    for (Notice.Words notice : model.notices.get()) {
      parts.add(StagePane.rank(1, new Notice(type, notice)));
    }
    if (low) {
      parts.add(type.h1(head.head()));
      head.line().ifPresent(line -> parts.add(StagePane.rank(3, type.body(line))));
    } else {
      VBox text = Box.column(8, type.h1(head.head()));
      head.line().ifPresent(line -> text.getChildren().add(type.body(line)));
      parts.add(text);
    }
    boolean pin = false;
    switch (model.asked.get()) {
      case IdentifyViewModel.Asked.Card card -> parts.addAll(pictures(card.place(), low));
      case IdentifyViewModel.Asked.Pin entry -> {
        pin = true;
        parts.add(centred(Keypad.field(type, entry.digits())));
        if (!low) {
          parts.add(Box.padded(centred(keypad), 20, 0, 0, 0));
        }
      }
      case IdentifyViewModel.Asked.Waiting card ->
          parts.add(StagePane.rank(2, desk(card.place(), low ? LOW_DESK : 0.8)));
      case IdentifyViewModel.Asked.Nothing _ -> {}
    }
    frame.controls(pin && low ? Optional.of(keypad) : Optional.empty());
    frame.stage(parts);
  }

  /// How the card comes, and below where on the desk; one picture of both where it moves.
  private List<Node> pictures(CardPlace place, boolean low) {
    Optional<Region> way =
        low ? Optional.empty() : way(place, model.look().list(), MOST_DESK * scale());
    if (way.isEmpty()) {
      return List.of(StagePane.rank(2, desk(place, low ? LOW_DESK : scale())));
    }
    Node whole =
        StagePane.orElse(desk(place, BELOW_WAY), StagePane.rank(4, desk(place, LEAST_DESK)));
    return List.of(StagePane.rank(2, way.get()), StagePane.rank(3, whole));
  }

  /// The desk takes the whole stage, what is said stands above the keys; for a PIN the other way
  /// round, with the digits where the keys are.
  private void wide(Head head) {
    List<Node> said = new ArrayList<>();
    said.add(type.h1(head.head()));
    head.line().ifPresent(line -> said.add(StagePane.rank(3, type.body(line))));
    for (Notice.Words notice : model.notices.get()) {
      said.add(StagePane.rank(1, new Notice(type, notice, width())));
    }
    switch (model.asked.get()) {
      case IdentifyViewModel.Asked.Card card ->
          beside(
              way(card.place(), model.look().list(), frame.room())
                  .orElseGet(() -> whole(card.place())),
              said);
      case IdentifyViewModel.Asked.Waiting card -> beside(whole(card.place()), said);
      case IdentifyViewModel.Asked.Pin entry -> {
        said.add(Math.min(2, said.size()), Keypad.field(type, entry.digits()));
        frame.controls(Optional.of(keypad));
        frame.stage(said);
      }
      case IdentifyViewModel.Asked.Nothing _ -> {
        frame.controls(Optional.empty());
        frame.stage(said);
      }
    }
  }

  private double width() {
    return model.asked.get() instanceof IdentifyViewModel.Asked.Pin
        ? model.look().list()
        : model.look().aside();
  }

  private void beside(Region picture, List<Node> said) {
    frame.controls(Optional.empty());
    frame.stage(List.of(picture), said);
  }

  /// As large as it fits beside.
  private Region whole(CardPlace place) {
    return desk(place, Math.min(model.look().list() / 984, frame.room() / MOST_DESK));
  }

  /// Where nothing moves: the card's way in three pictures.
  private Optional<Region> way(CardPlace place, double width, double height) {
    return model.look().stills()
        ? Stills.card(type, place, model.voice().site().desk(), width, height)
        : Optional.empty();
  }

  /// At the largest steps it is written as large as fits.
  private ProblemCard problem(Head head, String number) {
    int step = model.look().step();
    ProblemCard card;
    do {
      card =
          new ProblemCard(
              new Type(model.look().atStep(step)),
              model.voice(),
              head.head(),
              head.line().orElse(""),
              number);
      step--;
    } while (step >= 1 && card.prefHeight(model.look().list()) > frame.room() - PROBLEM_AIR);
    return card;
  }

  /// What happened, what to do, the code, in their size over as many pages as they need.
  private Pages told(Head head, String number) {
    List<Leaves.Piece> all = new ArrayList<>();
    all.add(new Leaves.Piece.Said(Role.H1, true, Ink.TEXT, head.head(), false));
    head.line()
        .ifPresent(
            line -> all.add(new Leaves.Piece.Said(Role.TITLE, false, Ink.TEXT, line, false)));
    all.add(
        new Leaves.Piece.Said(Role.BODY, false, Ink.TEXT, model.voice().say("code.tell"), false));
    all.add(new Leaves.Piece.Whole(type.figure(Role.CODE, Ink.TEXT, number).oneLine()));
    return StagePane.flexible(
        new Leaves(type, model.look().list(), frame.room(), PROBLEM_GAP)
            .pages(
                model.voice(),
                all,
                forward -> pressed.accept(forward ? new Key.NextPage() : new Key.PreviousPage())));
  }

  /// Two notices leave less room for the picture.
  private double scale() {
    return Math.max(0.6, 1 - 0.17 * model.notices.get().size());
  }

  private Region desk(CardPlace place, double scale) {
    return centred(HandPicture.desk(place, model.voice().site().desk(), scale));
  }

  private static <R extends Region> HBox centred(R node) {
    HBox row = new HBox(node);
    row.setAlignment(Pos.CENTER);
    row.setMinHeight(Region.USE_PREF_SIZE);
    if (!(node instanceof StackPane)) {
      HBox.setHgrow(node, javafx.scene.layout.Priority.ALWAYS);
    }
    return row;
  }
}
