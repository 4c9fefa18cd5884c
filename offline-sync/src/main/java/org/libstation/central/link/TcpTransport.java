package org.libstation.central.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A TCP connection, plain or with TLS. SIP2 sends passwords and PINs in clear text, so plain TCP
/// is only for loopback and private networks.
///
/// A write needs no deadline. Each request is short and goes into an empty send buffer, because the
/// connection is dropped after any unanswered request.
public final class TcpTransport implements Transport {
  private final String host;
  private final int port;
  private final Optional<SSLContext> tls;
  private volatile @Nullable PlainChannel plain;
  private volatile @Nullable TlsChannel secure;

  private TcpTransport(String host, int port, Optional<SSLContext> tls) {
    this.host = host;
    this.port = port;
    this.tls = tls;
  }

  public static TcpTransport plain(String host, int port) {
    return new TcpTransport(host, port, Optional.empty());
  }

  /// Makes a TLS connection. The context must trust the far end's certificate, and the certificate
  /// must name the host.
  public static TcpTransport tls(String host, int port, SSLContext context) {
    return new TcpTransport(host, port, Optional.of(context));
  }

  boolean isEncrypted() {
    return tls.isPresent();
  }

  @Override
  public void open(Duration within) throws IOException {
    close();
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    try {
      if (tls.isPresent()) {
        TlsChannel fresh = TlsChannel.fresh(tls.get(), host, port);
        secure = fresh;
        fresh.connect(address, within);
      } else {
        PlainChannel fresh = PlainChannel.fresh();
        plain = fresh;
        fresh.connect(address, within);
      }
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
      encrypted().write(bytes);
    }
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    PlainChannel channel = plain;
    return channel != null ? channel.read(buffer, within) : encrypted().read(buffer, within);
  }

  @Override
  public void close() {
    PlainChannel channel = plain;
    TlsChannel encrypted = secure;
    plain = null;
    secure = null;
    try {
      if (channel != null) {
        channel.close();
      }
      if (encrypted != null) {
        encrypted.close();
      }
    } catch (IOException alreadyGone) {
      // A connection that cannot be closed is already gone.
    }
  }

  private TlsChannel encrypted() throws IOException {
    TlsChannel open = secure;
    if (open == null) {
      throw new IOException("not connected");
    }
    return open;
  }
}
