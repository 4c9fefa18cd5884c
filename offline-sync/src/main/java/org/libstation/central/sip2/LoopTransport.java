package org.libstation.central.sip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.libstation.central.link.Transport;

/// A transport without a network: the far end is called in the thread of the caller, and waiting
/// moves a clock. A simulation hears every line and decides what comes back, when, and whether at
/// all; two runs with the same decisions are the same.
///
/// Used by one thread.
public final class LoopTransport implements Transport {

  /// The clock of a simulation.
  public interface Time {
    Duration monotonic();

    /// Lets time pass up to that moment, and everything happen that is due until then.
    void passUntil(Duration moment);
  }

  /// The other side.
  public interface FarEnd {
    /// Somebody connects.
    ///
    /// @throws IOException when nobody is there
    void opened(Connection connection) throws IOException;

    /// A line came, without its CR.
    void heard(Connection connection, byte[] line);

    /// The near side closed; what is said from now on is lost.
    void closed(Connection connection);
  }

  /// One connection, as the far end sees it.
  public static final class Connection {
    private record Coming(Duration at, long number, Optional<byte[]> bytes) {}

    private final Time time;
    private final PriorityQueue<Coming> coming =
        new PriorityQueue<>(Comparator.comparing(Coming::at).thenComparingLong(Coming::number));
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long numbers;
    private boolean open = true;
    private boolean hungUp;

    private Connection(Time time) {
      this.time = time;
    }

    /// Says something that arrives after so long; in time's order, then in the order of saying.
    public void say(byte[] bytes, Duration after) {
      put(Optional.of(bytes.clone()), after);
    }

    /// Hangs up after so long.
    public void hangUp(Duration after) {
      put(Optional.empty(), after);
    }

    public boolean isOpen() {
      return open;
    }

    private void put(Optional<byte[]> bytes, Duration after) {
      if (open) {
        coming.add(new Coming(time.monotonic().plus(after), numbers++, bytes));
      }
    }
  }

  private final FarEnd farEnd;
  private final Time time;
  private Optional<Connection> current = Optional.empty();

  public LoopTransport(FarEnd farEnd, Time time) {
    this.farEnd = farEnd;
    this.time = time;
  }

  @Override
  public void open(Duration within) throws IOException {
    close();
    Connection connection = new Connection(time);
    farEnd.opened(connection);
    current = Optional.of(connection);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    Connection connection = connected();
    for (byte b : bytes) {
      if (b == '\r') {
        byte[] line = connection.line.toByteArray();
        connection.line.reset();
        farEnd.heard(connection, line);
      } else {
        connection.line.write(b);
      }
    }
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    Connection connection = connected();
    Duration deadline = time.monotonic().plus(within);
    while (true) {
      if (connection.hungUp) {
        return -1;
      }
      Connection.Coming next = connection.coming.peek();
      Duration now = time.monotonic();
      if (next != null && next.at().compareTo(now) <= 0) {
        return deliver(connection, connection.coming.remove(), buffer);
      }
      if (now.compareTo(deadline) >= 0) {
        return 0;
      }
      boolean soon = next != null && next.at().compareTo(deadline) < 0;
      time.passUntil(soon ? next.at() : deadline);
    }
  }

  private static int deliver(Connection connection, Connection.Coming now, byte[] buffer) {
    if (now.bytes().isEmpty()) {
      connection.hungUp = true;
      return -1;
    }
    byte[] bytes = now.bytes().get();
    int length = Math.min(bytes.length, buffer.length);
    System.arraycopy(bytes, 0, buffer, 0, length);
    if (length < bytes.length) {
      byte[] rest = new byte[bytes.length - length];
      System.arraycopy(bytes, length, rest, 0, rest.length);
      connection.coming.add(new Connection.Coming(now.at(), now.number(), Optional.of(rest)));
    }
    return length;
  }

  @Override
  public void close() {
    if (current.isPresent()) {
      Connection connection = current.get();
      current = Optional.empty();
      connection.open = false;
      farEnd.closed(connection);
    }
  }

  private Connection connected() throws IOException {
    if (current.isEmpty()) {
      throw new IOException("not connected");
    }
    return current.get();
  }
}
