package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.LineTally;
import org.libstation.device.exam.Measurement;
import org.libstation.device.link.LinkLostException;

/// Shows a technician the drop's inputs and measured level as they change. Also calibrates:
/// measures the level of an empty and of a full bin.
final class DropWatch {
  /// How long to wait until the person reports that the step is done.
  static final Duration LIMIT = Duration.ofSeconds(45);

  /// The same limit if a bin must be emptied or something must be held into it.
  static final Duration CALIBRATION = Duration.ofSeconds(100);

  private static final Duration BLINK = Duration.ofSeconds(1);

  /// Number of measurements; their median is taken.
  private static final int MEASURES = 5;

  /// Least difference between full and empty.
  private static final long LEAST_MM = 50;

  private static final long LEAST_GRAMS = 1_000;

  private final ExamTalk line;
  private final BinTalk talk;
  private final BinOptions options;
  private final Examiner hands;
  private final Map<Measurement.DropInput, Boolean> shown =
      new EnumMap<>(Measurement.DropInput.class);

  DropWatch(ExamTalk line, BinOptions options, Examiner hands) {
    this.line = line;
    this.talk = new BinTalk(line, options.times().reply(), new LineTally());
    this.options = options;
    this.hands = hands;
  }

  /// Shows the drop until the person reports to be done, or [#LIMIT] is over. The lamp, if there is
  /// one, blinks meanwhile and is set back at the end.
  void show() throws LinkLostException {
    Optional<Boolean> lampBefore = lamp();
    Duration begun = line.now();
    while (!hands.ready(Examiner.ExaminerAct.WATCH_DROP)
        && line.now().minus(begun).compareTo(LIMIT) < 0) {
      inputs();
      level();
      output(options.lock()).ifPresent(on -> tell(Measurement.DropInput.LOCK, on));
      if (lampBefore.isPresent()) {
        long turns = line.now().minus(begun).dividedBy(BLINK);
        light(turns % 2 == 0);
        lamp().ifPresent(on -> tell(Measurement.DropInput.LAMP, on));
      }
    }
    if (lampBefore.isPresent()) {
      light(lampBefore.get());
    }
  }

  private void inputs() throws LinkLostException {
    Optional<ModbusReply> reply = talk.ask(options.module().readInputs(options.ioUnit()));
    if (reply.isPresent() && reply.get() instanceof ModbusReply.Bits(List<Boolean> bits)) {
      tell(Measurement.DropInput.FLAP, input(bits, options.inputs().flapClosed()));
      tell(Measurement.DropInput.EYE, input(bits, options.inputs().eye()));
      tell(Measurement.DropInput.BIN, input(bits, options.inputs().binPresent()));
      tell(Measurement.DropInput.DOOR, input(bits, options.inputs().tamper()));
    }
  }

  private boolean input(List<Boolean> bits, int number) {
    return bits.get(number) != options.inverted().contains(number);
  }

  private void tell(Measurement.DropInput part, boolean on) {
    Boolean before = shown.put(part, on);
    if (before == null || before != on) {
      hands.sees(new Measurement.Switch(part, on));
    }
  }

  private Optional<Boolean> lamp() throws LinkLostException {
    OptionalInt coil = options.lamp();
    return coil.isPresent() ? output(coil.getAsInt()) : Optional.empty();
  }

  private void light(boolean on) throws LinkLostException {
    if (options.lamp().isPresent()) {
      Optional<ModbusReply> _ = talk.ask(options.writeOutput(options.lamp().getAsInt(), on));
    }
  }

  private Optional<Boolean> output(int coil) throws LinkLostException {
    Optional<ModbusReply> reply = talk.ask(options.readOutput(coil));
    return reply.isPresent() && reply.get() instanceof ModbusReply.Bits(List<Boolean> bits)
        ? Optional.of(bits.getFirst())
        : Optional.empty();
  }

  /// Measures the level and shows it.
  OptionalLong level() throws LinkLostException {
    if (options.level().isEmpty()) {
      return OptionalLong.empty();
    }
    BinOptions.LevelOptions sensor = options.level().get();
    Optional<ModbusReply> reply = talk.ask(sensor.sensor().ask(sensor.unit()));
    if (reply.isPresent() && reply.get() instanceof ModbusReply.Registers(List<Integer> values)) {
      OptionalLong value = sensor.sensor().value(values);
      value.ifPresent(it -> hands.sees(new Measurement.Level(it, unit(), percent(it))));
      return value;
    }
    return OptionalLong.empty();
  }

  private int percent(long value) {
    long span = options.full() - options.empty();
    return (int) Math.clamp((value - options.empty()) * 100 / span, 0L, 100L);
  }

  private String unit() {
    return weighs() ? "g" : "mm";
  }

  private boolean weighs() {
    return options.level().orElseThrow().sensor().kind() == LevelSensor.LevelKind.WEIGHT;
  }

  /// Calibrates the level.
  ///
  /// @return both values if they are too close, such as `812 / 809 mm`; empty after success, or if
  ///   the person did not confirm the bin's state
  Optional<String> calibrated() throws LinkLostException {
    OptionalLong empty = measured(Examiner.ExaminerAct.EMPTY_BIN);
    OptionalLong full =
        empty.isPresent() ? measured(Examiner.ExaminerAct.FILL_BIN) : OptionalLong.empty();
    if (full.isEmpty()) {
      return Optional.empty();
    }
    long rise =
        weighs() ? full.getAsLong() - empty.getAsLong() : empty.getAsLong() - full.getAsLong();
    if (rise < (weighs() ? LEAST_GRAMS : LEAST_MM)) {
      return Optional.of(empty.getAsLong() + " / " + full.getAsLong() + " " + unit());
    }
    hands.sees(new Measurement.Calibrated(empty.getAsLong(), full.getAsLong(), unit()));
    return Optional.empty();
  }

  /// Returns the median of some measurements, after the person has confirmed the state of the bin.
  private OptionalLong measured(Examiner.ExaminerAct act) throws LinkLostException {
    if (!hands.asked(act)) {
      return OptionalLong.empty();
    }
    Duration end = line.now().plus(CALIBRATION);
    boolean ready = false;
    while (!ready && line.now().compareTo(end) < 0) {
      OptionalLong _ = level();
      ready = hands.ready(act);
    }
    long[] values = new long[MEASURES];
    int taken = 0;
    for (int i = 0; ready && i < 3 * MEASURES && taken < MEASURES; i++) {
      OptionalLong value = level();
      if (value.isPresent()) {
        values[taken++] = value.getAsLong();
      }
    }
    hands.over(act);
    java.util.Arrays.sort(values);
    return taken == MEASURES ? OptionalLong.of(values[MEASURES / 2]) : OptionalLong.empty();
  }
}
