package org.libstation.screen.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.screen.identify.IdentifyViewModel.IdentifyPrompt;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.IdentifyLayout;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.picture.Pictures;
import org.libstation.screen.kit.picture.PinPicture;
import org.libstation.screen.kit.picture.Stills;
import org.libstation.screen.kit.widget.FittedPicture;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.Keypad;
import org.libstation.screen.kit.widget.Leaves;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Pages;
import org.libstation.screen.kit.widget.ProblemCard;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.SiteWords.CardPlace;

/// Draws the request for a card or a PIN, the wait for the answer, and the reason for a refusal.
public final class IdentifyView extends StageView<IdentifyViewModel> {
  /// Height that the style sheet and wrapped words may add, in px.
  private static final double PROBLEM_AIR = 40;

  private static final double PROBLEM_GAP = 12;

  /// Height of the gaps, and of what the style sheet adds to a notice, in px.
  private static final double NOTICE_AIR = 60;

  /// Largest height of the desk, in px.
  private static final double MOST_DESK = 900;

  private static final double LOW_DESK = 0.45;
  private static final double FLAT_GAP = 32;
  private static final double LEAST_LOW = 0.2;

  /// Part of the stage's height for the words above the desk, when they stand beside the keys.
  private static final double SAID = 0.62;

  /// Height of a key with two lines, with the gap to the question, in px.
  private static final double RETURN_KEY = 150;

  private static final double BELOW_WAY = 0.56;
  private static final double LEAST_DESK = 0.38;

  private final IdentifyLayout layout = layouts.identify();
  private final Keypad keypad;

  /// Shows how many digits were typed. It stands with the keys, so that nothing moves.
  private final VBox field = Box.column(0);

  /// Field and keys, placed from the bottom, so that no key moves when the words above change.
  private final VBox typing;

  private Optional<String> code = Optional.empty();

  public IdentifyView(IdentifyViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    keypad = new Keypad(type, model.voice(), pressed);
    typing = Box.column(20);
    model.head.subscribe(_ -> stage());
    model.notices.subscribe(_ -> stage());
    model.asked.subscribe(_ -> stage());
  }

  @Override
  public void show(FlowState state) {
    code = model.code(state);
    super.show(state);
  }

  private void stage() {
    Head head = model.head.get();
    if (model.asked.get() instanceof IdentifyPrompt.NoPrompt && code.isPresent()) {
      refused(head, code.get());
    } else if (look.split()) {
      beside(head);
    } else {
      below(head);
    }
  }

  /// Draws the refusal of a card. Notices about items that were laid down meanwhile stand beside or
  /// below it.
  private void refused(Head head, String number) {
    boolean paged =
        look.tells() || (layout.largeOnPages() && look.large() && !model.notices.get().isEmpty());
    List<NoticeBar> notices =
        model.notices.get().stream()
            .filter(_ -> !paged)
            .map(words -> layout.noticesInShort() ? words.headAlone() : words)
            .map(
                words ->
                    type.fitting(
                        look.step(),
                        written -> new NoticeBar(written, words, look.aside()),
                        bar -> bar.prefHeight(look.aside()) <= frame.room() / 2))
            .map(bar -> StagePane.rank(1, bar))
            .toList();
    double taken =
        look.split()
            ? 0
            : notices.stream().mapToDouble(bar -> bar.prefHeight(look.list()) + PROBLEM_GAP).sum();
    Region problem = paged ? told(head, number) : problem(head, number, taken);
    frame.controls(
        problem instanceof Pages pages ? Optional.of(pages.turnerApart()) : Optional.empty());
    List<Node> parts = new ArrayList<>(List.of(problem));
    parts.addAll(look.split() ? List.of() : notices);
    counter(paged).ifPresent(parts::add);
    frame.stage(parts, look.split() ? notices : List.of());
  }

  /// Draws the desk of the staff to whom the patron tells the code.
  private Optional<Node> counter(boolean paged) {
    IdentifyLayout.Counter counter = layout.counter();
    if (counter.size() == 0 || (paged && counter.asRoomIsLeft())) {
      return Optional.empty();
    }
    Drawing drawn = Pictures.counter(counter.size());
    return Optional.of(
        counter.asRoomIsLeft()
            ? FittedPicture.spare(drawn)
            : StagePane.rank(4, Box.centred(drawn)));
  }

