package org.libstation.device.modbusbin;

import java.util.Optional;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;

/// A module with inputs and outputs, as its sheet in `devices/modbus` describes it.
///
/// @param inputs place of the first input, read as bits
/// @param count number of inputs, read in one request
/// @param outputs place of the first output
/// @param version register that the handshake reads; if empty, the handshake reads the inputs
/// @param counters register that counts the rising edges of input 0, followed by those of the next
///   inputs; empty if the module has no counters
record InputModule(
    String maker,
    SlaveSetup setup,
    ModbusPlace inputs,
    int count,
    ModbusPlace outputs,
    Optional<ModbusPlace> version,
    Optional<ModbusPlace> counters) {

  static InputModule of(String option, DeviceSheet sheet) {
    return sheet.read(option, InputModule::read);
  }

  private static InputModule read(DriverOptions options) {
    options.choice("kind", "", "inputs");
    options.text("source", "");
    ModbusPlace inputs = bits(options, "inputs", "discrete 0");
    ModbusPlace outputs = ModbusPlace.of(options, "outputs", "coil 0");
    if (outputs.function() != ModbusRequest.Read.COILS) {
      throw options.wrong("outputs", "coils");
    }
    return new InputModule(
        options.text("maker", "input module"),
        SlaveSetup.read(options),
        inputs,
        options.number("inputs.count", 8, 1, 64),
        outputs,
        words(options, "version"),
        words(options, "counters"));
  }

  private static ModbusPlace bits(DriverOptions options, String key, String fallback) {
    ModbusPlace register = ModbusPlace.of(options, key, fallback);
    if (register.function() > ModbusRequest.Read.DISCRETE_INPUTS) {
      throw options.wrong(key, "discrete inputs or coils");
    }
    return register;
  }

  private static Optional<ModbusPlace> words(DriverOptions options, String key) {
    if (options.text(key, "").isEmpty()) {
      return Optional.empty();
    }
    ModbusPlace register = ModbusPlace.of(options, key, "");
    if (register.function() < ModbusRequest.Read.HOLDING_REGISTERS) {
      throw options.wrong(key, "a holding or an input register");
    }
    return Optional.of(register);
  }

  ModbusRequest.Read readInputs(int unit) {
    return inputs.read(unit, count);
  }

  ModbusRequest.Read handShake(int unit) {
    return version.map(register -> register.read(unit, 1)).orElseGet(() -> readInputs(unit));
  }
}
