package org.libstation.policy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.SignedPolicy.SignedPolicyOpening;
import org.libstation.policy.feed.Feed.Fetched;
import org.libstation.testkit.Needs;

/// What a stranger can put into a feed's place, or answer in its stead.
class HostileFeedTest {
  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

  @TempDir Path dir;

  private KeyPair keys;

  @BeforeEach
  void begin() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{\"a\":", "- ", "? ", "{\"policy\":[", "{", "\"\\u", "&a ", "\n", " "})
  void a_document_without_a_signature_is_refused_before_anything_is_made_of_it(String piece) {
    for (int length : new int[] {6_000, 2_000_000}) {
      String text = piece.repeat(length / piece.length());
      assertThat(SignedPolicy.open("feed", text, keys.getPublic()))
          .isEqualTo(
              new SignedPolicyOpening.SignedPolicyRefused(SignedPolicy.SignatureFault.UNSIGNED));
      assertThat(
              BlockedCards.read(
                  text, "hkpl", BlockedCards.IssuePeriod.ALWAYS, new byte[32], keys.getPublic()))
          .isInstanceOf(BlockedCards.BlockedCardsReading.BlockedCardsRefused.class);
    }
  }

  @Test
  void a_signed_document_without_end_of_levels_is_a_fault_with_its_line() throws Exception {
    SignedPolicyOpening opened =
        SignedPolicy.open("feed", cover("\n[\n".repeat(3_000)), keys.getPublic());
    assertThat(opened).isInstanceOf(SignedPolicyOpening.SignedPolicyFaulty.class);
    assertThat(SignedPolicy.words("feed", opened).getFirst()).contains("more than 20 levels");
  }

  @Test
  void half_a_character_stands_for_no_signed_bytes() throws Exception {
    String whole = cover("a?");
    assertThat(SignedPolicy.open("feed", whole, keys.getPublic()))
        .isInstanceOf(SignedPolicyOpening.SignedPolicyFaulty.class);
    assertThat(SignedPolicy.open("feed", whole.replace("a?", "a\\ud800"), keys.getPublic()))
        .isEqualTo(
            new SignedPolicyOpening.SignedPolicyRefused(SignedPolicy.SignatureFault.UNSIGNED));
  }

  private String cover(String policy) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(policy.getBytes(StandardCharsets.UTF_8));
    return "{\"format\":\"%s\",\"policy\":\"%s\",\"signature\":\"%s\"}"
        .formatted(
            SignedPolicy.FORMAT,
            policy.replace("\n", "\\n"),
            Base64.getEncoder().encodeToString(signature.sign()));
  }

  @Test
  void a_device_behind_a_link_is_not_read() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("policy.json"), Path.of("/dev/zero"));
    assertThat(why(new FileFeed(link))).contains("not a plain file");
    assertThat(why(new FileFeed(dir))).contains("not a plain file");
  }

  @Test
  void a_pipe_is_not_waited_for() throws Exception {
    Needs.programs("mkfifo");
    Path pipe = dir.resolve("policy.json");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(why(new FileFeed(pipe))).contains("not a plain file");
  }

  @Test
  void a_file_that_holds_more_than_it_says_is_not_taken() {
    // It says that it has no bytes, and has some: as a file that grows while it is read.
    Path grows = Path.of("/proc/self/status");
    assertThat(why(new FileFeed(grows))).contains("changed while it was read");
  }

  private static String why(Feed feed) {
    return ((Fetched.FeedUnreachable) feed.fetch(Optional.empty())).why();
  }

  @Test
  @Tag("full")
  void an_answer_that_comes_drop_by_drop_is_given_up_in_its_middle() throws IOException {
    CountDownLatch gone = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/policy",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (gone.getCount() > 0) {
              body.write(' ');
              body.flush();
            }
          } catch (IOException hungUp) {
            gone.countDown();
          }
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/policy");
      Fetched fetched = new HttpFeed(address, Duration.ofSeconds(1)).fetch(Optional.empty());
      assertThat(fetched).isInstanceOf(Fetched.FeedUnreachable.class);
      await().until(() -> gone.getCount() == 0);
    } finally {
      gone.countDown();
      server.stop(0);
    }
  }

  @Test
  void a_list_of_blocked_cards_is_proven_before_it_is_read() {
    String list = BlockedCards.write("hkpl", NOW, List.of(), new byte[32], keys.getPrivate());
    String altered = list.replace("cards 0", "cards 99999999999999999999");
    assertThat(
            BlockedCards.read(
                altered, "hkpl", BlockedCards.IssuePeriod.ALWAYS, new byte[32], keys.getPublic()))
        .isEqualTo(
            new BlockedCards.BlockedCardsReading.BlockedCardsRefused(
                "it was altered, or signed with another key"));
  }
}
