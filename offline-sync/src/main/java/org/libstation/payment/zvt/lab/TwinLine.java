package org.libstation.payment.zvt.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.payment.TerminalLine;

/// A line in memory to a twin, which passes one byte at a time. A fault can be set to occur at any
/// byte.
public final class TwinLine implements TerminalLine {
  /// What may happen at a byte.
  public enum Event {
    NONE,
    /// The line is cut; it can be opened again.
    CUT,
    /// The terminal loses its power; it is back at the next connection.
    RESTART,
    /// The terminal stops without any sign; it works again at the next connection.
    SILENT
  }

  private final ZvtTwin twin;
  private final Optional<SerialEnd> serial;
  private final Consumer<Duration> spend;
  private final Deque<Byte> coming = new ArrayDeque<>();
  private Runnable each = () -> {};
  private Event event = Event.NONE;
  private long at;
  private long bytes;
  private boolean open;
  private boolean silent;
  private boolean away;

  /// @param spend lets time pass while a read waits in vain
  public TwinLine(ZvtTwin twin, Consumer<Duration> spend) {
    this(twin, false, spend);
  }

  /// @param serial whether it is a serial line; otherwise TCP
  public TwinLine(ZvtTwin twin, boolean serial, Consumer<Duration> spend) {
    this.twin = twin;
    this.serial = serial ? Optional.of(new SerialEnd(twin)) : Optional.empty();
    this.spend = spend;
  }

  /// @param step called before each byte passes
  public void each(Runnable step) {
    each = step;
  }

  /// Sets what happens at a coming byte.
  ///
  /// @param n number of the byte from now, in either direction; the first is 1
  public void at(long n, Event happens) {
    at = bytes + n;
    event = happens;
  }

  /// Number of bytes that have passed, in both directions.
  public long bytes() {
    return bytes;
  }

  /// Sets whether the terminal cannot be reached.
  public void away(boolean now) {
    away = now;
  }

  @Override
  public void open() throws IOException {
    close();
    if (away) {
      throw new IOException("no way to the terminal");
    }
    open = true;
  }

  @Override
  public void write(byte[] data) throws IOException {
    for (byte one : data) {
      step();
      if (!silent) {
        serial.ifPresentOrElse(end -> end.hear(one), () -> twin.hear(one));
      }
    }
    hearTwin();
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    if (!open) {
      throw new IOException("the line is lost");
    }
    if (coming.isEmpty() || silent) {
      spend.accept(within);
      return 0;
    }
    step();
    if (silent) {
      return 0;
    }
    buffer[0] = coming.remove();
    return 1;
  }

  private void hearTwin() {
    for (byte one : serial.map(SerialEnd::say).orElseGet(twin::say)) {
      coming.add(one);
    }
  }

  private void step() throws IOException {
    if (!open) {
      throw new IOException("the line is lost");
    }
    bytes++;
    each.run();
    if (bytes != at) {
      return;
    }
    switch (event) {
      case NONE -> {
        // Nothing was set.
      }
      case SILENT -> silent = true;
      case CUT -> {
        close();
        throw new IOException("the line was cut");
      }
      case RESTART -> {
        close();
        twin.restart();
        throw new IOException("the terminal closed the line");
      }
    }
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      silent = false;
      coming.clear();
      twin.alone();
    }
  }
}
