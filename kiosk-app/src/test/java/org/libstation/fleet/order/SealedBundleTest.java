package org.libstation.fleet.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A bundle is read by whoever asked and by nobody else.
final class SealedBundleTest {
  private static final String ORDER = "0123456789abcdef";

  private final SealedBundle.Asker asker = new SealedBundle.Asker(ORDER);
  private final byte[] bundle = new byte[20_000];

  SealedBundleTest() {
    new Random(5).nextBytes(bundle);
  }

  private List<String> parts() throws Exception {
    return SealedBundle.parts(bundle, ORDER, asker.replyKey());
  }

  @Test
  void a_part_is_written_byte_for_byte_as_the_page_of_messages_has_it() throws Exception {
    for (int part = 0; part < 3; part++) {
      assertThat(parts().get(part))
          .matches(
              ("\\{\"schema\":\"libstation-bundle-1\",\"order\":\"0123456789abcdef\","
                      + "\"key\":\"[A-Za-z0-9+/]{59}=\",\"part\":\"%d\",\"of\":\"3\","
                      + "\"data\":\"[A-Za-z0-9+/]+={0,2}\"\\}")
                  .formatted(part));
    }
  }

  @Test
  void a_part_that_lacks_a_member_is_left_out() throws Exception {
    for (String name : List.of("schema", "order", "key", "part", "of", "data")) {
      assertThat(asker.take(parts().getFirst().replace("\"" + name + "\"", "\"other\"")))
          .as(name)
          .isFalse();
    }
  }

  @Test
  void whoever_asked_reads_it_in_any_order_of_its_parts() throws Exception {
    List<String> parts = parts();
    assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(part.length()).isLessThan(16_000));
    Collections.reverse(parts);
    for (String part : parts) {
      assertThat(asker.isWhole()).isFalse();
      assertThat(asker.take(part)).isTrue();
      assertThat(asker.take(part)).as("twice").isFalse();
    }
    assertThat(asker.isWhole()).isTrue();
    assertThat(asker.bundle()).isEqualTo(bundle);
  }

  @Test
  void nobody_else_does_and_nothing_of_it_goes_in_the_clear() throws Exception {
    SealedBundle.Asker other = new SealedBundle.Asker(ORDER);
    List<String> parts =
        SealedBundle.parts(
            "the log of the station".getBytes(StandardCharsets.UTF_8), ORDER, asker.replyKey());
    assertThat(other.take(parts.getFirst())).isFalse();
    assertThat(new SealedBundle.Asker("fedcba9876543210").take(parts.getFirst())).isFalse();
    assertThat(parts.getFirst()).doesNotContain("the log", "dGhlIGxvZ");
  }

  @Test
  void a_part_that_was_altered_or_stands_in_anothers_place_is_left_out() throws Exception {
    List<String> parts = parts();
    assertThat(asker.take(parts.get(0).replace("\"part\":\"0\"", "\"part\":\"1\""))).isFalse();
    assertThat(asker.take(parts.get(0).replace("\"of\":\"3\"", "\"of\":\"1\""))).isFalse();
    assertThat(asker.take(parts.get(0).replace("\"data\":\"", "\"data\":\"AAAA"))).isFalse();
    for (String junk : List.of("", "{}", "x".repeat(100_000))) {
      assertThat(asker.take(junk)).isFalse();
    }
    assertThat(asker.take(parts.get(0).replace("\"of\":\"3\"", "\"of\":\"2000000000\""))).isFalse();
    for (String part : parts) {
      assertThat(asker.take(part)).isTrue();
    }
    assertThat(asker.bundle()).isEqualTo(bundle);
  }
}
