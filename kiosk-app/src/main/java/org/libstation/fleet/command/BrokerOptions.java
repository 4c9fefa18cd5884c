package org.libstation.fleet.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.fleet.StationName;
import org.libstation.site.FleetPlace;
import org.libstation.site.SiteProblem;
import org.libstation.site.TlsPlace;
import picocli.CommandLine.Option;

/// Options of a command that connects to the broker.
final class BrokerOptions {
  private static final int USUAL_PORT = 1883;
  private static final int USUAL_TLS_PORT = 8883;
  private static final int LARGEST_PORT = 65_535;
  private static final Pattern BROKER =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,5}))?");

  @Option(names = "--broker", required = true, paramLabel = "HOST[:PORT]")
  private String broker = "";

  @Option(names = "--prefix", paramLabel = "NAME")
  private String prefix = "libstation";

  @Option(names = "--login", paramLabel = "FILE")
  private String login = "";

  @Option(names = "--tls")
  private boolean tls;

  @Option(names = "--authority", paramLabel = "FILE")
  private String authority = "";

  @Option(names = "--certificate", paramLabel = "FILE")
  private String certificate = "";

  @Option(names = "--certificate-key", paramLabel = "FILE")
  private String certificateKey = "";

  /// Reads the options.
  ///
  /// @param station `LIBRARY/PLACE/NAME`
  /// @throws SiteProblem when an option is not valid
  FleetPlace place(String station) {
    Matcher parts = BROKER.matcher(broker);
    if (!parts.matches()) {
      throw new SiteProblem("--broker: expected HOST or HOST:PORT, an IPv6 address in brackets");
    }
    int port =
        parts.group(3) == null
            ? tls ? USUAL_TLS_PORT : USUAL_PORT
            : Integer.parseInt(parts.group(3));
    if (port < 1 || port > LARGEST_PORT) {
      throw new SiteProblem("--broker: expected a port from 1 to 65535");
    }
    try {
      StationName.part(prefix);
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("--prefix: " + e.getMessage());
    }
    StationName name;
    try {
      name = StationName.parse(station);
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("--station: " + e.getMessage());
    }
    try {
      return new FleetPlace(
          parts.group(1) == null ? parts.group(2) : parts.group(1),
          port,
          prefix,
          name.library(),
          name.place(),
          name.station(),
          login,
          new TlsPlace(tls, authority, "", certificate, certificateKey),
          List.of(),
          List.of());
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("the broker: " + e.getMessage());
    }
  }
}
