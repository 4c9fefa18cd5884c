package org.libstation.device.modbusbin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.LampPattern;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.DeviceWaker;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inputs, the level and the outputs of a book drop, on one bus.
///
/// Each step does one thing: it connects, reads the inputs, tries to set the lock, reads the level,
/// or checks the outputs. The inputs come first, so that the eye misses nothing. A module that
/// falls silent after it has answered is asked again without pause: items that fall when it is back
/// must be seen.
final class ModbusBinSensor implements BinSensor {
  static final String NOT_THERE = "DB10";
  static final String SILENT = "DB11";

  /// After this many misses in a row a level sensor is asked only once in [#DEAD_LEVEL].
  static final int LEVEL_MISSES = 3;

  static final Duration DEAD_LEVEL = Duration.ofSeconds(2);

  private static final String GONE = "the input module does not answer any more";

  /// After this long a silence the line is opened anew: a converter may hang, or another device of
  /// the station may be plugged in there.
  static final Duration OPEN_ANEW = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(ModbusBinSensor.class);

  private final String name;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final LinkOpener opener;
  private final BinOptions options;
  private final Connection connection;
  private final DropInputs inputs;
  private final OutputDuty outputs;
  private final LevelWatch level;
  private final DeviceWaker waker = new DeviceWaker();

  private @Nullable ModbusMaster bus;
  private Duration nextInputs = Duration.ZERO;
  private Duration nextLevel = Duration.ZERO;
  private long passed;
  private int levelMisses;
  private Optional<BinTrouble> refusal = Optional.empty();
  private Optional<Duration> silentSince = Optional.empty();
  private boolean known;
  private List<SelfNote> says = List.of();

