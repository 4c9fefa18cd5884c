package org.libstation.lab.bench;

import org.libstation.lab.embedded.DemoPatron;
import org.libstation.language.Words;

/// Texts of the bench, in one language.
///
/// @param name of the language, in that language
/// @param tag such as `zh-Hans`
/// @param family font family
/// @param words of the bench, from its own folder
/// @param station words of the station, for the names of devices
public record BenchWords(String name, String tag, String family, Words words, Words station) {
  private static final String BENCH = "bench.";

  String say(String key, Object... values) {
    return words.say(BENCH + key, values);
  }

  boolean has(String key) {
    return words.has(BENCH + key);
  }

  /// Name of a device as on the technician's pages.
  String device(String id) {
    String key = "check." + id;
    return station.has(key) ? station.say(key) : id;
  }

  /// Purpose of a demo patron.
  String purpose(DemoPatron reader) {
    return say("reader." + (DemoPatron.all().indexOf(reader) + 1));
  }

  /// Whether Chinese is written in simplified characters.
  boolean simplified() {
    return tag.equals("zh-Hans");
  }
}
