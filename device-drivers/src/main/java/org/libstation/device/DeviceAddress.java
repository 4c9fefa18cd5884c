package org.libstation.device;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.device.WrongOptionException.OptionRule;

/// Where a device is, as one URI: `serial:/dev/serial/by-id/usb-…?baud=9600&frame=8N1`,
/// `tcp:host:port`, `file:/dev/usb/lp0`, `pcsc:ACR122U`, `evdev:/dev/input/by-id/usb-…-event-kbd`,
/// `hidraw:/dev/libstation/scanner`.
///
/// @param scheme `serial`, `tcp`, `file`, `pcsc`, `evdev` or `hidraw`
/// @param place what follows the colon, without the options
/// @param options what follows the question mark
@RecordBuilder
public record DeviceAddress(String scheme, String place, Map<String, String> options)
    implements DeviceAddressBuilder.With {
  /// The speed of a serial line whose address names none.
  public static final String USUAL_BAUD = "9600";

  /// The speeds of a serial line: the standard rates of termios from 300 baud on. Any other would
  /// be a slip of the pen.
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

  /// The frame of a serial line whose address names none.
  public static final String USUAL_FRAME = "8N1";

  /// What the frame of a serial line may be.
  public static final List<String> FRAMES =
      List.of(USUAL_FRAME, "8E1", "8O1", "8N2", "7E1", "7O1", "7E2");

  public DeviceAddress {
    options = Map.copyOf(options);
  }

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

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /// The speed of a serial line.
  public String baud() {
    return option("baud").orElse(USUAL_BAUD);
  }

  /// The frame of a serial line.
  public String frame() {
    return option("frame").orElse(USUAL_FRAME);
  }

  /// The same with another value of an option.
  ///
  /// @param value empty text = without the option
  public DeviceAddress with(String option, String value) {
    Map<String, String> changed = new HashMap<>(options);
    if (value.isEmpty()) {
      changed.remove(option);
    } else {
      changed.put(option, value);
    }
    return withOptions(changed);
  }

  /// As it is written, its options by their names.
  public String text() {
    String line =
        options.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return scheme + ":" + place + (line.isEmpty() ? "" : "?" + line);
  }
}
