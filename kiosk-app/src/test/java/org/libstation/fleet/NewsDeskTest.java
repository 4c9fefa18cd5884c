package org.libstation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.StationFacts.LinkState;

/// The desk's own time, and a broker in memory.
final class NewsDeskTest {
  private static final Instant BEGUN = Instant.parse("2026-11-30T10:00:30Z");

  @TempDir private Path data;
  private final FakeBroker broker = new FakeBroker();
  private Duration now = Duration.ofHours(1);
  private LinkState link = LinkState.ONLINE;
  private Optional<NewsDesk> made = Optional.empty();
  private Optional<NewsStore> store = Optional.empty();

  private NewsDesk desk() {
    if (made.isEmpty()) {
      NewsStore open = store.orElseGet(() -> NewsStore.open(data, new Random(7)));
      store = Optional.of(open);
      Duration begun = now;
      made =
          Optional.of(
              new NewsDesk(
                  broker,
                  Topics.of("libstation/v1", StationName.parse("hkpl/central/box-2"), open.id()),
                  "0.1.0",
                  open,
                  _ -> {},
                  figures -> Optional.of(Samples.news(link, figures)),
                  Optional::empty,
                  Beside.NOTHING,
                  new NewsDesk.Time(() -> BEGUN.plus(now.minus(begun)), () -> now, new Random(3))));
    }
    return made.get();
  }

  private void pass(Duration time) {
    Duration end = now.plus(time);
    while (now.compareTo(end) < 0) {
      now = now.plus(desk().step());
    }
  }

  private List<String> states() {
    return broker.texts("state");
  }

  @Test
  void it_is_born_then_says_how_it_is_and_again_every_minute() {
    desk().step();

    assertThat(broker.said.getFirst().topic()).endsWith("/presence");
    assertThat(broker.said.getFirst().text())
        .contains(
            "\"presence\":\"born\"", "\"boot\":1", "\"connection\":1", "\"version\":\"0.1.0\"");
    assertThat(broker.will.orElseThrow().text())
        .contains("\"presence\":\"lost\"", "\"boot\":1", "\"connection\":1");
    assertThat(broker.said).allMatch(Broker.Message::retained);
    assertThat(states()).hasSize(1);
    pass(Duration.ofSeconds(59));
    assertThat(states()).hasSize(1);
    pass(Duration.ofSeconds(2));
    assertThat(states()).hasSize(2);
    assertThat(states().get(1)).contains("\"number\":2");
  }

  @Test
  void a_change_is_told_at_once_and_a_flutter_once_a_second() {
    desk().step();
    pass(Duration.ofSeconds(2));
    link = LinkState.SILENT;
    desk().step();
    assertThat(states()).hasSize(2);
    assertThat(states().getLast()).contains("\"link\":\"silent\"");
    for (int i = 0; i < 50; i++) {
      link = i % 2 == 0 ? LinkState.ONLINE : LinkState.SILENT;
      pass(Duration.ofMillis(200));
    }
    assertThat(states()).hasSizeBetween(3, 13);
  }

  @Test
  void who_is_there_is_answered_once_and_not_at_once() {
    List<Duration> answers = new ArrayList<>();
    for (int ask = 0; ask < 20; ask++) {
      pass(Duration.ofSeconds(10));
      Duration asked = now;
      int before = states().size();
      broker.ask("libstation/v1/who");
      broker.ask("libstation/v1/who");
      while (states().size() == before) {
        now = now.plus(desk().step());
      }
      answers.add(now.minus(asked));
    }
    assertThat(answers).allMatch(it -> it.compareTo(Duration.ofSeconds(6)) <= 0);
    // Twenty stations do not answer together.
    assertThat(answers.stream().map(Duration::toSeconds).distinct()).hasSizeGreaterThan(3);
  }

