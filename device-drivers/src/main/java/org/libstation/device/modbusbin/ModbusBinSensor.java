package org.libstation.device.modbusbin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.DriverSetup;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.Reconnect;

/// The inputs, the distance and the flap lock of a book drop.
///
/// Each step does one thing: connect, one attempt at the lock, one reading of the inputs or one of
/// the distance. Whoever last asked for the lock is taken at his word: when the module forgets it
/// (a brown-out), it is set again.
final class ModbusBinSensor implements BinSensor {
  /// How often the lock is written and read back for one command.
  static final int LOCK_TRIES = 5;

  /// Commands that may wait.
  static final int QUEUE_LIMIT = 16;

  /// Without a valid distance for so long the sensor is blind.
  static final Duration BLIND = Duration.ofSeconds(10);

  /// How often the lock is compared with what was last asked for.
  static final Duration LOCK_CHECK = Duration.ofSeconds(2);

  /// Nearer than this is no book: the sensor's window is dirty or it measures nothing.
  static final int NEAREST_MILLIMETRES = 1;

  /// Farther than this is no bin: sensors say FFFFh for "no echo".
  static final int FARTHEST_MILLIMETRES = 12_000;

  private record Lock(long number, boolean locked) {}

  private final String name;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final LinkOpener opener;
  private final BinOptions options;
  private final Queue<Lock> commands = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private final Reconnect reconnect = new Reconnect();
  private final DropEye eye = new DropEye();
  private final FillGauge gauge;

  private volatile DeviceHealth health;
  private volatile @Nullable ModbusMaster master;
  private @Nullable Lock active;
  private int triesLeft;
  private Optional<Boolean> wantedLock = Optional.empty();
  private Duration nextInputs = Duration.ZERO;
  private Duration nextDistance = Duration.ZERO;
  private Duration nextLockCheck = Duration.ZERO;
  private Duration lastSight = Duration.ZERO;
  private DeviceEvent.@Nullable DropState said;
  private boolean binPresent = true;
  private long passed;
  private String description = "";

  ModbusBinSensor(DriverSetup setup, BinOptions options) {
    this.name = setup.name();
    this.clock = setup.clock();
    this.listener = setup.listener();
    this.opener = setup.opener();
    this.options = options;
    this.gauge = new FillGauge(options.emptyMillimetres(), options.fullMillimetres());
    this.health = new DeviceHealth.Connecting(clock.instant(), 0, "B01", "not yet connected");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return health;
  }

  @Override
  public boolean lockFlap(long command, boolean locked) {
    return commands.offer(new Lock(command, locked));
  }

  @Override
  public void step() {
    ModbusMaster open = master;
    try {
      if (open == null) {
        connect();
      } else {
        work(open);
      }
    } catch (LinkLostException e) {
      lost("B10", e.getMessage() == null ? "the line is cut" : e.getMessage());
    }
  }

  @Override
  public void close() {
    ModbusMaster open = master;
    master = null;
    if (open != null) {
      open.close();
      become(new DeviceHealth.Connecting(clock.instant(), 0, "B01", "closed"));
    }
  }

  private void connect() throws LinkLostException {
    if (!reconnect.due(clock.monotonic())) {
      refuseWaiting();
      return;
    }
    ModbusMaster fresh = new ModbusMaster(opener.open(), clock, options.reply());
    master = fresh;
    Optional<ModbusReply> version = fresh.ask(read(3, options.versionRegister(), 1));
    if (version.isEmpty()) {
      lost("B11", "no input module answers at " + opener.describe());
      return;
    }
    // Another make has no version there and refuses: it is alive all the same.
    description =
        version.get() instanceof ModbusReply.Registers(List<Integer> values)
            ? "input module, version %d.%02d".formatted(values.get(0) / 100, values.get(0) % 100)
            : "input module";
    reconnect.succeeded();
    Duration now = clock.monotonic();
    nextInputs = now;
    nextDistance = now;
    nextLockCheck = now;
    lastSight = now;
    review();
  }

  private ModbusRequest.Read read(int function, int address, int count) {
    return new ModbusRequest.Read(options.ioUnit(), function, address, count);
  }

  private void work(ModbusMaster open) throws LinkLostException {
    Duration now = clock.monotonic();
    if (active == null) {
      active = commands.poll();
      triesLeft = LOCK_TRIES;
    }
    Lock command = active;
    // The eye goes first: a lock that is tried again must not make it blink.
    if (now.compareTo(nextInputs) >= 0) {
      inputs(open);
    } else if (command != null) {
      lock(open, command);
    } else if (options.measures() && now.compareTo(nextDistance) >= 0) {
      nextDistance = now.plus(options.distanceEvery());
      distance(open);
    } else if (wantedLock.isPresent() && now.compareTo(nextLockCheck) >= 0) {
      nextLockCheck = now.plus(LOCK_CHECK);
      setLock(open, wantedLock.get());
    }
  }

