package org.libstation.screen.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Writing;

/// Reads a screen from the scene graph in reading order. First come the heading, what the hands do,
/// notices, and the rest of the stage; then the keys, then the bars. Under a sheet it reads only
/// what is not covered.
///
/// A node with an accessible text stands for everything inside it. Thus speech says what is seen.
public final class SceneReader {
  private final Words words;
  private final List<SpokenLine> lines = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private SceneReader(Words words) {
    this.words = words;
  }

  /// Returns the lines of a screen.
  ///
  /// @param root root of a scene that is laid out, so that it is known what fits
  public static List<SpokenLine> read(Parent root, Words words) {
    SceneReader reader = new SceneReader(words);
    reader.walk(root, SpokenLine.SpokenScreenPart.STAGE, false, "");
    return ordered(reader.lines);
  }

  /// Reads a node and what it contains.
  ///
  /// @param part part of the screen to which it belongs
  /// @param personal whether it is inside a personal node
  /// @param row title of the row that contains it; empty = none
  private void walk(Node node, SpokenLine.SpokenScreenPart part, boolean personal, String row) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    boolean mine = personal || SpeechMark.isPersonal(node);
    if (node instanceof KeyCap key) {
      key(key, part, mine, row);
      return;
    }
    Optional<SpeechMark.NodeRole> kind = SpeechMark.kind(node);
    if (kind.isPresent()) {
      marked(node, kind.get(), part, mine, row);
      return;
    }
    if (node instanceof Writing writing && writing.isHeading()) {
      add(SpokenLine.LineKind.HEADING, part, List.of(spoken(writing)), mine, node);
    } else if (isSpoken(node)) {
      add(SpokenLine.LineKind.TEXT, part, List.of(spoken(node)), mine, node);
    } else {
      children(node, part, mine, row);
    }
  }

  private void children(Node node, SpokenLine.SpokenScreenPart part, boolean personal, String row) {
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, part, personal, row));
    }
  }

  private void marked(
      Node node,
      SpeechMark.NodeRole kind,
      SpokenLine.SpokenScreenPart part,
      boolean personal,
      String row) {
    switch (kind) {
      case BARS -> children(node, SpokenLine.SpokenScreenPart.BARS, personal, row);
      case ACTIONS -> children(node, SpokenLine.SpokenScreenPart.ACTIONS, personal, row);
      case ROW -> row(node, part);
      case NOTICE -> add(SpokenLine.LineKind.NOTICE, part, texts(node), personal, node);
      case HAND -> hand(node, part, personal);
      case PAPER, DAY -> add(SpokenLine.LineKind.TEXT, part, texts(node), true, node);
      case MASKED ->
          // Typed digits belong to the stage, wherever the field stands.
          figure(
              SpokenLine.LineKind.MASKED,
              SpokenLine.SpokenScreenPart.STAGE,
              SpeechMark.figure(node),
              words.count("speech.typed", SpeechMark.figure(node).orElse(0)));
      case COUNT_DOWN ->
          figure(
              SpokenLine.LineKind.COUNT_DOWN,
              part,
              SpeechMark.figure(node),
              words.say("speech.seconds", SpeechMark.figure(node).orElse(0)));
      case DIGIT -> {}
    }
  }

  private void figure(
      SpokenLine.LineKind kind, SpokenLine.SpokenScreenPart part, OptionalInt figure, String said) {
    lines.add(
        new SpokenLine(
            kind,
            part,
            kind.name(),
            List.of(said),
            false,
            Optional.empty(),
            Optional.empty(),
            figure));
  }

  /// Reads a row, then its keys.
  private void row(Node node, SpokenLine.SpokenScreenPart part) {
    List<String> texts = texts(node);
    add(SpokenLine.LineKind.ROW, part, texts, true, node);
    keysOf(node, part, texts.isEmpty() ? "" : texts.getFirst());
  }

  private void keysOf(Node node, SpokenLine.SpokenScreenPart part, String row) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof KeyCap key) {
      key(key, part, true, row);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> keysOf(child, part, row));
    }
  }

  /// Reads what the hands do, which is public; the title of the one item is personal.
  private void hand(Node node, SpokenLine.SpokenScreenPart part, boolean personal) {
    List<String> open = new ArrayList<>();
    List<String> own = new ArrayList<>();
    gather(node, personal, open, own);
    if (!own.isEmpty()) {
      add(SpokenLine.LineKind.TEXT, part, own, true, node);
    }
    add(SpokenLine.LineKind.HAND, part, open, personal, node);
  }

  private void key(KeyCap key, SpokenLine.SpokenScreenPart part, boolean personal, String row) {
    List<String> parts = new ArrayList<>();
    boolean digit =
        SpeechMark.kind(key).filter(kind -> kind == SpeechMark.NodeRole.DIGIT).isPresent();
    String name = digit ? words.say("speech.key.digit") : spoken(key);
    parts.add(name);
    if (!digit) {
      key.getChildrenUnmodifiable().stream()
          .flatMap(child -> texts(child).stream())
          .filter(text -> !name.contains(text))
          .forEach(parts::add);
    }
    if (!row.isEmpty()) {
      parts.add(row);
    }
    SpeechMark.state(key).ifPresent(parts::add);
    Optional<Language> language = SpeechMark.language(key);
    lines.add(
        new SpokenLine(
            SpokenLine.LineKind.KEY,
            part,
            "",
            parts,
            personal,
            language,
            Optional.of(key),
            OptionalInt.empty()));
  }

  private void add(
      SpokenLine.LineKind kind,
      SpokenLine.SpokenScreenPart part,
      List<String> texts,
      boolean mine,
      Node node) {
    if (texts.isEmpty()) {
      return;
    }
    String about = SpeechMark.about(node);
    if (about.isEmpty()) {
      String place = part + " " + kind;
      about = place + " " + numbers.merge(place, 1, Integer::sum);
    }
    lines.add(
        new SpokenLine(
            kind,
            part,
            about,
            texts,
            mine,
            SpeechMark.language(node),
            Optional.empty(),
            OptionalInt.empty()));
  }

  /// Returns the texts in a node without those of its keys.
  private List<String> texts(Node node) {
    List<String> all = new ArrayList<>();
    gather(node, false, all, all);
    return all;
  }

  private void gather(Node node, boolean personal, List<String> open, List<String> own) {
    if (!node.isVisible() || node instanceof KeyCap) {
      return;
    }
    boolean mine = personal || SpeechMark.isPersonal(node);
    if (node.getStyleClass().contains("fill-veil")) {
      own.add(words.say("speech.hidden"));
    } else if (SpeechMark.kind(node).filter(kind -> kind == SpeechMark.NodeRole.DAY).isPresent()) {
      own.add(day((Parent) node));
    } else if (isSpoken(node)) {
      (mine ? own : open).add(spoken(node));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> gather(child, mine, open, own));
    }
  }

  /// Joins weekday, day of the month, and the fine of that day.
  private String day(Parent cell) {
    List<String> texts = new ArrayList<>();
    cell.getChildrenUnmodifiable().forEach(child -> gather(child, false, texts, texts));
    return texts.size() == 3
        ? words.say("speech.day", texts.get(0), texts.get(1), texts.get(2))
        : String.join(" ", texts);
  }

  private static boolean isSpoken(Node node) {
    String text = node.getAccessibleText();
    return text != null && !text.isBlank() && !(node instanceof KeyCap);
  }

  private String spoken(Node node) {
    String text = node.getAccessibleText();
    return text == null ? "" : words.spoken(text);
  }

  /// Orders the lines of the stage: headings, what the hands do, notices, the rest.
  private static List<SpokenLine> ordered(List<SpokenLine> all) {
    List<SpokenLine> heads = new ArrayList<>();
    List<SpokenLine> hands = new ArrayList<>();
    List<SpokenLine> notices = new ArrayList<>();
    List<SpokenLine> rest = new ArrayList<>();
    boolean under = false;
    for (SpokenLine line : all) {
      boolean stage = line.part() == SpokenLine.SpokenScreenPart.STAGE;
      boolean heading = stage && line.kind() == SpokenLine.LineKind.HEADING;
      if (heading || (under && stage && line.kind() == SpokenLine.LineKind.TEXT)) {
        under = true;
        heads.add(line);
      } else {
        under = false;
        (stage && line.kind() == SpokenLine.LineKind.HAND
                ? hands
                : stage && line.kind() == SpokenLine.LineKind.NOTICE ? notices : rest)
            .add(line);
      }
    }
    List<SpokenLine> ordered = new ArrayList<>(heads);
    ordered.addAll(hands);
    ordered.addAll(notices);
    ordered.addAll(rest);
    return List.copyOf(ordered);
  }
}
