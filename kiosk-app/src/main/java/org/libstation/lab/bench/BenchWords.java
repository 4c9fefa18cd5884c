package org.libstation.lab.bench;

import org.libstation.flow.state.Language;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.text.Words;

/// What stands on the bench, in one language.
record BenchWords(Words words) {
  private static final String BENCH = "bench.";

  Language language() {
    return words.language();
  }

  String say(String key, Object... values) {
    return words.say(BENCH + key, values);
  }

  /// A device as the technician's pages call it.
  String device(String name) {
    String key = "check." + name;
    return words.has(key) ? words.say(key) : name;
  }

  /// What a reader is for.
  String purpose(DemoPatron reader) {
    return say("reader." + (DemoPatron.all().indexOf(reader) + 1));
  }
}
