package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.line;
import static org.libstation.central.sip2.FarEnd.raw;
import static org.libstation.central.sip2.FarEnd.say;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.FarEnd.Step;
import org.libstation.central.sip2.Sip2Session.Exchange;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;
import org.libstation.testkit.FreePorts;

/// The same far end behind real sockets of this machine.
@Timeout(300)
final class Sip2SessionOverTcpTest {

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Sip2Dialect DIALECT =
      Changed.with(
          LibraryDialects.generic()
              .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer")),
          "patience",
          LibraryDialects.generic()
              .patience()
              .with(
                  c ->
                      c.connect(Duration.ofSeconds(4))
                          .minimumAnswer(SHORT)
                          .maximumAnswer(SHORT)
                          .resends(2)
                          .keepAlive(Duration.ofMinutes(1))
                          .turn(Duration.ofSeconds(9))));
  private static final Sip2Date AT = Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15, 0));
  private static final String TAKEN = "101YNN20261124    091500AOMAIN|AB31|AJTundra songs|AA20|";

  private final ConcurrentLinkedQueue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  private static Sip2Request checkin(String item) {
    return new Sip2Request.Checkin(Sip2Flag.NO, AT, AT, Sip2Fields.NONE.with("AB", item));
  }

  private LoopbackFarEnd farEnd(FarEnd script) throws IOException {
    LoopbackFarEnd farEnd = new LoopbackFarEnd(FarEnd.ready(script));
    open.add(farEnd);
    return farEnd;
  }

  private Sip2Session session(Transport transport) {
    Sip2Session session =
        new Sip2Session(transport, DIALECT, () -> Duration.ofNanos(System.nanoTime()));
    open.add(session);
    return session;
  }

  @Test
  void a_request_is_answered() throws IOException {
    LoopbackFarEnd farEnd = farEnd(line -> List.of(say(TAKEN, ay(line))));

    assertThat(session(farEnd.transport()).ask(checkin("31")))
        .isInstanceOf(Exchange.Answered.class);
    assertThat(farEnd.heard.getFirst()).isEqualTo("9300CNkiosk1|COhedgehog7|CPfoyer|AY0AZF2BC");
  }

  @Test
  void an_answer_in_single_bytes_with_junk_before_is_read() throws IOException {
    LoopbackFarEnd farEnd =
        farEnd(
            line ->
                ("\n\0 " + line(TAKEN, ay(line)) + "\n")
                    .chars()
                    .mapToObj(c -> raw(String.valueOf((char) c)))
                    .toList());

    assertThat(session(farEnd.transport()).ask(checkin("31")))
        .isInstanceOf(Exchange.Answered.class);
  }

  @Test
  void silence_ends_in_time_and_the_next_request_takes_a_fresh_connection() throws IOException {
    LoopbackFarEnd farEnd =
        farEnd(line -> line.contains("AB31") ? List.of() : List.of(say(TAKEN, ay(line))));
    Sip2Session session = session(farEnd.transport());

    assertThat(session.ask(checkin("31")))
        .isEqualTo(new Exchange.Unanswered("no answer in time", false));
    assertThat(session.isConnected()).isFalse();
    assertThat(session.ask(checkin("32"))).isInstanceOf(Exchange.Answered.class);
    assertThat(farEnd.heard.stream().filter(line -> line.startsWith("93"))).hasSize(2);
  }

  @Test
  void a_reset_is_unanswered() throws IOException {
    LoopbackFarEnd farEnd = farEnd(_ -> List.of(new Step.Reset()));

    assertThat(session(farEnd.transport()).ask(checkin("31")))
        .isInstanceOf(Exchange.Unanswered.class);
    assertThat(farEnd.heard.stream().filter(line -> line.startsWith("09"))).hasSize(1);
  }

  @Test
  void a_connection_dropped_in_the_middle_of_an_answer_is_unanswered() throws IOException {
    LoopbackFarEnd farEnd =
        farEnd(line -> List.of(raw(line(TAKEN, ay(line)).substring(0, 40)), new Step.HangUp()));

    assertThat(session(farEnd.transport()).ask(checkin("31")))
        .isEqualTo(new Exchange.Unanswered("the central system hung up", true));
  }

  @Test
  void a_late_answer_before_the_right_one_is_dropped() throws IOException {
    LoopbackFarEnd farEnd =
        farEnd(line -> List.of(say(TAKEN.replace("AB31", "AB77"), "9"), say(TAKEN, ay(line))));

    Exchange exchange = session(farEnd.transport()).ask(checkin("31"));

    assertThat(((Exchange.Answered) exchange).response().item()).hasValue("31");
  }

  @Test
  void a_wrong_checksum_is_put_right_with_97() throws IOException {
    LoopbackFarEnd farEnd =
        farEnd(
            line ->
                line.startsWith("97")
                    ? List.of(say(TAKEN, "0"))
                    : List.of(raw(line(TAKEN, ay(line)).replace("Tundra", "Thunder"))));

    assertThat(session(farEnd.transport()).ask(checkin("31")))
        .isInstanceOf(Exchange.Answered.class);
    assertThat(farEnd.heard.getLast()).isEqualTo("97AZFEF5");
  }

  @Test
  void nobody_at_the_port_is_not_sent() throws IOException {
    int port = FreePorts.one();

    assertThat(session(TcpTransport.plain("127.0.0.1", port)).ask(checkin("31")))
        .isInstanceOf(Exchange.RequestNotSent.class);
  }

  @Test
  void a_far_end_that_never_answers_the_login_is_not_sent() throws IOException {
    LoopbackFarEnd mute = new LoopbackFarEnd(_ -> List.of());
    open.add(mute);
    Sip2Dialect dialect =
        Changed.with(
            DIALECT,
            "patience",
            DIALECT
                .patience()
                .with(
                    c ->
                        c.connect(SHORT)
                            .minimumAnswer(SHORT)
                            .maximumAnswer(SHORT)
                            .resends(2)
                            .keepAlive(Duration.ofMinutes(1))
                            .turn(SHORT)));
    Sip2Session session =
        new Sip2Session(mute.transport(), dialect, () -> Duration.ofNanos(System.nanoTime()));
    open.add(session);

    assertThat(session.ask(checkin("31"))).isInstanceOf(Exchange.RequestNotSent.class);
  }

  @Test
  void callers_take_turns_on_one_connection_and_each_gets_its_own_answer() throws IOException {
    LoopbackFarEnd farEnd =
        farEnd(
            line -> {
              String item = line.replaceFirst(".*AB(\\d+)\\|.*", "$1");
              return List.of(say(TAKEN.replace("AB31", "AB" + item), ay(line)));
            });
    Sip2Session session = session(farEnd.transport());

    List<CompletableFuture<String>> answers =
        IntStream.range(100, 140)
            .mapToObj(
                item ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          Exchange exchange = session.ask(checkin(String.valueOf(item)));
                          return item
                              + "="
                              + ((Exchange.Answered) exchange).response().item().orElse("");
                        }))
            .toList();

    assertThat(answers)
        .allSatisfy(
            answer -> {
              String[] pair = answer.join().split("=", -1);
              assertThat(pair[1]).isEqualTo(pair[0]);
            });
    assertThat(farEnd.heard.stream().filter(line -> line.startsWith("93"))).hasSize(1);
  }

  @Test
  void closing_ends_a_request_that_waits() throws Exception {
    LoopbackFarEnd farEnd = farEnd(_ -> List.of());
    Sip2Dialect patient =
        Changed.with(
            DIALECT,
            "patience",
            DIALECT
                .patience()
                .with(
                    c ->
                        c.connect(Duration.ofSeconds(4))
                            .minimumAnswer(Duration.ofSeconds(15))
                            .maximumAnswer(Duration.ofSeconds(15))
                            .resends(2)
                            .keepAlive(Duration.ofMinutes(1))
                            .turn(SHORT)));
    Sip2Session session =
        new Sip2Session(farEnd.transport(), patient, () -> Duration.ofNanos(System.nanoTime()));
    CompletableFuture<Exchange> asking =
        CompletableFuture.supplyAsync(() -> session.ask(checkin("31")));
    org.awaitility.Awaitility.await()
        .until(() -> farEnd.heard.stream().anyMatch(line -> line.startsWith("09")));

    session.close();

    assertThat(asking.join()).isInstanceOf(Exchange.Unanswered.class);
    assertThat(session.ask(checkin("31"))).isEqualTo(Exchange.RequestNotSent.because("closed"));
  }
}
