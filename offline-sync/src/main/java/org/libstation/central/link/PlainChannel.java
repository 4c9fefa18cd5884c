package org.libstation.central.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// One plain TCP connection that keeps no copy of its data.
///
/// Java's sockets read and write through native memory of their own. Data stays there until the
/// thread reads or writes again. This class uses its own buffers instead and wipes them after each
/// piece.
final class PlainChannel implements AutoCloseable {
  private static final int ROOM = 8 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM);
  private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);

  private PlainChannel(SocketChannel channel, Selector selector, SelectionKey key) {
    this.channel = channel;
    this.selector = selector;
    this.key = key;
  }

  /// Makes a channel that is not connected yet, so that another thread can close it while it
  /// connects.
  static PlainChannel fresh() throws IOException {
    SocketChannel channel = SocketChannel.open();
    Selector selector = null;
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      selector = Selector.open();
      return new PlainChannel(channel, selector, channel.register(selector, 0));
    } catch (IOException failed) {
      channel.close();
      if (selector != null) {
        selector.close();
      }
      throw failed;
    }
  }

  /// @throws LineFault.LineException if the far end does not answer in time
  void connect(InetSocketAddress address, Duration within) throws IOException {
    if (channel.connect(address)) {
      return;
    }
    long end = end(within);
    while (!channel.finishConnect()) {
      if (!await(SelectionKey.OP_CONNECT, end)) {
        throw new LineFault.LineException(LineFault.CONNECT_TIMED_OUT, "Connect timed out");
      }
    }
  }

  /// Sends all bytes. A write needs no deadline: see [TcpTransport].
  void write(byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; at += ROOM) {
      out.clear().put(bytes, at, Math.min(ROOM, bytes.length - at)).flip();
      try {
        while (out.hasRemaining()) {
          if (channel.write(out) == 0) {
            boolean _ = await(SelectionKey.OP_WRITE, Long.MAX_VALUE);
          }
        }
      } finally {
        wipe(out);
      }
    }
  }

  /// @param within longest wait; zero takes only what is already there
  /// @return number of bytes; 0 if none came in time, -1 at the end of the stream
  int read(byte[] buffer, Duration within) throws IOException {
    long end = end(within);
    while (true) {
      in.clear().limit(Math.min(ROOM, buffer.length));
      int count = channel.read(in);
      if (count > 0) {
        in.flip().get(buffer, 0, count);
        wipe(in);
      }
      if (count != 0 || within.isZero() || !await(SelectionKey.OP_READ, end)) {
        return count;
      }
    }
  }

  private static void wipe(ByteBuffer buffer) {
    int used = buffer.limit();
    buffer.clear();
    for (int i = 0; i < used; i++) {
      buffer.put(i, (byte) 0);
    }
  }

  private static long end(Duration within) {
    return System.nanoTime() + within.toNanos();
  }

  /// Waits until the channel is ready.
  ///
  /// @return false if the time is already over
  private boolean await(int readiness, long end) throws IOException {
    long left = end == Long.MAX_VALUE ? 0 : end - System.nanoTime();
    if (left <= 0 && end != Long.MAX_VALUE) {
      return false;
    }
    try {
      key.interestOps(readiness);
      // Never zero, because zero would mean an endless wait.
      int _ = end == Long.MAX_VALUE ? selector.select() : selector.select(left / 1_000_000 + 1);
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException | CancelledKeyException closed) {
      throw new AsynchronousCloseException();
    }
    return true;
  }

  /// Closes the channel, even while a thread waits on it; that thread then finds it closed.
  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
