package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
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

  /// How an output stands after it was set.
  private enum Set {
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
  private boolean lampIsRight;
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
    lampIsRight = false;
  }

  /// Whether a command waits.
  boolean commanded() {
    return active != null || !commands.isEmpty();
  }

  /// Whether the lamp or a check of the outputs is due.
  boolean checkDue(Duration now) {
    boolean lamp = options.lamp().isPresent() && !lampIsRight;
    return lamp || (isKept() && now.compareTo(nextCheck) >= 0);
  }

  private boolean isKept() {
    return wantedLock.isPresent() || options.lamp().isPresent();
  }

  /// When the next check is due; a long time when there is nothing to keep.
  Duration nextCheck() {
    return isKept() ? nextCheck : Duration.ofDays(365_000);
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
    Set set = set(bus, options.lock(), command.locked);
    boolean done = set == Set.DONE;
    stuck = set == Set.OTHERWISE && triesLeft == 0;
    if (done || triesLeft == 0) {
      lampIsRight = false;
      end(command, done);
    }
  }

  /// Compares the outputs with what is wanted.
  void check(ModbusMaster bus, Duration now) throws LinkLostException {
    nextCheck = now.plus(CHECK);
    if (wantedLock.isPresent()) {
      stuck = set(bus, options.lock(), wantedLock.get()) == Set.OTHERWISE;
    }
    if (options.lamp().isPresent()) {
      // A lamp that does not follow is looked at again with the next check.
      Set _ = set(bus, options.lamp().getAsInt(), !wantedLock.orElse(false));
      lampIsRight = true;
    }
  }

  /// Reads the output, writes it if it stands otherwise, reads it back.
  private Set set(ModbusMaster bus, int number, boolean on) throws LinkLostException {
    ModbusRequest look = options.readOutput(number);
    ModbusReply wanted = new ModbusReply.Bits(List.of(on));
    if (bus.ask(look).equals(Optional.of(wanted))) {
      return Set.DONE;
    }
    bus.ask(options.writeOutput(number, on));
    ModbusReply after = bus.ask(look).orElse(null);
    if (wanted.equals(after)) {
      return Set.DONE;
    }
    return after instanceof ModbusReply.Bits ? Set.OTHERWISE : Set.UNKNOWN;
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

  Optional<Trouble> trouble() {
    return stuck
        ? Optional.of(new Trouble("B28", "the lock of the flap does not follow"))
        : Optional.empty();
  }
}
