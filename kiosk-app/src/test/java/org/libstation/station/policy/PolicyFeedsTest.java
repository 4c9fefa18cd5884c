package org.libstation.station.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.StationFacts.PolicyFacts;
import org.libstation.flow.state.Suspension;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.policy.feed.PolicySync;
import org.libstation.site.PolicyFeedSettings;
import org.libstation.site.PolicyFile;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.driven.ScenarioProblem;

/// Rules and blocked cards that come by a feed, in a whole station.
class PolicyFeedsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

  @TempDir Path dir;

  private KeyPair keys;
  private StationRig station;

  @BeforeEach
  void begin() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    station = StationRig.off(dir);
    Files.writeString(
        station.site.resolve("library.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    Files.writeString(
        station.site.resolve("hash.key"), Base64.getEncoder().encodeToString(new byte[32]));
    station.set("policy-feed.from", "feed.json");
    station.set("policy-feed.key", "library.pem");
    station.set("policy-feed.blocked-from", "blocked.txt");
    station.set("policy-feed.hash-key", "hash.key");
  }

  private PolicyFeedSettings feed() {
    return new PolicyFeedSettings(station.settings(), station.site);
  }

  @AfterEach
  void end() {
    station.close();
  }

  @Test
  void a_lost_card_is_refused_while_nobody_can_be_asked() throws IOException, ScenarioProblem {
    put(
        "blocked.txt",
        BlockedCards.write(
            installed().site(),
            NOW,
            List.of(new PatronId(StationRig.CARD)),
            new byte[32],
            keys.getPrivate()));
    station.library.close();
    station.start();
    PolicyInForce inForce = station.part(PolicyInForce.class);
    station.see("the list", _ -> inForce.blocked().count() == 1);

    station.press(new Key.StartBorrow());
    station.line("screen card");
    station.scan(StationRig.CARD);
    station.line("screen pin");
    station.type(StationRig.PIN);

    station.line("screen card-problem");
    station.line("code C14");
    assertThat(station.entries()).isEmpty();
  }

  @Test
  void a_policy_is_judged_as_the_station_would_take_it_and_nothing_is_changed() throws IOException {
    Path other =
        Files.writeString(
            dir.resolve("other.yaml"),
            Files.readString(Path.of("..", "config", "policy", "hkpl-example.yaml"))
                .replace("site: hkpl-example", "site: elsewhere"));
    String theirs = SignedPolicy.sign(PolicyFile.read(other), NOW, keys.getPrivate());
    assertThatThrownBy(() -> feed().open(theirs))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("the policy is for elsewhere");

    String ours = SignedPolicy.sign(installed(), NOW, keys.getPrivate());
    assertThat(feed().open(ours).issuedAt()).contains(NOW);
    assertThat(station.data().resolve("policy")).doesNotExist();
  }

  @Test
  @Tag("full")
  void a_feed_that_does_not_answer_holds_no_other_one_up() throws IOException {
    put(
        "blocked.txt",
        BlockedCards.write(
            installed().site(),
            NOW,
            List.of(new PatronId(StationRig.CARD)),
            new byte[32],
            keys.getPrivate()));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      station.set("policy-feed.from", "http://127.0.0.1:" + silent.getLocalPort() + "/policy");
      station.start();
      PolicyInForce inForce = station.part(PolicyInForce.class);
      station.see("the list", _ -> inForce.blocked().count() == 1);
      assertThat(station.state().station().policy()).as("the rules are still waited for").isEmpty();
    }
  }

  @Test
  @Tag("full")
  void a_signed_policy_comes_and_the_technician_sees_it_and_it_is_there_after_a_restart()
      throws IOException {
    put("feed.json", SignedPolicy.sign(installed(), NOW, keys.getPrivate()));
    station.start();
    station.see("the rules", state -> state.station().policy().isPresent());
    PolicyFacts told = station.state().station().policy().orElseThrow();
    assertThat(told.version()).isEqualTo(installed().version());
    assertThat(told.trouble()).isEmpty();
    assertThat(told.old()).isFalse();
    assertThat(station.part(PolicyInForce.class).now().issuedAt())
        .as("not before the next patron")
        .isEmpty();

    station.press(new Key.StartReturn());
    station.line("screen return");
    PolicyInForce inForce = station.part(PolicyInForce.class);
    station.see("in force", _ -> inForce.now().issuedAt().isPresent());

    station.stop();
    Files.delete(station.site.resolve("feed.json"));
    station.start();
    assertThat(station.part(PolicyInForce.class).now().issuedAt()).contains(NOW);
    station.see(
        "what is wrong with the feed",
        state ->
            state.station().policy().filter(it -> it.trouble().contains("feed.json")).isPresent());
  }

  @Test
  void the_start_screen_is_told_what_is_announced_without_a_feed_too() throws IOException {
    station.set("policy-feed.from", "");
    station.set("policy-feed.key", "");
    station.set("policy-feed.blocked-from", "");
    station.set("policy-feed.hash-key", "");
    Path policy = station.site.resolve("policy/hkpl-example.yaml");
    Files.writeString(
        policy,
        Files.readString(policy)
            + """
              always:
                announcedAt: 2020-01-01T00:00+08:00
                from: 2020-01-01
                to: open
                words: {en: Always, zh-Hans: 总是, zh-Hant-HK: 總是}
            """);
    station.start();
    station.see(
        "the notice",
        state ->
            state.station().news().notices().stream()
                .anyMatch(notice -> notice.words().containsValue("總是")));
    station.press(new Key.CallStaff());
    station.line("overlay help");
    station.press(new Key.Stay());
    station.see("no sheet", state -> state.overlay().isEmpty());
  }

  @Test
  void a_feed_that_is_no_address_says_which_setting_and_how_a_file_is_named() {
    Map<String, String> feed = new HashMap<>(Map.of("station.policy-feed.key", "k.pem"));
    feed.put("station.policy-feed.from", "file:///srv/p.json");
    assertThatThrownBy(() -> SettingsFile.read(station.site, feed))
        .hasMessageContaining("policy-feed.from")
        .hasMessageContaining("the path of a file alone, without file:");
    feed.put("station.policy-feed.from", "p.json");
    feed.put("station.policy-feed.blocked-from", "ftp://x/b");
    feed.put("station.policy-feed.hash-key", "h.key");
    assertThatThrownBy(() -> SettingsFile.read(station.site, feed))
        .hasMessageContaining("policy-feed.blocked-from")
        .hasMessageContaining("https://");
  }

  @Test
  void what_is_not_signed_is_refused_and_told() throws IOException {
    Files.copy(station.site.resolve("policy/hkpl-example.yaml"), station.site.resolve("feed.json"));
    station.start();
    station.see(
        "the refusal",
        state ->
            state.station().policy().filter(it -> it.trouble().contains("not signed")).isPresent());
    assertThat(station.part(PolicyInForce.class).now().issuedAt()).isEmpty();
  }

  @Test
  void rules_that_nobody_confirmed_for_long_are_told_with_care() {
    PolicyInForce inForce = new PolicyInForce(installed(), () -> NOW, Duration.ofDays(3));
    ZoneId zone = ZoneId.of("Asia/Hong_Kong");
    assertThat(inForce.told(confirmed(NOW.minus(Duration.ofMinutes(59))), zone).old()).isFalse();
    assertThat(inForce.told(confirmed(NOW.minus(Duration.ofHours(73))), zone).old()).isTrue();
    PolicyInForce always = new PolicyInForce(installed(), () -> NOW, Duration.ZERO);
    assertThat(always.told(confirmed(NOW.minus(Duration.ofDays(375))), zone).old()).isFalse();
  }

  @Test
  void
      loan_periods_of_a_newer_policy_count_as_soon_as_it_is_there_and_old_ones_end_with_the_patron()
          throws IOException {
    PolicyInForce inForce = new PolicyInForce(installed(), () -> NOW, Duration.ZERO);
    assertThat(inForce.loanDays()).containsExactly(14);

    inForce.take(changed("period: 14 days", "period: 7 days"));
    assertThat(inForce.loanDays()).containsExactlyInAnyOrder(14, 7);
    assertThat(inForce.forNextPatron().loanDays()).isEqualTo(7);
    assertThat(inForce.loanDays()).containsExactly(7);
  }

  @Test
  void what_a_notice_stops_today_is_told_by_the_newest_rules() throws IOException {
    PolicyInForce inForce = new PolicyInForce(installed(), () -> NOW, Duration.ZERO);
    assertThat(inForce.suspension()).isEqualTo(Suspension.NONE);

    inForce.take(
        changed(
            "\nwindows:\n",
            """

            windows:
              closure:
                announcedAt: 2026-11-25T12:00+08:00
                from: 2026-11-26
                to: 2026-12-07
                effects: {fines: stopped, blocks: stopped}
            """));
    assertThat(inForce.suspension())
        .isEqualTo(
            new Suspension(
                Optional.of(new Suspension.Fines(Optional.of(LocalDate.of(2026, 12, 7)))),
                false,
                true));
  }

  private static PolicyBundle changed(String rule, String to) throws IOException {
    String text = Files.readString(Path.of("..", "config", "policy", "hkpl-example.yaml"));
    return switch (PolicyReader.parse("newer.yaml", text.replace(rule, to))) {
      case PolicyReading.PolicyRead(var bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  @Test
  void settings_that_cannot_be_are_told() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "station.policy-feed.from", "http://library.example/policy",
                        "station.policy-feed.key", "library.pem")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> read(Map.of("station.policy-feed.from", "feed.json")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("the library's public key");
  }

  private static void read(Map<String, String> overrides) {
    StationSettings _ = SettingsFile.read(Path.of("..", "config"), overrides);
  }

  private static PolicySync.PolicySyncState confirmed(Instant at) {
    return new PolicySync.PolicySyncState("v", Optional.of(at), Optional.empty());
  }

  private PolicyBundle installed() {
    return PolicyFile.read(Path.of("..", "config", "policy", "hkpl-example.yaml"));
  }

  private void put(String name, String text) throws IOException {
    Path draft = dir.resolve("draft");
    Files.writeString(draft, text);
    Files.move(draft, station.site.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
