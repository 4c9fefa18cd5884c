package org.libstation.fleet.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.fleet.order.StaffHand.NOW;
import static org.libstation.fleet.order.StaffHand.STATION;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerFault;
import org.libstation.fleet.Samples;
import org.libstation.fleet.Topics;
import org.libstation.fleet.order.OrderActions.OrderProgress;
import org.libstation.policy.document.FlatJson;
import org.libstation.site.FleetPlace;
import org.libstation.site.StationOrder;
import org.slf4j.LoggerFactory;

/// Orders as they come, over restarts, with deeds that only count.
final class OrderDeskTest {
  private static final StationOrder[] ALL = StationOrder.values();

  @TempDir private Path data;
  private final StaffHand chan = new StaffHand("陳大文");
  private final Hands hands = new Hands();
  private final Line line = new Line();
  private FleetPlace rules;
  private Duration passed = Duration.ZERO;
  private boolean doubtful;

  OrderDeskTest() throws Exception {
    rules = rules(List.of(ALL), List.of(chan.may(ALL)));
  }

  private static FleetPlace rules(List<StationOrder> orders, List<FleetPlace.StaffKey> keys) {
    return Samples.place(1883).with(c -> c.orders(orders).staffKeys(keys));
  }

  /// What was done, and how far the last is.
  private static final class Hands implements OrderActions {
    final List<StationOrder> begun = new ArrayList<>();
    final Map<String, OrderProgress> ends = new HashMap<>();
    StandingOrders standing = StandingOrders.NOTHING;
    Runnable meanwhile = () -> {};

    @Override
    public Running begin(Order order) {
      meanwhile.run();
      begun.add(order.what());
      return () -> ends.getOrDefault(order.id(), new OrderProgress.OrderWaits());
    }

    @Override
    public void hold(StandingOrders now) {
      standing = now;
    }
  }

  /// A broker that takes all, or nothing.
  private static final class Line implements Broker.BrokerConnection {
    final List<Broker.Message> said = new ArrayList<>();
    boolean away;

    @Override
    public boolean isOpen() {
      return !away;
    }

    @Override
    public void publish(Broker.Message message, Duration within) throws BrokerException {
      if (away) {
        throw new BrokerException(BrokerFault.SILENT, "", "as the test has it");
      }
      said.add(message);
    }

    @Override
    public void close() {}
  }

  private OrderDesk desk() {
    return new OrderDesk(
        Topics.of("libstation/v1", STATION, "3f9a0c12"), () -> rules, hands, this::now, data);
  }

  private EventTime now() {
    return new EventTime(
        NOW.plus(passed).atOffset(ZoneOffset.UTC),
        "boot",
        Duration.ofHours(1).plus(passed),
        Optional.empty(),
        doubtful);
  }

  private void step(OrderDesk desk, byte[]... messages) {
    Stream.of(messages).forEach(desk::heard);
    try {
      desk.step(line.away ? Optional.empty() : Optional.of(line));
    } catch (BrokerException e) {
      throw new AssertionError(e);
    }
  }

  /// `STEP` or `STEP REASON` of each answer.
  private List<String> steps() {
    return line.said.stream()
        .map(message -> FlatJson.read(message.text()).orElseThrow())
        .map(answer -> (answer.get("step") + " " + answer.getOrDefault("reason", "")).strip())
        .toList();
  }

  @Test
  void an_answer_is_written_byte_for_byte_and_read_back() {
    OrderDesk desk = desk();
    Order order = chan.order(StationOrder.CHECK, Map.of(Order.With.CHECK, "journal"));
    step(desk, chan.signed(order));
    hands.ends.put(
        order.id(), new OrderProgress.OrderDone(Map.of("told", "\"好\"", "codes", "G36")));
    step(desk);
    String head =
        "{\"schema\":\"libstation-order-1\",\"id\":\"3f9a0c12\",\"order\":\"%s\",\"step\":\"%s\","
            + "\"at\":\"%s\"%s}";
    assertThat(line.said)
        .extracting(Broker.Message::text)
        .containsExactly(
            head.formatted(order.id(), "received", NOW, ""),
            head.formatted(order.id(), "begun", NOW, ""),
            head.formatted(order.id(), "done", NOW, ",\"codes\":\"G36\",\"told\":\"\\\"好\\\"\""));
  }

