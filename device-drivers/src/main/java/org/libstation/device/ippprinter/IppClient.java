package org.libstation.device.ippprinter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.libstation.device.ippprinter.IppMessage.IppValue;

/// Asks one printer over HTTP, one question at a time (RFC 8010, section 4). Never blocks.
final class IppClient implements AutoCloseable {
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

  /// Most bytes of an answer; the answers expected here have a few KiB.
  private static final int LONGEST_ANSWER = 256 * 1024;

  static final byte[] NO_DOCUMENT = {};

  private final HttpClient http;
  private final IppSettings settings;
  private int lastId;

  IppClient(IppSettings settings) {
    this.settings = settings;
    this.http = settings.access().apply(builder()).build();
  }

  static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_LIMIT);
  }

  /// The result of a question.
  sealed interface IppReply {
    /// An IPP message as answer, successful or not.
    record IppAnswer(IppMessage message) implements IppReply {}

    /// Nothing answers at the address; nothing was sent.
    record Unreachable(String reason) implements IppReply {}

    /// The far end gave no answer or only a part of one: the request may have been carried out.
    record Silent(String reason) implements IppReply {}

    /// The far end does not accept this station, or the station does not trust the far end. Nothing
    /// was done.
    record IppRefusal(String reason) implements IppReply {}

    /// An answer that is not IPP.
    record Nonsense(String reason) implements IppReply {}
  }

  /// Asks for the state of the printer.
  CompletableFuture<IppReply> printer() {
    return ask(
        IppMessage.GET_PRINTER,
        Map.of("requested-attributes", keywords(IppPrinterState.ASKED_FOR)),
        Map.of(),
        NO_DOCUMENT);
  }

  /// Submits a document as a job that is to begin at once.
  ///
  /// @param limit how long the job may take before the server itself gives it up, in case nothing
  ///   cancels it (PWG 5100.11, job-cancel-after)
  CompletableFuture<IppReply> print(String name, byte[] pdf, String media, Duration limit) {
    Map<String, List<IppValue>> job = new LinkedHashMap<>();
    job.put("copies", List.of(IppValue.of(IppMessage.INTEGER, 1)));
    job.put("sides", keywords(List.of("one-sided")));
    job.put("media", keywords(List.of(media)));
    job.put("print-scaling", keywords(List.of("none")));
    job.put("job-cancel-after", List.of(IppValue.of(IppMessage.INTEGER, (int) limit.toSeconds())));
    Map<String, List<IppValue>> operation = new LinkedHashMap<>();
    operation.put("job-name", List.of(IppValue.of(IppMessage.NAME, name)));
    operation.put(
        "document-format", List.of(IppValue.of(IppMessage.MEDIA_TYPE, "application/pdf")));
    return ask(IppMessage.PRINT_JOB, operation, job, pdf);
  }

  /// Asks for the state of a job.
  CompletableFuture<IppReply> job(int job) {
    Map<String, List<IppValue>> operation = new LinkedHashMap<>();
    operation.put("job-id", List.of(IppValue.of(IppMessage.INTEGER, job)));
    operation.put("requested-attributes", keywords(List.of("job-state", "job-state-reasons")));
    return ask(IppMessage.GET_JOB, operation, Map.of(), NO_DOCUMENT);
  }

  /// Asks for the list of this station's jobs.
  ///
  /// @param which `completed` or `not-completed`
  CompletableFuture<IppReply> jobs(String which) {
    Map<String, List<IppValue>> operation = new LinkedHashMap<>();
    operation.put("which-jobs", keywords(List.of(which)));
    operation.put("my-jobs", List.of(IppValue.of(true)));
    operation.put("requested-attributes", keywords(List.of("job-id", "job-name", "job-state")));
    return ask(IppMessage.GET_JOBS, operation, Map.of(), NO_DOCUMENT);
  }

  /// @param purge whether the job's file and name are deleted too (CUPS)
  CompletableFuture<IppReply> cancel(int job, boolean purge) {
    Map<String, List<IppValue>> operation = new LinkedHashMap<>();
    operation.put("job-id", List.of(IppValue.of(IppMessage.INTEGER, job)));
    if (purge) {
      operation.put("purge-job", List.of(IppValue.of(true)));
    }
    return ask(IppMessage.CANCEL_JOB, operation, Map.of(), NO_DOCUMENT);
  }

  static List<IppValue> keywords(List<String> words) {
    return words.stream().map(word -> IppValue.of(IppMessage.KEYWORD, word)).toList();
  }

  private CompletableFuture<IppReply> ask(
      int code,
      Map<String, List<IppValue>> more,
      Map<String, List<IppValue>> job,
      byte[] document) {
    Map<String, List<IppValue>> operation = beginning();
    operation.put("printer-uri", List.of(IppValue.of(IppMessage.URI, settings.uri("ipp"))));
    // RFC 8011, 4.1.5 and 4.2.6: the target must precede all other attributes.
    if (more.containsKey("job-id")) {
      operation.put("job-id", more.get("job-id"));
    }
    operation.put("requesting-user-name", List.of(IppValue.of(IppMessage.NAME, settings.user())));
    more.forEach(operation::putIfAbsent);
    List<IppMessage.AttributeGroup> groups =
        job.isEmpty()
            ? List.of(new IppMessage.AttributeGroup(IppMessage.OPERATION_GROUP, operation))
            : List.of(
                new IppMessage.AttributeGroup(IppMessage.OPERATION_GROUP, operation),
                new IppMessage.AttributeGroup(IppMessage.JOB_GROUP, job));
    IppMessage question = new IppMessage(code, ++lastId, groups);
    return ask(http, settings.access().apply(request(settings.uri("http"))), question, document);
  }

  /// The first attributes of each question (RFC 8011, 4.1.4).
  static Map<String, List<IppValue>> beginning() {
    Map<String, List<IppValue>> operation = new LinkedHashMap<>();
    operation.put("attributes-charset", List.of(IppValue.of(IppMessage.CHARSET, "utf-8")));
    operation.put("attributes-natural-language", List.of(IppValue.of(IppMessage.LANGUAGE, "en")));
    return operation;
  }

  static HttpRequest.Builder request(String uri) {
    return HttpRequest.newBuilder(java.net.URI.create(uri))
        .timeout(ANSWER_LIMIT)
        .header("Content-Type", "application/ipp");
  }

  static CompletableFuture<IppReply> ask(
      HttpClient http, HttpRequest.Builder request, IppMessage question, byte[] document) {
    return http.sendAsync(
            request.POST(HttpRequest.BodyPublishers.ofByteArray(question.encode(document))).build(),
            info ->
                HttpResponse.BodySubscribers.limiting(
                    HttpResponse.BodySubscribers.ofByteArray(), LONGEST_ANSWER))
        .thenApply(response -> reply(question, response))
        .exceptionally(IppClient::failed);
  }

  private static IppReply reply(IppMessage question, HttpResponse<byte[]> response) {
    switch (response.statusCode()) {
      case 401 -> {
        return new IppReply.IppRefusal("it expects another user and password (option login)");
      }
      case 403 -> {
        return new IppReply.IppRefusal("not for this computer (HTTP 403)");
      }
      case 426 -> {
        return new IppReply.IppRefusal("it wants an encrypted line (option tls)");
      }
      default -> {}
    }
    if (response.statusCode() != 200) {
      return new IppReply.Nonsense("it answers HTTP " + response.statusCode());
    }
    return IppMessage.decode(response.body())
        .filter(message -> message.id() == question.id())
        .<IppReply>map(IppReply.IppAnswer::new)
        .orElseGet(() -> new IppReply.Nonsense("its answer is not IPP"));
  }

  private static IppReply failed(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    boolean never =
        cause instanceof ConnectException
            || cause instanceof java.net.http.HttpConnectTimeoutException;
    String reason = reason(cause);
    if (cause instanceof SSLException) {
      // The station sends nothing before it trusts the far end.
      return new IppReply.IppRefusal("no encrypted line to it: " + IppPrinterState.clean(reason));
    }
    if (never) {
      return new IppReply.Unreachable(reason);
    }
    return cause instanceof HttpTimeoutException || cause instanceof IOException
        ? new IppReply.Silent(reason)
        : new IppReply.Nonsense(String.valueOf(cause));
  }

  /// Finds words for a failure: the HTTP client gives most failures to connect no message.
  private static String reason(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return "its name is not known";
      }
      if (each.getMessage() != null) {
        return each.getMessage();
      }
    }
    return cause instanceof ConnectException ? "Connection refused" : cause.getClass().getName();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
