package org.libstation.payment.zvt.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libstation.payment.zvt.lab.ZvtTwin.Booked;

/// Serves a twin at a TCP port of this machine, one till at a time, until it is closed.
public final class TcpEnd implements AutoCloseable {
  /// Observes the traffic. It is called in the connection's thread, which waits for it.
  public interface Watch {
    /// A byte is about to pass, in either direction.
    default void before() {}

    /// The till has disconnected, and the twin knows it.
    default void gone() {}
  }

  private final ZvtTwin twin;
  private final ServerSocket door;
  private final Thread far;
  private volatile @Nullable Socket now;
  private volatile Watch watch = new Watch() {};

  public TcpEnd(ZvtTwin twin) throws IOException {
    this(twin, 0);
  }

  /// @param port 0 for any free port
  public TcpEnd(ZvtTwin twin, int port) throws IOException {
    this.twin = twin;
    this.door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    this.far = Thread.ofPlatform().name("terminal").start(this::serve);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Sets the only observer.
  public void watched(Watch by) {
    watch = by;
  }

  /// What the twin's bank has; may be called from any thread.
  public List<Booked> ledger() {
    synchronized (twin) {
      return twin.ledger();
    }
  }

  /// Cuts the line of the connected till.
  public void cut() {
    Socket till = now;
    if (till != null) {
      try {
        till.close();
      } catch (IOException _) {
        // It was cut already.
      }
    }
  }

  /// Pulls the cable: a connected till is cut off too.
  void unplug() throws IOException {
    door.close();
    cut();
    close();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket till = door.accept()) {
        // Sends each byte at once, without waiting for the next one.
        till.setTcpNoDelay(true);
        now = till;
        if (!door.isClosed()) {
          talk(till.getInputStream(), till.getOutputStream());
        }
      } catch (IOException _) {
        // The till was cut off, or this end is closed.
      }
      synchronized (twin) {
        twin.alone();
      }
      watch.gone();
    }
  }

  private void talk(InputStream in, OutputStream out) throws IOException {
    for (int each = in.read(); each >= 0; each = in.read()) {
      watch.before();
      byte[] answer;
      synchronized (twin) {
        twin.hear((byte) each);
        answer = twin.say();
      }
      for (byte one : answer) {
        watch.before();
        out.write(one);
      }
    }
  }

  /// Closes the port; returns when the thread has ended.
  @Override
  public void close() throws IOException {
    door.close();
    try {
      far.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