  /// Stacks all parts. Parts that come and go stand below those that stay.
  private void below(Head head) {
    boolean yields = layout.deskYields();
    boolean room = model.notices.get().size() <= layout.deskBeside();
    if (room && card().isPresent() && !look.stills()) {
      flat(head, card().get());
      return;
    }
    List<Node> parts = new ArrayList<>();
    List<NoticeBar> notices = new ArrayList<>();
    List<Node> desks = List.of();
    Writing asks = type.h1(head.head());
    Type said = yields ? saying(head, asks) : type;
    for (NoticeBar.NoticeBarWords notice : model.notices.get()) {
      notices.add(notice(said, notice, asks));
    }
    if (yields) {
      parts.add(asks);
      head.line().ifPresent(line -> parts.add(StagePane.rank(3, said.body(line))));
    } else {
      VBox text = Box.column(8, asks);
      parts.add(Box.add(text, head.line().map(type::body)));
    }
    switch (model.asked.get()) {
      case IdentifyPrompt.CardPrompt card -> {
        parts.addAll(notices);
        desks = pictures(card.place(), yields);
        frame.controls(Optional.empty());
      }
      case IdentifyPrompt.PinPrompt(int digits) -> {
        type(digits);
        if (layouts.typing().fieldOnStage()) {
          parts.add(field);
        }
        parts.addAll(notices);
        if (!layouts.typing().fieldOnStage()) {
          parts.add(FittedPicture.spare(PinPicture.of()));
        }
      }
      case IdentifyPrompt.Waiting card -> {
        parts.addAll(notices);
        desks =
            List.of(
                yields ? lowDesk(card.place()) : StagePane.rank(2, desk(card.place(), scale())));
        frame.controls(Optional.empty());
      }
      case IdentifyPrompt.NoPrompt _ -> {
        parts.addAll(notices);
        frame.controls(Optional.empty());
      }
    }
    // In large text the desk stands above the keys, like each picture of hands, where nothing else
    // is.
    boolean apart = apart();
    parts.addAll(apart ? List.of() : desks);
    frame.hand(apart ? desks : List.of());
    frame.stage(parts);
  }

  /// Returns where a card goes, while one is asked for or read.
  private Optional<CardPlace> card() {
    return switch (model.asked.get()) {
      case IdentifyPrompt.CardPrompt(CardPlace place) -> Optional.of(place);
      case IdentifyPrompt.Waiting(CardPlace place, boolean _) -> Optional.of(place);
      case IdentifyPrompt.PinPrompt _, IdentifyPrompt.NoPrompt _ -> Optional.empty();
    };
  }

  /// For half a landscape panel: the desk beside the words, which are as large as fits there.
  private void flat(Head head, CardPlace place) {
    double scale = Math.min(LOW_DESK, frame.room() / MOST_DESK);
    Region desk = desk(place, scale);
    double width = look.list() - Math.ceil(desk.prefWidth(-1)) - FLAT_GAP;
    VBox said =
        type.fitting(
            look.step(),
            written -> {
              VBox words = Box.column(8, written.h1(head.head()));
              Box.add(words, head.line().map(written::body));
              model
                  .notices
                  .get()
                  .forEach(each -> Box.add(words, new NoticeBar(written, each, width)));
              return words;
            },
            words -> words.prefHeight(width) + NOTICE_AIR / 2 <= frame.room());
    frame.controls(Optional.empty());
    frame.stage(List.of(Box.whole(Box.row(FLAT_GAP, Box.grow(said), desk))));
  }

