package org.libstation.screen.kit.widget;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.ListLayout;
import org.libstation.screen.kit.look.ListMetrics;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Veil;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Spine;

/// Draws one item as the spine of a book, its words and a stamp.
public final class ItemRow extends HBox {
  private static final double ABOVE = 7;
  private static final double BELOW = 10;

  private static final double LEAST_KEY = 136;

  /// Borders and padding of a narrow key, left and right together.
  static final double KEY_SIDES = 40;

  /// Gap between a line and the stamp at its end.
  private static final double BESIDE_LINE = 12;

  /// What a row shows.
  ///
  /// @param number number of the row, stable within the session
  /// @param title empty = drawn as a bar, because it is hidden or not known yet
  /// @param cover cover of the spine, see [Spine#cover(String)]
  /// @param line below the title: author, state in words
  /// @param lineInk `STOP` for a reason, else `TEXT_2`
  /// @param stamp at the right
  /// @param reason why not, and what to do; such a row is open
  /// @param key the key of the row
  /// @param sign letter of the place where the item goes
  /// @param gap whether it is the dashed gap of a book that must be placed again
  /// @param strip days of a fine, shown below
  @RecordBuilder
  public record ItemRowWords(
      long number,
      Optional<String> title,
      int cover,
      Optional<String> line,
      Ink lineInk,
      Optional<Stamp.StampWords> stamp,
      Optional<ItemRowReason> reason,
      Optional<RowKey> key,
      Optional<PlaceSign.PlaceSignWords> sign,
      boolean gap,
      Optional<FineDayStrip.DayStripWords> strip)
      implements ItemRowItemRowWordsBuilder.With {

    /// Whether the row is open: someone must act on it.
    public boolean open() {
      return reason.isPresent();
    }

    /// Returns a row of one line.
    public static ItemRowWords told(
        long number,
        Optional<String> title,
        int cover,
        Optional<String> line,
        Ink lineInk,
        Optional<Stamp.StampWords> stamp,
        Optional<RowKey> key) {
      return new ItemRowWords(
          number,
          title,
          cover,
          line,
          lineInk,
          stamp,
          Optional.empty(),
          key,
          Optional.empty(),
          false,
          Optional.empty());
    }

    /// Returns an open row.
    public static ItemRowWords open(
        long number,
        Optional<String> title,
        int cover,
        Stamp.StampWords stamp,
        ItemRowReason reason,
        boolean gap) {
      return new ItemRowWords(
          number,
          title,
          cover,
          Optional.empty(),
          Ink.TEXT_2,
          Optional.of(stamp),
          Optional.of(reason),
          Optional.empty(),
          Optional.empty(),
          gap,
          Optional.empty());
    }
  }

  /// Why an item was refused: what happened to it, what to do, the code.
  public record ItemRowReason(String what, String wayOut, String code) {}

  /// The key of a row.
  ///
  /// @param words words of the key inside its row
  /// @param alone words that name the item, if the key stands apart from a row that stands alone
  /// @param key what pressing it reports
  public record RowKey(String words, String alone, Key key) {}

  /// @param place number of the row, counted from 1
  public ItemRow(Type type, ItemRowWords words, int place, Consumer<Key> pressed) {
    Look look = type.look();
    ListMetrics.ListRowMetrics sizes = look.metrics().lists().row();
    ListLayout.ListRowLayout layout = look.layouts().lists().row();
    boolean keyed = look.layouts().lists().rows().keysInThem();
    SpeechMark.row(words.number(), this);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getStyleClass().add(words.gap() ? "gap-row" : "row");
    words
        .reason()
        .filter(_ -> words.stamp().filter(stamp -> stamp.ink() == Ink.STOP).isPresent())
        .ifPresent(_ -> getStyleClass().add("refused"));
    if (!words.gap()) {
      getChildren().add(new Spine(words.cover()));
    }
    double inside = look.list() - Spine.WIDTH - 48;
    HBox right = Box.row(20);
    right.setMinWidth(Region.USE_PREF_SIZE);
    if (!keyed) {
      Box.add(right, words.key().map(_ -> PlaceSign.number(type, place)));
    } else {
      Box.add(
          right,
          words.key().filter(_ -> words.reason().isEmpty()).map(key -> rowKey(type, key, pressed)));
    }
    Box.add(right, words.stamp().map(stamp -> new Stamp(type, stamp).of(words.number())));
    Box.add(right, words.sign().map(sign -> PlaceSign.of(type, sign)));
    double rightWidth = right.getChildren().isEmpty() ? 0 : rightWidth(right) + 24;
    // On a small panel a title has the whole line, unless a key in the column is for its row.
    boolean narrow =
        inside - rightWidth < look.px(Role.TITLE) * sizes.leastTitle()
            || (layout.titleAlone() && words.key().isEmpty());
    double titleWidth = narrow ? inside : inside - rightWidth;
    VBox text = Box.column(2);
    text.setAlignment(Pos.CENTER_LEFT);
    Box.add(text, title(type, words, titleWidth));
    boolean endBelow = narrow && layout.endBelow();
    if (!endBelow) {
      Box.add(text, words.line().map(line -> line(type, words, line)));
    }
    HBox first = Box.row(24, Box.grow(text));
    VBox body = Box.column(sizes.partsApart(), first);
    if (endBelow) {
      Optional<Node> line = words.line().map(said -> line(type, words, said));
      Optional<Node> beside = line.filter(said -> isLowerBeside(said, right, inside));
      Box.add(body, line.filter(_ -> beside.isEmpty()));
      Box.add(body, Box.row(BESIDE_LINE, beside.<Node>map(Box::grow).orElseGet(Box::space), right));
    } else if (narrow) {
      Box.add(body, right);
    } else {
      Box.add(first, right);
    }
    Optional<KeyCap> own = words.key().filter(_ -> keyed).map(key -> rowKey(type, key, pressed));
    Box.add(body, words.reason().map(reason -> reason(type, reason, own)));
    Box.add(body, words.strip().map(strip -> strip(type, strip, inside)));
    body.setAlignment(Pos.CENTER_LEFT);
    Box.padded(body, ABOVE, sizes.beforeEdge(), BELOW, sizes.behindSpine());
    getChildren().add(Box.grow(body));
    setFillHeight(true);
    setMinHeight(least(type, words));
    setMinWidth(0);
  }

