package org.libstation.policy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.lab.embedded.FeedServer;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.Feed.Fetched;
import org.libstation.policy.feed.PolicyStore.PolicyOfferOutcome;
import org.libstation.policy.feed.PolicyStore.PolicyRefusal;

class PolicyFeedTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");

  @TempDir Path dir;

  private Instant now = TUESDAY.plusSeconds(60);
  private KeyPair keys;
  private PolicyBundle installed;

  @BeforeEach
  void begin() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    installed = bundle(Files.readString(Path.of("../config/policy/hkpl-example.yaml")));
  }

  private static PolicyBundle bundle(String text) {
    return switch (PolicyReader.parse("x", text)) {
      case PolicyReading.PolicyRead(var good) -> good;
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private String signed(Instant issued) {
    return SignedPolicy.sign(installed, issued, keys.getPrivate());
  }

  private PolicyStore store() {
    return new PolicyStore(dir.resolve("store"), installed, keys.getPublic(), () -> now);
  }

  @Test
  void a_signed_policy_is_kept_over_a_restart() throws IOException {
    PolicyStore store = store();
    assertThat(store.held()).as("the installed one is not dated").isEmpty();
    assertThat(store.offer(signed(MONDAY))).isInstanceOf(PolicyOfferOutcome.PolicyTaken.class);
    assertThat(store.offer(signed(MONDAY))).isInstanceOf(PolicyOfferOutcome.Same.class);

    assertThat(store().held().flatMap(PolicyBundle::issuedAt)).contains(MONDAY);
  }

  @Test
  void what_is_older_altered_unsigned_or_for_another_site_changes_nothing() throws IOException {
    PolicyStore store = store();
    store.offer(signed(TUESDAY));

    assertThat(refused(store, signed(MONDAY))).isEqualTo(PolicyRefusal.OLDER);
    assertThat(refused(store, signed(TUESDAY).replace("1.50", "0.50")))
        .isEqualTo(PolicyRefusal.ALTERED);
    assertThat(refused(store, "format: libstation-policy/1")).isEqualTo(PolicyRefusal.UNSIGNED);
    PolicyBundle other =
        bundle(
            Files.readString(Path.of("../config/policy/hkpl-example.yaml"))
                .replace("site: hkpl-example", "site: elsewhere"));
    assertThat(refused(store, SignedPolicy.sign(other, TUESDAY.plusSeconds(9), keys.getPrivate())))
        .isEqualTo(PolicyRefusal.OTHER_SITE);

    assertThat(store.held().flatMap(PolicyBundle::issuedAt)).contains(TUESDAY);
    assertThat(store().held().flatMap(PolicyBundle::issuedAt)).contains(TUESDAY);
  }

  @Test
  void a_policy_dated_more_than_a_day_ahead_is_refused_and_does_not_lock_the_feed()
      throws IOException {
    PolicyStore store = store();
    assertThat(refused(store, signed(Instant.parse("2099-01-01T00:00:00Z"))))
        .isEqualTo(PolicyRefusal.AHEAD);
    assertThat(refused(store, signed(now.plus(Duration.ofHours(25)))))
        .isEqualTo(PolicyRefusal.AHEAD);
    assertThat(store.held()).isEmpty();
    assertThat(store.offer(signed(now.plus(Duration.ofHours(23)))))
        .isInstanceOf(PolicyOfferOutcome.PolicyTaken.class);
  }

  @Test
  void one_of_2099_that_was_taken_before_is_followed_by_the_next() throws IOException {
    Instant today = now;
    now = Instant.parse("2098-12-31T12:00:00Z");
    store().offer(signed(Instant.parse("2099-01-01T00:00:00Z")));
    now = today;

    PolicyStore again = store();
    assertThat(again.held()).as("a clock that is wrong at a start loses no rules").isPresent();
    assertThat(again.offer(signed(TUESDAY))).isInstanceOf(PolicyOfferOutcome.PolicyTaken.class);
    assertThat(store().held().flatMap(PolicyBundle::issuedAt)).contains(TUESDAY);
  }

  @Test
  void another_policy_of_the_same_moment_is_a_fault_and_not_the_same() throws IOException {
    PolicyStore store = store();
    store.offer(signed(MONDAY));
    PolicyBundle other =
        bundle(
            Files.readString(Path.of("../config/policy/hkpl-example.yaml"))
                .replace("version: hkpl-example-2026-1", "version: hkpl-example-2026-2"));
    assertThat(refused(store, SignedPolicy.sign(other, MONDAY, keys.getPrivate())))
        .isEqualTo(PolicyRefusal.SAME_DATE);
    assertThat(store.offer(signed(MONDAY))).isInstanceOf(PolicyOfferOutcome.Same.class);
  }

  @Test
  void a_damaged_store_counts_as_none_and_is_filled_again() throws IOException {
    store().offer(signed(MONDAY));
    Files.writeString(dir.resolve("store").resolve(PolicyStore.FILE), "half a fi");

    PolicyStore again = store();
    assertThat(again.held()).isEmpty();
    assertThat(again.offer(signed(MONDAY))).isInstanceOf(PolicyOfferOutcome.PolicyTaken.class);
  }

  @Test
  void a_file_is_read_only_when_it_changed() throws IOException {
    Path file = dir.resolve("policy.json");
    Feed feed = new FileFeed(file);
    assertThat(feed.fetch(Optional.empty())).isInstanceOf(Fetched.FeedUnreachable.class);

    Files.writeString(file, "one");
    Fetched.Document one = (Fetched.Document) feed.fetch(Optional.empty());
    assertThat(one.text()).isEqualTo("one");
    assertThat(feed.fetch(one.mark())).isInstanceOf(Fetched.NotChanged.class);

    Files.writeString(file, "two");
    assertThat(feed.fetch(one.mark())).isInstanceOf(Fetched.Document.class);
  }

  @Test
  void an_address_is_asked_with_the_mark_of_what_is_held() throws IOException {
    List<String> asked = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/policy",
        exchange -> {
          String mark = exchange.getRequestHeaders().getFirst("If-None-Match");
          asked.add(String.valueOf(mark));
          boolean same = "\"a\"".equals(mark);
          byte[] body = "the policy".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("ETag", "\"a\"");
          exchange.sendResponseHeaders(same ? 304 : 200, same ? -1 : body.length);
          if (!same) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Feed feed = new HttpFeed(URI.create(address + "/policy"));
      Fetched first = feed.fetch(Optional.empty());
      assertThat(first).isEqualTo(new Fetched.Document("the policy", Optional.of("\"a\"")));
      assertThat(feed.fetch(Optional.of("\"a\""))).isEqualTo(new Fetched.NotChanged());
      assertThat(asked).containsExactly("null", "\"a\"");
      assertThat(new HttpFeed(URI.create(address + "/nowhere")).fetch(Optional.empty()))
          .isInstanceOfSatisfying(
              Fetched.FeedUnreachable.class, gone -> assertThat(gone.why()).contains("404"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void the_embedded_library_feeds_what_lies_in_its_place() throws IOException {
    Path file = dir.resolve("served.json");
    try (FeedServer server = new FeedServer(0, Map.of("/policy", file))) {
      Feed feed = new HttpFeed(URI.create("http://127.0.0.1:" + server.port() + "/policy"));
      assertThat(feed.fetch(Optional.empty())).isInstanceOf(Fetched.FeedUnreachable.class);

      Files.writeString(file, signed(MONDAY));
      Fetched.Document one = (Fetched.Document) feed.fetch(Optional.empty());
      assertThat(store().offer(one.text())).isInstanceOf(PolicyOfferOutcome.PolicyTaken.class);
      assertThat(feed.fetch(one.mark())).isEqualTo(new Fetched.NotChanged());

      Files.writeString(file, signed(TUESDAY));
      assertThat(feed.fetch(one.mark())).isInstanceOf(Fetched.Document.class);
    }
  }

  @Test
  void only_this_machine_is_asked_without_encryption() {
    assertThatThrownBy(() -> new HttpFeed(URI.create("http://library.example/policy")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://");
  }

  @Test
  void a_sync_hands_on_what_is_new_and_tells_what_was_refused() {
    List<PolicyBundle> taken = new ArrayList<>();
    List<PolicySync.PolicySyncState> told = new ArrayList<>();
    List<Fetched> answers =
        new ArrayList<>(
            List.of(
                new Fetched.Document(signed(TUESDAY), Optional.of("m1")),
                new Fetched.NotChanged(),
                new Fetched.Document(signed(MONDAY), Optional.of("m2")),
                new Fetched.FeedUnreachable("no line")));
    List<Optional<String>> marks = new ArrayList<>();
    PolicySync sync =
        new PolicySync(
            known -> {
              marks.add(known);
              return answers.removeFirst();
            },
            store(),
            () -> TUESDAY.plusSeconds(60),
            installed.version(),
            Duration.ofMinutes(15),
            taken::add,
            told::add);

    for (int i = 0; i < 4; i++) {
      assertThat(sync.step()).isEqualTo(Duration.ofMinutes(15));
    }

    assertThat(taken).hasSize(1);
    assertThat(marks)
        .as("the mark of a refused document is not kept")
        .containsExactly(Optional.empty(), Optional.of("m1"), Optional.of("m1"), Optional.of("m1"));
    assertThat(told.get(1).trouble()).isEmpty();
    assertThat(told.get(2).trouble().orElseThrow()).contains("older");
    assertThat(told.get(3).trouble()).contains("no line");
    assertThat(told.get(3).confirmedAt()).contains(TUESDAY.plusSeconds(60));
  }

  private static PolicyRefusal refused(PolicyStore store, String cover) throws IOException {
    return ((PolicyOfferOutcome.PolicyOfferRefused) store.offer(cover)).why();
  }
}
