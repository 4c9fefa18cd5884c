package org.libstation.fleet.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.fleet.Beside;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;
import org.libstation.fleet.order.Order;
import org.libstation.fleet.order.OrderActions;
import org.libstation.fleet.order.OrderActions.OrderProgress;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.screen.States;
import org.libstation.service.SiteOffice;
import org.libstation.service.StationAccess;
import org.libstation.site.Site;
import org.libstation.site.StationOrder;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.OpenJournal;
import org.libstation.station.policy.PolicyFeeds;
import org.libstation.station.policy.PolicyInForce;

/// What orders do, at a site whose flow is played by hand.
final class StationOrderActionsTest {
  private static final Topics TOPICS =
      Topics.of("libstation/v1", StationName.parse("hkpl/central/box-2"), "3f9a0c12");

  @TempDir private Path dir;
  private final List<FlowEvent> heard = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private int waiting = 1;
  private Path directory = Path.of("");
  private OpenJournal journal;

  @BeforeEach
  void begin() throws Exception {
    directory = StationRig.copyOfExample(dir.resolve("site"));
    journal = OpenJournal.of(dir, JournalParts.open(Site.open(directory)));
  }

  @AfterEach
  void end() {
    journal.close();
  }

  private StationOrderActions deeds(boolean watched) {
    Site site = Site.open(directory);
    StationClock clock =
        JournalParts.clock(site.data(), site.zone(), SiteOffice.asking(site).settings());
    PolicyFeeds feeds =
        PolicyFeeds.of(
            site.settings(),
            directory,
            clock,
            PolicyInForce.of(site.settings(), directory, clock),
            journal,
            new Inbox());
    return new StationOrderActions(
        site,
        new StationAccess(
            heard::add,
            () ->
                new EventTime(
                    OffsetDateTime.parse("2026-11-30T10:00:00Z").plus(passed),
                    "boot",
                    Duration.ofHours(1).plus(passed),
                    Optional.empty(),
                    false),
            feeds,
            () -> {},
            () -> waiting,
            watched));
  }

  private static OrderActions.Running begin(StationOrderActions deeds, StationOrder what) {
    return deeds.begin(
        new Order(
            "0123456789abcdef",
            StationName.parse("hkpl/central/box-2"),
            1,
            Instant.EPOCH,
            what,
            Map.of()));
  }

  private static FlowState welcome() {
    return Optional.ofNullable(States.all().get("welcome")).orElseThrow();
  }

  @Test
  void out_of_service_is_said_again_until_it_is_so_and_not_more_often_than_each_second() {
    StationOrderActions deeds = deeds(true);
    deeds.accept(welcome());
    OrderActions.StandingOrders out = new OrderActions.StandingOrders(true, Optional.empty());
    for (int look = 0; look < 10; look++) {
      deeds.hold(out);
    }
    assertThat(heard).containsExactly(new FlowEvent.ServiceOrdered(true));
    OrderActions.Running deed = begin(deeds, StationOrder.OUT_OF_SERVICE);
    assertThat(deed.look()).isEqualTo(new OrderProgress.OrderWaits());
    passed = Duration.ofSeconds(2);
    deeds.hold(out);
    assertThat(heard).hasSize(2);
    deeds.hold(new OrderActions.StandingOrders(false, Optional.empty()));
    assertThat(deed.look()).isEqualTo(new OrderProgress.OrderFailed("superseded"));
    deeds.close();
  }

  @Test
  void a_restart_is_wished_only_where_somebody_starts_the_program_again() {
    StationOrderActions alone = deeds(false);
    assertThat(begin(alone, StationOrder.RESTART).look())
        .isEqualTo(new OrderProgress.OrderFailed("unsupervised"));
    assertThat(heard).isEmpty();
    StationOrderActions watched = deeds(true);
    assertThat(begin(watched, StationOrder.RESTART).look())
        .isEqualTo(new OrderProgress.OrderWaits());
    assertThat(heard).containsExactly(new FlowEvent.RestartWished());
    alone.close();
    watched.close();
  }

  @Test
  void settling_is_done_when_nothing_waits_or_after_a_minute_and_no_feed_is_told() {
    StationOrderActions deeds = deeds(true);
    OrderActions.Running settling = begin(deeds, StationOrder.SETTLE);
    assertThat(settling.look()).isEqualTo(new OrderProgress.OrderWaits());
    passed = Duration.ofSeconds(61);
    assertThat(settling.look()).isEqualTo(new OrderProgress.OrderDone(Map.of("open", "1")));
    waiting = 0;
    assertThat(begin(deeds, StationOrder.SETTLE).look())
        .isEqualTo(new OrderProgress.OrderDone(Map.of("open", "0")));
    assertThat(begin(deeds, StationOrder.REFRESH_POLICY).look())
        .isEqualTo(new OrderProgress.OrderFailed("no-feed"));
    deeds.close();
  }

  @Test
  void a_site_that_allows_nothing_listens_to_nobody_and_one_that_stops_allowing_does_at_once()
      throws Exception {
    assertThat(deeds(true).orders(TOPICS)).isSameAs(Beside.NOTHING);
    Path file = directory.resolve("station.yaml");
    String none = Files.readString(file);
    String key =
        Base64.getEncoder()
            .encodeToString(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded());
    Files.writeString(
        file,
        none.replace("    orders: []\n", "    orders: [out-of-service]\n")
            .replace(
                "    staff-keys: []",
                "    staff-keys:\n      - {name: Chan, key: "
                    + key
                    + ", orders: [out-of-service]}"));
    Path data = Files.createDirectories(Site.open(directory).data());
    Files.writeString(data.resolve("fleet-orders.properties"), "out=true\n");
    StationOrderActions deeds = deeds(true);
    Beside desk = deeds.orders(TOPICS);
    assertThat(desk.topic()).contains(TOPICS.orders());
    assertThat(heard).containsExactly(new FlowEvent.ServiceOrdered(true));
    heard.clear();
    deeds.accept(welcome());
    Files.writeString(file, none);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-30T11:00:00Z")));
    passed = Duration.ofSeconds(5);
    desk.step(Optional.empty());
    assertThat(heard).as("nothing holds any more, and nothing is out").isEmpty();
    deeds.close();
  }
}
