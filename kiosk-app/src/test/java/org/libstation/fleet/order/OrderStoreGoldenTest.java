package org.libstation.fleet.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.fleet.StationName;
import org.libstation.site.StationOrder;

/// The file of the orders that were taken, line for line; its first line is the time of writing.
final class OrderStoreGoldenTest {
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofHours(2));

  @TempDir private Path data = Path.of("");

  private static Order order(String id, long number, StationOrder what, Map<String, String> with) {
    return new Order(id, StationName.parse("hkpl/central/box-2"), number, UNTIL, what, with);
  }

  @Test
  void each_component_has_its_name_in_the_file() throws IOException {
    OrderStore store = OrderStore.open(data, NOW);
    store.write();
    assertThat(lines()).containsExactly("ids=", "out=false");

    assertThat(
            store.take(
                order("00000000000000a1", 5, StationOrder.OUT_OF_SERVICE, Map.of()),
                "0f0f",
                "Chan Tai-man",
                NOW))
        .isEmpty();
    Map<String, String> notice =
        Map.of(Order.With.UNTIL, UNTIL.toString(), "en", "Back at noon", "zh-Hans", "中午回来");
    assertThat(
            store.take(
                order("00000000000000a2", 6, StationOrder.NOTICE, notice), "0f0f", "Wong", NOW))
        .isEmpty();

    assertThat(lines())
        .containsExactly(
            "ids=00000000000000a1 00000000000000a2",
            "notice.text.en=Back at noon",
            "notice.text.zh-Hans=中午回来",
            "notice.until=2026-11-26T05\\:00\\:00Z",
            "number.0f0f=6",
            "open.0=00000000000000a1 0f0f OUT_OF_SERVICE Chan Tai-man",
            "open.1=00000000000000a2 0f0f NOTICE Wong",
            "out=true");
    OrderStore next = OrderStore.open(data, NOW);
    assertThat(next.standing()).isEqualTo(store.standing());
    assertThat(next.open()).isEqualTo(store.open());
    assertThat(OrderStore.isOut(data)).isTrue();
    assertThat(
            next.take(
                order("00000000000000a2", 7, StationOrder.SETTLE, Map.of()), "0f0f", "Wong", NOW))
        .contains(OrderRefusal.REPLAYED);
    assertThat(
            next.take(
                order("00000000000000a3", 6, StationOrder.SETTLE, Map.of()), "0f0f", "Wong", NOW))
        .contains(OrderRefusal.REORDERED);
  }

  @Test
  void a_file_that_cannot_be_read_takes_no_order_for_a_while() throws IOException {
    for (String junk : List.of("number.0f0f=x", "open.0=a b", "open.0=a b EAT c", "blind=soon")) {
      Files.writeString(data.resolve(OrderDesk.FILE), junk + "\n");

      OrderStore store = OrderStore.open(data, NOW);

      assertThat(store.open()).as(junk).isEmpty();
      assertThat(lines())
          .containsExactly(
              "blind=" + NOW.plus(OrderJudge.LONGEST).toString().replace(":", "\\:"),
              "ids=",
              "out=false");
    }
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(data.resolve(OrderDesk.FILE)).stream().skip(1).toList();
  }
}
