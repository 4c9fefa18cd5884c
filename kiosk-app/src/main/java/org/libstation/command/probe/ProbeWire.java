package org.libstation.command.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Field;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.central.sip2.Sip2Trailer;
import org.libstation.central.sip2.Transport;

/// A connection that judges nothing: one request out, one line back, and all that can be seen of
/// it. One thread.
final class ProbeWire implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;

  /// How long a LF may come behind its CR.
  private static final Duration LINE_FEED = Duration.ofMillis(400);

  private final Transport transport;
  private final Supplier<Duration> monotonic;
  private final Duration wait;
  private final Map<String, List<Duration>> times = new TreeMap<>();
  private final Transcript transcript = new Transcript();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private byte[] pending = {};
  private byte[] lastSent = {};
  private int sequence;
  private boolean open;
  private boolean watchesLineEnd;

  /// What came back for one request. Its free text leaves as [Said] only.
  static final class Heard {
    private final Optional<Sip2Response> response;
    private final String line;
    private final boolean checked;
    private final boolean lineFeed;
    private final boolean closed;

    /// @param line without its end; empty when nothing came
    private Heard(
        Optional<Sip2Response> response,
        String line,
        boolean checked,
        boolean lineFeed,
        boolean closed) {
      this.response = response;
      this.line = line;
      this.checked = checked;
      this.lineFeed = lineFeed;
      this.closed = closed;
    }

    private static Heard nothing(boolean closed) {
      return new Heard(Optional.empty(), "", false, false, closed);
    }

    /// Whether AY and AZ were on it.
    boolean checked() {
      return checked;
    }

    /// Whether a LF followed its CR.
    boolean lineFeed() {
      return lineFeed;
    }

    /// Whether the far end hung up instead.
    boolean closed() {
      return closed;
    }

    boolean silent() {
      return line.isEmpty() && !closed;
    }

    /// Whether nothing came, whatever the reason.
    boolean isEmpty() {
      return line.isEmpty();
    }

    boolean sayAgain() {
      return response.filter(Sip2Response.Resend.class::isInstance).isPresent();
    }

    boolean sameLine(Heard other) {
      return !line.isEmpty() && line.equals(other.line);
    }

    <R extends Sip2Response> Optional<R> as(Class<R> kind) {
      return response.filter(kind::isInstance).map(kind::cast);
    }

    /// The screen messages (AF).
    Said words() {
      return new Said(
          String.join(" ", response.map(Sip2Response::screenMessages).orElse(List.of())));
    }

    /// All of it, for one that was no answer.
    Said whole() {
      return new Said(line);
    }

    boolean has(String id) {
      return !field(id).isEmpty();
    }

    boolean says(String id, String value) {
      return field(id).equals(value);
    }

    /// @param form the pattern of this system's due dates; empty = none of its own
    Due due(String form) {
      return Due.read(field("AH"), form);
    }

    /// The pattern that its due date has, see [DueForms#of].
    Optional<String> dueForm(LocalDate today) {
      return DueForms.of(field("AH"), today);
    }

    /// BV; nothing where there is none, or no number.
    BigDecimal owed() {
      String amount = field("BV");
      return amount.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?")
          ? new BigDecimal(amount)
          : BigDecimal.ZERO;
    }

    /// The ids of its fields; those that are none of SIP2 are counted.
    String ids() {
      List<String> all =
          response.map(Sip2Response::fields).orElse(Sip2Fields.NONE).list().stream()
              .map(Sip2Fields.Field::id)
              .distinct()
              .toList();
      List<String> known = all.stream().filter(id -> Sip2Field.of(id).isPresent()).toList();
      int others = all.size() - known.size();
      return String.join(" ", known) + (others > 0 ? " and " + others + " of its own" : "");
    }

    private String field(String id) {
      return response.flatMap(each -> each.fields().filled(id)).orElse("");
    }

    @Override
    public String toString() {
      return closed ? "(hung up)" : whole().toString();
    }
  }

  /// @param wait the longest for one answer
  ProbeWire(Transport transport, Supplier<Duration> monotonic, Duration wait) {
    this.transport = transport;
    this.monotonic = monotonic;
    this.wait = wait;
  }

  /// A fresh connection.
  void connect() throws IOException {
    transport.open(wait);
    transcript.remark("a fresh connection");
    pending = new byte[0];
    sequence = 0;
    open = true;
  }

  /// The next answer is followed a little longer, to see whether a LF comes behind its CR.
  void watchLineEnd() {
    watchesLineEnd = true;
  }

  boolean isOpen() {
    return open;
  }

  /// @param checked whether AY and AZ go with it
  Heard ask(Sip2Request request, boolean checked) throws IOException {
    Sip2Codec codec = new Sip2Codec(StandardCharsets.UTF_8, checked);
    lastSent = codec.encode(request, sequence);
    OptionalInt number =
        checked && !(request instanceof Sip2Request.Resend)
            ? OptionalInt.of(sequence)
            : OptionalInt.empty();
    sequence = Sip2Trailer.next(sequence);
    Duration before = monotonic.get();
    Heard heard = send(number);
    if (!heard.isEmpty()) {
      times
          .computeIfAbsent(request.code(), _ -> new ArrayList<>())
          .add(monotonic.get().minus(before));
    }
    return heard;
  }

  /// The bytes of the last request once more, its number too.
  Heard again() throws IOException {
    return send(OptionalInt.empty());
  }

  /// Waits for the far end to hang up.
  ///
  /// @return after how long; empty when it did not
  Optional<Duration> untilClosed(Duration limit) throws IOException {
    Duration begin = monotonic.get();
    byte[] buffer = new byte[BUFFER];
    while (monotonic.get().minus(begin).compareTo(limit) < 0) {
      Duration left = limit.minus(monotonic.get().minus(begin));
      if (read(buffer, left.isPositive() ? left : Duration.ofMillis(1)) < 0) {
        open = false;
        return Optional.of(monotonic.get().minus(begin));
      }
    }
    return Optional.empty();
  }

  /// How long the answers to a request took, in the order of asking.
  List<Duration> times(String code) {
    return List.copyOf(times.getOrDefault(code, List.of()));
  }

  /// All that was said, as shapes.
  Transcript transcript() {
    return transcript;
  }

  /// All bytes that came.
  byte[] seen() {
    return seen.toByteArray();
  }

  private Heard send(OptionalInt number) throws IOException {
    transcript.sent(java.util.Arrays.copyOf(lastSent, lastSent.length - 1));
    transport.write(lastSent);
    Duration deadline = monotonic.get().plus(wait);
    while (true) {
      Optional<Heard> heard = line(deadline);
      if (heard.isEmpty() || number.isEmpty() || heard.get().isEmpty()) {
        return heard.orElseGet(() -> Heard.nothing(false));
      }
      OptionalInt theirs = number(heard.get().line);
      if (theirs.isEmpty() || theirs.getAsInt() == number.getAsInt()) {
        return heard.get();
      }
    }
  }

  private static OptionalInt number(String line) {
    int at = line.length() - 9;
    return at > 0 && line.startsWith("AY", at) && Character.isDigit(line.charAt(at + 2))
        ? OptionalInt.of(line.charAt(at + 2) - '0')
        : OptionalInt.empty();
  }

  private Optional<Heard> line(Duration deadline) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    while (true) {
      for (int i = 0; i < pending.length; i++) {
        if (pending[i] == '\r') {
          pending = java.util.Arrays.copyOfRange(pending, i + 1, pending.length);
          transcript.heard(line.toByteArray());
          return Optional.of(heard(line.toByteArray(), lineFeed(buffer)));
        }
        if (line.size() > 0 || pending[i] > ' ') {
          line.write(pending[i]);
        }
      }
      pending = new byte[0];
      Duration left = deadline.minus(monotonic.get());
      int length = left.isPositive() ? read(buffer, left) : 0;
      if (length <= 0) {
        open = length == 0;
        transcript.remark(length == 0 ? "no answer" : "hung up");
        return Optional.of(Heard.nothing(length < 0));
      }
      pending = java.util.Arrays.copyOf(buffer, length);
    }
  }

  private boolean lineFeed(byte[] buffer) throws IOException {
    if (pending.length == 0 && watchesLineEnd) {
      int length = read(buffer, LINE_FEED);
      pending = java.util.Arrays.copyOf(buffer, Math.max(0, length));
    }
    watchesLineEnd = false;
    return pending.length > 0 && pending[0] == '\n';
  }

  private int read(byte[] buffer, Duration within) throws IOException {
    int length = transport.read(buffer, within);
    if (length > 0) {
      seen.write(buffer, 0, length);
    }
    return length;
  }

  private static Heard heard(byte[] bytes, boolean lineFeed) {
    Sip2Codec.Received received = new Sip2Codec(StandardCharsets.UTF_8, false).decode(bytes);
    Optional<Sip2Response> response =
        received.message() instanceof Sip2Response answer ? Optional.of(answer) : Optional.empty();
    return new Heard(
        response,
        new String(bytes, StandardCharsets.ISO_8859_1),
        received.trailer().isPresent(),
        lineFeed,
        false);
  }

  @Override
  public void close() {
    open = false;
    transport.close();
  }
}
