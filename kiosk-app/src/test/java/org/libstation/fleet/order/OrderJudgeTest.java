package org.libstation.fleet.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.fleet.order.StaffHand.NOW;
import static org.libstation.fleet.order.StaffHand.STATION;
import static org.libstation.fleet.order.StaffHand.bytes;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.StationName;
import org.libstation.fleet.order.OrderJudge.Judged;
import org.libstation.policy.document.FlatJson;
import org.libstation.site.StationOrder;

/// Every reason for which an order is not carried out, by the order and the settings alone.
final class OrderJudgeTest {
  private static final EventTime TIME = time(false);

  private final StaffHand chan = new StaffHand("Chan");
  private final StaffHand stranger = new StaffHand("Nobody");
  private final OrderJudge judge =
      new OrderJudge(
          STATION, List.of(StationOrder.values()), List.of(chan.may(StationOrder.values())));

  OrderJudgeTest() throws Exception {}

  private static EventTime time(boolean doubtful) {
    return new EventTime(
        NOW.atOffset(ZoneOffset.UTC), "boot", Duration.ofHours(1), Optional.empty(), doubtful);
  }

  private static OrderRefusal why(Judged judged) {
    return switch (judged) {
      case Judged.ProvenOrder _ -> throw new AssertionError("it was taken");
      case Judged.OrderRefused(var _, var _, var _, var _, OrderRefusal why) -> why;
    };
  }

  private OrderRefusal why(byte[] message) {
    return why(judge.judge(message, TIME));
  }

  private String text(Order order) {
    return new String(chan.signed(order), StandardCharsets.UTF_8);
  }

  @Test
  void one_that_is_signed_for_this_station_and_in_time_is_taken_with_the_name_behind_it() {
    Order order = chan.order(StationOrder.SETTLE);
    assertThat(judge.judge(chan.signed(order), TIME))
        .isEqualTo(new Judged.ProvenOrder(order, chan.fingerprint, "Chan"));
  }

  @Test
  void one_that_was_altered_or_is_signed_by_another_key_is_forged() {
    Order order = chan.order(StationOrder.SETTLE);
    assertThat(why(bytes(text(order).replace("settle", "notice")))).isEqualTo(OrderRefusal.FORGED);
    assertThat(why(bytes(OrderCover.sign(order, stranger.pair.getPrivate(), chan.fingerprint))))
        .isEqualTo(OrderRefusal.FORGED);
    assertThat(why(bytes(text(order).replaceAll("\"signature\":\"....", "\"signature\":\"AAAA"))))
        .isEqualTo(OrderRefusal.FORGED);
    assertThat(why(bytes(text(order).replaceAll("\"signature\":\"[^\"]*", "\"signature\":\"?"))))
        .isEqualTo(OrderRefusal.FORGED);
  }

  @Test
  void what_the_same_key_signed_for_something_else_is_no_order() throws Exception {
    String order = text(chan.order(StationOrder.SETTLE));
    String inner = FlatJson.read(order).orElseThrow().get("order");
    Signature bare = Signature.getInstance("Ed25519");
    bare.initSign(chan.pair.getPrivate());
    bare.update(bytes(String.valueOf(inner)));
    String signature = Base64.getEncoder().encodeToString(bare.sign());
    assertThat(
            why(bytes(order.replaceAll("\"signature\":\"[^\"]*", "\"signature\":\"" + signature))))
        .isEqualTo(OrderRefusal.FORGED);
  }

  @Test
  void a_key_that_is_not_or_no_longer_listed_gives_no_orders() {
    Order order = chan.order(StationOrder.SETTLE);
    assertThat(why(stranger.signed(order))).isEqualTo(OrderRefusal.KEY_UNKNOWN);
    OrderJudge revoked =
        new OrderJudge(
            STATION, List.of(StationOrder.values()), List.of(stranger.may(StationOrder.values())));
    assertThat(why(revoked.judge(chan.signed(order), TIME))).isEqualTo(OrderRefusal.KEY_UNKNOWN);
  }

