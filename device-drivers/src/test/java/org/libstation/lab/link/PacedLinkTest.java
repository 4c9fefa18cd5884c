package org.libstation.lab.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libstation.lab.link.simulated.LoopLink;

class PacedLinkTest {

  @Test
  void ninety_six_bytes_at_9600_baud_take_a_tenth_of_a_second() throws Exception {
    LoopLink.LoopLinkPair pair = LoopLink.pair(_ -> {});
    PacedLink paced = new PacedLink(pair.near(), 9600);
    long begun = System.nanoTime();
    paced.write(new byte[96], Duration.ofSeconds(1));
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(99), Duration.ofSeconds(2));
    assertThat(pair.far().drain()).hasSize(96);
  }
}
