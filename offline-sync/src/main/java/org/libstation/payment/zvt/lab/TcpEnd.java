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

/// The far end of a network connection, before a twin: one till at a time on a port of this
/// machine, until it is closed.
public final class TcpEnd implements AutoCloseable {
  /// Looks on, in the thread of the connection, which waits meanwhile.
  public interface Watch {
    /// A byte is about to go over, in either direction.
    default void before() {}

    /// The till is gone, and the twin knows it.
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

  /// @param port 0 for any that is free
  public TcpEnd(ZvtTwin twin, int port) throws IOException {
    this.twin = twin;
    this.door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    this.far = Thread.ofPlatform().name("terminal").start(this::serve);
  }

  public int port() {
    return door.getLocalPort();
  }

  public void watched(Watch by) {
    watch = by;
  }

  /// What the twin's bank has, from any thread.
  public List<Booked> ledger() {
    synchronized (twin) {
      return twin.ledger();
    }
  }

  /// The line of the till that is there is cut.
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

  /// The cable is pulled: also a till that is there is cut off.
  void unplug() throws IOException {
    door.close();
    cut();
    close();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket till = door.accept()) {
        // Each byte by itself, whatever the next one brings.
        till.setTcpNoDelay(true);
        now = till;
        if (!door.isClosed()) {
          talk(till.getInputStream(), till.getOutputStream());
        }
      } catch (IOException _) {
        // The till was cut off, or this is closed.
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

  /// Returns when nothing of it runs any more.
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
