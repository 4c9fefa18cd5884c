package org.libstation.screen.kit.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.AroundMetrics;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.FrameLayout;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// Draws the bars of a lying panel. The header row has mark, steps, mask, ring, *leave* and
/// languages; the access bar has icons beside the words. The low layout has a name bar above and
/// all keys below.
final class WideBars implements Surround {
  /// Padding of keys, which JavaFX applies only once they are in a scene.
  private static final double SMALL_KEY_PADDING = 40;

  private static final double NARROW_KEY_PADDING = 28;

  private final Type type;
  private final AroundMetrics.Wide sizes;
  private final Bars bars;
  private final Panel panel;
  private final FrameLayout.Header layout;
  private final boolean low;
  private @Nullable KeyCap leave;

  /// @param low whether all keys stand below
  WideBars(Type type, Bars bars, boolean low) {
    this.low = low;
    this.layout = type.look().layouts().frame().header();
    this.type = type.atMost(layout.step());
    this.bars = bars;
    this.sizes = type.look().metrics().around().wide();
    this.panel = type.look().panel();
  }

  @Override
  public Object footFrom(Chrome chrome) {
    return low ? chrome : "access";
  }

  @Override
  public Node practice(String text, double height) {
    return bars.practice(text, height);
  }

  @Override
  public void cover(boolean covered) {
    if (leave != null) {
      leave.setDisable(covered);
    }
  }

  // ---- header

  @Override
  public Node head(Chrome chrome, Ring ring) {
    return low ? nameBar(chrome, ring) : header(chrome, ring);
  }

  private double gap() {
    return type.look().metrics().keysApart();
  }

  /// Draws what must be there, and as much of the rest as fits.
  private HBox header(Chrome chrome, Ring ring) {
    List<KeyCap> languages = bars.languageKeys(type, names());
    double room = panel.live() - (NARROW_KEY_PADDING + gap()) * languages.size();
    for (KeyCap key : languages) {
      room -= key.prefWidth(-1);
    }
    List<Node> who = new ArrayList<>();
    if (chrome.strip().isPresent()) {
      who.addAll(who(chrome.strip().get(), ring));
      for (Node part : who) {
        room -= part.prefWidth(-1) + gap();
      }
      room -= SMALL_KEY_PADDING;
    }
    HBox row = Box.row(gap());
    room -= put(row, room, bars.mark(sizes.mark()), gap());
    List<Chrome.StepMark> steps = chrome.strip().map(Chrome.Strip::steps).orElse(List.of());
    Node discs = steps(steps, false);
    boolean discsFit = !steps.isEmpty() && discs.prefWidth(-1) + gap() <= room;
    double without = room - (discsFit ? discs.prefWidth(-1) + gap() : 0);
    double names = put(row, without, names(chrome, without - gap()), gap());
    Box.add(row, Box.space());
    if (discsFit) {
      Node worded = steps(steps, true);
      boolean words = layout.saysMore() && worded.prefWidth(-1) + gap() <= room - names;
      Box.add(row, words ? worded : discs, Box.space());
    }
    Box.add(row, who);
    row.getChildren().addAll(languages);
    Box.padded(row, 0, panel.margin(), 0, panel.margin());
    return Box.high(row, panel.header());
  }

  private Function<Language, String> names() {
    return type.look().layouts().frame().access().languagesShort()
        ? Language::shortName
        : Language::ownName;
  }

  /// @return the width it took; 0 = it does not fit
  private static double put(HBox row, double room, Node node, double gap) {
    double width = node.prefWidth(-1) + gap;
    if (width > room || width <= gap) {
      return 0;
    }
    Box.add(row, node);
    return width;
  }

  private Node names(Chrome chrome, double room) {
    Writing library =
        type.in(type.look().language().sans(), sizes.library(), true, Ink.TEXT, chrome.library());
    VBox names = Box.column(0);
    double left = room - (chrome.door() ? Bars.DOOR_APART + Bars.DOOR : 0);
    if (library.prefWidth(-1) > left) {
      library = bars.smallName(chrome.library()).oneLine();
    }
    if (library.prefWidth(-1) > left) {
      // The staff's door stands there without the name.
      library = type.caption("");
    }
    Box.add(names, bars.withDoor(chrome, library.oneLine(), names));
    Writing station = type.caption(chrome.station()).oneLine();
    if (station.prefWidth(-1) <= room && layout.saysMore()) {
      Box.add(names, station);
    }
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(Region.USE_PREF_SIZE);
    return names;
  }