  @Test
  void an_order_is_told_in_steps_and_no_answer_is_retained_or_names_anybody() {
    OrderDesk desk = desk();
    Order order = chan.order(StationOrder.SETTLE);
    step(desk, chan.signed(order));
    assertThat(steps()).containsExactly("received", "begun");
    hands.ends.put(order.id(), new OrderProgress.OrderDone(Map.of("open", "0")));
    step(desk);
    assertThat(steps()).containsExactly("received", "begun", "done");
    step(desk);
    assertThat(steps()).hasSize(3);
    assertThat(line.said)
        .allSatisfy(
            message -> {
              assertThat(message.retained()).isFalse();
              assertThat(message.topic())
                  .isEqualTo("libstation/v1/" + STATION.text() + "/3f9a0c12/answers");
              assertThat(message.text()).doesNotContain("陳大文").contains(order.id());
            });
  }

  @Test
  void one_that_comes_twice_is_done_once_also_after_a_restart() {
    byte[] order = chan.signed(chan.order(StationOrder.SETTLE));
    OrderDesk desk = desk();
    step(desk, order, order);
    step(desk, order);
    step(desk(), order);
    assertThat(hands.begun).containsExactly(StationOrder.SETTLE);
    assertThat(steps())
        .containsExactly(
            "received",
            "begun",
            "refused replayed",
            "refused replayed",
            "failed cut-short",
            "refused replayed");
  }

  @Test
  void one_that_comes_behind_a_later_one_is_refused_also_after_a_restart() {
    byte[] earlier = chan.signed(chan.order(StationOrder.OUT_OF_SERVICE));
    byte[] later = chan.signed(chan.order(StationOrder.BACK_IN_SERVICE));
    OrderDesk desk = desk();
    step(desk, later, earlier);
    step(desk(), earlier);
    assertThat(hands.begun).containsExactly(StationOrder.BACK_IN_SERVICE);
    assertThat(hands.standing.out()).isFalse();
    assertThat(steps()).contains("refused reordered").doesNotContain("refused replayed");
  }

  @Test
  void an_id_is_of_chance_and_no_log_masks_digits_of_it() {
    Random random = new Random(24);
    assertThat(Stream.generate(() -> Order.newId(random)).limit(1000))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{16}").doesNotContainPattern("[0-9]{8}"));
  }

  @Test
  void each_key_counts_for_itself() throws Exception {
    StaffHand wong = new StaffHand("Wong");
    rules = rules(List.of(ALL), List.of(chan.may(ALL), wong.may(ALL)));
    chan.order(StationOrder.SETTLE);
    step(
        desk(),
        chan.signed(chan.order(StationOrder.SETTLE)),
        wong.signed(wong.order(StationOrder.LIGHT_SCREEN)));
    assertThat(hands.begun).containsExactly(StationOrder.SETTLE, StationOrder.LIGHT_SCREEN);
  }

  @Test
  void it_is_on_disk_before_anything_is_done() {
    Order order = chan.order(StationOrder.SETTLE);
    hands.meanwhile =
        () ->
            assertThat(data.resolve(OrderDesk.FILE))
                .content()
                .contains(order.id(), "number." + chan.fingerprint + "=" + order.number());
    step(desk(), chan.signed(order));
    assertThat(hands.begun).hasSize(1);
  }

  @Test
  void a_program_that_is_killed_as_it_acts_does_it_no_second_time() {
    byte[] order = chan.signed(chan.order(StationOrder.CHECK, Map.of("check", "disk")));
    hands.meanwhile =
        () -> {
          throw new Killed();
        };
    OrderDesk desk = desk();
    desk.heard(order);
    try {
      desk.step(Optional.of(line));
    } catch (Killed | BrokerException _) {
      // The next run begins with what is on disk.
    }
    hands.meanwhile = () -> {};
    OrderDesk next = desk();
    step(next, order);
    assertThat(hands.begun).isEmpty();
    assertThat(steps()).containsExactly("failed cut-short", "refused replayed");
  }

