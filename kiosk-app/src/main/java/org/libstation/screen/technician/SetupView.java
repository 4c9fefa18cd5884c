package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.widget.LetterKeys;
import org.libstation.screen.kit.widget.NoticeBar;

/// Draws the settings: a list to choose from, or one value with a keyboard below it.
public final class SetupView extends ServicePageView<SetupViewModel> {
  /// Width of the label of a changed line, in px.
  private static final double MARKED = 200;

  /// Part of a field's width that is not free for text, in px.
  private static final double CARET_AND_EDGES = 72;

  private String listed = "";

  public SetupView(SetupViewModel model, Consumer<Key> pressed) {
    super(model, pressed, model.voice().say("technician.head", model.voice().station()), 10);
    if (layouts.staff().setup().keyboardWide()) {
      // The keyboard's keys reach their size only in the full width and the remaining height.
      StackPane above = part();
      model.head.subscribe(_ -> above(above));
      model.first.subscribe(_ -> above(above));
      model.typing.subscribe(_ -> above(above));
      part(model.typing, this::field);
      below(model.typing, this::letters);
    } else {
      heading();
      part(model.first, words -> notice(words, pages.noticeEnds()));
      part(model.typing, words -> Box.column(24, field(words), letters(words)));
    }
    model.rows.subscribe(this::list);
    model.code.subscribe(_ -> list(model.rows.get()));
  }

  /// Draws the name of the setting and the notice; above a keyboard as one part.
  private void above(StackPane place) {
    String name = model.head.get();
    Optional<NoticeBar.NoticeBarWords> first = model.first.get();
    if (model.typing.get().isPresent()) {
      String now = first.map(words -> " · " + words.head()).orElse("");
      VBox told = Box.column(0, type.tech(true, name + now));
      first
          .flatMap(NoticeBar.NoticeBarWords::line)
          .ifPresent(line -> Box.add(told, type.tech(false, line)));
      Ink ink = first.map(NoticeBar.NoticeBarWords::ink).orElse(Ink.ACTION);
      put(place, Optional.of(edged(told, ink, 4)));
    } else {
      VBox told = Box.column(12, type.write(Role.TECH_FIGURE, true, Ink.TEXT, name));
      Box.add(told, first.map(words -> notice(words, pages.noticeEnds())));
      put(place, Optional.of(told));
    }
  }

  /// Shows a list. Another list starts at its first page; the same list stays on its page.
  private void list(List<SetupViewModel.SetupRow> all) {
    boolean same = model.head.get().equals(listed);
    listed = model.head.get();
    Stream<Region> code = model.code.get().map(this::code).stream().map(Region.class::cast);
    Stream<Region> rows = all.stream().map(row -> row.plain() ? line(row) : choice(row));
    body.show(Stream.concat(code, rows).toList(), same ? -1 : 0);
  }

  private HBox choice(SetupViewModel.SetupRow words) {
    VBox text = Box.column(4, type.tech(true, words.name()));
    if (!words.line().isBlank()) {
      Box.add(text, type.write(Role.TECH_SMALL, false, Ink.TEXT_2, words.line()));
    }
    Optional<KeyCap> key = words.key().map(it -> cap(it).sized(Region.USE_PREF_SIZE, 72));
    // A long key would leave too little room for a path beside it.
    boolean below =
        layouts.staff().setup().longKeyUnder()
            && key.filter(cap -> cap.prefWidth(-1) > room(look) / 3).isPresent();
    HBox row = Box.styled(Box.row(20, Box.grow(text)), "box");
    if (!words.state().isBlank()) {
      Ink ink = words.ink().orElse(Ink.TEXT_2);
      Writing state = type.write(Role.TECH_SMALL, true, ink, words.state());
      boolean under = layouts.staff().setup().stateUnder();
      Box.add(under ? text : row, under ? state : state.oneLine());
    }
    if (below) {
      Box.add(text, key.map(cap -> Box.row(0, Box.space(), cap)));
    } else {
      Box.add(row, key);
    }
    words.ink().ifPresent(ink -> Box.styled(row, ink.border()));
    row.setMinHeight(96);
    return Box.padded(row, 10, 16, 10, 20);
  }

  /// Draws a line of the file, with the kind of change in words before it.
  private HBox line(SetupViewModel.SetupRow words) {
    Ink ink = words.ink().orElse(Ink.TEXT_2);
    HBox label = Box.row(0, small(true, ink, words.state()).oneLine());
    Box.wide(label, MARKED);
    boolean marked = words.ink().isPresent();
    Writing text = small(marked, marked ? Ink.TEXT : Ink.TEXT_2, words.name());
    return Box.top(Box.row(12, label, Box.grow(text)));
  }

  /// An empty text is as high as a line too.
  private Writing small(boolean bold, Ink ink, String words) {
    return type.write(Role.TECH_SMALL, bold, ink, words.isBlank() ? " " : words);
  }

  private HBox field(TypingField words) {
    Region caret = Box.styled(new Region(), Ink.ACTION.back());
    Box.fixed(caret, 5, 44);
    double room = room(look) - CARET_AND_EDGES;
    String end = words.typed().isEmpty() ? " " : words.typed();
    Writing typed = type.techHead(end).oneLine();
    while (end.length() > 2 && typed.prefWidth(-1) > room) {
      // Shows the end, which was typed last.
      end = "…" + end.substring(2);
      typed = type.techHead(end).oneLine();
    }
    HBox field = Box.padded(Box.styled(Box.row(8, typed, caret), "field"), 0, 24);
    field.setMinHeight(metrics.keypads().field());
    return field;
  }

  private LetterKeys letters(TypingField words) {
    return new LetterKeys(type, model.voice(), pressed, words.rows(), Key.Sign::new, words.other());
  }
}