  @Test
  void one_for_another_station_is_refused() {
    Order order =
        new Order(
            "0123456789abcdef",
            StationName.parse("hkpl/central/box-3"),
            1,
            NOW.plusSeconds(60),
            StationOrder.SETTLE,
            Map.of());
    assertThat(why(chan.signed(order))).isEqualTo(OrderRefusal.OTHER_STATION);
  }

  private Order until(Duration left) {
    return new Order("0123456789abcdef", STATION, 1, NOW.plus(left), StationOrder.SETTLE, Map.of());
  }

  @Test
  void one_without_end_that_is_over_or_counts_for_too_long_is_refused() {
    assertThat(why(chan.signed(until(Duration.ZERO)))).isEqualTo(OrderRefusal.EXPIRED);
    assertThat(why(chan.signed(until(Duration.ofDays(-1))))).isEqualTo(OrderRefusal.EXPIRED);
    assertThat(why(chan.signed(until(OrderJudge.LONGEST.plusSeconds(1)))))
        .isEqualTo(OrderRefusal.TOO_FAR);
    assertThat(judge.judge(chan.signed(until(OrderJudge.LONGEST)), TIME))
        .isInstanceOf(Judged.ProvenOrder.class);
    String head =
        "{\"schema\":\"libstation-order-1\",\"station\":\"hkpl/central/box-2\","
            + "\"id\":\"0123456789abcdef\",\"number\":\"1\",\"order\":\"settle\"";
    assertThat(why(chan.cover(head + "}"))).isEqualTo(OrderRefusal.NO_EXPIRY);
    assertThat(why(chan.cover(head + ",\"expires\":\"soon\"}"))).isEqualTo(OrderRefusal.NO_EXPIRY);
  }

  @Test
  void while_the_clock_is_doubtful_none_is_taken() {
    assertThat(why(judge.judge(chan.signed(chan.order(StationOrder.SETTLE)), time(true))))
        .isEqualTo(OrderRefusal.CLOCK_DOUBTFUL);
  }

  @Test
  void nothing_is_allowed_that_the_station_and_the_key_do_not_both_allow() {
    byte[] restart = chan.signed(chan.order(StationOrder.RESTART));
    OrderJudge none = new OrderJudge(STATION, List.of(), List.of(chan.may(StationOrder.RESTART)));
    assertThat(why(none.judge(restart, TIME))).isEqualTo(OrderRefusal.NOT_ALLOWED_HERE);
    OrderJudge other =
        new OrderJudge(
            STATION, List.of(StationOrder.RESTART), List.of(chan.may(StationOrder.SETTLE)));
    assertThat(why(other.judge(restart, TIME))).isEqualTo(OrderRefusal.NOT_ALLOWED_KEY);
  }

  @Test
  void another_version_and_an_order_that_nobody_knows_are_refused() {
    Order order = chan.order(StationOrder.SETTLE);
    assertThat(why(bytes(text(order).replace("libstation-order-1", "libstation-order-2"))))
        .isEqualTo(OrderRefusal.VERSION);
    String inner =
        "{\"schema\":\"%s\",\"station\":\"hkpl/central/box-2\",\"id\":\"0123456789abcdef\","
            + "\"number\":\"1\",\"expires\":\"2026-11-30T10:01:00Z\",\"order\":\"%s\"}";
    assertThat(why(chan.cover(inner.formatted("libstation-order-2", "settle"))))
        .isEqualTo(OrderRefusal.VERSION);
    assertThat(why(chan.cover(inner.formatted(OrderCover.SCHEMA, "open-the-till"))))
        .isEqualTo(OrderRefusal.UNKNOWN_ORDER);
    assertThat(judge.judge(chan.cover(inner.formatted(OrderCover.SCHEMA, "settle")), TIME))
        .isInstanceOf(Judged.ProvenOrder.class);
  }

