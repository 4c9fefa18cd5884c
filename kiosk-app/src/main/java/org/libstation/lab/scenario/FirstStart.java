package org.libstation.lab.scenario;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// State of a station at its first start.
///
/// @param settings that override the site's
/// @param begins time of its clock and the library's; empty = the machine's time
record FirstStart(Map<String, String> settings, Optional<OffsetDateTime> begins) {
  FirstStart {
    settings = Map.copyOf(settings);
  }

  static FirstStart of(Map<String, String> settings) {
    return new FirstStart(settings, Optional.empty());
  }

  /// Takes time and settings from the first steps of a scenario, so that they hold from the first
  /// start and no station is started only to be ended at once.
  static FirstStart of(Map<String, String> settings, List<ScenarioStep> steps) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    Optional<OffsetDateTime> begins = Optional.empty();
    for (int i = 0; i < steps.size(); i++) {
      Action action = steps.get(i).action();
      if (action instanceof Action.SettingAction(String key, String value)) {
        all.put(key, value);
      } else if (i == 0 && action instanceof Action.TimeIs(OffsetDateTime moment)) {
        begins = Optional.of(moment);
      } else {
        break;
      }
    }
    return new FirstStart(all, begins);
  }
}
