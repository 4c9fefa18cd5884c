package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

  private static Timings millis(int... values) {
    return new Timings(IntStream.of(values).mapToObj(Duration::ofMillis).toList());
  }

  @Test
  void of_a_hundred_the_nth_percentile_is_the_nth_shortest() {
    Timings timings = millis(IntStream.rangeClosed(1, 100).map(i -> 101 - i).toArray());
    assertThat(timings.percentile(0)).hasMillis(1);
    assertThat(timings.percentile(1)).hasMillis(1);
    assertThat(timings.median()).hasMillis(50);
    assertThat(timings.percentile(99)).hasMillis(99);
    assertThat(timings.percentile(100)).hasMillis(100);
  }

  @Test
  void of_few_a_percentile_is_one_that_was_measured() {
    Timings timings = millis(40, 10, 30);
    assertThat(timings.median()).hasMillis(30);
    assertThat(timings.percentile(33)).hasMillis(10);
    assertThat(timings.percentile(34)).hasMillis(30);
    assertThat(timings.percentile(99)).hasMillis(40);
    assertThat(millis(7).percentile(0)).hasMillis(7);
  }

  @Test
  void first_and_last_follow_the_order_of_measuring() {
    Timings timings = millis(40, 10, 30);
    assertThat(timings.first(2).inOrder()).isEqualTo(millis(40, 10).inOrder());
    assertThat(timings.last(1).inOrder()).isEqualTo(millis(30).inOrder());
  }

  @Test
  void nothing_timed_and_no_percentage_are_refused() {
    assertThatThrownBy(() -> new Timings(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> millis(1).percentile(101))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
