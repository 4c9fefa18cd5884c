package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;

/// Keeps the labels of keys in a row whole: no word or group that belongs together is broken, if
/// all labels have room.
public final class WholeLabels {
  /// Padding of a key, both sides together.
  static final double PADDING = 56;

  private WholeLabels() {}

  /// @param row row with these keys, in their order
  /// @param role role of their words; empty = the usual one
  /// @param least least width of a key
  /// @param room width of the row
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
