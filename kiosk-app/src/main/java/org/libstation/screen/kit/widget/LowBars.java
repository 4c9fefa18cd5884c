package org.libstation.screen.kit.widget;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.AroundMetrics;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.words.Voice;

/// Draws the bars of an upright panel whose keys all lie below the middle: the name above, all else
/// at the foot.
final class LowBars implements Surround {
  /// Padding that the style sheet puts around the words of the key to leave, and of a key of usual
  /// size.
  private static final double LEAVE_PADDING = 40;

  private static final double HELP_PADDING = 56;

  private static final double NAME_BAR = 116;
  private static final double LOW_NAME = 560;

  private final Type type;
  private final Look look;
  private final Bars bars;
  private final Voice voice;
  private final Consumer<Key> pressed;

  LowBars(Type type, Bars bars, Voice voice, Consumer<Key> pressed) {
    this.type = type;
    this.look = type.look();
    this.voice = voice;
    this.pressed = pressed;
    this.bars = bars;
  }

  @Override
  public Node practice(String text, double height) {
    return bars.practice(text, height);
  }

  @Override
  public Node head(Chrome chrome, Ring ring) {
    HBox bar = Box.row(28);
    Box.add(bar, Box.grow(bars.withDoor(chrome, name(chrome.library()), bar)));
    chrome
        .strip()
        .flatMap(Chrome.Strip::mask)
        .ifPresent(mask -> bar.getChildren().addAll(Bars.mask(type, mask), ring));
    Box.padded(bar, 0, Tokens.MARGIN, 0, Tokens.MARGIN);
    return Box.column(0, Box.high(bar, NAME_BAR - 2), Box.rule());
  }

  /// Writes the name as large as it fits in one line beside the mask, at least at step 1.
  private Writing name(String library) {
    return type.fitting(
        look.step(),
        written -> written.note(true, library),
        name -> name.prefWidth(-1) <= LOW_NAME);
  }

  @Override
  public Node foot(Chrome chrome) {
    HBox languages = bars.languages(18);
    languages.getChildren().forEach(Box::grow);
    HBox staff = Box.row(24);
    AroundMetrics.Low sizes =
        look.large() ? look.metrics().around().largeLow() : look.metrics().around().low();
    double height = Math.max(Tokens.KEY, look.px(Role.BODY) * sizes.ems());
    chrome
        .strip()
        .ifPresent(
            strip -> {
              KeyCap leave = bars.leave(type, strip.leave());
              leave.setMinHeight(height);
              Box.add(staff, Box.grow(leave.tall()));
            });
    double room = look.panel().live() - HELP_PADDING;
    for (Node before : staff.getChildren()) {
      room -= before.prefWidth(-1) + LEAVE_PADDING + 24;
    }
    // The icon is dropped before the words for help are broken.
    KeyCap help = help(height, true);
    Box.add(staff, Box.grow((help.prefWidth(-1) <= room ? help : help(height, false)).tall()));
    staff.setFillHeight(true);
    VBox all = Box.column(sizes.apart(), languages, staff, bars.access().low(chrome.titlesKey()));
    Box.padded(all, 0, Tokens.MARGIN, sizes.ends(), Tokens.MARGIN);
    return all;
  }

  private KeyCap help(double height, boolean icon) {
    String word = voice.say("access.help");
    HBox face = Box.row(20);
    if (icon) {
      Box.add(face, new IconView(Icon.HELP, look.px(Role.BODY), Ink.TEXT));
    }
    Box.add(face, type.note(true, word));
    KeyCap help = new KeyCap(face, word, () -> pressed.accept(new Key.CallStaff()));
    help.setMinHeight(height);
    return help;
  }
}
