package org.libstation.screen;

import java.util.Map;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.words.SiteWords;

/// Names of the library and the station, and words about their surroundings, in each language. The
/// constructor throws [IllegalArgumentException] if a name is missing.
public record SiteNames(
    Map<Language, String> library,
    Map<Language, String> station,
    Map<Language, SiteWords> surroundings) {

  public SiteNames {
    library = Map.copyOf(library);
    station = Map.copyOf(station);
    surroundings = Map.copyOf(surroundings);
    for (Language language : Language.values()) {
      if (!library.containsKey(language) || !station.containsKey(language)) {
        throw new IllegalArgumentException("no name of library or station in " + language.tag());
      }
    }
  }

  String libraryIn(Language language) {
    return library.getOrDefault(language, "");
  }

  /// Returns the words about the surroundings; [SiteWords#NONE] if there are none.
  public SiteWords surroundingsIn(Language language) {
    return surroundings.getOrDefault(language, SiteWords.NONE);
  }

  String stationIn(Language language) {
    return station.getOrDefault(language, "");
  }
}
