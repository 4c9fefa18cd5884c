package org.libstation.command.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a probe found out, and what it left behind.
final class Findings {
  private final Map<String, Finding> switches = new LinkedHashMap<>();
  private final List<Text> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();
  private final List<String> notUndone = new ArrayList<>();
  private final Map<String, Speed> speeds = new LinkedHashMap<>();

  /// A switch of a dialect file.
  ///
  /// @param key such as `wire.charset`
  /// @param value as YAML
  /// @param reason what was seen
  record Finding(String key, String value, String reason) {}

  /// A refusal's own words.
  ///
  /// @param means such as `unknown-item`
  record Text(String says, String means) {}

  /// How long answers took.
  record Speed(int answers, Duration p50, Duration p95) {}

  void set(String key, String value, String reason) {
    switches.put(key, new Finding(key, value, reason));
  }

  void says(String words, String means) {
    if (!words.isBlank() && refusals.stream().noneMatch(text -> text.says().equals(words))) {
      refusals.add(new Text(words, means));
    }
  }

  /// Something that is no switch, or that could not be found out.
  void note(String text) {
    notes.add(text);
  }

  void undid(String what) {
    if (!undone.contains(what)) {
      undone.add(what);
    }
  }

  void couldNotUndo(String what) {
    notUndone.add(what);
  }

  void speed(String code, List<Duration> times) {
    if (!times.isEmpty()) {
      List<Duration> sorted = times.stream().sorted().toList();
      speeds.put(code, new Speed(sorted.size(), part(sorted, 50), part(sorted, 95)));
    }
  }

  private static Duration part(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(Math.max(0, rank - 1));
  }

  List<Finding> switches() {
    return List.copyOf(switches.values());
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(switches.get(key)).map(Finding::value);
  }

  List<Text> refusals() {
    return List.copyOf(refusals);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  List<String> undone() {
    return List.copyOf(undone);
  }

  List<String> notUndone() {
    return List.copyOf(notUndone);
  }

  Map<String, Speed> speeds() {
    return Map.copyOf(speeds);
  }
}
