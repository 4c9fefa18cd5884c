package org.libstation.central.sip2;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// TCP, plain or with TLS. SIP2 sends passwords and PINs in clear: plain TCP is for loopback and
/// private networks.
///
/// A write needs no deadline: one short request at a time goes into an empty send buffer, since the
/// connection is dropped after any request that went unanswered.
public final class TcpTransport implements Transport {

  /// Nothing older, whatever the machine's own policy allows.
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final String host;
  private final int port;
  private final Optional<SSLSocketFactory> tls;
  private volatile @Nullable Socket socket;

  private TcpTransport(String host, int port, Optional<SSLSocketFactory> tls) {
    this.host = host;
    this.port = port;
    this.tls = tls;
  }

  public static TcpTransport plain(String host, int port) {
    return new TcpTransport(host, port, Optional.empty());
  }

  /// TLS; the certificate must be trusted by the factory and name the host.
  public static TcpTransport tls(String host, int port, SSLSocketFactory sockets) {
    return new TcpTransport(host, port, Optional.of(sockets));
  }

  @Override
  public void open(Duration within) throws IOException {
    close();
    Socket fresh = tls.isPresent() ? tls.get().createSocket() : SocketChannel.open().socket();
    socket = fresh;
    try {
      fresh.setTcpNoDelay(true);
      fresh.connect(new InetSocketAddress(host, port), millis(within));
      if (fresh instanceof SSLSocket secure) {
        fresh.setSoTimeout(millis(within));
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        secure.setSSLParameters(parameters);
        secure.startHandshake();
      }
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    connected().getOutputStream().write(bytes);
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    Socket open = connected();
    SocketChannel plain = open.getChannel();
    if (within.isZero() && plain != null) {
      return readNow(plain, buffer);
    }
    open.setSoTimeout(millis(within));
    try {
      return open.getInputStream().read(buffer);
    } catch (SocketTimeoutException passed) {
      return 0;
    }
  }

  /// Only what is there. A socket's own read waits for a millisecond at least, and every request
  /// looks first whether its connection is quiet.
  private static int readNow(SocketChannel channel, byte[] buffer) throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.wrap(buffer));
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  public void close() {
    Socket open = socket;
    socket = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException alreadyGone) {
        // Nothing is left that could be closed.
      }
    }
  }

  private Socket connected() throws IOException {
    Socket open = socket;
    if (open == null) {
      throw new IOException("not connected");
    }
    return open;
  }

  /// Zero would mean "for ever" to a socket.
  private static int millis(Duration within) {
    return Math.clamp(within.toMillis(), 1, Integer.MAX_VALUE);
  }
}
