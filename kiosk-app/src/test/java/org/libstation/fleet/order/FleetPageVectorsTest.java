package org.libstation.fleet.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.StationName;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.StationOrder;

/// The fleet's page and the station agree on the bytes of a key and an order: what each made, the
/// other reads (`order.test.mjs` of the page has the other half).
class FleetPageVectorsTest {
  private static final Path GOLDEN = Path.of("src/fleet-page/test/golden");
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  @TempDir Path folder;
  private StaffKeyFile key;

  @BeforeEach
  void a_key_that_the_page_signed_with() throws IOException {
    key = key("key.pem", "");
  }

  private StaffKeyFile key(String name, String passphrase) throws IOException {
    Path own = Files.copy(GOLDEN.resolve(name), folder.resolve(name));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
    return StaffKeyFile.read(own, passphrase::toCharArray);
  }

  private OrderJudge.Judged judged(String file) throws IOException {
    return new OrderJudge(
            StationName.parse("hkpl/central/box-2"),
            List.of(StationOrder.values()),
            List.of(new StaffKey("Chan", key.line(), List.of(StationOrder.values()))))
        .judge(
            Files.readString(GOLDEN.resolve(file)).strip().getBytes(UTF_8),
            new EventTime(
                NOW.atOffset(ZoneOffset.UTC),
                "boot",
                Duration.ofHours(1),
                Optional.empty(),
                false));
  }

  @Test
  void an_order_that_the_page_signed_is_taken_letter_by_letter() throws IOException {
    assertThat(judged("page-notice.json"))
        .isInstanceOfSatisfying(
            OrderJudge.Judged.ProvenOrder.class,
            good -> {
              assertThat(good.who()).isEqualTo("Chan");
              assertThat(good.order().what()).isEqualTo(StationOrder.NOTICE);
              assertThat(good.order().with())
                  .isEqualTo(
                      Map.of(
                          "until", "2026-12-02T10:00:00Z",
                          "en", "Closed on “Sunday” \\ <b>",
                          "zh-Hant-HK", "星期日休館 📚",
                          "zh-Hans", "星期日闭馆"));
            });
  }

  @Test
  void what_the_page_must_sign_is_what_this_side_signs() throws IOException {
    Order settle =
        new Order(
            "00112233445566aa",
            StationName.parse("hkpl/central/box-2"),
            1796032800000L,
            Instant.parse("2026-11-30T10:01:00Z"),
            StationOrder.SETTLE,
            Map.of());
    StaffKeyFile locked = key("key-locked.pem", "correct horse");
    assertThat(OrderCover.sign(settle, key.key(), key.fingerprint()))
        .isEqualTo(Files.readString(GOLDEN.resolve("order-settle.json")).strip());
    assertThat(OrderCover.sign(settle, locked.key(), locked.fingerprint()))
        .isEqualTo(Files.readString(GOLDEN.resolve("order-settle-locked.json")).strip());
    assertThat(judged("order-settle.json")).isInstanceOf(OrderJudge.Judged.ProvenOrder.class);
  }
}
