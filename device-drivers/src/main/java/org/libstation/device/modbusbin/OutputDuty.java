package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.LampPattern;
import org.libstation.device.link.LinkLostException;

/// The outputs of a drop: the lock of the flap as last commanded, and the lamp that is lit while
/// the drop accepts items. Outputs that a module forgets (a brown-out) are set again.
final class OutputDuty {
  /// How often the lock is written and read back for one command.
  static final int LOCK_TRIES = 5;

  /// Most commands that may wait.
  static final int QUEUE_LIMIT = 16;

  /// How often the outputs are compared with the wanted state.
  static final Duration CHECK = Duration.ofSeconds(2);

  static final Duration QUICK = Duration.ofMillis(250);
  static final Duration SLOW = Duration.ofSeconds(1);

  /// The state of an output after it was set.
  private enum OutputResult {
    DONE,
    /// The output was read back and differs.
    OTHERWISE,
    /// The output could not be read back.
    UNKNOWN
  }

  private record Lock(long number, boolean locked) {}

  private final String device;
  private final BinOptions options;
  private final DeviceListener listener;
  private final Queue<Lock> commands = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private @Nullable Lock active;
  private int triesLeft;
  private Optional<Boolean> wantedLock = Optional.empty();
  private volatile Optional<LampPattern> lamp = Optional.empty();
  private Optional<Boolean> lampShown = Optional.empty();
  private Duration nextCheck = Duration.ZERO;
  private boolean stuck;

  OutputDuty(String device, BinOptions options, DeviceListener listener) {
    this.device = device;
    this.options = options;
    this.listener = listener;
  }

  /// Queues a lock command; may be called from any thread.
  ///
  /// @return false if the queue is full
  boolean ask(long command, boolean locked) {
    return commands.offer(new Lock(command, locked));
  }

  /// Begins anew on a new connection: all outputs are checked again.
  void begin(Duration now) {
    nextCheck = now;
    lampShown = Optional.empty();
  }

  /// Whether a command waits or is being carried out.
  boolean commanded() {
    return active != null || !commands.isEmpty();
  }

  /// Whether the lamp or a check of the outputs is due.
  boolean checkDue(Duration now) {
    boolean turns = options.lamp().isPresent() && !lampShown.equals(Optional.of(burns(now)));
    return turns || (isKept() && now.compareTo(nextCheck) >= 0);
  }

  private boolean isKept() {
    return wantedLock.isPresent() || options.lamp().isPresent();
  }

  /// When the next check or change of the lamp is due; far in the future if there is nothing to
  /// maintain.
  Duration nextCheck(Duration now) {
    if (!isKept()) {
      return Duration.ofDays(365_000);
    }
    Duration turn = options.lamp().isPresent() ? turns(now) : nextCheck;
    return turn.compareTo(nextCheck) < 0 ? turn : nextCheck;
  }

  /// Sets the lamp; may be called from any thread.
  void lamp(LampPattern wanted) {
    lamp = Optional.of(wanted);
  }

  /// Whether the lamp is to be lit at this moment.
  private boolean burns(Duration now) {
    return switch (lamp.orElse(wantedLock.orElse(false) ? LampPattern.OFF : LampPattern.STEADY)) {
      case STEADY -> true;
      case OFF -> false;
      case QUICK -> now.toMillis() / QUICK.toMillis() % 2 == 0;
      case SLOW -> now.toMillis() / SLOW.toMillis() % 2 == 0;
    };
  }

  /// When the lamp changes next, if it blinks; otherwise the next check.
  private Duration turns(Duration now) {
    if (!lampShown.equals(Optional.of(burns(now)))) {
      return now;
    }
    return switch (lamp.orElse(LampPattern.STEADY)) {
      case STEADY, OFF -> nextCheck;
      case QUICK -> Duration.ofMillis((now.toMillis() / QUICK.toMillis() + 1) * QUICK.toMillis());
      case SLOW -> Duration.ofMillis((now.toMillis() / SLOW.toMillis() + 1) * SLOW.toMillis());
    };
  }

  /// Makes one attempt at the waiting command.
  void command(ModbusMaster bus) throws LinkLostException {
    if (active == null) {
      active = commands.poll();
      triesLeft = LOCK_TRIES;
    }
    Lock command = active;
    if (command == null) {
      return;
    }
    wantedLock = Optional.of(command.locked);
    triesLeft--;
    OutputResult set = set(bus, options.lock(), command.locked);
    boolean done = set == OutputResult.DONE;
    stuck = set == OutputResult.OTHERWISE && triesLeft == 0;
    if (done || triesLeft == 0) {
      lampShown = Optional.empty();
      end(command, done);
    }
  }

  /// Compares the outputs with the wanted state.
  void check(ModbusMaster bus, Duration now) throws LinkLostException {
    boolean burns = burns(now);
    if (options.lamp().isPresent() && now.compareTo(nextCheck) < 0) {
      // A blinking lamp costs one request for each change; the check below reads it back.
      bus.ask(options.writeOutput(options.lamp().getAsInt(), burns));
      lampShown = Optional.of(burns);
      return;
    }
    nextCheck = now.plus(CHECK);
    if (wantedLock.isPresent()) {
      stuck = set(bus, options.lock(), wantedLock.get()) == OutputResult.OTHERWISE;
    }
    if (options.lamp().isPresent()) {
      // A lamp that does not follow is tried again at the next check.
      OutputResult _ = set(bus, options.lamp().getAsInt(), burns);
      lampShown = Optional.of(burns);
    }
  }

  /// Reads the output, writes it if it differs, and reads it back.
  private OutputResult set(ModbusMaster bus, int number, boolean on) throws LinkLostException {
    ModbusRequest look = options.readOutput(number);
    ModbusReply wanted = new ModbusReply.Bits(List.of(on));
    if (bus.ask(look).equals(Optional.of(wanted))) {
      return OutputResult.DONE;
    }
    bus.ask(options.writeOutput(number, on));
    ModbusReply after = bus.ask(look).orElse(null);
    if (wanted.equals(after)) {
      return OutputResult.DONE;
    }
    return after instanceof ModbusReply.Bits ? OutputResult.OTHERWISE : OutputResult.UNKNOWN;
  }

  /// Fails all waiting commands because the bus is gone. The last commanded state is still set
  /// later.
  void refuseAll() {
    Lock begun = active;
    if (begun != null) {
      end(begun, false);
    }
    for (Lock c = commands.poll(); c != null; c = commands.poll()) {
      wantedLock = Optional.of(c.locked);
      end(c, false);
    }
  }

  private void end(Lock command, boolean done) {
    active = null;
    listener.on(new DeviceEvent.FlapLockSet(device, command.number, command.locked, done));
  }

  Optional<BinTrouble> trouble() {
    return stuck
        ? Optional.of(new BinTrouble("DB28", "the lock of the flap does not obey"))
        : Optional.empty();
  }
}