  /// @param word whether the current step has its word
  private Node steps(List<Chrome.StepMark> steps, boolean word) {
    HBox row = Box.row(10);
    row.setMinWidth(Region.USE_PREF_SIZE);
    for (int at = 0; at < steps.size(); at++) {
      Chrome.StepMark step = steps.get(at);
      if (at > 0) {
        Region dash = new Region();
        dash.getStyleClass().add("step-dash");
        Box.fixed(dash, 16, 3);
        Box.add(row, dash);
      }
      Box.add(row, bars.disc(step, at + 1));
      if (word && step.place() == Chrome.StepMark.StepState.CURRENT) {
        Box.add(row, type.note(true, step.word()).oneLine());
      }
    }
    return row;
  }

  private List<Node> who(Chrome.Strip strip, Ring ring) {
    List<Node> parts = new ArrayList<>();
    strip.mask().ifPresent(mask -> parts.add(mask(mask)));
    if (strip.mask().isPresent()) {
      parts.add(ring);
    } else if (layout.saysMore()) {
      parts.add(type.caption(strip.instead().orElse("")).oneLine());
    }
    KeyCap key = bars.leave(type, strip.leave());
    leave = key;
    parts.add(key);
    return parts;
  }

  private Writing mask(String mask) {
    return type.in("Noto Sans", Role.CAPTION, false, Ink.TEXT, mask).oneLine();
  }

  // ---- access bar and low layout

  @Override
  public Node foot(Chrome chrome) {
    return low ? lowFoot(chrome) : access();
  }

  private Node access() {
    double height = sizes.key();
    List<KeyCap> keys = new ArrayList<>();
    for (AccessKeys.AccessKey key : bars.access().all(false)) {
      keys.add(bars.access().drawn(type, key, height, layout.iconsAbove()));
    }
    keys.add(bars.access().drawn(type, bars.access().help(), height, layout.iconsAbove()));
    double room = panel.live() + (SMALL_KEY_PADDING - NARROW_KEY_PADDING) * keys.size();
    if (width(keys) > room) {
      keys.set(keys.size() - 1, bars.access().helpInTwoLines(type, height));
    }
    HBox bar = Box.row(gap());
    keys.forEach(key -> bar.getChildren().add(Box.grow(key)));
    bar.getStyleClass().add("access");
    Box.padded(bar, 0, panel.margin(), 0, panel.margin());
    return Box.high(bar, panel.access());
  }

  private Node nameBar(Chrome chrome, Ring ring) {
    Type plain = new Type(type.look().atStep(Math.min(2, type.look().step())));
    Writing name = plain.note(true, chrome.library()).oneLine();
    HBox bar = Box.row(28, bars.mark(sizes.lowMark()));
    Box.add(bar, bars.withDoor(chrome, name, bar), Box.space());
    chrome
        .strip()
        .flatMap(Chrome.Strip::mask)
        .ifPresent(mask -> bar.getChildren().addAll(mask(mask), ring));
    Box.padded(bar, 0, panel.margin(), 0, panel.margin());
    double height = sizes.nameBar();
    return Box.column(0, Box.high(bar, height - 2), Box.rule());
  }

  /// Draws the two rows of keys; their words get smaller before a third row is needed.
  private Node lowFoot(Chrome chrome) {
    List<List<KeyCap>> rows =
        type.fitting(
            type.look().step(),
            written -> List.of(who(chrome, written), access(chrome, written)),
            all -> all.stream().allMatch(row -> width(row) <= panel.live()));
    VBox all =
        Box.column(
            sizes.rowsApart(),
            new KeyRows(gap(), rows.getFirst()),
            new KeyRows(gap(), rows.getLast()));
    return Box.padded(all, 0, panel.margin(), type.look().metrics().keysApart(), panel.margin());
  }

  private List<KeyCap> who(Chrome chrome, Type written) {
    double height = sizes.lowKey();
    List<KeyCap> keys = new ArrayList<>(bars.languageKeys(written, names()));
    chrome.strip().ifPresent(strip -> keys.add(bars.leave(written, strip.leave())));
    keys.add(bars.access().drawn(written, bars.access().help(), height, false));
    keys.forEach(key -> key.setMinHeight(height));
    return keys;
  }

  private List<KeyCap> access(Chrome chrome, Type written) {
    double height = sizes.key();
    List<KeyCap> keys = new ArrayList<>();
    for (AccessKeys.AccessKey key : bars.access().all(chrome.titlesKey())) {
      keys.add(bars.access().drawn(written, key, height, layout.iconsAbove()));
    }
    return keys;
  }

  private double width(List<KeyCap> keys) {
    double width = -gap();
    for (KeyCap key : keys) {
      width += key.prefWidth(-1) + SMALL_KEY_PADDING + gap();
    }
    return width;
  }
}
