package org.libstation.screen.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.screen.drop.DropViewModel.DropPage;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.DropPicture;
import org.libstation.screen.kit.widget.ModelView;
import org.libstation.screen.kit.widget.StaffDoor;

/// Draws the panel of a book drop: 1024 × 600 px at 10.1 inch, with text of at least 48 px.
/// Languages and help are always at the bottom.
public final class DropView extends ModelView<DropViewModel> {
  public static final double WIDTH = 1024;
  public static final double HEIGHT = 600;

  private static final double BAR = 124;
  private static final double STAGE = HEIGHT - BAR;
  private static final double KEY = 92;
  private static final double RIGHT = 596;
  private static final double MARGIN = 36;

  /// Width for the heading of an answer, with the slip beside it, in px.
  private static final double HEAD = 620;

  private static final double SLIP = 312;

  /// Width for words beside the map, in px.
  private static final double SHUT = 640;

  /// Side of the wrench through which staff enter, in px.
  private static final double DOOR = 64;

  private final StackPane stage = new StackPane();
  private final VBox root;

  public DropView(DropViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    Box.fixed(stage, WIDTH, STAGE);
    stage.setAlignment(Pos.TOP_LEFT);
    root = new VBox(stage, Box.rule(), bar());
    Box.fixed(root, WIDTH, HEIGHT);
    model.page.subscribe(this::page);
  }

  @Override
  public Region node() {
    return root;
  }

  // ---- the bar

  private Node bar() {
    HBox row = Box.row(14);
    for (Language language : Language.values()) {
      boolean on = language == model.look().language();
      String name = language.ownName();
      Writing words =
          type.in(language.sans(), Role.H2, on, on ? Ink.ON_ACTION : Ink.TEXT, name).oneLine();
      KeyCap key =
          new KeyCap(words, name, () -> pressed.accept(new Key.SwitchLanguage(language)))
              .styled("narrow")
              .sized(KEY, KEY);
      Box.add(row, on ? key.styled("primary") : key);
    }
    HBox face =
        Box.row(
            12,
            new IconView(Icon.HELP, 48, Ink.ACTION),
            type.write(Role.H2, true, Ink.ACTION, say("drop.help")).oneLine());
    face.setAlignment(Pos.CENTER);
    Box.add(
        row,
        Box.grow(
            new KeyCap(face, say("drop.help"), () -> pressed.accept(new Key.CallStaff()))
                // In high contrast a lit key is white, and its words would be white too.
                .styled("narrow", type.look().contrast() ? "plain" : "lit")
                .sized(KEY, KEY)));
    StaffDoor door = new StaffDoor(DOOR, pressed);
    Box.add(row, door.within(door));
    model.door.subscribe(
        open -> {
          door.setVisible(open);
          door.setManaged(open);
        });
    Box.padded(row, 12, 24, 12, 24);
    row.setMinHeight(BAR - 2);
    return row;
  }

  // ---- the stage

  private void page(DropPage page) {
    stage
        .getChildren()
        .setAll(
            switch (page) {
              case DropPage.Empty _ -> new Region();
              case DropPage.DropAskPage ask -> ask(ask);
              case DropPage.DropAnswerPage answer -> answer(answer);
              case DropPage.Which which -> which(which);
              case DropPage.Shut shut -> shut(shut);
              case DropPage.Blocked blocked -> blocked(blocked);
              case DropPage.DropHelpPage help -> help(help);
            });
  }

  private Writing head(Ink ink, String words) {
    return head(ink, words, RIGHT);
  }

  private Writing head(Ink ink, String words, double room) {
    Writing great = type.write(Role.CODE, true, ink, words);
    return great.prefWidth(-1) <= room ? great.oneLine() : type.write(Role.H1, true, ink, words);
  }

  private Node ask(DropPage.DropAskPage ask) {
    VBox words = Box.column(4, head(Ink.TEXT, ask.head()));
    Box.add(
        words,
        ask.hint()
            .map(hint -> List.of(hint(hint)))
            .orElseGet(() -> List.of(line(ask.line()), clock(ask))));
    return split(DropPicture.slot(ask.moving(), ask.percent()), words);
  }

  private Node clock(DropPage.DropAskPage ask) {
    HBox top = Box.row(20, type.write(Role.H1, true, Ink.TEXT, ask.time()).oneLine());
    Box.add(top, ask.room().map(this::chip));
    return marked(Ink.DONE, Box.column(0, top, line(say("drop.now"))));
  }

  private Node chip(String room) {
    HBox chip = Box.row(0, type.write(Role.H2, false, Ink.ACTION, room).oneLine());
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return Box.padded(Box.styled(chip, "chip", "border-action"), 0, 14);
  }

  private Node answer(DropPage.DropAnswerPage answer) {
    HBox top = Box.row(20, Box.grow(head(Ink.DONE, answer.head(), HEAD)));
    Box.add(top, answer.slip().map(slip -> slip(slip)));
    VBox words = Box.column(8, top);
    // Beside words about what just happened, at most two things fit.
    int most = answer.hint().isPresent() ? 1 : DropViewModel.MOST_ROWS;
    Box.add(words, answer.rows().stream().limit(most).map(this::row).toList());
    Box.add(
        words,
        answer.hint().map(this::hint).orElseGet(() -> marked(Ink.DONE, line(answer.counts()))));
    return Box.padded(words, 20, MARGIN, 0, MARGIN);
  }