  /// No exception of a program's own.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void out_of_service_and_a_notice_hold_over_restarts_and_their_end_is_told_then() {
    Map<String, String> texts =
        Map.of(
            "until", "2026-12-01T10:00:00Z", "en", "Closed", "zh-Hant-HK", "休館", "zh-Hans", "闭馆");
    step(
        desk(),
        chan.signed(chan.order(StationOrder.OUT_OF_SERVICE)),
        chan.signed(chan.order(StationOrder.NOTICE, texts)));
    hands.standing = OrderActions.StandingOrders.NOTHING;
    OrderDesk next = desk();
    assertThat(hands.standing.out()).isTrue();
    assertThat(hands.standing.notice().orElseThrow().texts())
        .containsOnly(
            Map.entry("en", "Closed"), Map.entry("zh-Hant-HK", "休館"), Map.entry("zh-Hans", "闭馆"));
    line.said.clear();
    step(next);
    assertThat(steps()).containsExactly("done", "done");
    step(
        next,
        chan.signed(chan.order(StationOrder.BACK_IN_SERVICE)),
        chan.signed(chan.order(StationOrder.NOTICE)));
    assertThat(desk().codes()).isEmpty();
    assertThat(hands.standing).isEqualTo(OrderActions.StandingOrders.NOTHING);
  }

  @Test
  void a_restart_is_done_when_the_program_has_started_again_and_a_new_one_is_not_made_of_it() {
    byte[] order = chan.signed(chan.order(StationOrder.RESTART));
    step(desk(), order);
    step(desk(), order);
    step(desk());
    assertThat(hands.begun).containsExactly(StationOrder.RESTART);
    assertThat(steps()).containsExactly("received", "begun", "done", "refused replayed");
  }

  @Test
  void what_the_stations_own_file_allows_no_more_holds_no_more() {
    OrderDesk desk = desk();
    step(desk, chan.signed(chan.order(StationOrder.OUT_OF_SERVICE)));
    assertThat(hands.standing.out()).isTrue();
    rules = rules(List.of(StationOrder.SETTLE), List.of(chan.may(ALL)));
    step(desk);
    assertThat(hands.standing.out()).isFalse();
    // Allowed once more it is a new order that is waited for, after a restart too.
    rules = rules(List.of(ALL), List.of());
    step(desk);
    assertThat(hands.standing.out()).isFalse();
    step(desk());
    assertThat(hands.standing.out()).isFalse();
  }

  /// With an empty list there is no desk at all; and its end may not have been told before.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_held_ends_at_a_start_without_orders_too(boolean told) {
    OrderDesk desk = desk();
    Order out = chan.order(StationOrder.OUT_OF_SERVICE);
    if (told) {
      hands.ends.put(out.id(), new OrderProgress.OrderDone(Map.of()));
    }
    step(desk, chan.signed(out));
    step(desk);
    assertThat(hands.standing.out()).isTrue();
    OrderDesk.forget(data, now());
    rules = rules(List.of(ALL), List.of(chan.may(ALL)));
    hands.standing = OrderActions.StandingOrders.NOTHING;
    OrderDesk later = desk();
    step(later);
    step(later);
    assertThat(hands.standing.out()).isFalse();
    // What was taken is still not taken again.
    step(later, chan.signed(out));
    assertThat(hands.standing.out()).isFalse();
    assertThat(steps()).last().isEqualTo("refused replayed");
  }

  @Test
  void a_revoked_key_gives_no_order_from_that_moment_on() {
    OrderDesk desk = desk();
    step(desk, chan.signed(chan.order(StationOrder.SETTLE)));
    rules = rules(List.of(ALL), List.of());
    step(desk, chan.signed(chan.order(StationOrder.LIGHT_SCREEN)));
    assertThat(hands.begun).containsExactly(StationOrder.SETTLE);
    assertThat(steps()).contains("refused key-unknown");
    assertThat(desk.codes()).containsExactly("G76");
    passed = Duration.ofMinutes(61);
    assertThat(desk.codes()).isEmpty();
  }

  @Test
  void with_an_empty_list_nothing_is_done_whoever_asks() {
    rules = rules(List.of(), List.of(chan.may(ALL)));
    OrderDesk desk = desk();
    for (StationOrder what :
        List.of(StationOrder.RESTART, StationOrder.OUT_OF_SERVICE, StationOrder.SETTLE)) {
      step(desk, chan.signed(chan.order(what)));
    }
    assertThat(hands.begun).isEmpty();
    assertThat(hands.standing).isEqualTo(OrderActions.StandingOrders.NOTHING);
    assertThat(steps()).containsOnly("refused not-allowed-here");
  }

  @Test
  void whoever_was_told_no_is_not_obeyed_later() {
    OrderDesk desk = desk();
    for (int i = 0; i < OrderDesk.MOST_UNDER_WAY; i++) {
      step(desk, chan.signed(chan.order(StationOrder.SETTLE)));
    }
    byte[] busy = chan.signed(chan.order(StationOrder.LIGHT_SCREEN));
    step(desk, busy);
    desk = desk();
    step(desk);
    hands.begun.clear();
    line.said.clear();
    Order far = chan.order(StationOrder.LIGHT_SCREEN);
    byte[] tooFar =
        chan.signed(
            new Order(
                far.id(),
                STATION,
                far.number(),
                NOW.plus(OrderJudge.LONGEST).plusSeconds(60),
                far.what(),
                Map.of()));
    step(desk, tooFar);
    rules = rules(List.of(StationOrder.SETTLE), List.of(chan.may(ALL)));
    byte[] notHere = chan.signed(chan.order(StationOrder.LIGHT_SCREEN));
    step(desk, notHere);
    rules = rules(List.of(ALL), List.of(chan.may(ALL)));
    doubtful = true;
    byte[] doubted = chan.signed(chan.order(StationOrder.LIGHT_SCREEN));
    step(desk, doubted);
    doubtful = false;
    assertThat(steps())
        .containsExactly("refused too-far", "refused not-allowed-here", "refused clock-doubtful");
    step(desk, busy, notHere, doubted);
    passed = Duration.ofMinutes(2);
    step(desk(), tooFar);
    assertThat(hands.begun).isEmpty();
    step(desk(), chan.signed(lasting(chan.order(StationOrder.SETTLE))));
    assertThat(hands.begun).containsExactly(StationOrder.SETTLE);
  }

  private static Order lasting(Order order) {
    return new Order(
        order.id(),
        order.station(),
        order.number(),
        NOW.plusSeconds(300),
        order.what(),
        order.with());
  }

  @Test
  void one_that_is_refused_over_and_over_does_not_push_others_out_of_the_log() throws Exception {
    StaffHand wong = new StaffHand("黃小明");
    rules = rules(List.of(ALL), List.of(wong.may(ALL)));
    Logger staff = (Logger) LoggerFactory.getLogger("staff");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    staff.setLevel(Level.INFO);
    staff.addAppender(log);
    try {
      OrderDesk desk = desk();
      Order late = wong.order(StationOrder.SETTLE);
      byte[] order = wong.signed(wong.order(StationOrder.SETTLE));
      for (int i = 0; i < 100; i++) {
        step(desk, order, wong.signed(late));
      }
      assertThat(refusals(log))
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).contains("it was received before"),
              line -> assertThat(line).contains(late.id(), "a later order of this key"));
      passed = Duration.ofMinutes(61);
      step(desk, order);
      assertThat(refusals(log)).hasSize(3).last().asString().contains("it has expired");
      passed = Duration.ofMinutes(122);
      for (int i = 0; i < 2 * OrderDesk.MOST_REFUSALS; i++) {
        step(desk, wong.signed(wong.order(StationOrder.SETTLE)));
      }
      assertThat(refusals(log)).hasSize(3 + OrderDesk.MOST_REFUSALS - 1);
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .filteredOn(line -> line.contains("are not written"))
          .hasSize(1);
    } finally {
      staff.detachAppender(log);
    }
  }

  /// Of 黃小明, in the staff log.
  private static List<String> refusals(ListAppender<ILoggingEvent> log) {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains("refused") && line.contains("(by 黃小明)"))
        .toList();
  }

  @Test
  void a_flood_is_bounded_and_a_megabyte_is_not_even_kept() {
    OrderDesk desk = desk();
    desk.heard(new byte[1_000_000]);
    step(desk);
    assertThat(line.said).isEmpty();
    assertThat(desk.codes()).containsExactly("G76");
    for (int i = 0; i < 1_000; i++) {
      desk.heard(chan.signed(chan.order(StationOrder.SETTLE)));
    }
    step(desk);
    assertThat(hands.begun).hasSize(OrderDesk.MOST_UNDER_WAY);
    assertThat(steps()).hasSize(OrderDesk.MOST_WAITING + OrderDesk.MOST_UNDER_WAY);
    assertThat(steps()).contains("refused busy");
  }

  @Test
  void a_disk_that_takes_nothing_means_that_nothing_is_done_and_not_later_either()
      throws IOException {
    OrderDesk desk = desk();
    Path inTheWay = Files.createDirectory(data.resolve(OrderDesk.FILE + ".new"));
    Path within = Files.createFile(inTheWay.resolve("within"));
    byte[] order = chan.signed(chan.order(StationOrder.OUT_OF_SERVICE));
    step(desk, order);
    assertThat(steps()).containsExactly("refused not-kept");
    assertThat(desk.codes()).containsExactly("G77");
    assertThat(hands.standing.out()).isFalse();
    Files.delete(within);
    Files.delete(inTheWay);
    step(desk, order);
    assertThat(desk.codes()).isEmpty();
    assertThat(hands.begun).isEmpty();
    step(desk, chan.signed(chan.order(StationOrder.SETTLE)));
    assertThat(hands.begun).containsExactly(StationOrder.SETTLE);
  }

  @Test
  void a_file_that_cannot_be_read_stops_orders_until_none_that_was_taken_counts_any_more()
      throws IOException {
    byte[] order = chan.signed(chan.order(StationOrder.SETTLE));
    step(desk(), order);
    Files.writeString(data.resolve(OrderDesk.FILE), "number." + chan.fingerprint + "=x\n");
    step(desk(), order);
    step(desk(), order);
    assertThat(hands.begun).containsExactly(StationOrder.SETTLE);
    assertThat(steps()).endsWith("refused not-kept", "refused not-kept");
    passed = OrderJudge.LONGEST.plusSeconds(1);
    step(desk(), order);
    assertThat(steps()).endsWith("refused expired");
  }

  @Test
  void answers_wait_for_a_broker_that_is_away_and_are_bounded() {
    OrderDesk desk = desk();
    step(desk, chan.signed(chan.order(StationOrder.SETTLE)));
    line.said.clear();
    line.away = true;
    byte[] again = chan.signed(chan.order(StationOrder.LIGHT_SCREEN));
    step(desk, again);
    for (int i = 0; i < 100; i++) {
      step(desk, again);
    }
    assertThat(line.said).isEmpty();
    line.away = false;
    step(desk);
    assertThat(line.said).hasSize(OrderDesk.MOST_ANSWERS);
    assertThat(hands.begun).hasSize(2);
  }

  @Test
  void a_deed_that_meets_a_fault_fails_and_stops_nothing_else() {
    OrderDesk desk = desk();
    hands.meanwhile =
        () -> {
          throw new IllegalStateException("as the test has it");
        };
    step(desk, chan.signed(chan.order(StationOrder.SETTLE)));
    hands.meanwhile = () -> {};
    step(desk, chan.signed(chan.order(StationOrder.LIGHT_SCREEN)));
    assertThat(steps()).contains("failed fault");
    assertThat(hands.begun).containsExactly(StationOrder.LIGHT_SCREEN);
  }
}
