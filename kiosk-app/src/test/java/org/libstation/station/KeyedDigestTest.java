package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.PatronId;

class KeyedDigestTest {
  private static final PatronId CARD = new PatronId("29999000001234");

  @Test
  void it_tells_cards_apart_within_a_run_and_says_nothing_in_the_next() {
    KeyedDigest run = new KeyedDigest(new Random(1));
    assertThat(run.of(CARD))
        .isEqualTo(run.of(new PatronId("29999000001234")))
        .isNotEqualTo(run.of(new PatronId("29999000001235")))
        .isNotEqualTo(new KeyedDigest(new Random(2)).of(CARD))
        .hasSize(32)
        .doesNotContain(CARD.value());
  }

  @Test
  void the_way_a_number_is_written_does_not_matter() {
    KeyedDigest run = new KeyedDigest(new Random(1));
    assertThat(run.of(new PatronId("ab12"))).isEqualTo(run.of(new PatronId("AB12")));
  }
}
