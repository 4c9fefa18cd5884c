package org.libstation.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.central.link.Transport;
import org.libstation.lab.embedded.LibraryCore;
import org.libstation.lab.embedded.Reply;
import org.libstation.lab.embedded.SessionState;

/// A connection to the embedded library that loses requests and replies, delivers late, garbles a
/// checksum or gives another's answer; reading moves the simulated clock instead of waiting.
public final class Wire implements Transport {
  /// What happens to the next requests.
  public enum Fault {
    NONE,
    LOSE_REQUEST,
    LOSE_REPLY,
    ACT_LATE,
    /// Acted on later than the quarantine.
    ACT_AFTER_QUARANTINE,
    ANSWER_LATE,
    GARBLE,
    ANOTHERS_ANSWER,
    /// A payment is not booked: the library is closing its books, say. What else acts is served.
    REFUSE_PAYMENT
  }

  /// What a network and a busy server do, within the quarantine.
  public static final List<Fault> EVERYDAY =
      List.of(
          Fault.NONE,
          Fault.LOSE_REQUEST,
          Fault.LOSE_REPLY,
          Fault.ACT_LATE,
          Fault.ANSWER_LATE,
          Fault.GARBLE,
          Fault.ANOTHERS_ANSWER);

  private static final Pattern AB = Pattern.compile("\\|AB([^|]*)\\|");

  private final Supplier<LibraryCore> core;
  private final SimulatedTime time;
  private final Acts acts;
  private SessionState session = new SessionState();
  private boolean open;
  private boolean down;
  private boolean trusting;
  private Duration late = Duration.ofSeconds(90);
  private Duration veryLate = Duration.ofMinutes(10);
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final ByteArrayOutputStream coming = new ByteArrayOutputStream();
  private String half = "";

  /// @param core as it is at the moment: a library may be restored from a copy
  public Wire(Supplier<LibraryCore> core, SimulatedTime time, Acts acts) {
    this.core = core;
    this.time = time;
    this.acts = acts;
  }

  public void down(boolean value) {
    down = value;
    if (down) {
      close();
    }
  }

  public boolean down() {
    return down;
  }

  /// The next request that acts meets this.
  public void next(Fault fault) {
    faults.add(fault);
  }

  /// How late what is late comes; 90 seconds unless said otherwise.
  public void lateBy(Duration span) {
    late = span;
  }

  /// How late what comes after the quarantine comes; ten minutes unless said otherwise.
  public void afterQuarantineBy(Duration span) {
    veryLate = span;
  }

  public void heal() {
    faults.clear();
    down = false;
  }

  /// A planted bug: whatever is answered is taken for the answer to what was asked.
  public void trusting() {
    trusting = true;
  }

  @Override
  public void open(Duration within) throws IOException {
    close();
    if (down) {
      time.advance(Duration.ofSeconds(1));
      throw new IOException("no route to the library");
    }
    session = new SessionState();
    open = true;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!open || down) {
      throw new IOException("the connection is gone");
    }
    half += new String(bytes, StandardCharsets.UTF_8);
    int end;
    while ((end = half.indexOf('\r')) >= 0) {
      String line = half.substring(0, end);
      half = half.substring(end + 1);
      request(line);
    }
  }

  private void request(String line) throws IOException {
    boolean acting = List.of("11", "09", "29", "37").contains(line.substring(0, 2));
    Fault fault = acting && !faults.isEmpty() ? faults.remove() : Fault.NONE;
    SessionState on = session;
    switch (fault) {
      case NONE -> answer(handle(line, on));
      case LOSE_REQUEST -> {
        // Nothing arrives.
      }
      case LOSE_REPLY -> {
        Optional<byte[]> _ = handle(line, on);
      }
      case ACT_LATE ->
          time.later(
              late,
              () -> {
                Optional<byte[]> _ = handle(line, on);
              });
      case ACT_AFTER_QUARANTINE -> {
        acts.expectedLate(line);
        time.later(
            veryLate,
            () -> {
              Optional<byte[]> _ = handle(line, on);
              acts.actedLate(line, time.now());
            });
      }
      case ANSWER_LATE -> {
        Optional<byte[]> reply = handle(line, on);
        time.later(
            late,
            () -> {
              if (open && on == session) {
                answer(reply);
              }
            });
      }
      case GARBLE ->
          handle(line, on)
              .ifPresent(
                  reply -> {
                    byte[] bad = reply.clone();
                    bad[bad.length - 2] = (byte) (bad[bad.length - 2] == '0' ? '1' : '0');
                    answer(Optional.of(bad));
                  });
      case ANOTHERS_ANSWER -> answer(Optional.of(ofAnother(line)));
      case REFUSE_PAYMENT ->
          answer(line.startsWith("37") ? Optional.of(refused(line)) : handle(line, on));
    }
  }

  private Optional<byte[]> handle(String line, SessionState on) {
    Reply reply = core.get().handle(line.getBytes(StandardCharsets.UTF_8), on);
    reply.line().ifPresent(bytes -> acts.saw(line, new String(bytes, StandardCharsets.UTF_8)));
    return reply.line();
  }

  private void answer(Optional<byte[]> reply) {
    reply.ifPresent(coming::writeBytes);
  }

  /// A good answer, but about another item; nothing was done. A client that does not compare reads
  /// it as its own.
  private byte[] ofAnother(String line) {
    Matcher item = AB.matcher(line);
    String asked = item.find() ? item.group(1) : "";
    String patron = field(line, "AA");
    String said = trusting ? asked : "30000000099999";
    String head =
        switch (line.substring(0, 2)) {
          case "09" -> "101YNN" + stamp(line) + "AOSEL|AB" + said + "|AQSEL-1|AJAnother|AA1|";
          case "11" ->
              "121NUY"
                  + stamp(line)
                  + "AOSEL|AA"
                  + patron
                  + "|AB"
                  + said
                  + "|AJAnother|AH20270101    235900|";
          case "37" -> "38Y" + stamp(line) + "AOSEL|AA28801000099999|BKanother|";
          default ->
              "301YUN"
                  + stamp(line)
                  + "AOSEL|AA"
                  + patron
                  + "|AB"
                  + said
                  + "|AJAnother|AH20270101    235900|";
        };
    return answering(line, head);
  }

  private static byte[] refused(String line) {
    String card = field(line, "AA");
    return answering(line, "38N" + stamp(line) + "AOSEL|AA" + card + "|AFNot possible now|");
  }

  private static byte[] answering(String line, String head) {
    int ay = line.lastIndexOf("AY");
    String body = head + line.substring(ay, ay + 3) + "AZ";
    int sum = 0;
    for (byte each : body.getBytes(StandardCharsets.UTF_8)) {
      sum += each & 0xFF;
    }
    return (body + String.format(Locale.ROOT, "%04X", -sum & 0xFFFF) + "\r")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String field(String line, String id) {
    Matcher found = Pattern.compile("(?:\\||[0-9 ])" + id + "([^|]*)\\|").matcher(line);
    return found.find() ? found.group(1) : "";
  }

  private static String stamp(String line) {
    int from = line.startsWith("37") ? 2 : line.startsWith("09") ? 3 : 4;
    return line.substring(from, from + 18);
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    if (!open) {
      return -1;
    }
    if (coming.size() == 0) {
      time.advance(within);
    }
    byte[] all = coming.toByteArray();
    int count = Math.min(all.length, buffer.length);
    System.arraycopy(all, 0, buffer, 0, count);
    coming.reset();
    coming.write(all, count, all.length - count);
    return count;
  }

  @Override
  public void close() {
    open = false;
    half = "";
    coming.reset();
  }
}
