package org.libstation.fleet;

import java.util.List;
import java.util.regex.Pattern;
import org.libstation.site.FleetPlace;

/// Name of a station in the fleet, written `LIBRARY/PLACE/STATION`.
public record StationName(String library, String place, String station) {
  /// The rule of the settings (`Shape.FLEET_NAME`), and one more: a part is not dots alone, because
  /// `..` in a path leads out of its folder.
  private static final Pattern NAME = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,40}");

  /// Reads a name.
  ///
  /// @throws IllegalArgumentException if the text is no such name; the message says what was
  ///   expected
  public static StationName parse(String text) {
    List<String> parts = List.of(text.split("/", -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("'" + shown(text) + "': expected LIBRARY/PLACE/STATION");
    }
    parts.forEach(part -> checked(part, text));
    return new StationName(parts.get(0), parts.get(1), parts.get(2));
  }

  /// Takes the name from a station's settings, which have checked it.
  public static StationName of(FleetPlace place) {
    return new StationName(place.library(), place.place(), place.station());
  }

  /// Checks a name by the rule for each of the three parts. The rule holds for all names at the
  /// broker.
  ///
  /// @throws IllegalArgumentException if it breaks the rule; the message says what was expected
  public static String part(String text) {
    return checked(text, text);
  }

  private static String checked(String part, String told) {
    if (!NAME.matcher(part).matches()) {
      throw new IllegalArgumentException(
          "'"
              + shown(told)
              + "': expected 1 to 40 letters, digits, dots, dashes and underscores, and not dots"
              + " alone");
    }
    return part;
  }

  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /// Returns the name as [#parse] reads it.
  public String text() {
    return String.join("/", library, place, station);
  }
}
