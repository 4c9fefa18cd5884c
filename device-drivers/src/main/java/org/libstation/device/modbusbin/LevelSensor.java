package org.libstation.device.modbusbin;

import java.util.List;
import java.util.OptionalLong;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;

/// A sensor of the fill level of a bin, as its sheet in `devices/modbus` describes it.
///
/// @param words 16-bit registers of one value, 1 or 2
/// @param highFirst whether the high word comes first
/// @param perCount tenths of a millimetre, or grams, for each count
/// @param none the count that means "nothing measured"; -1 if there is none
/// @param least lowest valid value, in millimetres or grams
/// @param most highest valid value
record LevelSensor(
    String maker,
    SlaveSetup setup,
    LevelKind kind,
    ModbusPlace level,
    int words,
    boolean highFirst,
    boolean signed,
    int perCount,
    long none,
    long least,
    long most) {

  /// The measured quantity.
  enum LevelKind {
    /// Distance from the sensor to the contents, in millimetres: less is fuller.
    DISTANCE,
    /// Weight in grams: more is fuller.
    WEIGHT
  }

  private static final int TENTHS = 10;

  static LevelSensor of(String option, DeviceSheet sheet) {
    return sheet.read(option, LevelSensor::read);
  }

  private static LevelSensor read(DriverOptions options) {
    boolean weight = options.choice("kind", "", "distance", "weight").equals("weight");
    options.text("source", "");
    ModbusPlace level = ModbusPlace.of(options, "level", "");
    if (level.function() < ModbusRequest.Read.HOLDING_REGISTERS) {
      throw options.wrong("level", "a holding or an input register");
    }
    int words = options.number("level.words", 1, 1, 2);
    String none = options.text("level.none", "0xFFFF");
    return new LevelSensor(
        options.text("maker", "level sensor"),
        SlaveSetup.read(options),
        weight ? LevelKind.WEIGHT : LevelKind.DISTANCE,
        level,
        words,
        options.choice("level.order", "high-first", "high-first", "low-first").equals("high-first"),
        options.flag("level.signed", false),
        weight
            ? options.number("level.grams", 1, 1, 100_000)
            : options.number("level.tenths-mm", TENTHS, 1, 10_000),
        none.equals("none")
            ? -1
            : ModbusPlace.number(options, "level.none", "0xFFFF", 0, Integer.MAX_VALUE),
        weight ? Long.MIN_VALUE : options.number("level.nearest-mm", 1, 0, 100_000),
        weight ? Long.MAX_VALUE : options.number("level.farthest-mm", 12_000, 1, 100_000));
  }

  ModbusRequest.Read ask(int unit) {
    return level.read(unit, words);
  }

  /// The value in millimetres or grams; empty if nothing valid was measured.
  OptionalLong value(List<Integer> registers) {
    long raw = 0;
    for (int i = 0; i < words; i++) {
      raw = (raw << 16) | registers.get(highFirst ? i : words - 1 - i);
    }
    if (raw == none) {
      return OptionalLong.empty();
    }
    long range = 1L << (16 * words);
    long counts = signed && raw >= range / 2 ? raw - range : raw;
    long value =
        switch (kind) {
          case DISTANCE -> counts * perCount / TENTHS;
          case WEIGHT -> counts * perCount;
        };
    return value < least || value > most ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
