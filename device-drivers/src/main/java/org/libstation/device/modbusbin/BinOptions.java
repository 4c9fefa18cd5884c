package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.device.DriverOptions;

/// How a drop is wired; the defaults are a Waveshare Modbus RTU IO 8CH and a WT53R laser.
///
/// @param ioUnit the slave with the inputs and the lock
/// @param flapClosed number of the discrete input that is on while the flap is closed
/// @param inverted inputs that mean the opposite, by number
/// @param distanceUnit the slave that measures; 0 when there is none
/// @param distanceScale tenths of a millimetre a count
record BinOptions(
    int ioUnit,
    int flapClosed,
    int eye,
    int binPresent,
    int tamper,
    Set<Integer> inverted,
    int lockCoil,
    int versionRegister,
    int distanceUnit,
    int distanceFunction,
    int distanceRegister,
    int distanceScale,
    int emptyMillimetres,
    int fullMillimetres,
    Duration inputsEvery,
    Duration distanceEvery,
    Duration reply) {

  /// Inputs that are read in one request.
  static final int INPUTS = 8;

  static BinOptions read(DriverOptions options) {
    int empty = options.number("empty.mm", 800, 50, 10_000);
    int full = options.number("full.mm", 150, 10, 9_999);
    if (full >= empty) {
      throw options.wrong("full.mm", "less than empty.mm");
    }
    return new BinOptions(
        options.number("io.unit", 1, 1, 247),
        options.number("input.flapclosed", 0, 0, INPUTS - 1),
        options.number("input.eye", 1, 0, INPUTS - 1),
        options.number("input.bin", 2, 0, INPUTS - 1),
        options.number("input.tamper", 3, 0, INPUTS - 1),
        inverted(options),
        options.number("coil.lock", 0, 0, 0xFFFF),
        options.number("version.register", 0x8000, 0, 0xFFFF),
        options.number("distance.unit", 0x50, 0, 247),
        options.number("distance.function", 3, 3, 4),
        options.number("distance.register", 0x34, 0, 0xFFFF),
        options.number("distance.tenths", 10, 1, 10_000),
        empty,
        full,
        options.millis("inputs.ms", 50, 20, 1_000),
        options.millis("distance.ms", 200, 50, 10_000),
        options.millis("reply.ms", 150, 30, 1_000));
  }

  private static Set<Integer> inverted(DriverOptions options) {
    String text = options.text("inputs.inverted", "");
    if (!text.matches("([0-7](,[0-7])*)?")) {
      throw options.wrong("inputs.inverted", "numbers of inputs, such as 0,2");
    }
    Set<Integer> inverted = new TreeSet<>();
    text.chars().filter(Character::isDigit).forEach(c -> inverted.add(c - '0'));
    return Set.copyOf(inverted);
  }

  boolean measures() {
    return distanceUnit != 0;
  }
}
