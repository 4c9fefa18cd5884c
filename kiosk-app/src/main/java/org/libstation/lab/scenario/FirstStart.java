package org.libstation.lab.scenario;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a station is when it starts for the first time.
///
/// @param settings that win over the site's
/// @param begins what its clock and the library's show; empty = the machine's
record FirstStart(Map<String, String> settings, Optional<OffsetDateTime> begins) {
  FirstStart {
    settings = Map.copyOf(settings);
  }

  static FirstStart of(Map<String, String> settings) {
    return new FirstStart(settings, Optional.empty());
  }

  /// What the first steps of a scenario say of time and settings is so from the first start on:
  /// nobody has to wait for a station that is ended at once.
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