  /// In half a panel, returns the largest text that leaves room for the smallest picture.
  private Type saying(Head head, Writing asks) {
    if (model.asked.get() instanceof IdentifyPrompt.PinPrompt) {
      return type;
    }
    double width = look.list();
    double least = apart() ? 0 : MOST_DESK * LEAST_LOW;
    double room = frame.room() - asks.prefHeight(width) - least - NOTICE_AIR;
    return type.fitting(
        look.step(),
        written -> written,
        written -> {
          double height = head.line().map(line -> written.body(line).prefHeight(width)).orElse(0.0);
          for (NoticeBar.NoticeBarWords notice : model.notices.get()) {
            height += new NoticeBar(written, notice).prefHeight(width) + NOTICE_AIR;
          }
          return height <= room;
        });
  }

  /// Whether the picture stands apart from the words, because a narrow panel has no room above its
  /// keys.
  private boolean apart() {
    return frame.handsBelow() && layout.deskAtKeys();
  }

  /// The desk shrinks before the words give way to it.
  private Node lowDesk(CardPlace place) {
    Node smaller = StagePane.rank(4, desk(place, LEAST_LOW));
    for (double scale : List.of(0.28, 0.36, LOW_DESK)) {
      smaller = StagePane.orElse(StagePane.rank(4, desk(place, scale)), smaller);
    }
    return smaller;
  }

  /// The reason for a repeated PIN must be readable at every text size, so it is as large as fits.
  private NoticeBar notice(Type type, NoticeBar.NoticeBarWords words, Writing asks) {
    double field = layouts.typing().fieldOnStage() ? metrics.keypads().field() : 0;
    boolean alone = look.tells() && model.asked.get() instanceof IdentifyPrompt.PinPrompt;
    if (alone) {
      // The question gives way to the reason why it is asked again.
      StagePane.rank(2, asks);
    }
    double above = alone ? 0 : asks.prefHeight(look.list()) + metrics.keysApart();
    double room = frame.room() - above - field - NOTICE_AIR;
    return StagePane.rank(
        1,
        model.asked.get() instanceof IdentifyPrompt.PinPrompt
            ? type.fitting(
                look.step(),
                written -> new NoticeBar(written, alone ? words.withoutAside() : words),
                notice -> notice.prefHeight(look.list()) <= room)
            : new NoticeBar(type, words));
  }

  private void type(int digits) {
    field.getChildren().setAll(Box.middle(Keypad.field(type, digits)));
    keypad.typed(digits);
    typing
        .getChildren()
        .setAll(layouts.typing().fieldOnStage() ? List.of(keypad) : List.of(field, keypad));
    frame.controls(Optional.of(typing));
  }

  /// The way of the card, and below it the place on the desk; if pictures move, one picture shows
  /// both.
  private List<Node> pictures(CardPlace place, boolean yields) {
    Optional<Region> way = yields ? Optional.empty() : way(place, look.list(), MOST_DESK * scale());
    if (way.isEmpty()) {
      return List.of(yields ? lowDesk(place) : StagePane.rank(2, desk(place, scale())));
    }
    Node whole =
        StagePane.orElse(desk(place, BELOW_WAY), StagePane.rank(4, desk(place, LEAST_DESK)));
    return List.of(StagePane.rank(2, way.get()), StagePane.rank(3, whole));
  }

  /// The desk takes the whole stage, and the words stand above the keys. For a PIN, the words take
  /// the stage, and field and digits stand at the keys.
  private void beside(Head head) {
    IdentifyPrompt asked = model.asked.get();
    boolean pin = asked instanceof IdentifyPrompt.PinPrompt;
    Writing asks = pin ? type.h1(head.head()) : asks(head);
    List<Node> said = new ArrayList<>(List.of(asks));
    // In larger text the column has room only for the question.
    List<Node> over = pin || look.step() == 1 ? new ArrayList<>() : over(head);
    if (over.isEmpty()) {
      head.line().ifPresent(line -> said.add(StagePane.rank(3, type.body(line))));
    }
    for (NoticeBar.NoticeBarWords notice :
        over.isEmpty() ? model.notices.get() : List.<NoticeBar.NoticeBarWords>of()) {
      said.add(
          pin
              ? notice(type, notice, asks)
              : StagePane.rank(1, new NoticeBar(type, notice, look.aside())));
    }
    if (!pin) {
      frame.controls(Optional.empty());
    }
    switch (asked) {
      case IdentifyPrompt.CardPrompt(CardPlace place) -> {
        double room = frame.room() - taken(over);
        over.add(way(place, look.list(), room).orElseGet(() -> whole(place, room)));
        frame.stage(over, said);
      }
      case IdentifyPrompt.Waiting(CardPlace place, boolean _) -> {
        over.add(whole(place, frame.room() - taken(over)));
        frame.stage(over, said);
      }
      case IdentifyPrompt.PinPrompt(int digits) -> {
        type(digits);
        if (layouts.typing().fieldOnStage()) {
          said.add(Math.min(2, said.size()), field);
        } else {
          said.add(FittedPicture.spare(PinPicture.of()));
        }
        frame.stage(said);
      }
      case IdentifyPrompt.NoPrompt _ -> frame.stage(said);
    }
  }

