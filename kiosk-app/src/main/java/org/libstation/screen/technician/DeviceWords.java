package org.libstation.screen.technician;

import org.libstation.flow.Code;
import org.libstation.flow.StationFacts.DeviceLine;
import org.libstation.screen.common.Say;
import org.libstation.screen.common.Voice;

/// What is the matter with a device, in the language of the screen. A driver's own words, which are
/// English, stand only where they say what no text can: whose port it is, or a code without words.
final class DeviceWords {
  private DeviceWords() {}

  /// What it has.
  static String what(Voice voice, DeviceLine line) {
    return Code.ofEveryDevice(line.code())
        .map(code -> Say.what(voice, code) + " " + Say.wayOut(voice, code) + " · " + line.reason())
        .or(() -> line.finding().map(code -> voice.say("finding." + code + ".what")))
        .orElse(line.reason());
  }

  /// What it has, and what to do.
  static String whatToDo(Voice voice, DeviceLine line) {
    return Code.ofEveryDevice(line.code()).isPresent() || line.finding().isEmpty()
        ? what(voice, line)
        : voice.say(
            "health.trouble",
            what(voice, line),
            voice.say("finding." + line.finding().get() + ".do"));
  }
}
