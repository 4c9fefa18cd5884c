package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.screen.words.Voice;

/// What a driver says of a device that is well, in the language of the screen. Drivers and their
/// logs speak English; a part that has no words here, such as a maker's name, stays as it is.
enum SelfDescription {
  READER("([A-Z]\\w+) reader type (\\w+), software (\\S+)"),
  READER_UNKNOWN("([A-Z]\\w+) reader"),
  PRINTER("ESC/POS, (\\d+) dots, mark not tried yet"),
  PRINTER_MARKS("ESC/POS, (\\d+) dots, marks by \\w+"),
  PRINTER_BLIND("ESC/POS, (\\d+) dots, no mark: its prints cannot be confirmed"),
  MODULE("input module, version (\\S+)"),
  MODULE_UNKNOWN("input module"),
  INPUTS("inputs at (\\d+) baud every (\\d+) ms at worst \\((\\d+) a second\\)"),
  GHOSTS("ghost tags: (\\d+), last (.+)"),
  NONSENSE("talked nonsense: (\\d+)"),
  FLOODED("flooded its line: (\\d+)"),
  PDF("PDF files in (.+)"),
  FIRMWARE("firmware (\\S+)");

  /// Between the parts of a description.
  private static final String APART = "; ";

  private final Pattern pattern;

  SelfDescription(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  static String in(Voice voice, String description) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(description.split(APART, -1))) {
      parts.add(of(voice, part).orElse(part));
    }
    return String.join(" · ", parts);
  }

  private static Optional<String> of(Voice voice, String part) {
    for (SelfDescription each : values()) {
      Matcher match = each.pattern.matcher(part);
      if (match.matches()) {
        Object[] values = new Object[match.groupCount()];
        for (int at = 0; at < values.length; at++) {
          values[at] = match.group(at + 1);
        }
        return Optional.of(voice.say("device.says." + each, values));
      }
    }
    return Optional.empty();
  }
}
