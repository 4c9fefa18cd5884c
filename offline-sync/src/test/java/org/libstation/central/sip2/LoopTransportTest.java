package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.central.sip2.LoopTransport.Connection;
import org.libstation.central.sip2.Sip2Session.Exchange;

final class LoopTransportTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Sip2Date AT = Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15, 0));

  /// Time that lets one event happen on its way.
  private static final class Clock implements LoopTransport.Time {
    private Duration now = Duration.ZERO;
    private Duration eventAt = Duration.ofDays(1);
    private Runnable event = () -> {};

    @Override
    public Duration monotonic() {
      return now;
    }

    @Override
    public void passUntil(Duration moment) {
      if (now.compareTo(eventAt) < 0 && moment.compareTo(eventAt) >= 0) {
        now = eventAt;
        event.run();
      }
      now = moment;
    }
  }

  private static final class Library implements LoopTransport.FarEnd {
    private final List<String> heard = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private boolean away;
    private int closed;

    @Override
    public void opened(Connection connection) throws IOException {
      if (away) {
        throw new IOException("nobody there");
      }
      connections.add(connection);
    }

    @Override
    public void heard(Connection connection, byte[] line) {
      String text = new String(line, StandardCharsets.UTF_8);
      heard.add(text);
      String body =
          text.startsWith("99")
              ? "98YYYYNY03000320261124    0900002.00AOMAIN|"
              : "1803020120261124    091501AB31|AJSalt|";
      connection.say(
          FarEnd.line(body, FarEnd.ay(text)).getBytes(StandardCharsets.UTF_8),
          text.startsWith("99") ? Duration.ZERO : delay);
    }

    @Override
    public void closed(Connection connection) {
      closed++;
    }
  }

  private final Clock clock = new Clock();
  private final Library library = new Library();
  private final LoopTransport transport = new LoopTransport(library, clock);

  @Test
  void a_session_speaks_over_it_and_waits_on_the_virtual_clock() {
    library.delay = SECOND.multipliedBy(3);

    assertThat(look()).isInstanceOf(Exchange.Answered.class);
    assertThat(clock.now).isEqualTo(SECOND.multipliedBy(3));
    assertThat(library.heard).hasSize(2);
  }

  @Test
  void an_answer_after_the_deadline_is_lost_with_its_connection() {
    library.delay = SECOND.multipliedBy(6);

    assertThat(look()).isInstanceOf(Exchange.Unanswered.class);
    assertThat(clock.now).isEqualTo(SECOND.multipliedBy(5));
    assertThat(library.closed).isEqualTo(1);
    assertThat(library.connections.getFirst().isOpen()).isFalse();
  }

  @Test
  void nobody_there_is_no_connection() {
    library.away = true;

    assertThat(look()).isInstanceOf(Exchange.NotSent.class);
  }

  @Test
  void what_an_event_says_while_time_passes_is_read_at_once() throws IOException {
    transport.open(SECOND);
    clock.eventAt = SECOND;
    clock.event = () -> library.connections.getFirst().say(new byte[] {'x'}, Duration.ZERO);
    byte[] buffer = new byte[4];

    assertThat(transport.read(buffer, SECOND.multipliedBy(2))).isEqualTo(1);
    assertThat(buffer[0]).isEqualTo((byte) 'x');
  }

  @Test
  void a_small_buffer_takes_the_bytes_in_pieces_and_in_order() throws IOException {
    transport.open(SECOND);
    Connection connection = library.connections.getFirst();
    connection.say(new byte[] {1, 2, 3}, Duration.ZERO);
    connection.say(new byte[] {4}, Duration.ZERO);
    connection.hangUp(Duration.ZERO);
    byte[] buffer = new byte[2];
    List<Byte> read = new ArrayList<>();
    for (int n = transport.read(buffer, SECOND); n >= 0; n = transport.read(buffer, SECOND)) {
      for (int i = 0; i < n; i++) {
        read.add(buffer[i]);
      }
    }

    assertThat(read).containsExactly((byte) 1, (byte) 2, (byte) 3, (byte) 4);
    assertThat(clock.now).isEqualTo(Duration.ZERO);
  }

  @Test
  void a_closed_one_neither_reads_nor_writes() {
    assertThatThrownBy(() -> transport.write(new byte[1])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> transport.read(new byte[1], SECOND)).isInstanceOf(IOException.class);
  }

  private Exchange look() {
    return new Sip2Session(transport, Sip2Dialect.generic(), clock::monotonic)
        .ask(new Sip2Request.ItemInformation(AT, Sip2Fields.NONE.with("AB", "31")));
  }
}
