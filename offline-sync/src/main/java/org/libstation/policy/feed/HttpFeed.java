package org.libstation.policy.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches a document from a web address, and only if it changed (RFC 9110 13.1.2: If-None-Match).
///
/// Without TLS it asks only this machine itself. The document is signed, but outsiders must not see
/// who asks for it and how often.
public final class HttpFeed implements Feed {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// Time limit for a whole answer, its last byte included.
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;

  private final URI address;
  private final HttpClient client;
  private final Duration whole;

  /// @throws IllegalArgumentException if the address is neither `https:` nor on this machine
  public HttpFeed(URI address) {
    this(address, WHOLE);
  }

  /// @param whole time limit for a whole answer
  HttpFeed(URI address, Duration whole) {
    boolean own =
        "http".equals(address.getScheme())
            && ("127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost()));
    if (!"https".equals(address.getScheme()) && !own) {
      throw new IllegalArgumentException("expected an address that begins with https://");
    }
    this.address = address;
    this.whole = whole;
    this.client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  }

  @Override
  public Fetched fetch(Optional<String> known) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(whole).GET();
    known.ifPresent(mark -> request.header("If-None-Match", mark));
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(
            request.build(),
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
    try {
      // The request's own time limit ends with the head of the answer.
      HttpResponse<String> answer = asked.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      return switch (answer.statusCode()) {
        case NOT_MODIFIED -> new Fetched.NotChanged();
        case OK -> new Fetched.Document(answer.body(), answer.headers().firstValue("ETag"));
        default -> new Fetched.FeedUnreachable(address + " answers " + answer.statusCode());
      };
    } catch (ExecutionException e) {
      return new Fetched.FeedUnreachable(address + ": " + said(e));
    } catch (TimeoutException e) {
      boolean _ = asked.cancel(true);
      return new Fetched.FeedUnreachable(
          address + ": not whole after " + whole.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      boolean _ = asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Fetched.FeedUnreachable(address + ": interrupted");
    }
  }

  private static String said(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
