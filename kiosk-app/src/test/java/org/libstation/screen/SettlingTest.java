package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.screen.kit.widget.SteadyRows;

/// Rows stay while things happen.
class SettlingTest {
  private final SteadyRows<String> rows = new SteadyRows<>();

  private List<String> at(long ms, String... order) {
    return rows.order(List.of(order), Duration.ofMillis(ms));
  }

  @Test
  void rowsChangePlacesOnlyAfterAQuietWhile() {
    assertThat(at(0, "a", "b")).containsExactly("a", "b");
    assertThat(at(100, "b", "a")).containsExactly("a", "b");
    assertThat(at(1299, "b", "a")).containsExactly("a", "b");
    assertThat(at(1300, "b", "a")).containsExactly("b", "a");
  }

  @Test
  void whatHappensMeanwhileBeginsTheWaitAnew() {
    at(0, "a", "b");
    at(100, "b", "a");
    assertThat(at(1000, "b", "c", "a")).containsExactly("a", "b", "c");
    assertThat(at(2000, "b", "c", "a")).containsExactly("a", "b", "c");
    assertThat(at(2200, "b", "c", "a")).containsExactly("b", "c", "a");
  }

  @Test
  void whatIsGoneIsGoneAtOnce() {
    at(0, "a", "b", "c");
    assertThat(at(100, "c", "a")).containsExactly("a", "c");
  }
}
