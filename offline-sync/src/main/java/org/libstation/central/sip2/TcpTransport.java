package org.libstation.central.sip2;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
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
  private final SocketFactory sockets;
  private volatile @Nullable Socket socket;

  private TcpTransport(String host, int port, SocketFactory sockets) {
    this.host = host;
    this.port = port;
    this.sockets = sockets;
  }

  public static TcpTransport plain(String host, int port) {
    return new TcpTransport(host, port, SocketFactory.getDefault());
  }

  /// TLS; the certificate must be trusted by the factory and name the host.
  public static TcpTransport tls(String host, int port, SSLSocketFactory sockets) {
    return new TcpTransport(host, port, sockets);
  }

  @Override
  public void open(Duration within) throws IOException {
    close();
    Socket fresh = sockets.createSocket();
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
    open.setSoTimeout(millis(within));
    try {
      return open.getInputStream().read(buffer);
    } catch (SocketTimeoutException passed) {
      return 0;
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
