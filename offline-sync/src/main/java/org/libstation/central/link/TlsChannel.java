package org.libstation.central.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// One TLS connection that keeps no copy of its data.
///
/// Java's TLS sockets keep the last message in their own memory until the next one comes. Here the
/// TLS engine works in this class's buffers, which are wiped after each piece. The encrypted side
/// is wiped too, because the engine decrypts in place.
final class TlsChannel implements AutoCloseable {

  /// The only TLS versions allowed, even if the machine's own policy allows older ones.
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final PlainChannel wire;
  private final SSLEngine engine;
  private final ByteBuffer cipher;
  private final ByteBuffer plain;
  private final byte[] piece;

  /// Number of received bytes that are not decrypted yet; they begin at 0.
  private int waiting;

  private TlsChannel(PlainChannel wire, SSLEngine engine) {
    this.wire = wire;
    this.engine = engine;
    int packet = engine.getSession().getPacketBufferSize();
    this.cipher = ByteBuffer.allocateDirect(packet);
    this.plain = ByteBuffer.allocateDirect(engine.getSession().getApplicationBufferSize()).limit(0);
    this.piece = new byte[packet];
  }

  /// Makes a channel that is not connected yet, so that another thread can close it while it
  /// connects.
  ///
  /// @param host name that the certificate must carry
  static TlsChannel fresh(SSLContext context, String host, int port) throws IOException {
    SSLEngine engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(PROTOCOLS);
    engine.setSSLParameters(parameters);
    return new TlsChannel(PlainChannel.fresh(), engine);
  }

  /// Connects and completes the TLS handshake. Sends no data of the station before the far end is
  /// trusted.
  ///
  /// @throws SSLException if the far end is not trusted
  void connect(InetSocketAddress address, Duration within) throws IOException {
    long end = System.nanoTime() + within.toNanos();
    wire.connect(address, within);
    try {
      engine.beginHandshake();
      shakeHands(end);
    } catch (SSLException refused) {
      complain();
      throw refused;
    } catch (LineFault.LineException known) {
      throw known;
    } catch (IOException broken) {
      throw new LineFault.LineException(LineFault.HANDSHAKE_CLOSED, broken.getMessage());
    }
  }

  private void shakeHands(long end) throws IOException {
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case FINISHED, NOT_HANDSHAKING -> {
          return;
        }
        case NEED_TASK -> tasks();
        case NEED_WRAP -> wrap(NOTHING.duplicate());
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (unwrap() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            int came = fill(left(end));
            if (came == 0) {
              throw new LineFault.LineException(
                  LineFault.HANDSHAKE_SILENT, "the far end does not agree on encryption in time");
            }
            if (came < 0) {
              throw new LineFault.LineException(
                  LineFault.HANDSHAKE_CLOSED, "the far end hung up while encryption was agreed on");
            }
          }
        }
      }
    }
  }

  private void tasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  /// Sends the reason for the failure to the far end, if it still listens.
  private void complain() {
    try {
      if (engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_WRAP) {
        wrap(NOTHING.duplicate());
      }
    } catch (IOException _) {
      // The connection is being closed anyway.
    }
  }

  /// Sends all bytes. A write needs no deadline: see [TcpTransport].
  void write(byte[] bytes) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    do {
      wrap(source);
    } while (source.hasRemaining());
  }

  private void wrap(ByteBuffer source) throws IOException {
    ByteBuffer packet = ByteBuffer.wrap(piece);
    SSLEngineResult result = engine.wrap(source, packet);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED && result.bytesProduced() == 0) {
      throw new SSLException("the connection is closed");
    }
    byte[] encrypted = new byte[packet.position()];
    packet.flip().get(encrypted);
    wire.write(encrypted);
  }

  /// @param within longest wait; zero takes only what is already there
  /// @return number of bytes; 0 if none came in time, -1 at the end of the stream
  int read(byte[] buffer, Duration within) throws IOException {
    long end = System.nanoTime() + within.toNanos();
    while (!plain.hasRemaining()) {
      switch (unwrap()) {
        case CLOSED -> {
          return -1;
        }
        case BUFFER_UNDERFLOW -> {
          int came = fill(within.isZero() ? Duration.ZERO : left(end));
          if (came <= 0) {
            return came;
          }
        }
        case OK -> afterwards();
        case BUFFER_OVERFLOW -> throw new SSLException("a record is larger than agreed");
      }
    }
    int count = Math.min(buffer.length, plain.remaining());
    plain.get(buffer, 0, count);
    if (!plain.hasRemaining()) {
      wipe(plain, 0, plain.position());
      plain.clear().limit(0);
    }
    return count;
  }

  /// Handles what TLS may send at any time: new keys, or a ticket for the next connection.
  private void afterwards() throws IOException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> tasks();
      case NEED_WRAP -> wrap(NOTHING.duplicate());
      case FINISHED, NOT_HANDSHAKING, NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {}
    }
  }

  /// Decrypts one record, if a whole record has arrived.
  private SSLEngineResult.Status unwrap() throws SSLException {
    cipher.position(0).limit(waiting);
    plain.clear();
    SSLEngineResult result;
    try {
      result = engine.unwrap(cipher, plain);
    } finally {
      plain.flip();
    }
    int used = cipher.position();
    cipher.compact();
    waiting -= used;
    wipe(cipher, waiting, waiting + used);
    return result.getStatus();
  }

  /// Receives more encrypted bytes; returns as [PlainChannel#read] does.
  private int fill(Duration within) throws IOException {
    byte[] came = new byte[cipher.capacity() - waiting];
    int count = wire.read(came, within);
    if (count > 0) {
      cipher.clear().position(waiting);
      cipher.put(came, 0, count);
      waiting += count;
    }
    return count;
  }

  private static void wipe(ByteBuffer buffer, int from, int to) {
    buffer.clear();
    for (int i = from; i < to; i++) {
      buffer.put(i, (byte) 0);
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }

  /// Closes the channel, even while a thread waits on it; that thread then finds it closed.
  @Override
  public void close() throws IOException {
    wire.close();
  }
}
