package org.libstation.screen;

import java.util.Map;
import org.libstation.flow.Language;

/// What the place is called, in each language.
public record SiteNames(Map<Language, String> library, Map<Language, String> station) {
  public SiteNames {
    library = Map.copyOf(library);
    station = Map.copyOf(station);
    for (Language language : Language.values()) {
      if (!library.containsKey(language) || !station.containsKey(language)) {
        throw new IllegalArgumentException("no name of library or station in " + language.tag());
      }
    }
  }

  String libraryIn(Language language) {
    return library.getOrDefault(language, "");
  }

  String stationIn(Language language) {
    return station.getOrDefault(language, "");
  }
}