  private void inputs(ModbusMaster open) throws LinkLostException {
    Optional<ModbusReply> reply =
        open.ask(read(ModbusRequest.Read.DISCRETE_INPUTS, 0, BinOptions.INPUTS));
    Duration now = clock.monotonic();
    nextInputs = now.plus(options.inputsEvery());
    if (reply.isEmpty()) {
      lost("B11", "the input module does not answer any more");
      return;
    }
    switch (reply.get()) {
      case ModbusReply.Bits(List<Boolean> bits) -> state(bits);
      case ModbusReply.Refused refused ->
          become(
              new DeviceHealth.NeedsHand(
                  clock.instant(), "B12", "the input module refuses: " + refused.inWords()));
      case ModbusReply.Registers _, ModbusReply.Written _ -> {
        // Cannot be: a reply of another function is no reply to this request.
      }
    }
  }

  private boolean input(List<Boolean> bits, int number) {
    return bits.get(number) != options.inverted().contains(number);
  }

  private void state(List<Boolean> bits) {
    Duration now = clock.monotonic();
    Optional<Instant> object = eye.reading(input(bits, options.eye()), now, clock.instant());
    if (eye.isChanging()) {
      nextInputs = now.plus(DropEye.DEBOUNCE);
    }
    binPresent = input(bits, options.binPresent());
    DeviceEvent.DropState state =
        new DeviceEvent.DropState(
            name,
            input(bits, options.flapClosed()),
            eye.dark(),
            binPresent,
            input(bits, options.tamper()));
    if (!state.equals(said)) {
      said = state;
      listener.on(state);
    }
    if (object.isPresent()) {
      passed++;
      listener.on(new DeviceEvent.ObjectPassed(name, object.get(), passed));
    }
    review();
  }

  private void distance(ModbusMaster open) throws LinkLostException {
    Duration now = clock.monotonic();
    if (eye.unsettled(now) || !binPresent) {
      lastSight = now;
      return;
    }
    Optional<ModbusReply> reply =
        open.askOnce(
            new ModbusRequest.Read(
                options.distanceUnit(), options.distanceFunction(), options.distanceRegister(), 1));
    if (reply.isPresent()
        && reply.get() instanceof ModbusReply.Registers(List<Integer> values)
        && isValid(millimetres(values.get(0)))) {
      lastSight = clock.monotonic();
      gauge
          .distance(millimetres(values.get(0)))
          .ifPresent(percent -> listener.on(new DeviceEvent.FillLevel(name, percent)));
    }
    review();
  }

  private int millimetres(int counts) {
    // FFFFh is the family's "no echo", whatever a count is worth.
    return counts == 0xFFFF ? 0 : counts * options.distanceScale() / 10;
  }

  private static boolean isValid(int millimetres) {
    return millimetres >= NEAREST_MILLIMETRES && millimetres <= FARTHEST_MILLIMETRES;
  }

  private void lock(ModbusMaster open, Lock command) throws LinkLostException {
    wantedLock = Optional.of(command.locked);
    triesLeft--;
    boolean done = setLock(open, command.locked);
    if (done || triesLeft == 0) {
      end(command, done);
    }
  }

  /// Reads the output, writes it if it stands otherwise, reads it back.
  private boolean setLock(ModbusMaster open, boolean locked) throws LinkLostException {
    ModbusRequest look = read(ModbusRequest.Read.COILS, options.lockCoil(), 1);
    ModbusReply wanted = new ModbusReply.Bits(List.of(locked));
    if (open.ask(look).equals(Optional.of(wanted))) {
      return true;
    }
    open.ask(new ModbusRequest.WriteCoil(options.ioUnit(), options.lockCoil(), locked));
    return open.ask(look).equals(Optional.of(wanted));
  }

  private void end(Lock command, boolean done) {
    active = null;
    listener.on(new DeviceEvent.FlapLockSet(name, command.number, command.locked, done));
  }

  /// What its state is now that something was learned.
  private void review() {
    Duration now = clock.monotonic();
    if (eye.jammed(now)) {
      become(needsHand("B21", "something blocks the photo-eye of the drop"));
    } else if (options.measures() && now.minus(lastSight).compareTo(BLIND) > 0) {
      become(needsHand("B22", "the distance sensor has measured nothing for a while"));
    } else {
      ready();
    }
  }

  private DeviceHealth needsHand(String code, String reason) {
    return new DeviceHealth.NeedsHand(clock.instant(), code, reason);
  }

  private void lost(String code, String reason) {
    ModbusMaster open = master;
    master = null;
    if (open != null) {
      open.close();
    }
    reconnect.failed(clock.monotonic());
    become(new DeviceHealth.Connecting(clock.instant(), reconnect.failures(), code, reason));
    Lock begun = active;
    if (begun != null) {
      end(begun, false);
    }
    refuseWaiting();
  }

  private void refuseWaiting() {
    for (Lock c = commands.poll(); c != null; c = commands.poll()) {
      wantedLock = Optional.of(c.locked);
      end(c, false);
    }
  }

  private void ready() {
    if (health instanceof DeviceHealth.Ready now) {
      health = new DeviceHealth.Ready(now.since(), description, clock.instant());
    } else {
      become(new DeviceHealth.Ready(clock.instant(), description, clock.instant()));
    }
  }

  private void become(DeviceHealth next) {
    boolean same =
        next instanceof DeviceHealth.NeedsHand
            && health instanceof DeviceHealth.NeedsHand
            && next.code().equals(health.code());
    if (!same) {
      health = next;
      listener.on(new DeviceEvent.HealthChanged(name, next));
    }
  }
}
