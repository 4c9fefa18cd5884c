package org.libstation.device.keyscanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DeviceNames;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider.Listening;

/// Lists the keyboards and HID-POS scanners of a Linux computer, each once and by its permanent
/// name.
///
/// @param dev folder of devices: `/dev`
/// @param sys folder of the kernel's information about them: `/sys/class`
record TypingPlaces(Path dev, Path sys) {
  /// The keys of the digits 1 to 0 (codes 2 to 11). A device that has all of them is a keyboard.
  private static final long DIGITS = 0xFFC;

  private static final int HEXADECIMAL = 16;
  private static final int LONGEST_IDENTIFIER = 3;

  static TypingPlaces ofThisComputer() {
    return new TypingPlaces(Path.of("/dev"), Path.of("/sys/class"));
  }

  List<Listening> list(DeviceSheets sheets) {
    List<Path> names = new ArrayList<>(DeviceNames.in(dev.resolve("libstation"), "*"));
    Path input = dev.resolve("input");
    names.addAll(DeviceNames.in(input.resolve("by-id"), "*-event-kbd"));
    names.addAll(DeviceNames.in(input.resolve("by-path"), "*-event-kbd"));
    names.addAll(DeviceNames.in(input, "event[0-9]*"));
    names.addAll(DeviceNames.in(dev, "hidraw[0-9]*"));
    List<Listening> places = new ArrayList<>();
    DeviceNames.best(names)
        .forEach(
            (real, name) -> {
              String file = String.valueOf(real.getFileName());
              if (file.startsWith("event") && isKeyboard(file)) {
                places.add(
                    new Listening(
                        new DeviceAddress("evdev", name, Map.of("grab", "no")),
                        new DeviceAddress("evdev", name, Map.of()),
                        (came, code) -> typed(sheets, came, code)));
              } else if (file.startsWith("hidraw") && isPos(file)) {
                DeviceAddress address = new DeviceAddress("hidraw", name, Map.of());
                places.add(
                    new Listening(
                        address,
                        address,
                        (came, code) -> read(TypedLink.text(new PosTyping(), came), code)));
              }
            });
    return List.copyOf(places);
  }

  private boolean isKeyboard(String event) {
    Path keys = sys.resolve("input").resolve(event).resolve("device/capabilities/key");
    try {
      String words = Files.readString(keys).strip();
      long last = Long.parseUnsignedLong(words.substring(words.lastIndexOf(' ') + 1), HEXADECIMAL);
      return (last & DIGITS) == DIGITS;
    } catch (IOException | NumberFormatException _) {
      return false;
    }
  }

  private boolean isPos(String hidraw) {
    Path descriptor = sys.resolve("hidraw").resolve(hidraw).resolve("device/report_descriptor");
    try {
      return PosReports.of(Files.readAllBytes(descriptor)).isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  /// The options of the first layout under which the keys type the code. The usual layout is tried
  /// first.
  private static Optional<Map<String, String>> typed(
      DeviceSheets sheets, byte[] came, String code) {
    List<String> layouts = new ArrayList<>(sheets.names(KeyScannerProvider.SHEETS));
    layouts.remove(KeyScannerProvider.USUAL_LAYOUT);
    layouts.addFirst(KeyScannerProvider.USUAL_LAYOUT);
    for (String layout : layouts) {
      KeyLayout keys =
          KeyLayout.of(
              KeyScannerProvider.LAYOUT,
              sheets.named(KeyScannerProvider.LAYOUT, KeyScannerProvider.SHEETS, layout));
      byte[] text = TypedLink.text(new KeyTyping(keys), came);
      Optional<Map<String, String>> options = read(text, code);
      if (options.isPresent()) {
        Map<String, String> all = new TreeMap<>(options.get());
        if (!layout.equals(KeyScannerProvider.USUAL_LAYOUT)) {
          all.put(KeyScannerProvider.LAYOUT, layout);
        }
        if (!isEnded(text)) {
          all.put("end", "silence");
        }
        return Optional.of(all);
      }
    }
    return Optional.empty();
  }

  private static boolean isEnded(byte[] text) {
    byte last = text[text.length - 1];
    return last == '\r' || last == '\n' || last == '\t';
  }

  /// The options for the text around the code, which the scanner adds as prefix and suffix. An AIM
  /// identifier is not part of the prefix.
  private static Optional<Map<String, String>> read(byte[] text, String code) {
    for (String line : new String(text, StandardCharsets.ISO_8859_1).split("[\r\n\t]", -1)) {
      int at = line.indexOf(code);
      if (at >= 0) {
        Map<String, String> options = new TreeMap<>();
        String before = line.substring(0, at);
        boolean identified =
            before.length() >= LONGEST_IDENTIFIER
                && before
                    .substring(before.length() - LONGEST_IDENTIFIER)
                    .matches("\\][A-Za-z][0-9]");
        put(
            options,
            "prefix",
            identified ? before.substring(0, before.length() - LONGEST_IDENTIFIER) : before);
        put(options, "suffix", line.substring(at + code.length()));
        return Optional.of(options);
      }
    }
    return Optional.empty();
  }

  private static void put(Map<String, String> options, String key, String around) {
    if (!around.isEmpty()) {
      options.put(key, HexFormat.of().formatHex(around.getBytes(StandardCharsets.ISO_8859_1)));
    }
  }
}
