package org.libstation.tools.sip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Trailer;

/// A connection for probing: sends one request, reads one line, and records all that can be seen.
/// It does not reject an answer. Used by one thread.
final class ProbeWire implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;

  /// Time limit for a LF after its CR.
  private static final Duration LINE_FEED = Duration.ofMillis(400);

  /// Time limit for a CR after a right checksum.
  private static final Duration END = Duration.ofSeconds(1);

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
  private boolean unsure;
  private final Set<String> withoutEnd = new TreeSet<>();

  /// @param wait time limit for one answer
  ProbeWire(Transport transport, Supplier<Duration> monotonic, Duration wait) {
    this.transport = transport;
    this.monotonic = monotonic;
    this.wait = wait;
  }

  /// Opens a new connection.
  void connect() throws IOException {
    transport.open(wait);
    transcript.remark("a fresh connection");
    pending = new byte[0];
    sequence = 0;
    open = true;
    unsure = false;
  }

  /// Whether the last answer had no CR. The next bytes on this connection may belong to it.
  boolean isUnsure() {
    return unsure;
  }

  /// The codes of the requests whose answers came without a CR.
  Set<String> withoutEnd() {
    return Set.copyOf(withoutEnd);
  }

  /// Makes the next read wait a little longer, to see whether a LF follows the CR.
  void watchLineEnd() {
    watchesLineEnd = true;
  }

  boolean isOpen() {
    return open;
  }

  /// @param checked whether the request carries AY and AZ
  ProbeAnswer ask(Sip2Request request, boolean checked) throws IOException {
    Sip2Codec codec = new Sip2Codec(StandardCharsets.UTF_8, checked);
    lastSent = codec.encode(request, sequence);
    OptionalInt number =
        checked && !(request instanceof Sip2Request.Resend)
            ? OptionalInt.of(sequence)
            : OptionalInt.empty();
    sequence = Sip2Trailer.next(sequence);
    Duration before = monotonic.get();
    ProbeAnswer heard = send(number);
    if (heard.withoutEnd()) {
      withoutEnd.add(request.code());
    } else if (!heard.isEmpty()) {
      times
          .computeIfAbsent(request.code(), _ -> new ArrayList<>())
          .add(monotonic.get().minus(before));
    }
    return heard;
  }

  /// Sends the bytes of the last request again, with the same sequence number.
  ProbeAnswer again() throws IOException {
    return send(OptionalInt.empty());
  }

  /// Waits for the far end to close the connection.
  ///
  /// @return time until it closed; empty if it did not within the limit
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

  /// The answer times of one kind of request, in the order of the requests.
  List<Duration> times(String code) {
    return List.copyOf(times.getOrDefault(code, List.of()));
  }

  /// The transcript of the connection, with free text as shapes.
  Transcript transcript() {
    return transcript;
  }

  /// All bytes received on all connections so far.
  byte[] seen() {
    return seen.toByteArray();
  }

  private ProbeAnswer send(OptionalInt number) throws IOException {
    transcript.sent(java.util.Arrays.copyOf(lastSent, lastSent.length - 1));
    transport.write(lastSent);
    Duration deadline = monotonic.get().plus(wait);
    while (true) {
      Optional<ProbeAnswer> heard = line(deadline);
      if (heard.isEmpty() || number.isEmpty() || heard.get().isEmpty()) {
        return heard.orElseGet(() -> ProbeAnswer.nothing(false));
      }
      OptionalInt theirs = heard.get().number();
      if (theirs.isEmpty() || theirs.getAsInt() == number.getAsInt()) {
        return heard.get();
      }
    }
  }

  private Optional<ProbeAnswer> line(Duration deadline) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    while (true) {
      for (int i = 0; i < pending.length; i++) {
        if (pending[i] == '\r') {
          pending = java.util.Arrays.copyOfRange(pending, i + 1, pending.length);
          transcript.heard(line.toByteArray());
          return Optional.of(ProbeAnswer.of(line.toByteArray(), lineFeed(buffer)));
        }
        if (line.size() > 0 || pending[i] > ' ') {
          line.write(pending[i]);
        }
      }
      pending = new byte[0];
      Duration left = deadline.minus(monotonic.get());
      if (left.compareTo(END) > 0 && ProbeAnswer.endsInChecksum(line.toByteArray())) {
        left = END;
      }
      int length = left.isPositive() ? read(buffer, left) : 0;
      if (length <= 0) {
        open = length == 0;
        return Optional.of(line.size() == 0 ? nothing(length < 0) : withoutEnd(line.toByteArray()));
      }
      pending = java.util.Arrays.copyOf(buffer, length);
    }
  }

  private ProbeAnswer nothing(boolean closed) {
    transcript.remark(closed ? "hung up" : "no answer");
    return ProbeAnswer.nothing(closed);
  }

  private ProbeAnswer withoutEnd(byte[] line) {
    unsure = true;
    transcript.heard(line);
    transcript.remark("no CR behind these %d bytes".formatted(line.length));
    if (!open) {
      transcript.remark("hung up");
    }
    return ProbeAnswer.withoutEnd(line);
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

  @Override
  public void close() {
    open = false;
    transport.close();
  }
}
