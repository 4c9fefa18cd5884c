package org.libstation.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.check.Finding;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.check.Verdict;
import org.libstation.fleet.Beside;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.flow.state.FlowState;
import org.libstation.screen.States;
import org.libstation.site.FleetPlace;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.StationOrder;
import org.libstation.site.TlsPlace;
import org.libstation.testkit.FreePorts;

/// A station as one of a fleet, from its settings to a broker that we did not write.
@Timeout(600)
final class SiteFleetTest {
  private static final TlsPlace OPEN = new TlsPlace(false, "", "", "", "");

  @TempDir private Path folder;

  private static FleetPlace place(int port, String login, TlsPlace tls) {
    return place(port, login, tls, List.of(), List.of());
  }

  private static FleetPlace place(
      int port, String login, TlsPlace tls, List<StationOrder> orders, List<StaffKey> staffKeys) {
    return new FleetPlace(
        "localhost", port, "libstation", "hkpl", "central", "box-2", login, tls, orders, staffKeys);
  }

  private static FlowState welcome() {
    return Optional.ofNullable(States.all().get("welcome")).orElseThrow();
  }

  private SiteFleet fleet(FleetPlace place) {
    return new SiteFleet(
        place,
        folder,
        folder.resolve("data"),
        new Metrics(folder.resolve("data"), InstantSource.system()),
        _ -> Beside.NOTHING);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict instanceof Verdict.Found(var _, List<Finding> findings)
        ? findings.stream().map(Finding::code).toList()
        : List.of();
  }

  @Test
  void its_state_is_told_and_its_end() throws Exception {
    try (Mosquitto broker = new Mosquitto(folder).begin()) {
      Path heard = broker.hears("heard");
      SiteFleet fleet = fleet(place(broker.port(), "", OPEN));
      fleet.start();
      fleet.accept(welcome());
      await()
          .atMost(Mosquitto.SOON)
          .untilAsserted(
              () ->
                  assertThat(heard)
                      .content()
                      .contains(
                          "\"presence\":\"born\"",
                          "\"first-fault\":{\"part\":\"device\",\"device\":\"printer\","
                              + "\"code\":\"DP1E\"}",
                          "\"paper\":\"near-end\"",
                          "{\"name\":\"pad\",\"condition\":\"ready\"}"));
      assertThat(fleet.figures()).isEqualTo(Map.of(SiteFleet.CODES, ""));
      assertThat(codes(SiteFleet.tried(place(broker.port(), "", OPEN), folder, folder))).isEmpty();
      fleet.close();
      await()
          .atMost(Mosquitto.SOON)
          .untilAsserted(() -> assertThat(heard).content().contains("\"presence\":\"ended\""));
    }
  }

  @Test
  void what_is_wrong_is_told_and_stops_no_start() throws Exception {
    assertThat(codes(SiteFleet.tried(place(FreePorts.one(), "", OPEN), folder, folder)))
        .containsExactly("G65");
    Path login = folder.resolve("fleet.login");
    Files.writeString(login, "name: box-2\npassword: sesame\n");
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-r--r--"));
    Verdict open = SiteFleet.tried(place(FreePorts.one(), "fleet.login", OPEN), folder, folder);
    assertThat(codes(open)).containsExactly("G66");
    assertThat(open.toString()).contains("chmod 600", "fleet.login").doesNotContain("sesame");
    TlsPlace none = new TlsPlace(true, "no-such.pem", "", "", "");
    assertThat(codes(SiteFleet.tried(place(FreePorts.one(), "", none), folder, folder)))
        .containsExactly("G67");
    SiteFleet fleet = fleet(place(FreePorts.one(), "", none));
    fleet.start();
    await()
        .atMost(Mosquitto.SOON)
        .until(() -> fleet.figures().equals(Map.of(SiteFleet.CODES, "G67")));
    fleet.close();
  }

  @Test
  void a_broker_that_hangs_holds_up_nobody_who_has_a_state_to_give() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      SiteFleet fleet = fleet(place(silent.getLocalPort(), "", OPEN));
      fleet.start();
      FlowState state = welcome();
      // Were anybody waited for, each would take four seconds: days, and the test is ended.
      for (int i = 0; i < 100_000; i++) {
        fleet.accept(state);
      }
      await()
          .atMost(Mosquitto.SOON)
          .until(() -> fleet.figures().equals(Map.of(SiteFleet.CODES, "G65")));
      fleet.close();
    }
  }

  @Test
  void the_doctor_tells_what_the_running_station_said() {
    assertThat(codes(SiteFleet.told(place(1883, "", OPEN), folder, health("G65,G69"))))
        .containsExactly("G65", "G69");
    assertThat(codes(SiteFleet.told(place(1883, "", OPEN), folder, health("")))).isEmpty();
    assertThat(codes(SiteFleet.told(place(1883, "", OPEN), folder, health("G11,x<")))).isEmpty();
  }

  @Test
  void the_doctor_tells_that_an_order_keeps_the_station_out_of_service() throws Exception {
    Files.writeString(folder.resolve("fleet-orders.properties"), "out=true\n");
    StaffKey chan = new StaffKey("Chan", "AAAA", List.of(StationOrder.OUT_OF_SERVICE));
    FleetPlace rules = place(1883, "", OPEN, List.of(StationOrder.OUT_OF_SERVICE), List.of(chan));
    assertThat(codes(SiteFleet.told(rules, folder, health("")))).containsExactly("G79");
    assertThat(SiteFleet.told(rules, folder, health("")).toString())
        .contains("fleet-orders.properties");
    // What its own file does not allow holds no more.
    assertThat(codes(SiteFleet.told(place(1883, "", OPEN), folder, health("")))).isEmpty();
  }

  private static Optional<HealthFile.Health> health(String codes) {
    return Optional.of(
        new HealthFile.Health(
            Instant.EPOCH,
            HealthFile.Link.ONLINE,
            "GOOD",
            Map.of(),
            Map.of(SiteFleet.CODES, codes)));
  }
}
