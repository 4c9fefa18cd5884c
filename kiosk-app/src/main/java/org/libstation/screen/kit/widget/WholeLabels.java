package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;

/// Keeps the labels of keys side by side whole: a word, or what belongs together, is broken on none
/// of them where all have room for theirs.
public final class WholeLabels {
  /// At both sides of what stands on a key.
  static final double PADDING = 56;

  private WholeLabels() {}

  /// @param row of these keys, in their order
  /// @param role that they are written in; empty = their usual one
  /// @param least width of a key
  /// @param room of the row
  public static HBox in(
      HBox row, Type type, Optional<Role> role, List<ActionKey> keys, double least, double room) {
    List<Double> widths =
        keys.stream().map(key -> Math.max(least, key.least(type, role) + PADDING)).toList();
    double needed =
        widths.stream().mapToDouble(each -> each).sum() + row.getSpacing() * (keys.size() - 1);
    if (needed <= room) {
      for (int at = 0; at < widths.size(); at++) {
        ((Region) row.getChildren().get(at)).setMinWidth(widths.get(at));
      }
    }
    return row;
  }
}
