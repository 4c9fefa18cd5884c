package org.libstation.device.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.device.WrongOptionException;

/// A device sheet: facts from a maker's manual as data, such as commands, registers and scales.
///
/// Its text has lines `key: value`; `#` begins a comment line. The format is a flat subset of YAML,
/// so that editors colour it.
///
/// @param place the file, for messages
/// @param lines the value of each key, and its line
public record DeviceSheet(String place, Map<String, SheetLine> lines) {
  /// Most characters of a sheet text; [#parse] refuses a longer one.
  static final int LONGEST = 64 * 1024;

  private static final Pattern ENTRY =
      Pattern.compile("([a-z][a-z0-9.-]{0,59}):(?:[ \\t]+([^\\p{Cntrl}]*))?");

  private static final Pattern KEY = Pattern.compile("([a-z][a-z0-9.-]{0,59}):");

  public DeviceSheet {
    lines = Map.copyOf(lines);
  }

  /// The value of a key.
  ///
  /// @param number of its line, counted from 1
  public record SheetLine(int number, String value) {}

  /// Result of parsing a text.
  public sealed interface ParsedDeviceSheet {
    record SheetParsed(DeviceSheet sheet) implements ParsedDeviceSheet {}

    /// The text is no sheet.
    ///
    /// @param line the first wrong line, counted from 1
    /// @param expected what would have been right, in words
    record Wrong(int line, String expected) implements ParsedDeviceSheet {}
  }

  /// Parses a sheet. Never throws; a faulty text gives [ParsedDeviceSheet.Wrong].
  public static ParsedDeviceSheet parse(String place, String text) {
    if (text.length() > LONGEST) {
      return new ParsedDeviceSheet.Wrong(1, "at most " + LONGEST + " characters");
    }
    Map<String, SheetLine> lines = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\\r?\\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher entry = ENTRY.matcher(line.stripTrailing());
      if (!entry.matches()) {
        return new ParsedDeviceSheet.Wrong(
            number, "a line 'key: value', or '#' before a remark; " + at(line));
      }
      String value = entry.group(2) == null ? "" : entry.group(2).strip();
      if (lines.putIfAbsent(entry.group(1), new SheetLine(number, unquoted(value))) != null) {
        return new ParsedDeviceSheet.Wrong(number, "the key '" + entry.group(1) + "' only once");
      }
    }
    return new ParsedDeviceSheet.SheetParsed(new DeviceSheet(place, lines));
  }

  /// Locates the fault in an unreadable line: its column, and its key if there is one. The value is
  /// left out of the message.
  private static String at(String line) {
    Matcher key = KEY.matcher(line);
    if (!key.lookingAt()) {
      return "this is not so from column 1 on";
    }
    int column = key.end();
    while (column < line.length() && !Character.isISOControl(line.charAt(column))) {
      column++;
    }
    // A key whose colon is not followed by a space has no value.
    int wrong = column < line.length() ? column + 1 : key.end() + 1;
    return "this is not so from column " + wrong + " on, of " + key.group(1);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /// Reads the sheet with typed accessors. Refuses keys that the reader does not ask for.
  ///
  /// @param option the driver's option that names this sheet
  /// @throws WrongOptionException for that option; its message names file, line, key and what was
  ///   expected
  public <T> T read(String option, Function<DriverOptions, T> reader) {
    Map<String, String> values = new LinkedHashMap<>();
    lines.forEach((key, line) -> values.put(key, line.value()));
    DriverOptions options = new DriverOptions(values);
    try {
      T read = reader.apply(options);
      options.refuseUnknown("this sheet");
      return read;
    } catch (WrongOptionException e) {
      SheetLine line = lines.get(e.key());
      String where = line == null ? place : place + ", line " + line.number();
      throw new WrongOptionException(
          option,
          WrongOptionException.OptionRule.SHEET_LINE,
          List.of(place, String.valueOf(line == null ? 0 : line.number())),
          e.expected(),
          where + ": " + e.getMessage());
    }
  }
}