  @Test
  void a_broker_that_is_away_is_tried_ever_less_often_and_never_in_step() {
    broker.away = Optional.of(BrokerFault.SILENT);
    pass(Duration.ofHours(1));

    // Of pauses between nothing and a minute about 120 pass in an hour; a fixed minute would be 60.
    assertThat(broker.tries).hasSizeBetween(70, 300);
    assertThat(desk().codes()).containsExactly("G65");
    broker.away = Optional.empty();
    link = LinkState.SILENT;
    pass(Duration.ofSeconds(61));
    assertThat(desk().codes()).isEmpty();
    // Of all states the newest alone.
    assertThat(states().getFirst()).contains("\"link\":\"silent\"", "\"number\":1");
  }

  @Test
  void what_is_refused_and_what_is_no_certificate_is_told_as_that() {
    broker.away = Optional.of(BrokerFault.LOGIN_REFUSED);
    desk().step();
    assertThat(desk().codes()).containsExactly("G66");
    broker.away = Optional.of(BrokerFault.TLS_FILE);
    pass(Duration.ofMinutes(2));
    assertThat(desk().codes()).containsExactly("G80");
    assertThat(desk().trouble().map(BrokerException::fault)).contains("TLS_FILE");
    assertThat(desk().reached()).isFalse();
  }

  @Test
  void an_hour_waits_until_the_broker_has_it() {
    NewsStore open = NewsStore.open(data, new Random(7));
    store = Optional.of(open);
    Counts three = new Counts(3, 0, 0, 0, 0, 0);
    HourFigures figures =
        new HourFigures(
            HourCount.until(BEGUN),
            HourFigures.Ages.NONE,
            HourFigures.Ages.NONE,
            List.of(),
            Optional.empty(),
            three);
    open.take(
        figures,
        9,
        List.of(new NewsStore.EndedPeriod(Instant.parse("2026-11-30T09:00:00Z"), three)));
    broker.deafTo = "counts";
    pass(Duration.ofMinutes(3));
    assertThat(open.waiting()).hasSize(1);
    assertThat(NewsStore.open(data, new Random(8)).waiting()).hasSize(1);

    broker.deafTo = "";
    pass(Duration.ofSeconds(70));
    assertThat(broker.texts("counts").getLast())
        .contains("\"number\":1", "\"until\":\"2026-11-30T09:00:00Z\"", "\"loans\":3");
    assertThat(open.waiting()).isEmpty();
    assertThat(NewsStore.open(data, new Random(8)).waiting()).isEmpty();
  }

  @Test
  void another_of_its_name_is_told_and_forgotten_when_it_is_quiet() {
    desk().step();
    broker.ask("libstation/v1/hkpl/central/box-2/" + store.orElseThrow().id() + "/state");
    desk().step();
    assertThat(desk().codes()).isEmpty();
    broker.ask("libstation/v1/hkpl/central/box-2/0badcafe/state");
    desk().step();
    assertThat(desk().codes()).containsExactly("G68");
    pass(Duration.ofMinutes(4));
    assertThat(desk().codes()).isEmpty();
  }

  @Test
  void a_flood_ends_the_connection() {
    desk().step();
    for (int i = 0; i < 10_000; i++) {
      broker.ask("libstation/v1/who");
    }
    desk().step();
    assertThat(broker.closed).isEqualTo(1);
    assertThat(desk().codes()).containsExactly("G65");
  }

  @Test
  void a_disk_that_takes_nothing_is_told_and_ends_nothing() throws Exception {
    Files.createDirectories(data.resolve(NewsStore.FILE + ".new/full"));
    desk().step();
    assertThat(states()).hasSize(1);
    assertThat(desk().codes()).containsExactly("G69");
    Files.delete(data.resolve(NewsStore.FILE + ".new/full"));
    Files.delete(data.resolve(NewsStore.FILE + ".new"));
    pass(Duration.ofSeconds(1));
    assertThat(desk().codes()).isEmpty();
  }

  @Test
  void an_end_in_order_is_said() {
    desk().step();
    desk().end();
    assertThat(broker.texts("presence").getLast()).contains("\"presence\":\"ended\"");
    assertThat(broker.closed).isEqualTo(1);
  }
}