  private Node row(DropViewModel.DropRow row) {
    return Box.row(
        18,
        new IconView(row.icon(), 46, row.ink()).stroked(6),
        strong(row.item()).oneLine(),
        type.write(Role.H2, false, row.ink(), row.state()).oneLine());
  }

  /// Stands beside the heading, because it needs no answer.
  private Region slip(DropViewModel.DropPaper slip) {
    if (!slip.pressed()) {
      Writing told = strong(slip.words());
      Box.wide(told, SLIP);
      return told;
    }
    KeyCap key =
        new KeyCap(
                strong(slip.words()).oneLine(),
                slip.words(),
                () -> pressed.accept(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.PLAIN)))
            .styled("narrow")
            .sized(SLIP, KEY);
    key.setMaxWidth(SLIP);
    return key;
  }

  private Node hint(DropViewModel.Coded told) {
    return marked(Ink.ASK, Box.column(0, strong(told.what()), line(told.wayOut())));
  }

  private Node which(DropPage.Which which) {
    VBox words = Box.column(8, type.write(Role.H1, true, Ink.ASK, which.head()));
    Box.add(
        words,
        which
            .problem()
            .map(problem -> type.write(Role.H2, true, Ink.STOP, problem))
            .orElseGet(() -> line(which.line())));
    KeyCap unknown =
        new KeyCap(
                strong(say("drop.ask.unknown")).oneLine(),
                say("drop.ask.unknown"),
                () -> pressed.accept(new Key.Leave()))
            .sized(240, KEY);
    HBox left = Box.row(0, unknown);
    Box.add(words, left);
    VBox column = Box.padded(words, 16, 0, 0, MARGIN);
    Box.wide(column, 556);
    return Box.row(
        24, top(column), top(DropKeypad.of(type, model.voice(), which.typed(), pressed)));
  }

  private static VBox top(Region node) {
    VBox held = new VBox(node);
    held.setAlignment(Pos.TOP_LEFT);
    held.setMinHeight(STAGE);
    return held;
  }

  private Node shut(DropPage.Shut shut) {
    HBox title =
        Box.row(
            22,
            new IconView(shut.icon(), 84, Ink.STOP).stroked(5),
            Box.grow(head(Ink.STOP, shut.head(), SHUT - 120)));
    String told = shut.code().isEmpty() ? shut.line() : shut.line() + " " + shut.code();
    VBox words = Box.column(10, title, line(told));
    Box.add(
        words,
        shut.elsewhere().<Node>map(this::elsewhere).orElseGet(() -> line(say("drop.nonearest"))));
    Box.padded(words, 20, 0, 0, MARGIN);
    Box.wide(words, SHUT + MARGIN);
    List<Node> parts = new ArrayList<>(List.of(top(words)));
    shut.elsewhere()
        .ifPresent(_ -> parts.add(top(Box.padded(new StackPane(DropPicture.way()), 24, 0, 0, 0))));
    return Box.row(0, parts.toArray(Node[]::new));
  }

  private Node elsewhere(DropViewModel.OtherPlace place) {
    IconView walk = new IconView(Icon.WALK, 50, Ink.TEXT);
    return marked(
        Ink.DONE,
        Box.column(
            0,
            Box.row(14, walk, Box.grow(line(place.way()))),
            name(place.name()),
            line(place.counts())));
  }

  private Writing name(String words) {
    Writing large = type.write(Role.SUM, true, Ink.TEXT, words);
    return large.prefWidth(-1) <= SHUT - 40 ? large : strong(words);
  }

  private Node blocked(DropPage.Blocked blocked) {
    VBox words =
        Box.column(
            16,
            head(Ink.ASK, blocked.head()),
            strong(blocked.what().what()),
            line(blocked.what().wayOut()),
            type.write(Role.H2, false, Ink.TEXT_2, blocked.what().code()).oneLine());
    return split(DropPicture.slot(true, 0), words);
  }

  private Node help(DropPage.DropHelpPage help) {
    VBox words = Box.column(14, head(Ink.ACTION, help.head()));
    Box.add(
        words,
        help.lines().stream().map(text -> type.write(Role.SUM, false, Ink.TEXT, text)).toList());
    boolean on = type.look().contrast();
    String contrast = say("access.contrast");
    HBox face =
        Box.row(
            12,
            new IconView(Icon.CONTRAST, 48, on ? Ink.ON_ACTION : Ink.TEXT),
            type.write(Role.H2, true, on ? Ink.ON_ACTION : Ink.TEXT, contrast).oneLine());
    KeyCap key =
        new KeyCap(face, contrast, () -> pressed.accept(new Key.ContrastKey()))
            .styled("narrow")
            .sized(300, KEY);
    Box.add(words, Box.row(0, on ? key.styled("primary") : key));
    return Box.padded(words, 24, MARGIN, 0, MARGIN);
  }

  private Node split(Node picture, VBox words) {
    Box.wide(words, RIGHT);
    Box.padded(words, 18, 0, 0, 0);
    StackPane left = new StackPane(picture);
    return Box.row(30, top(Box.padded(left, 24, 0, 0, MARGIN)), top(words));
  }

  private Writing strong(String words) {
    return type.write(Role.H2, true, Ink.TEXT, words);
  }

  private Writing line(String words) {
    return type.write(Role.H2, false, Ink.TEXT, words);
  }

  private static HBox marked(Ink ink, Region content) {
    Region mark = Box.wide(Box.styled(new Region(), ink.back()), 10);
    HBox row = new HBox(22, mark, Box.grow(content));
    row.setFillHeight(true);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return Box.padded(row, 8, 0, 0, 0);
  }
}
