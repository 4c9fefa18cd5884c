package org.libstation.device.linescanner;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.libstation.device.link.WireBytes;

/// Starts and stops a scanner's reading as the station wants it, and starts it again where it ends
/// by itself. Before anybody has said anything, nothing is sent.
final class ReadingSwitch {
  private final ScannerCommands commands;
  private final AtomicReference<Optional<Boolean>> wanted = new AtomicReference<>(Optional.empty());
  private Optional<Boolean> told = Optional.empty();
  private Duration started = Duration.ZERO;

  ReadingSwitch(ScannerCommands commands) {
    this.commands = commands;
  }

  /// May be called by any thread.
  void want(boolean reading) {
    wanted.set(Optional.of(reading));
  }

  /// The scanner may have forgotten what it was told.
  void forget() {
    told = Optional.empty();
  }

  /// It has stopped reading by itself, as it does after a scan in its trigger mode.
  void ended() {
    if (commands.readsOnce()) {
      forget();
    }
  }

  /// What to send now; empty when there is nothing to say.
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
