package org.libstation.screen.technician;

import java.util.List;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;

/// The state of one part of the station.
///
/// @param figure its most telling number
/// @param line what it reports, or why it is not well
public record Tile(
    Icon icon, String name, Ink ink, Icon stateIcon, String state, Figure figure, String line) {

  /// A number in large type.
  ///
  /// @param number blank = none
  /// @param unit what it counts
  /// @param day values over the last hours or days, the newest last; NaN = nothing was measured
  /// @param said what is read aloud for those values
  public record Figure(String number, String unit, List<Double> day, String said) {
    static final Figure NONE = of("", "");

    public Figure {
      day = List.copyOf(day);
    }

    static Figure of(String number, String unit) {
      return new Figure(number, unit, List.of(), "");
    }

    /// Whether there is a number.
    boolean told() {
      return !number.isBlank();
    }

    /// Whether there are values to draw.
    boolean drawn() {
      return day.stream().anyMatch(value -> !value.isNaN());
    }
  }
}
