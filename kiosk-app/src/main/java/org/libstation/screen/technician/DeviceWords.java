package org.libstation.screen.technician;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.language.MachineMessage;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.words.Voice;

/// Describes the fault of a device in the language of the screen. A driver's own words, which are
/// English, are added only if no text says the same: which port it is, or a code that has no text.
final class DeviceWords {
  private static final String SAYS = "device.says.";

  private DeviceWords() {}

  /// Returns what is wrong with a device.
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
    return MachineMessage.evidence(voice.words(), line.reason());
  }

  /// Returns what a device reports about itself. Names, such as a maker's, stay as they are. Words
  /// of a driver that has no texts here stay in English.
  static String says(Voice voice, List<Figures.SelfWords> notes) {
    return notes.stream()
        .map(
            note ->
                voice.words().has(SAYS + note.name())
                    ? voice.say(SAYS + note.name(), note.values().toArray())
                    : note.english())
        .collect(Collectors.joining(" · "));
  }

  /// Returns the text for a code that no check finds.
  private static Optional<String> own(Voice voice, String code, String part) {
    String key = "device." + code + part;
    return voice.words().has(key) ? Optional.of(voice.say(key)) : Optional.empty();
  }

  private static Optional<String> troubled(Voice voice, String code) {
    return own(voice, code, ".what")
        .flatMap(
            what -> own(voice, code, ".do").map(todo -> voice.say("health.trouble", what, todo)));
  }

  /// Returns why a test print did not come out, and what to do.
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

  /// Returns what is wrong with a device, and what to do.
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
