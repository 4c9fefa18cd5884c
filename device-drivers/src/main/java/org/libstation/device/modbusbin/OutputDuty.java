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

/// The outputs of a drop: the flap's lock as it was last asked for, and the lamp that burns while
/// the drop takes items. What a module forgets (a brown-out) is set again.
final class OutputDuty {
  /// How often the lock is written and read back for one command.
  static final int LOCK_TRIES = 5;

  /// Commands that may wait.
  static final int QUEUE_LIMIT = 16;

  /// How often the outputs are compared with what is wanted.
  static final Duration CHECK = Duration.ofSeconds(2);

  static final Duration QUICK = Duration.ofMillis(250);
  static final Duration SLOW = Duration.ofSeconds(1);

  /// How an output stands after it was set.
  private enum OutputResult {
    DONE,
    /// It was read back, and stands otherwise.
    OTHERWISE,
    /// It could not be read back.
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

  /// From any thread.
  boolean ask(long command, boolean locked) {
    return commands.offer(new Lock(command, locked));
  }

  void begin(Duration now) {
    nextCheck = now;
    lampShown = Optional.empty();
  }

  /// Whether a command waits.
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

  /// When the next check is due, or the lamp turns; a long time when there is nothing to keep.
  Duration nextCheck(Duration now) {
    if (!isKept()) {
      return Duration.ofDays(365_000);
    }
    Duration turn = options.lamp().isPresent() ? turns(now) : nextCheck;
    return turn.compareTo(nextCheck) < 0 ? turn : nextCheck;
  }

  /// From any thread.
  void lamp(LampPattern wanted) {
    lamp = Optional.of(wanted);
  }

  /// Whether the lamp is to burn at this moment.
  private boolean burns(Duration now) {
    return switch (lamp.orElse(wantedLock.orElse(false) ? LampPattern.OFF : LampPattern.STEADY)) {
      case STEADY -> true;
      case OFF -> false;
      case QUICK -> now.toMillis() / QUICK.toMillis() % 2 == 0;
      case SLOW -> now.toMillis() / SLOW.toMillis() % 2 == 0;
    };
  }

  /// When it turns next, as far as it blinks.
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

  /// One attempt at the command that waits.
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

  /// Compares the outputs with what is wanted.
  void check(ModbusMaster bus, Duration now) throws LinkLostException {
    boolean burns = burns(now);
    if (options.lamp().isPresent() && now.compareTo(nextCheck) < 0) {
      // A lamp that blinks costs one request a turn; whether it follows is looked at below.
      bus.ask(options.writeOutput(options.lamp().getAsInt(), burns));
      lampShown = Optional.of(burns);
      return;
    }
    nextCheck = now.plus(CHECK);
    if (wantedLock.isPresent()) {
      stuck = set(bus, options.lock(), wantedLock.get()) == OutputResult.OTHERWISE;
    }
    if (options.lamp().isPresent()) {
      // A lamp that does not follow is looked at again with the next check.
      OutputResult _ = set(bus, options.lamp().getAsInt(), burns);
      lampShown = Optional.of(burns);
    }
  }

  /// Reads the output, writes it if it stands otherwise, reads it back.
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

  /// The bus is gone: nothing that waits will be done, but the last word stands.
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
        ? Optional.of(new BinTrouble("DB28", "the lock of the flap does not follow"))
        : Optional.empty();
  }
}
