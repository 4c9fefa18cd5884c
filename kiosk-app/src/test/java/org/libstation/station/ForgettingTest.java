package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.PatronId;
import org.libstation.flow.Flow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.lab.measure.UsualFlow;

/// Whatever ends a visit, all parts are wiped, once.
class ForgettingTest {
  private static final PatronId ANNA = new PatronId("29999000001234");

  private final Flow flow = new Flow(UsualFlow.settings(), PatronId::masked);
  private final List<String> wiped = new ArrayList<>();
  private final List<Runnable> atDesk = new ArrayList<>();
  private final Forgetting forgetting = new Forgetting(atDesk::add, List.of(part("journal")));
  private Duration at = Duration.ofHours(1);
  private FlowState state = FlowState.initial(flow.settings(), time());

  private EventTime time() {
    OffsetDateTime wall = OffsetDateTime.parse("2026-11-24T10:00:00+08:00").plus(at);
    return new EventTime(wall, "boot", at, Optional.empty(), false);
  }

  private Forgetting.ForgettingPart part(String name) {
    return Forgetting.ForgettingPart.of(name, () -> wiped.add(name));
  }

  private void tell(FlowEvent event) {
    state = flow.step(state, event).state();
    forgetting.accept(state);
  }

  private void press(Key key) {
    tell(new FlowEvent.Pressed(key));
  }

  private void pass(Duration time) {
    for (Duration gone = Duration.ZERO;
        gone.compareTo(time) < 0;
        gone = gone.plus(Duration.ofSeconds(1))) {
      at = at.plusSeconds(1);
      tell(new FlowEvent.Tick(time()));
    }
  }

  private void deskCatchesUp() {
    atDesk.forEach(Runnable::run);
    atDesk.clear();
  }

  @BeforeEach
  void somebody_holds_a_card_before_the_reader() {
    forgetting.add(part("screen"));
    for (DeviceRole role : List.of(DeviceRole.PAD, DeviceRole.SCANNER)) {
      tell(
          new FlowEvent.DeviceChanged(
              DeviceLine.plain(role, role.name(), DeviceCondition.READY, "", "")));
    }
    tell(new FlowEvent.PlaceListed(Place.PAD));
    tell(new FlowEvent.LinkChanged(StationFacts.LinkState.ONLINE));
    tell(new FlowEvent.CardRead(ANNA));
    assertThat(state.session()).isPresent();
  }

  @AfterEach
  void end() {
    forgetting.close();
  }

  @Test
  void nothing_is_wiped_while_the_visit_lasts() {
    press(new Key.SwitchLanguage(org.libstation.flow.state.Language.EN));
    pass(Duration.ofSeconds(10));
    deskCatchesUp();

    assertThat(wiped).isEmpty();
  }

  @Test
  void a_key_ends_it() {
    press(new Key.Leave());
    pass(Duration.ofSeconds(2));
    assertThat(state.session()).isEmpty();
    assertThat(wiped).as("the desk comes to it when it did what the visit asked of it").isEmpty();
    deskCatchesUp();

    assertThat(wiped).containsExactly("journal", "screen");
    pass(Duration.ofMinutes(2));
    deskCatchesUp();
    assertThat(wiped).as("once").hasSize(2);
  }

  @Test
  void time_ends_it() {
    pass(Duration.ofMinutes(5));
    deskCatchesUp();

    assertThat(state.session()).isEmpty();
    assertThat(wiped).containsExactly("journal", "screen");
  }

  @Test
  void a_fault_of_the_station_ends_it() {
    tell(new FlowEvent.JournalChanged(JournalHealth.FAILING, Optional.empty()));
    pass(Duration.ofMinutes(5));
    deskCatchesUp();

    assertThat(state.session()).isEmpty();
    assertThat(wiped).containsExactly("journal", "screen");
  }

  @Test
  void another_visit_that_follows_at_once_finds_the_former_wiped() {
    FlowState during = state;
    FlowState after = flow.step(during, new FlowEvent.Pressed(new Key.Leave())).state();
    while (after.session().isPresent()) {
      at = at.plusSeconds(1);
      after = flow.step(after, new FlowEvent.Tick(time())).state();
    }
    FlowState next =
        flow.step(after, new FlowEvent.CardRead(new PatronId("29999000005678"))).state();
    assertThat(next.session()).isPresent();

    // The states between the two were never shown: events came faster than they were looked at.
    forgetting.accept(during);
    forgetting.accept(next);
    deskCatchesUp();

    assertThat(wiped).containsExactly("journal", "screen");
  }

  @Test
  void a_part_that_cannot_be_wiped_keeps_no_other_from_it() {
    try (Forgetting some =
        new Forgetting(
            Runnable::run,
            List.of(
                Forgetting.ForgettingPart.of(
                    "printer",
                    () -> {
                      throw new IllegalStateException("jammed");
                    }),
                part("screen")))) {
      assertThat(some.forget()).containsExactly("printer");
    }
    assertThat(wiped).containsExactly("screen");
  }

  @Test
  void what_is_free_is_written_over_and_the_last_that_the_heap_can_give_is_left_to_others() {
    assertThat(Forgetting.writtenOver(18, 64, 512)).isEqualTo(18);
    assertThat(Forgetting.writtenOver(400, 512, 512)).isEqualTo(400 - 64);
    assertThat(Forgetting.writtenOver(100, 500, 512)).isEqualTo(112 - 64);
    assertThat(Forgetting.writtenOver(10, 512, 512)).isNegative();
  }

  @Test
  @Tag("full")
  void what_could_not_be_wiped_is_tried_again_until_it_is_and_nothing_else_with_it() {
    AtomicInteger jams = new AtomicInteger(3);
    BlockingQueue<String> tried = new LinkedBlockingQueue<>();
    Runnable printer =
        () -> {
          tried.add("printer");
          if (jams.getAndDecrement() > 0) {
            throw new IllegalStateException("jammed");
          }
        };
    try (Forgetting some =
        new Forgetting(
            Runnable::run,
            List.of(Forgetting.ForgettingPart.of("printer", printer), part("screen")))) {
      assertThat(some.forget()).containsExactly("printer");
      await().until(() -> tried.size() == 4);
      // As long again as it takes to be tried.
      await().during(Forgetting.TRIED_AGAIN_AFTER.plusSeconds(1)).until(() -> tried.size() == 4);
    }
    assertThat(wiped).containsExactly("screen");
  }
}
