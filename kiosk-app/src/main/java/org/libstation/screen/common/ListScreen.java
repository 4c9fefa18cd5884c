package org.libstation.screen.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.FlowState;
import org.libstation.flow.Key;

/// A patron's screen with a heading, rows, one hand picture and action keys, drawn from a
/// [ListModel].
public final class ListScreen implements ScreenView {
  private static final int NOTICE_RANK = 1;
  private static final int HAND_RANK = 3;
  private static final int LARGE = 3;
  private static final double LARGE_ROOM = 770;
  private static final double PRACTICE = 60;
  private static final double BORDERS = 14;

  private final Type type;
  private final Frame frame;
  private final ListModel model;
  private final Consumer<Key> pressed;
  private final Pages pages;
  private final Function<Type, List<Node>> below;

  public ListScreen(ListModel model, Consumer<Key> pressed) {
    this(model, pressed, _ -> List.of());
  }

  /// @param below further parts between the rows and the hand picture
  public ListScreen(ListModel model, Consumer<Key> pressed, Function<Type, List<Node>> below) {
    this.below = below;
    this.model = model;
    this.pressed = pressed;
    this.type = new Type(model.look());
    this.frame = new Frame(type, model.voice(), pressed);
    this.pages = pages();
    model.chrome.subscribe(chrome -> chrome.ifPresent(frame::chrome));
    model.idleLeft.subscribe(frame::ring);
    model.actions.subscribe(frame::actions);
    model.rows.subscribe(_ -> rows());
    model.shownRow.subscribe(_ -> rows());
    model.notices.subscribe(_ -> arrange());
    model.head.subscribe(_ -> arrange());
    model.hand.subscribe(_ -> arrange());
  }

  private Pages pages() {
    Pages made =
        new Pages(
            type,
            model.voice().say("page.back"),
            model.voice().say("page.on"),
            14,
            forward -> pressed.accept(forward ? new Key.NextPage() : new Key.PreviousPage()));
    if (frame.low()) {
      frame.controls(Optional.of(made.turnerApart()));
    }
    return StagePane.flexible(made);
  }

  /// Other keys of the low layout instead of those that turn pages; empty = those again.
  public void controls(Optional<? extends Region> keys) {
    frame.controls(keys.isPresent() ? keys : Optional.of(pages.turnerApart()));
  }

  @Override
  public Region node() {
    return frame;
  }

  @Override
  public void show(FlowState state) {
    model.show(state);
  }

  private void rows() {
    pages.show(model.rows.get().stream().map(this::row).toList(), model.shownRow.get());
    arrange();
  }

  /// At the largest steps a row stands alone in the upper half; where its words do not fit there,
  /// it is written one step smaller.
  private Region row(ItemRow.Words words) {
    if (model.look().step() < LARGE) {
      return new ItemRow(type, words, pressed);
    }
    CompactRow drawn = new CompactRow(type, words);
    double room = largeRoom();
    for (int step = model.look().step() - 1;
        step >= 1 && drawn.prefHeight(Tokens.LIVE - BORDERS) > room;
        step--) {
      drawn = new CompactRow(new Type(model.look().atStep(step)), words);
    }
    return drawn;
  }

  /// What the name bar, the heading and the gaps leave of the upper half.
  private double largeRoom() {
    boolean practice = model.chrome.get().flatMap(Chrome::practice).isPresent();
    double heading = type.h1(model.head.get().head()).prefHeight(Tokens.LIVE);
    return LARGE_ROOM - heading - (practice ? PRACTICE : 0);
  }

  /// Draws the parts anew.
  public void arrange() {
    List<Node> parts = new ArrayList<>();
    for (Notice.Words notice : model.notices.get()) {
      parts.add(StagePane.rank(NOTICE_RANK, new Notice(type, notice)));
    }
    parts.addAll(head(model.head.get()));
    if (!model.rows.get().isEmpty()) {
      parts.add(pages);
    }
    parts.addAll(below.apply(type));
    model
        .hand
        .get()
        .ifPresent(words -> parts.add(StagePane.rank(HAND_RANK, new HandBox(type, words))));
    frame.stage(parts);
  }

  private List<Node> head(Head head) {
    Writing h1 = type.h1(head.head());
    HBox first = Box.row(24, Box.grow(h1));
    first.setAlignment(Pos.BOTTOM_LEFT);
    boolean low = frame.low();
    head.shelf()
        .filter(_ -> !low)
        .ifPresent(shelf -> first.getChildren().add(Pictures.shelf(shelf.seen(), shelf.missing())));
    HBox second = Box.row(24);
    head.line().ifPresent(line -> second.getChildren().add(Box.grow(type.body(line))));
    if (titlesKey() && !low) {
      if (second.getChildren().isEmpty()) {
        first.getChildren().add(hideKey());
      } else {
        second.getChildren().add(hideKey());
      }
    }
    VBox both = Box.column(8, first);
    if (!second.getChildren().isEmpty()) {
      if (low) {
        return List.of(first, StagePane.rank(2, second));
      }
      both.getChildren().add(second);
    }
    return List.of(both);
  }

  private boolean titlesKey() {
    return model.chrome.get().filter(Chrome::titlesKey).isPresent();
  }

  private KeyCap hideKey() {
    boolean hidden = model.look().titlesHidden();
    String words = model.voice().say(hidden ? "titles.show" : "titles.hide");
    KeyCap key =
        new KeyCap(
                Box.row(
                    14,
                    new IconView(hidden ? Icon.SHOW : Icon.HIDE, 36, Ink.TEXT),
                    type.write(Role.CAPTION, false, Ink.TEXT, words).oneLine()),
                words,
                () -> pressed.accept(new Key.HideTitles()))
            .styled("small")
            .whole();
    key.setMinHeight(Tokens.KEY_SMALL);
    return key;
  }
}