  /// Least height. A row that waits for a date keeps room for it, so that nothing below moves when
  /// it comes.
  private static double least(Type type, ItemRowWords words) {
    Look look = type.look();
    boolean waits =
        words.reason().isEmpty()
            && words.sign().isEmpty()
            && words.key().isEmpty()
            && words.stamp().filter(stamp -> stamp.ink() == Ink.ACTION).isPresent();
    return waits && look.layouts().lists().row().roomForDate()
        ? Stamp.heightOfDate(type) + ABOVE + BELOW
        : 0;
  }

  /// Whether the line may share a row with the parts at the right: the row is then no higher than
  /// with the line above them.
  private static boolean isLowerBeside(Node line, HBox right, double width) {
    double high = right.prefHeight(-1);
    double beside = line.prefHeight(width - rightWidth(right) - BESIDE_LINE);
    return Math.max(beside, high) <= line.prefHeight(width) + high;
  }

  private static double rightWidth(HBox right) {
    double width = 0;
    for (Node node : right.getChildren()) {
      // Borders and padding of the style sheet are unknown until the node is in a scene.
      width += node instanceof Stamp ? node.prefWidth(-1) + 8 : node.prefWidth(-1);
      width += node instanceof KeyCap ? 48 : 0;
    }
    return width + 20.0 * (right.getChildren().size() - 1);
  }

  private static Node title(Type type, ItemRowWords words, double width) {
    return words
        .title()
        .<Node>map(title -> type.title(title, width, 2))
        .orElseGet(() -> Veil.title(type.look(), words.number()));
  }

  private static Node line(Type type, ItemRowWords words, String line) {
    Writing writing = type.write(Role.CAPTION, false, words.lineInk(), line);
    if (words.lineInk() != Ink.STOP) {
      return writing;
    }
    HBox row = Box.row(10, new IconView(Icon.MINUS, 34, Ink.STOP), Box.grow(writing));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  /// Width of a key of a row.
  static double wide(Type type, RowKey key) {
    return Math.max(
        LEAST_KEY, Math.ceil(type.strong(key.words()).oneLine().prefWidth(-1)) + KEY_SIDES);
  }

  static KeyCap rowKey(Type type, RowKey key, Consumer<Key> pressed) {
    return KeyCap.telling(type.strong(key.words()).oneLine(), key.words(), key.key(), pressed)
        .styled("narrow")
        .sized(LEAST_KEY, Tokens.KEY)
        .whole();
  }

  private static Node strip(Type type, FineDayStrip.DayStripWords strip, double width) {
    return type.look().layouts().lists().row().runsOn()
        ? type.note(true, strip.inOneLine())
        : new FineDayStrip(type, strip, width);
  }

  /// Draws the reason. A key stands at the end of the words that it answers.
  private static Node reason(Type type, ItemRowReason reason, Optional<KeyCap> own) {
    Writing code = type.write(Role.CAPTION, false, Ink.TEXT_2, reason.code()).oneLine();
    if (own.isPresent()) {
      HBox way = Box.row(24, Box.grow(type.body(reason.wayOut())), own.get());
      way.setAlignment(Pos.BOTTOM_LEFT);
      return Box.column(4, Box.row(24, Box.grow(type.strong(reason.what())), code), way);
    }
    return Box.column(
        4, type.strong(reason.what()), Box.row(24, Box.grow(type.body(reason.wayOut())), code));
  }
}
