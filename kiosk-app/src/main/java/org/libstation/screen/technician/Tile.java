package org.libstation.screen.technician;

import java.util.List;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;

/// One thing of the station that can be well or not.
///
/// @param figure the number that tells most of it
/// @param line what it says of itself, or why it is not well
public record Tile(
    Icon icon, String name, Ink ink, Icon stateIcon, String state, Figure figure, String line) {

  /// A number written large.
  ///
  /// @param number blank = none
  /// @param unit what it counts
  /// @param day how it went in the last hours, the newest last; NaN = nothing was measured
  /// @param said what is read out of that
  public record Figure(String number, String unit, List<Double> day, String said) {
    static final Figure NONE = of("", "");

    public Figure {
      day = List.copyOf(day);
    }

    static Figure of(String number, String unit) {
      return new Figure(number, unit, List.of(), "");
    }

    boolean told() {
      return !number.isBlank();
    }

    /// Whether there is a course to draw.
    boolean drawn() {
      return day.stream().anyMatch(value -> !value.isNaN());
    }
  }
}
