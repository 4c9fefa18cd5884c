package org.libstation.device.ippprinter.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.libstation.device.link.WireBytes;

/// A print server played by software, at a port of this computer: takes jobs, keeps them, and says
/// how they and its printer are (RFC 8010, 8011). Shares no code with the driver.
public final class IppTwin implements AutoCloseable {
  private static final int PRINT_JOB = 2;
  private static final int CANCEL_JOB = 8;
  private static final int GET_JOB = 9;
  private static final int GET_JOBS = 10;
  private static final int GET_PRINTER = 11;
  private static final int NOT_POSSIBLE = 0x0404;
  private static final int NOT_FOUND = 0x0406;

  /// What it answers instead of what it should.
  public enum Fault {
    NONE,
    /// Takes the question, and says nothing.
    SILENT,
    /// Does what it is asked, and its answer is lost on the way.
    ANSWER_LOST,
    /// Half of each answer.
    HALF,
    /// No IPP at all.
    NOISE,
    /// A web server that is no printer.
    NOT_THERE,
    /// An answer without an end.
    ENDLESS
  }

  /// One job.
  ///
  /// @param state 3 waits, 5 prints, 7 cancelled, 8 given up, 9 done (RFC 8011, 5.3.7)
  public record Job(int id, String name, String user, WireBytes document, int state) {}

  private record Question(int code, int id, Map<String, String> texts, WireBytes document) {
    int job() {
      return Integer.parseInt(texts.getOrDefault("job-id", "0"));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Job> jobs = new ArrayList<>();
  private final List<String> purged = new ArrayList<>();
  private Fault fault = Fault.NONE;
  private List<String> reasons = List.of("none");
  private int printerState = 3;
  private boolean accepting = true;
  private boolean cups;
  private boolean prints = true;
  private boolean namesAll;

  /// Plugs it in at a free port.
  public IppTwin() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /// What a driver opens.
  public String address() {
    return "tcp:127.0.0.1:" + server.getAddress().getPort();
  }

  public synchronized List<Job> jobs() {
    return List.copyOf(jobs);
  }

  /// Names of jobs it was told to forget.
  public synchronized List<String> purged() {
    return List.copyOf(purged);
  }

  public synchronized void fault(Fault next) {
    fault = next;
  }

  /// @param state 3 idle, 4 prints, 5 stopped
  /// @param why keywords such as `media-empty-error`; none where all is well
  public synchronized void printer(int state, String... why) {
    printerState = state;
    reasons = why.length == 0 ? List.of("none") : List.of(why);
  }

  public synchronized void accepting(boolean yes) {
    accepting = yes;
  }

  /// Whether it is a queue of CUPS, before a printer that says nothing.
  public synchronized void cups(boolean queue) {
    cups = queue;
  }

  /// Whether jobs get done as they come; else they stay as they are.
  public synchronized void prints(boolean now) {
    prints = now;
    if (now) {
      jobs.replaceAll(job -> job.state() < 7 ? state(job, 9) : job);
    }
  }

  /// It names the jobs of all, whoever asks, as printers do that know no `my-jobs`.
  public synchronized void namesAll() {
    namesAll = true;
  }

  /// A job that somebody left there.
  public synchronized void leave(String name, String user) {
    jobs.add(new Job(jobs.size() + 1, name, user, WireBytes.of(), 3));
  }

  /// The server gives up whatever has not ended.
  public synchronized void giveUp() {
    jobs.replaceAll(job -> job.state() < 7 ? state(job, 8) : job);
  }

  private static Job state(Job job, int state) {
    return new Job(job.id(), job.name(), job.user(), job.document(), state);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Fault now;
      byte[] answer;
      Question question = read(exchange.getRequestBody().readAllBytes());
      synchronized (this) {
        now = fault;
        answer = now == Fault.SILENT ? new byte[0] : answer(question);
      }
      switch (now) {
        case NONE -> send(exchange, 200, answer);
        case HALF -> send(exchange, 200, Arrays.copyOf(answer, answer.length / 2));
        case NOISE -> send(exchange, 200, "<html>Router</html>".getBytes(StandardCharsets.UTF_8));
        case NOT_THERE -> send(exchange, 404, new byte[0]);
        case ENDLESS -> send(exchange, 200, new byte[4 << 20]);
        case SILENT, ANSWER_LOST -> {
          // The connection is closed without a word.
        }
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/ipp");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Question read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
      in.readShort();
      int code = in.readUnsignedShort();
      int id = in.readInt();
      Map<String, String> texts = new HashMap<>();
      for (int tag = in.readUnsignedByte(); tag != 3; tag = in.readUnsignedByte()) {
        if (tag < 0x10) {
          continue;
        }
        String name = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.US_ASCII);
        byte[] value = in.readNBytes(in.readUnsignedShort());
        texts.putIfAbsent(
            name,
            tag == 0x21 || tag == 0x23
                ? Integer.toString(java.nio.ByteBuffer.wrap(value).getInt())
                : tag == 0x22
                    ? Boolean.toString(value[0] == 1)
                    : new String(value, StandardCharsets.UTF_8));
      }
      return new Question(code, id, texts, WireBytes.of(in.readAllBytes()));
    }
  }

