package org.libstation.fleet.station;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.check.Finding;
import org.libstation.check.HealthFile;
import org.libstation.check.Metrics;
import org.libstation.check.Verdict;
import org.libstation.fleet.Beside;
import org.libstation.fleet.Samples;
import org.libstation.fleet.mqtt.Mosquitto;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;
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
    return Samples.place(port)
        .with(c -> c.login(login).tls(tls).orders(orders).staffKeys(staffKeys));
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
    return verdict instanceof Verdict.WithFindings(var _, List<Finding> findings)
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
      assertThat(fleet.figures()).isEqualTo(Map.of(SiteFleet.CODES, "", SiteFleet.REACHED, "true"));
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
    assertThat(codes(open)).containsExactly("G80");
    assertThat(open.toString()).contains("chmod 600", "fleet.login").doesNotContain("sesame");
    TlsPlace none = new TlsPlace(true, "no-such.pem", "", "", "");
    assertThat(codes(SiteFleet.tried(place(FreePorts.one(), "", none), folder, folder)))
        .containsExactly("G80");
    SiteFleet fleet = fleet(place(FreePorts.one(), "", none));
    fleet.start();
    await().atMost(Mosquitto.SOON).until(() -> "G80".equals(fleet.figures().get(SiteFleet.CODES)));
    assertThat(fleet.figures())
        .containsEntry(SiteFleet.REACHED, "false")
        .containsEntry(SiteFleet.CODE, "G80")
        .containsEntry(SiteFleet.FAULT, "TLS_FILE");
    fleet.close();
  }

  /// What the doctor tells beside a running station, as a person reads it.
  private static List<String> read(Verdict verdict, Language language) {
    Words words = TestTexts.OURS.in(language);
    return verdict instanceof Verdict.WithFindings(var _, List<Finding> findings)
        ? findings.stream()
            .flatMap(it -> Stream.of(it.seen().in(words), it.cause(words), it.remedy(words)))
            .toList()
        : List.of();
  }

  @Test
  void beside_a_running_station_the_doctor_tells_the_reason_that_the_station_saw()
      throws Exception {
    try (Mosquitto broker = new Mosquitto(folder).begin()) {
      TlsPlace encrypts = new TlsPlace(true, "", "", "", "");
      FleetPlace place = place(broker.port(), "", encrypts);
      SiteFleet fleet = fleet(place);
      fleet.start();
      await()
          .atMost(Mosquitto.SOON)
          .until(() -> "G70".equals(fleet.figures().get(SiteFleet.CODES)));
      Verdict told = SiteFleet.told(place, folder, health(fleet.figures()));
      fleet.close();

      assertThat(told.toString()).contains("told.fleet.none");
      assertThat(read(told, Language.EN))
          .contains(
              place.host() + ":" + broker.port() + " answers without encryption",
              "fleet.tls.enabled is true, and this port does not encrypt.");
      for (Language language : Language.values()) {
        assertThat(read(told, language)).hasSize(3).noneMatch(line -> line.contains("{"));
      }
    }
  }

  @Test
  void a_station_that_has_not_reached_its_broker_yet_is_not_said_to_be_well() {
    assertThat(SiteFleet.told(place(1883, "", OPEN), folder, Optional.empty()))
        .isInstanceOf(Verdict.Unproven.class);
    assertThat(SiteFleet.told(place(1883, "", OPEN), folder, health("")))
        .isInstanceOf(Verdict.Unproven.class);
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
          .until(() -> "G65".equals(fleet.figures().get(SiteFleet.CODES)));
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
    return health(Map.of(SiteFleet.CODES, codes));
  }

  private static Optional<HealthFile.Health> health(Map<String, String> more) {
    return Optional.of(
        new HealthFile.Health(Instant.EPOCH, HealthFile.LinkHealth.ONLINE, "GOOD", Map.of(), more));
  }
}
