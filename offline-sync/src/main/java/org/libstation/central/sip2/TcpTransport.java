package org.libstation.central.sip2;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
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
  private volatile @Nullable PlainChannel plain;
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
    if (tls.isEmpty()) {
      openPlain(within);
      return;
    }
    Socket fresh = tls.get().createSocket();
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

  private void openPlain(Duration within) throws IOException {
    PlainChannel fresh = PlainChannel.fresh();
    plain = fresh;
    try {
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        throw new UnknownHostException(host);
      }
      fresh.connect(address, within);
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    PlainChannel channel = plain;
    if (channel != null) {
      channel.write(bytes);
    } else {
      connected().getOutputStream().write(bytes);
    }
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    PlainChannel channel = plain;
    if (channel != null) {
      return channel.read(buffer, within);
    }
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
    PlainChannel channel = plain;
    Socket open = socket;
    plain = null;
    socket = null;
    try {
      if (channel != null) {
        channel.close();
      }
      if (open != null) {
        open.close();
      }
    } catch (IOException alreadyGone) {
      // Nothing is left that could be closed.
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
