package org.libstation.screen.kit.look;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Language;

/// What reading aloud must know of a node beside the words that stand on it. The words themselves
/// are the node's accessible text.
public final class SpeechMark {
  private static final String KIND = "libstation.heard";
  private static final String ABOUT = "libstation.about";
  private static final String PERSONAL = "libstation.personal";
  private static final String STATE = "libstation.state";
  private static final String LANGUAGE = "libstation.language";
  private static final String FIGURE = "libstation.figure";

  private SpeechMark() {}

  /// What a node is to the ear.
  public enum NodeRole {
    /// The whole of it is one thing: a row, what lies in it belongs together.
    ROW,
    NOTICE,
    /// The next thing the hands do.
    HAND,
    /// Something drawn as paper.
    PAPER,
    /// Signs that stand for what was typed; the figure says how many.
    MASKED,
    /// A key that types a digit: it is never named.
    DIGIT,
    /// Seconds that run down; the figure says how many.
    COUNT_DOWN,
    /// A day of a fine.
    DAY,
    /// Words that give way to the task: header, session strip, access bar.
    BARS,
    /// Keys under the stage.
    ACTIONS
  }

  public static <N extends Node> N as(NodeRole kind, N node) {
    node.getProperties().put(KIND, kind);
    return node;
  }

  /// A row that is known again when it is drawn anew.
  public static <N extends Node> N row(long number, N node) {
    node.getProperties().put(ABOUT, number);
    return as(NodeRole.ROW, node);
  }

  /// With how many signs, or seconds.
  public static <N extends Node> N figure(NodeRole kind, int figure, N node) {
    node.getProperties().put(FIGURE, figure);
    return as(kind, node);
  }

  /// Only for the ears of the person in front.
  public static <N extends Node> N personal(N node) {
    node.getProperties().put(PERSONAL, true);
    return node;
  }

  /// Whether a key is on, chosen, at which step: in words.
  public static void state(Node key, String words) {
    key.getProperties().put(STATE, words);
  }

  /// Its words are of another language than the screen's.
  public static void in(Node node, Language language) {
    node.getProperties().put(LANGUAGE, language);
  }

  /// Whether a node stands in one of a role.
  public static boolean under(NodeRole role, Node node) {
    for (@Nullable Node at = node; at != null; at = at.getParent()) {
      if (kind(at).filter(role::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  public static Optional<NodeRole> kind(Node node) {
    return node.hasProperties() && node.getProperties().get(KIND) instanceof NodeRole kind
        ? Optional.of(kind)
        : Optional.empty();
  }

  public static String about(Node node) {
    return node.hasProperties() && node.getProperties().get(ABOUT) instanceof Long number
        ? "row " + number
        : "";
  }

  public static boolean isPersonal(Node node) {
    return node.hasProperties() && node.getProperties().containsKey(PERSONAL);
  }

  public static Optional<String> state(Node node) {
    return node.hasProperties() && node.getProperties().get(STATE) instanceof String words
        ? Optional.of(words)
        : Optional.empty();
  }

  public static Optional<Language> language(Node node) {
    return node.hasProperties() && node.getProperties().get(LANGUAGE) instanceof Language language
        ? Optional.of(language)
        : Optional.empty();
  }

  public static OptionalInt figure(Node node) {
    return node.hasProperties() && node.getProperties().get(FIGURE) instanceof Integer figure
        ? OptionalInt.of(figure)
        : OptionalInt.empty();
  }
}
