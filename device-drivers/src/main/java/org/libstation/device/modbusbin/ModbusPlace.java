package org.libstation.device.modbusbin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.device.driver.DriverOptions;

/// A place in a slave: a table and an address in it.
///
/// @param function the function that reads it: 1 coil, 2 discrete input, 3 holding register, 4
///   input register
/// @param address on the wire, from 0
record ModbusPlace(int function, int address) {
  private static final Pattern PLACE =
      Pattern.compile("(coil|discrete|holding|input) (0x[0-9A-Fa-f]{1,4}|[0-9]{1,5})");

  private static final Pattern NUMBER = Pattern.compile("0x[0-9A-Fa-f]{1,8}|[0-9]{1,9}");

  /// Reads a place as a sheet writes it: `holding 0x34`, `discrete 0`.
  static ModbusPlace of(DriverOptions options, String key, String fallback) {
    Matcher place = PLACE.matcher(options.text(key, fallback));
    int address = place.matches() ? number(place.group(2)) : -1;
    if (address < 0 || address > 0xFFFF) {
      throw options.wrong(key, "a place such as 'holding 0x34', 'input 5', 'discrete 0', 'coil 1'");
    }
    int function =
        switch (place.group(1)) {
          case "coil" -> ModbusRequest.Read.COILS;
          case "discrete" -> ModbusRequest.Read.DISCRETE_INPUTS;
          case "holding" -> ModbusRequest.Read.HOLDING_REGISTERS;
          default -> ModbusRequest.Read.INPUT_REGISTERS;
        };
    return new ModbusPlace(function, address);
  }

  /// Reads a number that may be written as `0x50`.
  static int number(DriverOptions options, String key, String fallback, int min, int max) {
    String text = options.text(key, fallback);
    long value = NUMBER.matcher(text).matches() ? Long.decode(decimal(text)) : -1;
    if (value < min || value > max) {
      throw options.wrong(key, "a whole number from " + min + " to " + max + ", or as 0x…");
    }
    return (int) value;
  }

  private static int number(String text) {
    return Integer.decode(decimal(text));
  }

  /// Removes leading zeros, which would otherwise mean an octal number.
  private static String decimal(String text) {
    return text.startsWith("0x") ? text : text.replaceFirst("^0+(?=[0-9])", "");
  }

  ModbusRequest.Read read(int unit, int count) {
    return new ModbusRequest.Read(unit, function, address, count);
  }
}