  ModbusBinSensor(DriverSetup setup, BinOptions options) {
    this.name = setup.name();
    this.clock = setup.clock();
    this.listener = setup.listener();
    this.opener = setup.opener();
    this.options = options;
    this.connection = new Connection(setup, NOT_THERE);
    this.inputs = new DropInputs(name, options);
    this.outputs = new OutputDuty(name, options, listener);
    this.level =
        new LevelWatch(
            new FillGauge(options.empty(), options.full()),
            options.suspectItems(),
            options.suspectPoints());
    BusTiming timing = options.times().timing();
    LOG.info("{}: inputs are read {}", name, timing.inWords());
    if (!timing.isEnough() && options.module().counters().isEmpty()) {
      LOG.warn(
          "{}: the inputs are read less than 40 times a second, so a thin item may pass unseen; {}; see"
              + " 'station setup-bus'",
          name,
          timing.withBaud(115_200).inWords());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  @Override
  public boolean lockFlap(long command, boolean locked) {
    boolean taken = outputs.ask(command, locked);
    waker.wake();
    return taken;
  }

  @Override
  public void lamp(LampPattern lamp) {
    outputs.lamp(lamp);
    waker.wake();
  }

  @Override
  public void step() {
    waker.ownedHere();
    try {
      if (connection.connect()) {
        begin();
        return;
      }
      ModbusMaster open = bus;
      if (connection.link() == null || open == null) {
        outputs.refuseAll();
      } else {
        work(open);
      }
    } catch (LinkLostException e) {
      known = false;
      connection.lost(connection.codeOf(e), String.valueOf(e.getMessage()));
      outputs.refuseAll();
    }
  }

  @Override
  public Duration leisure() {
    if (connection.link() == null) {
      return connection.leisure();
    }
    if (silentSince.isPresent() || outputs.commanded()) {
      return Duration.ZERO;
    }
    Duration next = nextInputs;
    next = options.level().isPresent() && nextLevel.compareTo(next) < 0 ? nextLevel : next;
    Duration output = outputs.nextCheck(clock.monotonic());
    next = output.compareTo(next) < 0 ? output : next;
    Duration left = next.minus(clock.monotonic());
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void close() {
    connection.closed();
  }

  private void begin() throws LinkLostException {
    ByteLink link = connection.link();
    if (link == null) {
      return;
    }
    BusTiming timing = options.times().timing();
    ModbusMaster fresh =
        new ModbusMaster(
            link,
            clock,
            options.times().reply(),
            BusTiming.gap(timing.baud(), timing.bitsPerByte()));
    bus = fresh;
    silentSince = Optional.empty();
    Optional<ModbusReply> answer = fresh.ask(options.module().handShake(options.ioUnit()));
    if (answer.isEmpty()) {
      silent(fresh, known ? GONE : "no input module answers at " + opener.describe());
      return;
    }
    known = true;
    says = List.of(described(answer.get()), timing.note());
    answering();
  }

  /// Starts normal work after an answer: everything is read anew, and the wanted outputs are set
  /// again.
  private void answering() {
    Duration now = clock.monotonic();
    nextInputs = now;
    nextLevel = now;
    outputs.begin(now);
    level.begin(now);
    inputs.begin();
    refusal = Optional.empty();
    review();
  }

  /// A module of another make may have no version register and refuse. This answer shows that it is
  /// alive.
  private static SelfNote described(ModbusReply handShake) {
    return handShake instanceof ModbusReply.Registers(List<Integer> values)
        ? SelfNote.of(
            "MODULE",
            "input module, version %s",
            "%d.%02d".formatted(values.get(0) / 100, values.get(0) % 100))
        : SelfNote.of("MODULE_UNKNOWN", "input module");
  }

  private void silent(ModbusMaster open, String reason) {
    Duration now = clock.monotonic();
    if (open.isNoisy()) {
      connection.nonsense("the bytes received are not an answer of a Modbus slave");
    } else if (!known) {
      connection.silent(SILENT, reason);
    } else if (silentSince.filter(since -> now.minus(since).compareTo(OPEN_ANEW) > 0).isPresent()) {
      connection.openAnew(SILENT, reason);
    } else {
      silentSince = silentSince.or(() -> Optional.of(now));
      connection.mute(SILENT, reason);
    }
    outputs.refuseAll();
  }

  /// Asks a silent module for its inputs only, once per step and without pause.
  private void askOn(ModbusMaster open) throws LinkLostException {
    outputs.refuseAll();
    Optional<ModbusReply> reply = open.askOnce(options.module().readInputs(options.ioUnit()));
    if (reply.isEmpty()) {
      silent(open, GONE);
    } else {
      silentSince = Optional.empty();
      answering();
      inputs(open, reply.get());
    }
  }

  private void work(ModbusMaster open) throws LinkLostException {
    Duration now = clock.monotonic();
    if (silentSince.isPresent()) {
      askOn(open);
    } else if (now.compareTo(nextInputs) >= 0) {
      readInputs(open);
    } else if (outputs.commanded()) {
      outputs.command(open);
      review();
    } else if (options.level().isPresent() && now.compareTo(nextLevel) >= 0) {
      nextLevel = now.plus(options.times().level());
      readLevel(open, options.level().get());
    } else if (outputs.checkDue(now)) {
      outputs.check(open, now);
      review();
    }
  }

  private void readInputs(ModbusMaster open) throws LinkLostException {
    nextInputs = clock.monotonic().plus(options.times().inputs());
    int before = open.repeats();
    Optional<ModbusReply> reply = open.ask(options.module().readInputs(options.ioUnit()));
    if (open.repeats() > before) {
      listener.on(new DeviceEvent.ReadRepeated(name));
    }
    if (reply.isEmpty()) {
      silent(open, GONE);
    } else {
      inputs(open, reply.get());
    }
  }

  private void inputs(ModbusMaster open, ModbusReply reply) throws LinkLostException {
    if (reply instanceof ModbusReply.ModbusRefusal refused) {
      refusal =
          Optional.of(new BinTrouble("DB12", "the input module refuses: " + refused.inWords()));
    } else if (reply instanceof ModbusReply.Bits(List<Boolean> bits)) {
      refusal = Optional.empty();
      take(open, inputs.read(bits, open.seenFrom(), clock.monotonic(), clock.instant()));
    }
    review();
  }

  private void take(ModbusMaster open, DropInputs.Reading reading) throws LinkLostException {
    reading.ended().ifPresent(time -> listener.on(new DeviceEvent.ShadowEnded(name, time)));
    reading.state().ifPresent(listener::on);
    if (reading.emptied()) {
      level.emptied();
      listener.on(new DeviceEvent.BinCount(name, 0));
    }
    Optional<ModbusPlace> counters = options.module().counters();
    if (counters.isPresent()) {
      ModbusPlace eye =
          new ModbusPlace(
              counters.get().function(), counters.get().address() + options.inputs().eye());
      if (open.ask(eye.read(options.ioUnit(), 1)).orElse(null)
          instanceof ModbusReply.Registers(List<Integer> values)) {
        items(inputs.counted(values.get(0)), clock.instant());
      }
    } else if (reading.passed().isPresent()) {
      items(1, reading.passed().get());
    }
  }

  private void items(int count, Instant at) {
    if (count == 0) {
      return;
    }
    level.items(count);
    for (int i = 0; i < count; i++) {
      passed++;
      listener.on(new DeviceEvent.ObjectPassed(name, at, passed));
    }
    listener.on(new DeviceEvent.BinCount(name, level.items()));
  }

  private void readLevel(ModbusMaster open, BinOptions.LevelOptions sensor)
      throws LinkLostException {
    Duration now = clock.monotonic();
    if (inputs.masksLevel(now)) {
      level.excuse(now);
      return;
    }
    Optional<ModbusReply> reply = open.askOnce(sensor.sensor().ask(sensor.unit()));
    levelMisses = reply.isPresent() ? 0 : levelMisses + 1;
    if (levelMisses >= LEVEL_MISSES) {
      // While the driver waits for a dead sensor, it cannot watch the eye.
      nextLevel = now.plus(DEAD_LEVEL);
    }
    if (reply.orElse(null) instanceof ModbusReply.Registers(List<Integer> values)) {
      OptionalLong value = sensor.sensor().value(values);
      if (value.isPresent()) {
        level
            .measured(value.getAsLong(), clock.monotonic())
            .ifPresent(percent -> listener.on(new DeviceEvent.FillLevel(name, percent)));
      }
    }
    review();
  }

  /// Reports the health that follows from what is known now.
  private void review() {
    Duration now = clock.monotonic();
    Optional<BinTrouble> trouble =
        refusal
            .or(() -> inputs.trouble(now))
            .or(() -> options.level().isPresent() ? level.trouble(now) : Optional.empty())
            .or(outputs::trouble);
    if (trouble.isPresent()) {
      connection.needsHand(trouble.get().code(), trouble.get().reason());
    } else {
      connection.ready(says);
    }
  }
}
