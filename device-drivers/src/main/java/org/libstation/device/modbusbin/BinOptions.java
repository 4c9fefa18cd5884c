package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.device.DeviceAddress;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;

/// How a drop is wired. The defaults are a Waveshare Modbus RTU IO 8CH and a WT53R laser.
///
/// @param ioUnit address of the slave with the inputs and the outputs
/// @param inverted numbers of the inputs that have the opposite meaning
/// @param lamp the output of the lamp; empty if there is none
/// @param empty measured value of an empty bin, in millimetres or grams
/// @param full measured value of a full bin
/// @param suspectItems this many items without a rise of the level show a fault
/// @param suspectPoints a rise by this many percentage points without an item shows a fault
record BinOptions(
    InputModule module,
    int ioUnit,
    BinInputs inputs,
    Set<Integer> inverted,
    int lock,
    OptionalInt lamp,
    Optional<LevelOptions> level,
    long empty,
    long full,
    int suspectItems,
    int suspectPoints,
    BinTimes times) {

  /// The level sensor of a drop.
  ///
  /// @param unit address of the slave that measures
  record LevelOptions(LevelSensor sensor, int unit) {}

  /// The number of each input.
  record BinInputs(int flapClosed, int eye, int binPresent, int tamper) {}

  /// Intervals and time limits.
  ///
  /// @param flapOpen how long the flap may be open before staff are needed
  record BinTimes(
      Duration inputs, Duration level, Duration reply, Duration flapOpen, BusTiming timing) {}

  private static final String SHEETS = "modbus";

  static BinOptions read(DriverSetup setup) {
    DriverOptions options = setup.options();
    InputModule module =
        InputModule.of(
            "io",
            setup
                .sheets()
                .named(
                    "io", SHEETS, setup.sheets().typed(options, "io", SHEETS, "waveshare-io-8ch")));
    int ioUnit = unit(options, "io.unit", module.setup());
    Optional<LevelOptions> level = level(setup);
    if (level.isPresent() && level.get().unit() == ioUnit) {
      throw options.wrong(
          "level.unit", OptionRule.OTHER_THAN, List.of("io.unit"), "another address than io.unit");
    }
    boolean weighs =
        level.filter(some -> some.sensor().kind() == LevelSensor.LevelKind.WEIGHT).isPresent();
    int empty =
        weighs
            ? options.number("empty.g", 0, 0, 999_999_999)
            : options.number("empty.mm", 800, 50, 10_000);
    int full =
        weighs
            ? options.number("full.g", 60_000, 1, 999_999_999)
            : options.number("full.mm", 150, 10, 9_999);
    if (weighs && full <= empty) {
      throw options.wrong("full.g", OptionRule.MORE_THAN, List.of("empty.g"), "more than empty.g");
    }
    if (!weighs && full >= empty) {
      throw options.wrong(
          "full.mm", OptionRule.LESS_THAN, List.of("empty.mm"), "less than empty.mm");
    }
    int last = module.count() - 1;
    return new BinOptions(
        module,
        ioUnit,
        new BinInputs(
            options.number("input.flapclosed", 0, 0, last),
            options.number("input.eye", Math.min(1, last), 0, last),
            options.number("input.bin", Math.min(2, last), 0, last),
            options.number("input.tamper", Math.min(3, last), 0, last)),
        inverted(options, last),
        output(options, "coil.lock", 0),
        options.numberOr("none", "coil.lamp", 0, 255),
        level,
        empty,
        full,
        options.number("suspect.items", 20, 3, 1_000),
        options.number("suspect.points", 30, 10, 100),
        times(setup, module, ioUnit, level));
  }

  private static BinTimes times(
      DriverSetup setup, InputModule module, int ioUnit, Optional<LevelOptions> level) {
    DriverOptions options = setup.options();
    String baud = setup.address().baud();
    boolean parity = !setup.address().frame().equals(DeviceAddress.USUAL_FRAME);
    return new BinTimes(
        options.millis("inputs.ms", 25, 10, 1_000),
        options.millis("level.ms", 200, 50, 10_000),
        options.millis("reply.ms", 100, 30, 1_000),
        options.millis("flap-open.ms", 60_000, 1_000, 3_600_000),
        new BusTiming(
            Integer.parseInt(DeviceAddress.BAUDS.contains(baud) ? baud : DeviceAddress.USUAL_BAUD),
            parity ? 11 : 10,
            BusTiming.TURNAROUND,
            module.readInputs(ioUnit),
            level.map(some -> some.sensor().ask(some.unit()))));
  }

  private static Optional<LevelOptions> level(DriverSetup setup) {
    DriverOptions options = setup.options();
    String name = setup.sheets().typed(options, "level", SHEETS, "sen0492", "none");
    if (name.equals("none")) {
      options.text("level.unit", "");
      return Optional.empty();
    }
    LevelSensor sensor = LevelSensor.of("level", setup.sheets().named("level", SHEETS, name));
    return Optional.of(new LevelOptions(sensor, unit(options, "level.unit", sensor.setup())));
  }

  private static int unit(DriverOptions options, String key, SlaveSetup setup) {
    return options.number(key, setup.unit(), ModbusRequest.LOWEST_UNIT, ModbusRequest.HIGHEST_UNIT);
  }

  private static int output(DriverOptions options, String key, int fallback) {
    return options.number(key, fallback, 0, 255);
  }

  private static Set<Integer> inverted(DriverOptions options, int last) {
    String text = options.text("inputs.inverted", "");
    if (!text.matches("([0-9]{1,2}(,[0-9]{1,2})*)?")) {
      throw options.wrong(
          "inputs.inverted",
          OptionRule.INPUTS,
          List.of(String.valueOf(last)),
          "numbers of inputs, such as 0,2");
    }
    Set<Integer> inverted = new TreeSet<>();
    for (String number : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
      if (Integer.parseInt(number) > last) {
        throw options.wrong(
            "inputs.inverted",
            OptionRule.INPUTS,
            List.of(String.valueOf(last)),
            "numbers of inputs up to " + last);
      }
      inverted.add(Integer.parseInt(number));
    }
    return Set.copyOf(inverted);
  }

  ModbusRequest.Read readOutput(int number) {
    return new ModbusRequest.Read(
        ioUnit, ModbusRequest.Read.COILS, module.outputs().address() + number, 1);
  }

  ModbusRequest.WriteCoil writeOutput(int number, boolean on) {
    return new ModbusRequest.WriteCoil(ioUnit, module.outputs().address() + number, on);
  }
}
