package org.libstation.device.linescanner;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.libstation.device.link.WireBytes;

/// Starts and stops a scanner's reading as the station wants, and starts it again after it has
/// ended by itself. Sends nothing until the station has asked for either.
final class ReadingSwitch {
  private final ScannerCommands commands;
  private final AtomicReference<Optional<Boolean>> wanted = new AtomicReference<>(Optional.empty());
  private Optional<Boolean> told = Optional.empty();
  private Duration started = Duration.ZERO;

  ReadingSwitch(ScannerCommands commands) {
    this.commands = commands;
  }

  /// Sets the wanted state; may be called by any thread.
  void want(boolean reading) {
    wanted.set(Optional.of(reading));
  }

  /// Sends the state again later, because the scanner may have forgotten it.
  void forget() {
    told = Optional.empty();
  }

  /// Notes that the scanner stopped reading by itself, as it does after a scan in trigger mode.
  void ended() {
    if (commands.readsOnce()) {
      forget();
    }
  }

  /// Returns the bytes to send now; empty if there are none.
  Optional<WireBytes> due(Duration now) {
    Optional<Boolean> wish = wanted.get();
    boolean over =
        commands.readsOnce()
            && !commands.triggerLasts().isZero()
            && now.minus(started).compareTo(commands.triggerLasts()) >= 0;
    boolean reads = wish.equals(Optional.of(true));
    if (wish.isEmpty() || (wish.equals(told) && !(reads && over))) {
      return Optional.empty();
    }
    told = wish;
    started = now;
    WireBytes bytes = reads ? commands.start() : commands.stop();
    return Optional.of(bytes).filter(some -> some.length() > 0);
  }
}
