package org.libstation.fleet.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.check.Metrics;
import org.libstation.fleet.News;
import org.libstation.fleet.Samples;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.screen.States;

/// News of every state that a screen is drawn in.
final class StationNewsTest {
  private static News news(FlowState state) {
    return StationNews.of(state, Samples.NOTHING, OptionalLong.empty());
  }

  @Test
  void a_visit_changes_nothing_of_them() {
    Map<String, FlowState> all = States.all();
    long visits = 0;
    for (FlowState state : all.values()) {
      if (state.session().isEmpty() || state.screen() instanceof Screen.OutOfService) {
        continue;
      }
      visits++;
      FlowState nobody =
          state.with(
              c ->
                  c.session(Optional.empty())
                      .screen(Screen.Welcome.untouched())
                      .overlay(Optional.empty())
                      .drops(List.of()));
      assertThat(news(state)).isEqualTo(news(nobody));
    }
    assertThat(visits).isGreaterThan(50);
  }

  @Test
  void nothing_of_a_state_but_codes_gets_into_them() {
    States.all()
        .forEach(
            (name, state) ->
                assertThat(news(state).toString())
                    .as(name)
                    .matches("\\p{ASCII}+")
                    .doesNotContainPattern("[0-9]{6}"));
  }

  @Test
  void what_hurts_patrons_first_is_the_first_fault() {
    assertThat(fault("welcome")).isEqualTo("device printer DP1E");
    assertThat(fault("welcome-demo-left-silent")).isEqualTo("link  G61");
    assertThat(fault("welcome-older")).isEqualTo("journal  K26");
    States.all().values().stream()
        .filter(state -> state.screen() instanceof Screen.OutOfService)
        .forEach(
            state -> {
              News news = news(state);
              assertThat(news.serves()).isNotEqualTo(News.Serves.YES);
              assertThat(news.code()).isPresent();
              assertThat(news.serves() == News.Serves.CLOSED)
                  .isEqualTo(news.code().orElseThrow().text().equals("K51"));
            });
  }

  @Test
  void a_payment_terminal_that_is_away_is_told_after_what_hurts_more() {
    DeviceLine away =
        DeviceLine.plain(
            DeviceRole.PAYMENT, "payment", DeviceCondition.CONNECTING, "G82", "no way");
    assertThat(fault(with(state("welcome"), away))).isEqualTo("device payment G82");
    assertThat(fault(with(state("welcome-demo-left-silent"), away))).isEqualTo("link  G61");
    assertThat(news(with(state("welcome"), away)).devices())
        .contains(
            new News.DeviceNews(
                new News.Token("payment"),
                DeviceCondition.CONNECTING,
                Optional.of(new News.Token("G82"))));
  }

  private static FlowState state(String name) {
    return Optional.ofNullable(States.all().get(name)).orElseThrow();
  }

  private static FlowState with(FlowState state, DeviceLine line) {
    return state.withStation(
        state
            .station()
            .withDevices(
                Stream.concat(state.station().devices().stream(), Stream.of(line)).toList()));
  }

  private static String fault(String state) {
    return fault(state(state));
  }

  private static String fault(FlowState state) {
    News.FaultNews fault = news(state).firstFault().orElseThrow();
    return String.join(
        " ",
        fault.part().name().toLowerCase(Locale.ROOT),
        fault.device().map(News.Token::text).orElse(""),
        fault.code().text());
  }

  @Test
  void paper_and_bin_are_told_coarsely() {
    News news = news(Optional.ofNullable(States.all().get("welcome")).orElseThrow());
    assertThat(news.paper()).isEqualTo(News.PaperSupply.NEAR_END);
    assertThat(news.bin().percent().orElseThrow() % 10).isZero();
  }

  @Test
  void of_a_visit_the_hour_is_kept() {
    StationNews news =
        new StationNews(new Metrics(Path.of("no-such-directory"), InstantSource.system()));
    news.accept(Optional.ofNullable(States.all().get("welcome")).orElseThrow());
    assertThat(news.visit()).isEmpty();
    States.all().values().stream()
        .filter(state -> state.session().isPresent())
        .findFirst()
        .ifPresent(news);
    assertThat(news.visit()).contains(Instant.parse("2026-11-24T10:00:00Z"));
  }
}
