package org.libstation.policy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.PatronId;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.BlockedCards.BlockedCardsReading;
import org.libstation.policy.feed.BlockedCards.IssuePeriod;

class BlockedCardsTest {
  private static final byte[] HASH_KEY = new byte[BlockedCards.LEAST_KEY_BYTES];
  private static final Instant ISSUED = Instant.parse("2026-11-24T01:00:00Z");
  private static final String SITE = "hkpl-example";

  static {
    Arrays.fill(HASH_KEY, (byte) 7);
  }

  private KeyPair keys;

  @BeforeEach
  void begin() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Test
  @Tag("full")
  void two_hundred_thousand_cards_are_on_the_list_and_no_other() {
    List<PatronId> cards = IntStream.range(0, 200_000).mapToObj(BlockedCardsTest::card).toList();
    BlockedCards read = good(write(cards));

    assertThat(read.count()).isEqualTo(200_000);
    assertThat(cards).allMatch(read);
    assertThat(IntStream.range(200_000, 210_000).mapToObj(BlockedCardsTest::card)).noneMatch(read);
  }

  @Test
  void a_card_is_found_however_it_is_written() {
    BlockedCards read = good(write(List.of(new PatronId("abc123"))));
    assertThat(read.test(new PatronId(" ABC123 "))).isTrue();
  }

  @Test
  void the_list_names_nobody() {
    assertThat(write(List.of(card(4711)))).doesNotContain(card(4711).value());
  }

  @Test
  void with_another_hash_key_nobody_is_found() {
    byte[] other = new byte[BlockedCards.LEAST_KEY_BYTES];
    String text = write(List.of(card(1)));
    BlockedCardsReading read =
        BlockedCards.read(text, SITE, IssuePeriod.ALWAYS, other, keys.getPublic());
    assertThat(((BlockedCardsReading.BlockedCardsRead) read).cards().test(card(1))).isFalse();
  }

  @Test
  void what_is_altered_older_cut_or_for_another_site_is_refused_whole() throws Exception {
    String text = write(List.of(card(1), card(2)));
    assertThat(words(text.replace("cards 2", "cards 1"))).contains("altered");
    assertThat(words(text.substring(0, text.length() / 2))).contains("no signed list");
    assertThat(words("")).contains("no signed list");
    assertThat(words(text.replace("signature ", "signatur "))).contains("expected signature");
    assertThat(refusal(text, "elsewhere", IssuePeriod.ALWAYS)).contains("it is for hkpl-example");
    assertThat(refusal(text, SITE, IssuePeriod.after(ISSUED.plusSeconds(1), ISSUED)))
        .contains("older than the one held");
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(BlockedCards.read(text, SITE, IssuePeriod.ALWAYS, HASH_KEY, other.getPublic()))
        .isInstanceOf(BlockedCardsReading.BlockedCardsRefused.class);
  }

  /// The key is of RFC 8410, section 10.3.
  @Test
  void a_list_is_written_byte_for_byte() {
    String pem =
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K0\
        6/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """;
    List<PatronId> cards = List.of(card(2), card(1), card(2));
    assertThat(BlockedCards.write(SITE, ISSUED, cards, HASH_KEY, SignedPolicy.privateKey(pem)))
        .isEqualTo(
            """
            libstation-blocked-cards/1
            site hkpl-example
            issued 2026-11-24T01:00:00Z
            cards 2
            Yv+1uF+9U6PhhCxWL/GInY0QbYVuIjBwqoLHIjGTLnA=
            signature anZxR61FvnJUKvsUPp69qBvXkaP36Gs2qw7/pcGyUwGZx7xs6XhqFKd/l2VIeoZnLzlhowWztGXDg\
            +BSHKK4DA==
            """);
  }

  @Test
  void an_empty_list_blocks_nobody() {
    assertThat(good(write(List.of())).test(card(1))).isFalse();
    assertThat(BlockedCards.none().test(card(1))).isFalse();
  }

  @Test
  void a_list_dated_more_than_a_day_ahead_is_refused_and_one_held_from_before_keeps_nothing_out() {
    String text = write(List.of(card(1)));
    Instant early = ISSUED.minus(Duration.ofHours(25));
    assertThat(refusal(text, SITE, IssuePeriod.after(Instant.MIN, early)))
        .contains("ahead of this station's clock");

    IssuePeriod afterOneOf2099 = IssuePeriod.after(Instant.parse("2099-01-01T00:00:00Z"), ISSUED);
    assertThat(BlockedCards.read(text, SITE, afterOneOf2099, HASH_KEY, keys.getPublic()))
        .isInstanceOf(BlockedCardsReading.BlockedCardsRead.class);
  }

  private static PatronId card(int number) {
    return new PatronId("2880" + (1_000_000_000L + number));
  }

  private String write(List<PatronId> cards) {
    return BlockedCards.write(SITE, ISSUED, cards, HASH_KEY, keys.getPrivate());
  }

  private BlockedCards good(String text) {
    return ((BlockedCardsReading.BlockedCardsRead)
            BlockedCards.read(text, SITE, IssuePeriod.ALWAYS, HASH_KEY, keys.getPublic()))
        .cards();
  }

  private String words(String text) {
    return refusal(text, SITE, IssuePeriod.ALWAYS);
  }

  private String refusal(String text, String site, IssuePeriod span) {
    return ((BlockedCardsReading.BlockedCardsRefused)
            BlockedCards.read(text, site, span, HASH_KEY, keys.getPublic()))
        .words();
  }
}