  /// On a small panel the question is as large as fits above the key, beside the desk.
  private Writing asks(Head head) {
    return type.fitting(
        look.step(),
        written -> written.h1(head.head()),
        asks ->
            !layout.asksOverKey() || asks.prefHeight(look.aside()) <= frame.room() - RETURN_KEY);
  }

  /// Notices and the line under the heading, above the desk: as large as fits in [#SAID] of the
  /// stage.
  private List<Node> over(Head head) {
    return type.fitting(
        look.step(),
        written -> {
          List<Node> over = new ArrayList<>();
          model.notices.get().forEach(words -> over.add(new NoticeBar(written, words)));
          head.line().ifPresent(line -> over.add(written.body(line)));
          return over;
        },
        over -> taken(over) <= frame.room() * SAID);
  }

  private double taken(List<Node> over) {
    return over.stream().mapToDouble(part -> part.prefHeight(look.list()) + NOTICE_AIR / 2).sum();
  }

  /// The desk, as large as fits.
  private Region whole(CardPlace place, double room) {
    return desk(place, Math.min(look.list() / 984, room / MOST_DESK));
  }

  /// The way of the card in three pictures; empty if pictures move.
  private Optional<Region> way(CardPlace place, double width, double height) {
    return look.stills()
        ? Stills.card(type, place, model.voice().site().desk(), width, height)
        : Optional.empty();
  }

  /// The refusal; at the largest steps its text is as large as fits.
  ///
  /// @param taken height that other parts take
  private ProblemCard problem(Head head, String number, double taken) {
    return type.fitting(
        look.step(),
        written ->
            new ProblemCard(written, model.voice(), head.head(), head.line().orElse(""), number),
        card -> card.prefHeight(look.list()) <= frame.room() - PROBLEM_AIR - taken);
  }

  /// What happened, what to do, and the code, in the chosen text size on as many pages as needed.
  private Pages told(Head head, String number) {
    List<Leaves.Piece> all = new ArrayList<>();
    all.add(Leaves.Piece.said(Role.H1, true, head.head()));
    head.line().ifPresent(line -> all.add(Leaves.Piece.said(Role.TITLE, false, line)));
    all.add(Leaves.Piece.said(Role.BODY, false, say("code.tell")));
    all.add(Leaves.Piece.code(type, number));
    for (NoticeBar.NoticeBarWords notice : model.notices.get()) {
      all.add(Leaves.Piece.said(Role.TITLE, true, notice.head()));
      notice.line().ifPresent(line -> all.add(Leaves.Piece.said(Role.BODY, false, line)));
    }
    return StagePane.flexible(
        new Leaves(type, look.list(), frame.room(), PROBLEM_GAP)
            .pages(model.voice(), all, this::turned));
  }

  /// Scale of the desk; each notice leaves less room for it.
  private double scale() {
    return Math.max(0.6, 1 - 0.17 * model.notices.get().size());
  }

  private HBox desk(CardPlace place, double scale) {
    SiteWords.DeskPicture site = model.voice().site().desk();
    boolean away =
        model.asked.get() instanceof IdentifyPrompt.Waiting(CardPlace _, boolean stays) && !stays;
    return Box.middle(
        away ? HandPicture.deskAlone(place, site, scale) : HandPicture.desk(place, site, scale));
  }
}
