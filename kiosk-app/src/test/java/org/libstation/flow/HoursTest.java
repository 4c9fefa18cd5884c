package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;
import static org.libstation.flow.Story.BEN;
import static org.libstation.flow.Story.BOOK;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Opening.Span;
import org.libstation.flow.state.Opening.Times;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts;
import org.libstation.lab.measure.UsualFlow;

/// Opening hours and the black screen. The story begins at 11:00.
class HoursTest {
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-11-24T00:00+08:00");

  private static Opening open(String from, String to) {
    return new Opening(
        Optional.of(
            new Opening.Today.HoursToday(
                LocalTime.parse(from), LocalTime.parse(to), Optional.empty())),
        new Times(List.of(span(0, from, to), span(1, "09:00", "20:00"))),
        Map.of());
  }

  private static Span span(int days, String from, String to) {
    return new Span(
        DAY.plusDays(days).with(LocalTime.parse(from)),
        DAY.plusDays(days).with(LocalTime.parse(to)));
  }

  private static Story keeping(Opening opening) {
    return new Story(FlowTests.keepingHours(false)).tell(new FlowEvent.OpeningTold(opening));
  }

  private static boolean dark(Story story) {
    return story.state.overlay().orElse(null) instanceof Overlay.Dark;
  }

  @Test
  void outside_the_hours_nothing_is_lent_or_taken_back_and_it_opens_by_itself() {
    Story story = keeping(open("11:10", "20:00")).seconds(1);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K51, false));
    story.press(new Key.StartReturn()).card(ANNA).scan(BOOK);
    assertThat(story.state.session()).isEmpty();
    story.waitFor(Duration.ofMinutes(10));
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
    story.press(new Key.StartReturn());
    assertThat(story.state.screen()).isInstanceOf(Screen.Return.class);
  }

  @Test
  void a_station_that_is_always_open_serves_at_night() {
    Story story = Story.usual().tell(new FlowEvent.OpeningTold(open("11:10", "20:00"))).seconds(1);
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
    story.press(new Key.StartReturn());
    assertThat(story.state.screen()).isInstanceOf(Screen.Return.class);
  }

  @Test
  void hours_that_nobody_knows_close_nothing() {
    Story story = keeping(Opening.UNKNOWN).seconds(1);
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
  }

  @Test
  void a_visit_is_told_and_never_cut_and_the_station_closes_after_it() {
    Story story = keeping(open("09:00", "11:06")).borrowing(ANNA);
    story.waitFor(Duration.ofSeconds(40));
    assertThat(story.state.session().orElseThrow().notice()).isEmpty();
    story.press(new Key.ContrastKey()).waitFor(Duration.ofSeconds(25));
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.K52);
    for (int i = 0; i < 8; i++) {
      story.press(new Key.ContrastKey()).waitFor(Duration.ofSeconds(40));
    }
    assertThat(story.state.session().orElseThrow().notice()).contains(Code.K53);
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    story.press(new Key.Leave()).seconds(120);
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K51, false));
    assertThat(story.state.session()).isEmpty();
  }

  @Test
  void after_closing_time_the_next_card_begins_no_visit() {
    for (boolean inTheVisit : new boolean[] {true, false}) {
      Story story = keeping(open("09:00", "11:06")).borrowing(ANNA);
      for (int i = 0; i < 9; i++) {
        story.press(new Key.ContrastKey()).waitFor(Duration.ofSeconds(40));
      }
      if (!inTheVisit) {
        story.press(new Key.Leave());
      }
      story.press(new Key.NextCard()).card(BEN).seconds(1);
      assertThat(story.state.session()).as("in the visit: %s", inTheVisit).isEmpty();
      story.seconds(120);
      assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K51, false));
    }
  }

  @Test
  void a_trouble_at_night_is_told_before_the_hours() {
    Story story = keeping(open("11:10", "20:00"));
    story.tell(
        new FlowEvent.JournalChanged(StationFacts.JournalHealth.SET_ASIDE, Optional.empty()));
    assertThat(story.state.screen()).isEqualTo(new Screen.OutOfService(Code.K22, false));
  }

  @Test
  void the_drop_stays_open_unless_it_keeps_the_hours_too() {
    Story open = keeping(open("11:10", "20:00")).seconds(1);
    assertThat(open.state.station().flapLocked()).isFalse();
    Story shut =
        new Story(FlowTests.keepingHours(true))
            .tell(new FlowEvent.OpeningTold(open("11:10", "20:00")))
            .seconds(1);
    assertThat(shut.state.station().flapLocked()).isTrue();
    shut.waitFor(Duration.ofMinutes(11));
    assertThat(shut.state.station().flapLocked()).isFalse();
  }

  @Test
  void nobody_for_ten_minutes_outside_the_hours_makes_the_screen_black() {
    Story story = keeping(open("12:00", "20:00")).waitFor(Duration.ofMinutes(9));
    assertThat(dark(story)).isFalse();
    story.press(new Key.ContrastKey()).waitFor(Duration.ofMinutes(9));
    assertThat(dark(story)).isFalse();
    story.waitFor(Duration.ofMinutes(2));
    assertThat(dark(story)).isTrue();
    // It lights up when the library opens.
    story.waitFor(Duration.ofMinutes(41));
    assertThat(dark(story)).isFalse();
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
  }

  @Test
  void within_the_hours_it_stays_lit_unless_it_is_set_otherwise() {
    Story story = keeping(open("09:00", "20:00")).waitFor(Duration.ofMinutes(30));
    assertThat(dark(story)).isFalse();
    Story always =
        new Story(
                UsualFlow.settings()
                    .withHours(
                        new FlowSettings.Hours(
                            FlowSettings.Keeps.ALWAYS_OPEN,
                            FlowSettings.Keeps.ALWAYS_OPEN,
                            Duration.ofMinutes(3),
                            true)))
            .waitFor(Duration.ofMinutes(3));
    assertThat(dark(always)).isTrue();
  }

  @Test
  void staff_far_away_light_a_black_screen() {
    Story story = black();
    assertThat(dark(story)).isTrue();
    assertThat(dark(story.tell(new FlowEvent.LightOrdered()))).isFalse();
  }

  @Test
  void the_first_touch_lights_the_screen_and_does_nothing_else() {
    for (Key key :
        List.of(
            new Key.StartReturn(), new Key.ContrastKey(), new Key.Technician(), new Key.Stay())) {
      Story story = black();
      Screen before = story.state.screen();
      story.press(key);
      assertThat(dark(story)).isFalse();
      assertThat(story.state.screen()).isEqualTo(before);
      assertThat(story.state.access()).isEqualTo(Access.STANDARD);
    }
    assertThat(black().press(new Key.Stay()).press(new Key.StartReturn()).state.screen())
        .isInstanceOf(Screen.Return.class);
  }

  @Test
  void a_card_lights_it_and_is_taken() {
    Story story = black().card(ANNA);
    assertThat(dark(story)).isFalse();
    assertThat(story.state.screen()).isInstanceOf(Screen.Identify.class);
  }

  @Test
  void what_falls_into_the_drop_lights_it() {
    assertThat(dark(black().tell(new FlowEvent.DropObjectPassed()))).isFalse();
  }

  @Test
  void it_is_never_black_in_front_of_a_person_or_a_technician() {
    Story story = black().press(new Key.Stay()).press(new Key.Technician());
    story.tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN));
    story.waitFor(Duration.ofMinutes(4));
    assertThat(dark(story)).isFalse();
  }

  /// A 24-hour station at night.
  private static Story black() {
    FlowSettings settings =
        UsualFlow.settings()
            .withHours(
                new FlowSettings.Hours(
                    FlowSettings.Keeps.ALWAYS_OPEN,
                    FlowSettings.Keeps.ALWAYS_OPEN,
                    Duration.ofMinutes(10),
                    false));
    Story story =
        new Story(settings)
            .tell(new FlowEvent.OpeningTold(open("20:00", "21:00")))
            .waitFor(Duration.ofMinutes(10));
    assertThat(dark(story)).isTrue();
    return story;
  }
}
