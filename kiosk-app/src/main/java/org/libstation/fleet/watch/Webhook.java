package org.libstation.fleet.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Posts [Alert#json] to an address. An answer from 200 to 299 accepts it; redirections are not
/// followed.
public final class Webhook implements Way {
  private static final Duration WITHIN = Duration.ofSeconds(15);

  private final URI address;
  private final Alert.AlertHelp help;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(WITHIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @throws IllegalArgumentException when the address is neither encrypted nor on this machine: it
  ///   often holds a secret
  public Webhook(URI address, Alert.AlertHelp help) {
    String scheme = String.valueOf(address.getScheme());
    String host = String.valueOf(address.getHost());
    if (address.getHost() == null
        || !(scheme.equals("https")
            || (scheme.equals("http")
                && (host.equals("localhost")
                    || (host.matches("[0-9.]+|\\[.*") && isLoopback(host)))))) {
      throw new IllegalArgumentException(
          "expected https://…, or http:// to this machine itself (127.0.0.1)");
    }
    this.address = address;
    this.help = help;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void tell(Alert alert) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(WITHIN)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", alert.id() + "-" + alert.step().word())
            .POST(HttpRequest.BodyPublishers.ofString(alert.json(help)))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IOException(address.getHost() + " answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("ended while it was sent", e);
    }
  }
}
