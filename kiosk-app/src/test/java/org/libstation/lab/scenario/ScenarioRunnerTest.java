package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.station.driven.ScenarioProblem;

class ScenarioRunnerTest {
  private final List<String> log = new ArrayList<>();
  private final TurnedClock clock = new TurnedClock();

  @Test
  void an_expectation_waits_until_it_holds() throws Exception {
    boolean held = run("scan 1\nexpect screen borrow\n", Duration.ofSeconds(3));
    assertThat(held).isTrue();
    assertThat(log).hasSize(2);
    assertThat(log.get(1))
        .startsWith("{\"line\":2,\"step\":\"expect screen borrow\",\"ok\":true,\"ms\":3")
        .contains("\"screen\":\"borrow\"");
  }

  @Test
  void an_expectation_that_does_not_hold_in_time_ends_the_scenario() throws Exception {
    boolean held = run("expect screen borrow within 2\nscan 1\n", Duration.ofSeconds(9));
    assertThat(held).isFalse();
    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"ok\":false", "\"saw\":\"welcome\"", "\"shown\":\"device pad ready\"");
  }

  @Test
  void what_the_stage_cannot_do_ends_the_scenario_with_its_reason() throws Exception {
    boolean held = run("unplug lamp\n", Duration.ZERO);
    assertThat(held).isFalse();
    assertThat(log.getFirst()).contains("no \\\"lamp\\\" here");
  }

  @Test
  void a_key_that_the_screen_does_not_show_is_refused() throws Exception {
    assertThat(run("press return\n", Duration.ZERO)).isFalse();
    assertThat(log.getFirst()).contains("\"ok\":false", "shows no such key");
  }

  @Test
  void a_key_that_is_drawn_a_moment_later_is_waited_for() throws Exception {
    assertThat(run("press borrow\n", Duration.ofSeconds(2))).isTrue();
  }

  private boolean run(String text, Duration borrowAfter) throws Exception {
    ScenarioStage stage = new FakeStage(borrowAfter);
    return new ScenarioRunner(stage, clock, clock::turn, log::add)
        .run(new ScenarioParser("day").parse(text));
  }

  private static final class TurnedClock implements DeviceClock {
    private Duration now = Duration.ZERO;

    void turn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plus(now);
    }

    @Override
    public Duration monotonic() {
      return now;
    }
  }

  /// Shows the borrow screen after a time.
  private final class FakeStage implements ScenarioStage {
    private final Duration borrowAfter;

    FakeStage(Duration borrowAfter) {
      this.borrowAfter = borrowAfter;
    }

    @Override
    public boolean draws(Action.Press press) {
      return press.key().equals(screen());
    }

    @Override
    public void perform(Action action) throws ScenarioProblem {
      if (action instanceof Action.Plug plug) {
        throw new ScenarioProblem("no \"" + plug.device() + "\" here");
      }
    }

    @Override
    public ObservedState look(Expectation expectation) {
      return new ObservedState(expectation.equals(new Expectation.ScreenIs(screen())), screen());
    }

    @Override
    public String screen() {
      return clock.monotonic().compareTo(borrowAfter) >= 0 ? "borrow" : "welcome";
    }

    @Override
    public List<String> shown() {
      return List.of("device pad ready");
    }

    @Override
    public void close() {}
  }
}
