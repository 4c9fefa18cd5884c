package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.lab.measure.StartPhases.StartPhase;
import org.libstation.station.driven.ScenarioProblem;

class StartPhasesTest {
  private static final List<String> MARKS =
      List.of(
          "5200 150 the settings",
          "5350 300 first picture",
          "5700 600 the journal",
          "6000 1200 ready",
          "7000 1300 later");

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void a_phase_lasts_until_the_next_begins_and_the_first_picture_beside_them()
      throws ScenarioProblem {
    StartPhases phases = StartPhases.of(MARKS, 5000);
    assertThat(phases.inOrder())
        .containsExactly(
            new StartPhase("the virtual machine", ms(0), ms(200)),
            new StartPhase("the settings", ms(200), ms(700)),
            new StartPhase("the journal", ms(700), ms(1000)));
    assertThat(phases.picture()).contains(ms(350));
    assertThat(phases.whole()).isEqualTo(ms(1000));
    assertThat(phases.processor()).isEqualTo(ms(1200));
  }

  @Test
  void without_a_first_picture_none_is_told_or_drawn() throws ScenarioProblem {
    StartPhases phases =
        StartPhases.of(MARKS.stream().filter(mark -> !mark.endsWith("picture")).toList(), 5000);
    assertThat(phases.picture()).isEmpty();
    assertThat(phases.svg(List.of())).doesNotContain("first picture");
  }

  @Test
  void a_station_that_was_never_ready_has_no_phases() {
    assertThatThrownBy(() -> StartPhases.of(MARKS.subList(0, 2), 5000))
        .isInstanceOf(ScenarioProblem.class);
  }

  @Test
  void the_picture_is_drawn_to_one_axis() throws ScenarioProblem {
    String svg =
        StartPhases.of(MARKS, 5000)
            .svg(List.of(new StartPhase("a bare JavaFX program", ms(0), ms(500))));
    assertThat(svg)
        .contains("x=\"340\" y=\"15\" width=\"140\"", "x=\"480\" y=\"45\" width=\"350\"")
        .contains(">first picture<", ">a bare JavaFX program<", ">500 ms<");
  }
}
