package org.libstation.policy.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A document behind an address, asked for only when it changed (RFC 9110 13.1.2: If-None-Match).
///
/// Without TLS only this machine itself is asked: what comes is signed, but who asks for it and how
/// often is nobody's business.
public final class HttpFeed implements Feed {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  private final URI address;
  private final HttpClient client;

  /// @throws IllegalArgumentException when the address is neither `https:` nor of this machine
  public HttpFeed(URI address) {
    boolean own =
        "http".equals(address.getScheme())
            && ("127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost()));
    if (!"https".equals(address.getScheme()) && !own) {
      throw new IllegalArgumentException("expected an address that begins with https://");
    }
    this.address = address;
    this.client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  }

  @Override
  public Fetched fetch(Optional<String> known) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER).GET();
    known.ifPresent(mark -> request.header("If-None-Match", mark));
    try {
      HttpResponse<String> answer =
          client.send(
              request.build(),
              BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
      return switch (answer.statusCode()) {
        case NOT_MODIFIED -> new Fetched.NotChanged();
        case OK -> new Fetched.Document(answer.body(), answer.headers().firstValue("ETag"));
        default -> new Fetched.Unreachable(address + " answers " + answer.statusCode());
      };
    } catch (IOException e) {
      return new Fetched.Unreachable(address + ": " + said(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetched.Unreachable(address + ": interrupted");
    }
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
