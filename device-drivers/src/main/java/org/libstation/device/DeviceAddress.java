package org.libstation.device;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.device.WrongOptionException.OptionRule;

/// The address of a device as one URI: `serial:/dev/serial/by-id/usb-…?baud=9600&frame=8N1`,
/// `tcp:host:port`, `file:/dev/usb/lp0`, `pcsc:ACR122U`, `evdev:/dev/input/by-id/usb-…-event-kbd`,
/// `hidraw:/dev/libstation/scanner`.
///
/// @param scheme `serial`, `tcp`, `file`, `pcsc`, `evdev` or `hidraw`
/// @param place what follows the colon, without the options
/// @param options what follows the question mark
@RecordBuilder
public record DeviceAddress(String scheme, String place, Map<String, String> options)
    implements DeviceAddressBuilder.With {
  /// Speed of a serial line, in baud, if the address gives none.
  public static final String USUAL_BAUD = "9600";

  /// Allowed speeds of a serial line: the standard rates of termios from 300 baud on. Any other
  /// value would be a typing error.
  public static final List<String> BAUDS =
      List.of(
          "300",
          "600",
          "1200",
          "1800",
          "2400",
          "4800",
          USUAL_BAUD,
          "19200",
          "38400",
          "57600",
          "115200",
          "230400",
          "460800",
          "500000",
          "576000",
          "921600",
          "1000000",
          "1152000",
          "1500000",
          "2000000",
          "2500000",
          "3000000",
          "3500000",
          "4000000");

  /// Frame of a serial line if the address gives none.
  public static final String USUAL_FRAME = "8N1";

  /// Allowed frames of a serial line.
  public static final List<String> FRAMES =
      List.of(USUAL_FRAME, "8E1", "8O1", "8N2", "7E1", "7O1", "7E2");

  public DeviceAddress {
    options = Map.copyOf(options);
  }

  /// Reads an address as [#text()] writes it.
  ///
  /// @throws IllegalArgumentException with a message a technician can act on
  public static DeviceAddress parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw WrongOptionException.address(
          OptionRule.ADDRESS_FORM,
          List.of("serial:/dev/ttyUSB0?baud=9600"),
          "a device address looks like serial:/dev/ttyUSB0?baud=9600, not '" + text + "'");
    }
    int question = text.indexOf('?', colon);
    String place = text.substring(colon + 1, question < 0 ? text.length() : question);
    if (place.isBlank()) {
      throw WrongOptionException.address(
          OptionRule.ADDRESS_FORM,
          List.of("serial:/dev/ttyUSB0?baud=9600"),
          "a device address names a place, such as serial:/dev/ttyUSB0?baud=9600, not '"
              + text
              + "'");
    }
    Map<String, String> options = new HashMap<>();
    if (question >= 0) {
      for (String option : text.substring(question + 1).split("&", -1)) {
        int equals = option.indexOf('=');
        if (equals <= 0) {
          throw WrongOptionException.address(
              OptionRule.ADDRESS_FORM,
              List.of("serial:/dev/ttyUSB0?baud=9600"),
              "an option of a device address looks like baud=9600, not '" + option + "'");
        }
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return new DeviceAddress(text.substring(0, colon), place, options);
  }

  /// The value of an option; empty if the address does not have it.
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /// Speed of a serial line, in baud.
  public String baud() {
    return option("baud").orElse(USUAL_BAUD);
  }

  /// Frame of a serial line, such as `8N1`.
  public String frame() {
    return option("frame").orElse(USUAL_FRAME);
  }

  /// A copy with another value of one option.
  ///
  /// @param value empty text removes the option
  public DeviceAddress with(String option, String value) {
    Map<String, String> changed = new HashMap<>(options);
    if (value.isEmpty()) {
      changed.remove(option);
    } else {
      changed.put(option, value);
    }
    return withOptions(changed);
  }

  /// The address in its written form, with the options sorted by name.
  public String text() {
    String line =
        options.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return scheme + ":" + place + (line.isEmpty() ? "" : "?" + line);
  }
}
