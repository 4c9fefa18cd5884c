package org.libstation.screen.kit.look;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Language;

/// Marks nodes for reading aloud: what a node is, beside its words. The words themselves are the
/// node's accessible text.
public final class SpeechMark {
  private static final String KIND = "libstation.heard";
  private static final String ABOUT = "libstation.about";
  private static final String PERSONAL = "libstation.personal";
  private static final String STATE = "libstation.state";
  private static final String LANGUAGE = "libstation.language";
  private static final String FIGURE = "libstation.figure";

  private SpeechMark() {}

  /// What a node is for a listener.
  public enum NodeRole {
    /// A row: everything in it is read as one.
    ROW,
    NOTICE,
    /// What the hands do next.
    HAND,
    /// A drawing of paper, such as a sample receipt.
    PAPER,
    /// Characters that hide what was typed; the figure is their number.
    MASKED,
    /// A key that types a digit; its digit is never spoken.
    DIGIT,
    /// Seconds that run down; the figure is their number.
    COUNT_DOWN,
    /// A day of a fine.
    DAY,
    /// Bars, read after the task: header, session strip, access bar.
    BARS,
    /// Keys under the stage.
    ACTIONS
  }

  /// Marks a node with its role.
  public static <N extends Node> N as(NodeRole kind, N node) {
    node.getProperties().put(KIND, kind);
    return node;
  }

  /// Marks a row.
  ///
  /// @param number identifies the row when it is drawn anew
  public static <N extends Node> N row(long number, N node) {
    node.getProperties().put(ABOUT, number);
    return as(NodeRole.ROW, node);
  }

  /// Marks a node whose figure counts characters or seconds.
  public static <N extends Node> N figure(NodeRole kind, int figure, N node) {
    node.getProperties().put(FIGURE, figure);
    return as(kind, node);
  }

  /// Marks words for the person in front of the station only.
  public static <N extends Node> N personal(N node) {
    node.getProperties().put(PERSONAL, true);
    return node;
  }

  /// Sets the state of a key in words: on, chosen, or its step.
  public static void state(Node key, String words) {
    key.getProperties().put(STATE, words);
  }

  /// Marks a node whose words are in another language than the screen's.
  public static void in(Node node, Language language) {
    node.getProperties().put(LANGUAGE, language);
  }

  /// Whether the node, or a node around it, has this role.
  public static boolean under(NodeRole role, Node node) {
    for (@Nullable Node at = node; at != null; at = at.getParent()) {
      if (kind(at).filter(role::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Role of a node; empty if it has none.
  public static Optional<NodeRole> kind(Node node) {
    return node.hasProperties() && node.getProperties().get(KIND) instanceof NodeRole kind
        ? Optional.of(kind)
        : Optional.empty();
  }

  /// Returns what identifies a row; blank if the node is none.
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
