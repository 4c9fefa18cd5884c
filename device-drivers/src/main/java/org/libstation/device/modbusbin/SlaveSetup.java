package org.libstation.device.modbusbin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DriverOptions;

/// The settings of a new slave, and where its address and speed are set.
///
/// @param unit its address when new
/// @param baud its speed when new
/// @param codes the code that is written for each speed
record SlaveSetup(
    int unit,
    int baud,
    String frame,
    Optional<ModbusPlace> setUnit,
    Optional<ModbusPlace> setBaud,
    Map<Integer, Integer> codes) {
  private static final Pattern CODE = Pattern.compile("([0-9]{3,7})=([0-9]{1,5})(?: |$)");
  private static final Pattern CODES = Pattern.compile("(?:[0-9]{3,7}=[0-9]{1,5}(?: |$))*");

  SlaveSetup {
    codes = Map.copyOf(codes);
  }

  static SlaveSetup read(DriverOptions options) {
    Optional<ModbusPlace> setBaud = register(options, "set.baud");
    Map<Integer, Integer> codes = codes(options);
    if (setBaud.isPresent() && codes.isEmpty()) {
      throw options.wrong("set.baud.codes", "a code for each speed, such as 9600=2 115200=6");
    }
    return new SlaveSetup(
        ModbusPlace.number(
            options, "unit", "1", ModbusRequest.LOWEST_UNIT, ModbusRequest.HIGHEST_UNIT),
        options.baud(),
        options.choice("frame", "8N1", "8N1", "8E1", "8O1", "8N2"),
        register(options, "set.unit"),
        setBaud,
        codes);
  }

  private static Optional<ModbusPlace> register(DriverOptions options, String key) {
    if (options.text(key, "").isEmpty()) {
      return Optional.empty();
    }
    ModbusPlace register = ModbusPlace.of(options, key, "");
    if (register.function() != ModbusRequest.Read.HOLDING_REGISTERS) {
      throw options.wrong(key, "a holding register, which can be written");
    }
    return Optional.of(register);
  }

  private static Map<Integer, Integer> codes(DriverOptions options) {
    String text = options.text("set.baud.codes", "");
    if (!CODES.matcher(text).matches()) {
      throw options.wrong("set.baud.codes", "pairs such as 9600=2 115200=6");
    }
    Map<Integer, Integer> codes = new TreeMap<>();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      if (!DeviceAddress.BAUDS.contains(code.group(1))) {
        throw options.wrong(
            "set.baud.codes", "speeds among " + String.join(", ", DeviceAddress.BAUDS));
      }
      int written = Integer.parseInt(code.group(2));
      if (written > 0xFFFF) {
        throw options.wrong("set.baud.codes", "codes from 0 to 65535");
      }
      codes.put(Integer.parseInt(code.group(1)), written);
    }
    return codes;
  }
}
