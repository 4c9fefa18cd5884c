package org.libstation.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.TlsTrust;
import org.libstation.central.link.Transport;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options that name a central system: its address, the timeout, and the trusted certificates.
public final class CentralSystemOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Parameters(paramLabel = "HOST:PORT")
  private String address = "";

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "15")
  private int timeout = 15;

  @Option(names = "--tls")
  private boolean tls;

  @Option(names = "--authority", paramLabel = "PEM")
  private @Nullable Path authority;

  @Option(names = "--pinned", paramLabel = "SHA256")
  private @Nullable String pinned;

  public String address() {
    return address;
  }

  public Duration timeout() {
    return Duration.ofSeconds(timeout);
  }

  /// Makes the transport; it is not opened yet.
  ///
  /// @throws SiteProblem if the options are wrong
  public Transport transport() {
    int colon = address.lastIndexOf(':');
    int port = port(address.substring(colon + 1));
    if (colon < 1 || port < 1 || timeout < 1) {
      throw new SiteProblem("expected HOST:PORT and a timeout of at least a second");
    }
    String host = address.substring(0, colon);
    if (!tls) {
      if (authority != null || pinned != null) {
        throw new SiteProblem("--authority and --pinned need --tls");
      }
      return TcpTransport.plain(host, port);
    }
    try {
      return TcpTransport.tls(host, port, new TlsTrust(server(), Optional.empty()).context());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unfit) {
      throw new SiteProblem("--tls: " + unfit.getMessage());
    }
  }

  private TlsTrust.Server server() {
    if (pinned != null) {
      return new TlsTrust.Server.Pinned(pinned);
    }
    return authority == null
        ? new TlsTrust.Server.MachinesAuthorities()
        : new TlsTrust.Server.Authority(authority);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port <= HIGHEST_PORT ? port : 0;
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