  @Test
  void junk_of_any_size_is_no_order() {
    Random random = new Random(24);
    for (int size : new int[] {0, 1, 100, OrderCover.MOST_BYTES, 1_000_000}) {
      byte[] junk = new byte[size];
      random.nextBytes(junk);
      assertThat(why(junk)).as("%d bytes", size).isEqualTo(OrderRefusal.JUNK);
    }
    assertThat(why(bytes("{}"))).isEqualTo(OrderRefusal.JUNK);
    assertThat(why(bytes("[".repeat(8_000)))).isEqualTo(OrderRefusal.JUNK);
    assertThat(why(bytes("{\"schema\":1}"))).isEqualTo(OrderRefusal.JUNK);
    assertThat(why(chan.cover("[]"))).isEqualTo(OrderRefusal.JUNK);
    String text = text(chan.order(StationOrder.SETTLE));
    for (int end = 0; end < text.length(); end++) {
      assertThat(judge.judge(bytes(text.substring(0, end)), TIME))
          .isInstanceOf(Judged.OrderRefused.class);
    }
  }

  private boolean isTaken(StationOrder what, Map<String, String> with) {
    Judged judged = judge.judge(chan.signed(chan.order(what, with)), TIME);
    if (judged instanceof Judged.OrderRefused(var _, var _, var _, var _, OrderRefusal why)) {
      assertThat(why).isEqualTo(OrderRefusal.WRONG_WITH);
      return false;
    }
    return true;
  }

  private static Map<String, String> notice(String until, String english) {
    return Map.of("until", until, "en", english, "zh-Hant-HK", "暫停", "zh-Hans", "暂停");
  }

  @Test
  void a_notice_is_short_in_three_languages_and_has_an_end() {
    String until = "2026-12-02T10:00:00Z";
    assertThat(isTaken(StationOrder.NOTICE, notice(until, "Closed on Sunday"))).isTrue();
    assertThat(isTaken(StationOrder.NOTICE, Map.of())).as("taken down").isTrue();
    assertThat(isTaken(StationOrder.NOTICE, notice(until, "x".repeat(201)))).isFalse();
    assertThat(isTaken(StationOrder.NOTICE, notice(until, "x".repeat(200)))).isTrue();
    assertThat(isTaken(StationOrder.NOTICE, notice(until, "  "))).isFalse();
    assertThat(isTaken(StationOrder.NOTICE, notice(until, "one\ntwo"))).isFalse();
    assertThat(isTaken(StationOrder.NOTICE, notice(until, "\u202Eturned"))).isFalse();
    assertThat(isTaken(StationOrder.NOTICE, notice("2027-12-02T10:00:00Z", "a year"))).isFalse();
    assertThat(isTaken(StationOrder.NOTICE, notice("2026-11-30T10:00:00Z", "over"))).isFalse();
    assertThat(isTaken(StationOrder.NOTICE, Map.of("until", until, "en", "English alone")))
        .isFalse();
  }

  @Test
  void each_order_has_what_belongs_to_it_and_nothing_else() {
    assertThat(isTaken(StationOrder.RESTART, Map.of("now", "yes"))).isFalse();
    assertThat(isTaken(StationOrder.CHECK, Map.of())).isFalse();
    assertThat(isTaken(StationOrder.CHECK, Map.of("check", "../disk"))).isFalse();
    assertThat(isTaken(StationOrder.CHECK, Map.of("check", "disk"))).isTrue();
    assertThat(isTaken(StationOrder.PRINT_MANIFEST, Map.of("bin", "other"))).isFalse();
    assertThat(isTaken(StationOrder.PRINT_MANIFEST, Map.of("bin", "last"))).isTrue();
    assertThat(isTaken(StationOrder.SUPPORT_BUNDLE, Map.of("reply-key", "AAAA"))).isFalse();
    assertThat(
            isTaken(
                StationOrder.SUPPORT_BUNDLE,
                Map.of("reply-key", new SealedBundle.Asker("0123456789abcdef").replyKey())))
        .isTrue();
  }
}
