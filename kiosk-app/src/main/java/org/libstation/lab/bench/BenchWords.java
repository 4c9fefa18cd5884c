package org.libstation.lab.bench;

import org.libstation.lab.embedded.DemoPatron;
import org.libstation.language.Words;

/// What stands on the bench, in one language.
///
/// @param name of the language, by itself
/// @param tag such as `zh-Hans`
/// @param family it is written in
/// @param words of the bench, from its own folder
/// @param station those of the station, for the names of devices
public record BenchWords(String name, String tag, String family, Words words, Words station) {
  private static final String BENCH = "bench.";

  String say(String key, Object... values) {
    return words.say(BENCH + key, values);
  }

  boolean has(String key) {
    return words.has(BENCH + key);
  }

  /// A device as the technician's pages call it.
  String device(String id) {
    String key = "check." + id;
    return station.has(key) ? station.say(key) : id;
  }

  /// What a reader is for.
  String purpose(DemoPatron reader) {
    return say("reader." + (DemoPatron.all().indexOf(reader) + 1));
  }

  /// Whether Chinese is written as on the mainland.
  boolean simplified() {
    return tag.equals("zh-Hans");
  }
}
