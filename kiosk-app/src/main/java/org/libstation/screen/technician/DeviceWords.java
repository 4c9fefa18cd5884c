package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.language.Retold;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.words.Voice;

/// What is the matter with a device, in the language of the screen. A driver's own words, which are
/// English, are retold where they say what no text can: whose port it is, or a code without words.
final class DeviceWords {
  private static final String SAYS = "device.says.";

  private DeviceWords() {}

  /// What it has.
  static String what(Voice voice, DeviceLine line) {
    return Code.ofEveryDevice(line.code())
        .map(
            code ->
                Say.what(voice, code) + " " + Say.wayOut(voice, code) + " · " + reason(voice, line))
        .or(() -> line.finding().map(code -> voice.say("finding." + code + ".what")))
        .or(() -> own(voice, line.code(), ".what"))
        .orElseGet(() -> reason(voice, line));
  }

  private static String reason(Voice voice, DeviceLine line) {
    return Retold.evidence(voice.words(), line.reason());
  }

  /// What it says of itself; a name, such as a maker's, stays as it is, and so does what a driver
  /// from elsewhere says that has no words here.
  static String says(Voice voice, List<Figures.SelfWords> notes) {
    return notes.stream()
        .map(
            note ->
                voice.words().has(SAYS + note.name())
                    ? voice.say(SAYS + note.name(), note.values().toArray())
                    : note.english())
        .collect(Collectors.joining(" · "));
  }

  /// A code that no check finds.
  private static Optional<String> own(Voice voice, String code, String part) {
    String key = "device." + code + part;
    return voice.words().has(key) ? Optional.of(voice.say(key)) : Optional.empty();
  }

  private static Optional<String> troubled(Voice voice, String code) {
    return own(voice, code, ".what")
        .flatMap(
            what -> own(voice, code, ".do").map(todo -> voice.say("health.trouble", what, todo)));
  }

  /// Why a test print did not come out, and what to do.
  static String notPrinted(Voice voice, Screen.TestPrintState.Bad bad) {
    String own = "test.bad." + (bad.code().isEmpty() ? "none" : bad.code());
    return bad.finding()
        .map(
            code ->
                voice.say(
                    "health.trouble",
                    voice.say("finding." + code + ".what"),
                    voice.say("finding." + code + ".do")))
        .or(() -> troubled(voice, bad.code()))
        .orElseGet(() -> voice.say(voice.words().has(own) ? own : "test.bad.other"));
  }

  /// What it has, and what to do.
  static String whatToDo(Voice voice, DeviceLine line) {
    Optional<String> todo = own(voice, line.code(), ".do");
    if (todo.isPresent()) {
      return voice.say("health.trouble", what(voice, line), todo.get());
    }
    return Code.ofEveryDevice(line.code()).isPresent() || line.finding().isEmpty()
        ? what(voice, line)
        : voice.say(
            "health.trouble",
            what(voice, line),
            voice.say("finding." + line.finding().get() + ".do"));
  }
}
