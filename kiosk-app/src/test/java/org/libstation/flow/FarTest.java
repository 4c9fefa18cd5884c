package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinContents;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.PrintTrouble;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// What staff far away order waits for whoever stands at the station.
final class FarTest {
  private static final FlowEvent OUT = new FlowEvent.ServiceOrdered(true);
  private static final FlowEvent BACK = new FlowEvent.ServiceOrdered(false);
  private static final FlowEvent PRINT =
      new FlowEvent.ManifestOrdered("0123456789abcdef", BinContents.EMPTY);

  private static List<Effect.PrintManifest> prints(Story story) {
    return story.effects.stream()
        .filter(Effect.PrintManifest.class::isInstance)
        .map(Effect.PrintManifest.class::cast)
        .toList();
  }

  @Test
  void an_empty_station_goes_out_of_service_says_why_and_comes_back() {
    Story story = Story.usual().tell(OUT);
    assertThat(story.state.screen())
        .isInstanceOfSatisfying(
            Screen.OutOfService.class, shut -> assertThat(shut.code()).isEqualTo(Code.K55));
    assertThat(story.state.station().dropShut()).contains(Code.K55);
    story.waitFor(Duration.ofHours(2));
    assertThat(story.state.screen()).isInstanceOf(Screen.OutOfService.class);
    story.tell(BACK);
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
    assertThat(story.state.station().dropShut()).isEmpty();
  }

  /// Who repairs it took it out for that, and is not alerted of what they do.
  @Test
  void taken_out_by_staff_stands_before_what_is_wrong_with_it() {
    Story story = Story.usual().tell(OUT).pad(DeviceCondition.CONNECTING);
    story.tell(
        new FlowEvent.DeviceChanged(
            DeviceLine.plain(
                DeviceRole.SCANNER,
                DeviceRole.SCANNER.name(),
                DeviceCondition.CONNECTING,
                "",
                "")));
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K55, false));
    story.tell(BACK);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K11, false));
  }

  @Test
  void a_visit_is_not_cut_and_the_order_is_heard_when_it_is_said_again_after_it() {
    Story story = Story.usual().borrowing(ANNA).tell(OUT).waitFor(Duration.ofSeconds(20));
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(story.state.station().told().out()).isFalse();
    story.press(new Key.Leave());
    story.waitFor(Duration.ofMinutes(5)).tell(OUT);
    assertThat(story.state.screen()).isInstanceOf(Screen.OutOfService.class);
  }

  @Test
  void a_manifest_is_printed_once_and_not_while_somebody_is_there() {
    Story story = Story.usual().borrowing(ANNA).tell(PRINT);
    assertThat(prints(story)).isEmpty();
    story.press(new Key.Leave());
    story.waitFor(Duration.ofMinutes(5)).tell(PRINT).tell(PRINT);
    assertThat(prints(story)).hasSize(1);
    long job = prints(story).getFirst().job();
    story.tell(new FlowEvent.PrintJobEnded(job, Optional.empty())).tell(PRINT);
    assertThat(prints(story)).hasSize(1);
    assertThat(story.state.between().manifest().orElseThrow().print())
        .isEqualTo(new TestPrintState.TestPrintGood());
  }

  @Test
  void a_manifest_that_did_not_come_out_is_told_with_the_printers_code() {
    Story story = Story.usual().tell(PRINT);
    long job = prints(story).getFirst().job();
    story.tell(
        new FlowEvent.PrintJobEnded(
            job, Optional.of(new PrintTrouble("DP1E", "no paper", false, Optional.empty()))));
    assertThat(story.state.between().manifest().orElseThrow().print())
        .isEqualTo(new TestPrintState.Bad("DP1E", "no paper", Optional.empty()));
  }

  @Test
  void light_touches_nothing_but_the_dark() {
    Story story = Story.usual().borrowing(ANNA).press(new Key.CallStaff());
    Optional<Overlay> before = story.state.overlay();
    assertThat(before).isPresent();
    story.tell(new FlowEvent.LightOrdered());
    assertThat(story.state.overlay()).isEqualTo(before);
    assertThat(story.state.session()).isPresent();
  }
}