  private byte[] answer(Question question) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(0x0101);
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      out.writeShort(obey(question, new DataOutputStream(rest)));
      out.writeInt(question.id());
      out.writeByte(1);
      text(out, 0x47, "attributes-charset", "utf-8");
      text(out, 0x48, "attributes-natural-language", "en");
      out.write(rest.toByteArray());
      out.writeByte(3);
    }
    return bytes.toByteArray();
  }

  /// @return the status
  private int obey(Question question, DataOutputStream out) throws IOException {
    return switch (question.code()) {
      case GET_PRINTER -> {
        printer(out);
        yield 0;
      }
      case PRINT_JOB -> {
        if (!accepting) {
          yield 0x0506;
        }
        Job job =
            new Job(
                jobs.size() + 1,
                question.texts().getOrDefault("job-name", ""),
                question.texts().getOrDefault("requesting-user-name", ""),
                question.document(),
                prints ? 9 : 5);
        jobs.add(job);
        job(out, job);
        yield 0;
      }
      case GET_JOBS -> {
        boolean done = question.texts().getOrDefault("which-jobs", "").equals("completed");
        for (Job job : jobs) {
          boolean own = namesAll || job.user().equals(question.texts().get("requesting-user-name"));
          if (own && (job.state() >= 7) == done) {
            job(out, job);
          }
        }
        yield 0;
      }
      case GET_JOB, CANCEL_JOB -> ofJob(question, out);
      default -> 0x0501;
    };
  }

  private int ofJob(Question question, DataOutputStream out) throws IOException {
    int at = question.job() - 1;
    if (at < 0 || at >= jobs.size() || purged.contains(jobs.get(at).name())) {
      return NOT_FOUND;
    }
    Job job = jobs.get(at);
    if (question.code() == GET_JOB) {
      job(out, job);
      return 0;
    }
    if (Boolean.parseBoolean(question.texts().get("purge-job"))) {
      purged.add(job.name());
      return 0;
    }
    if (job.state() >= 7) {
      return NOT_POSSIBLE;
    }
    jobs.set(at, state(job, 7));
    return 0;
  }

  private void printer(DataOutputStream out) throws IOException {
    out.writeByte(4);
    number(out, 0x23, "printer-state", printerState);
    text(out, 0x44, "printer-state-reasons", reasons.toArray(String[]::new));
    out.writeByte(0x22);
    named(out, "printer-is-accepting-jobs", new byte[] {(byte) (accepting ? 1 : 0)});
    text(out, 0x41, "printer-make-and-model", "Twin");
    text(out, 0x49, "document-format-supported", "application/pdf");
    number(out, 0x23, "operations-supported", cups ? 0x4001 : PRINT_JOB);
    if (cups) {
      text(out, 0x45, "device-uri", "usb://Twin");
    }
  }

  private static void job(DataOutputStream out, Job job) throws IOException {
    out.writeByte(2);
    number(out, 0x21, "job-id", job.id());
    text(out, 0x42, "job-name", job.name());
    number(out, 0x23, "job-state", job.state());
    text(out, 0x44, "job-state-reasons", "none");
  }

  private static void text(DataOutputStream out, int tag, String name, String... values)
      throws IOException {
    String written = name;
    for (String value : values) {
      out.writeByte(tag);
      named(out, written, value.getBytes(StandardCharsets.UTF_8));
      written = "";
    }
  }

  private static void number(DataOutputStream out, int tag, String name, int value)
      throws IOException {
    out.writeByte(tag);
    named(out, name, java.nio.ByteBuffer.allocate(4).putInt(value).array());
  }

  private static void named(DataOutputStream out, String name, byte[] value) throws IOException {
    out.writeShort(name.length());
    out.writeBytes(name);
    out.writeShort(value.length);
    out.write(value);
  }
}
