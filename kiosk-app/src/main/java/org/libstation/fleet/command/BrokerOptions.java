package org.libstation.fleet.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.fleet.rights.Rights;
import org.libstation.site.FleetPlace;
import org.libstation.site.SiteProblem;
import org.libstation.site.TlsPlace;
import picocli.CommandLine.Option;

/// How a command comes to the broker.
final class BrokerOptions {
  private static final int USUAL_PORT = 1883;
  private static final int USUAL_TLS_PORT = 8883;
  private static final int LARGEST_PORT = 65_535;
  private static final Pattern BROKER =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,5}))?");

  @Option(
      names = "--broker",
      required = true,
      paramLabel = "HOST[:PORT]",
      description = "8883 with --tls, else 1883")
  private String broker = "";

  @Option(names = "--prefix", paramLabel = "NAME", description = "the first part of every topic")
  private String prefix = "libstation";

  @Option(
      names = "--login",
      paramLabel = "FILE",
      description = "two lines, name: and password:, chmod 600")
  private String login = "";

  @Option(names = "--tls", description = "encrypted")
  private boolean tls;

  @Option(names = "--authority", paramLabel = "FILE", description = "whom to trust, PEM")
  private String authority = "";

  @Option(names = "--certificate", paramLabel = "FILE", description = "shown to the broker, PEM")
  private String certificate = "";

  @Option(names = "--certificate-key", paramLabel = "FILE", description = "its key, PEM")
  private String certificateKey = "";

  /// @param station `LIBRARY/PLACE/NAME`
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
      Rights.name(prefix);
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("--prefix: " + e.getMessage());
    }
    try {
      Rights.user(station);
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("--station: " + e.getMessage());
    }
    List<String> name = List.of(station.split("/", -1));
    try {
      return new FleetPlace(
          parts.group(1) == null ? parts.group(2) : parts.group(1),
          port,
          prefix,
          name.get(0),
          name.get(1),
          name.get(2),
          login,
          new TlsPlace(tls, authority, "", certificate, certificateKey),
          List.of(),
          List.of());
    } catch (IllegalArgumentException e) {
      throw new SiteProblem("the broker: " + e.getMessage());
    }
  }
}
