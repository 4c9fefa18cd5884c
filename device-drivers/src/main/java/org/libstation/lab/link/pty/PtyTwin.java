package org.libstation.lab.link.pty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.lab.link.PacedLink;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;

/// A twin at the far end of a pseudo-terminal, with its own thread, as slow as its baud rate. It
/// can be unplugged and plugged in again under the same permanent name.
public final class PtyTwin implements PluggedTwin {
  private static final Duration TURN = Duration.ofMillis(5);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final Twin twin;
  private final int baud;
  private final int bits;
  private final Optional<Path> name;
  private @Nullable Pty pty;
  private @Nullable Thread thread;

  private PtyTwin(Twin twin, int baud, int bits, Optional<Path> name) {
    this.twin = twin;
    this.baud = baud;
    this.bits = bits;
    this.name = name;
  }

  /// Plugs the twin in.
  ///
  /// @param name a symbolic link that leads to the pair while it is plugged in
  public static PtyTwin plugged(Twin twin, int baud, Optional<Path> name) {
    return plugged(twin, baud, PacedLink.USUAL_BITS, name);
  }

  /// Plugs the twin in on a line with another frame than 8N1.
  ///
  /// @param bits bits of each byte on the wire: 10 for 8N1, 11 for 8E1
  /// @param name as above
  public static PtyTwin plugged(Twin twin, int baud, int bits, Optional<Path> name) {
    PtyTwin plugged = new PtyTwin(twin, baud, bits, name);
    plugged.plug();
    return plugged;
  }

  /// The path that a driver opens: the permanent name if there is one, else the pair's own path.
  ///
  /// @throws IllegalStateException if the twin is unplugged and has no permanent name
  public synchronized String path() {
    if (name.isPresent()) {
      return name.get().toString();
    }
    if (pty == null) {
      throw new IllegalStateException("it is unplugged");
    }
    return pty.slavePath();
  }

  @Override
  public String place() {
    return path();
  }

  @Override
  public synchronized boolean plugged() {
    return pty != null;
  }

  /// Plugs the twin in, each time on a new pair.
  @Override
  public synchronized void plug() {
    if (pty != null) {
      return;
    }
    Pty fresh = Pty.open();
    name.ifPresent(fresh::linkTo);
    ByteLink far = new PacedLink(fresh.master(), baud, bits);
    pty = fresh;
    thread =
        Thread.ofPlatform().daemon().name("twin at " + fresh.slavePath()).start(() -> run(far));
  }

  @Override
  public synchronized void unplug() {
    Pty old = pty;
    Thread running = thread;
    pty = null;
    thread = null;
    if (old != null) {
      old.close();
    }
    if (running != null) {
      try {
        running.join(STOP_LIMIT);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    unplug();
  }

  private void run(ByteLink far) {
    byte[] buffer = new byte[1024];
    byte[] none = new byte[0];
    try {
      while (true) {
        // A busy device still takes its turns, but leaves the bytes on the wire.
        int count = far.read(twin.ready() ? buffer : none, TURN);
        byte[] answer = twin.exchange(count == 0 ? none : Arrays.copyOf(buffer, count));
        if (answer.length > 0) {
          far.write(answer, WRITE_LIMIT);
        }
      }
    } catch (LinkLostException _) {
      // Unplugged; the twin itself stays alive.
    }
  }
}
