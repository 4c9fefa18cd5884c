package org.libstation.device.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.libstation.device.SampleSetup;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.tag.TagContent;

/// What a technician sees of a pad and of a drop while they stand beside it.
class LiveSightTest {
  private static final String BOOK = "E004015012345678";
  private static final String CARD = "E00401509ABCDEF0";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final List<Measurement> seen = new ArrayList<>();

  /// A person who does what is asked, and says that it is done after so many questions.
  private class Person implements Examiner {
    private final Map<ExaminerAct, Runnable> acts;
    private int asked;

    Person(Map<ExaminerAct, Runnable> acts) {
      this.acts = acts;
    }

    @Override
    public boolean asked(ExaminerAct act) {
      acts.getOrDefault(act, () -> {}).run();
      asked = 0;
      return acts.containsKey(act);
    }

    @Override
    public void over(ExaminerAct act) {}

    @Override
    public boolean ready(ExaminerAct act) {
      return ++asked > 12;
    }

    @Override
    public void sees(Measurement sight) {
      seen.add(sight);
    }
  }

  private Examined examined(
      String model, Twin twin, Map<String, String> options, Examiner hands, boolean calibrate)
      throws LinkLostException {
    LinkOpener line = new LoopLine(model, twin, clock::advance);
    DriverSetup setup =
        SampleSetup.of("sim:" + model, clock, line)
            .with(c -> c.name(model).options(new DriverOptions(options)));
    for (DriverProvider provider : ServiceLoader.load(DriverProvider.class)) {
      if (provider.model().equals(model)) {
        return provider
            .examination(setup)
            .orElseThrow()
            .run(
                line,
                clock,
                new ExamWishes(
                    Optional.empty(), false, "", hands, Duration.ofSeconds(3), calibrate));
      }
    }
    throw new AssertionError(model);
  }

  private <S extends Measurement> List<S> of(Class<S> kind) {
    return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void each_tag_is_shown_with_its_answers_what_it_says_and_its_bytes() throws Exception {
    FeigTwin twin = new FeigTwin();
    Person person =
        new Person(
            Map.of(
                Examiner.ExaminerAct.WATCH_FIELD,
                () -> twin.place(BOOK, "31234000012342", "HK-SEL", 1, 1, true)));
    examined("feig", twin, Map.of(), person, false);
    Measurement.Tag last = of(Measurement.Tag.class).getLast();
    assertThat(last.uid().hex()).isEqualTo(BOOK);
    assertThat(last.answered()).isEqualTo(10).isEqualTo(last.of());
    assertThat(last.content())
        .isEqualTo(
            new Measurement.Content.JudgedTag(
                new TagContent.Item("31234000012342", Optional.of("HK-SEL"), 1, 1)));
    assertThat(last.raw()).isNotBlank();
  }

  @Test
  void a_tag_that_is_lifted_answers_less_and_less() throws Exception {
    FeigTwin twin = new FeigTwin();
    Person person =
        new Person(
            Map.of(
                Examiner.ExaminerAct.WATCH_FIELD,
                () -> twin.place(BOOK, "31234000012342", "HK-SEL", 1, 1, true))) {
          private int shown;

          @Override
          public void sees(Measurement sight) {
            super.sees(sight);
            if (++shown == 4) {
              twin.lift(BOOK);
            }
          }
        };
    examined("feig", twin, Map.of(), person, false);
    assertThat(of(Measurement.Tag.class).getLast().answered()).isEqualTo(2);
  }

  @Test
  void of_a_readers_card_no_byte_is_shown() throws Exception {
    FeigTwin twin = new FeigTwin();
    Person person =
        new Person(
            Map.of(
                Examiner.ExaminerAct.WATCH_FIELD,
                () -> twin.placePatronCard(CARD, "29876000012345", "HK-SEL")));
    examined("feig", twin, Map.of(), person, false);
    Measurement.Tag last = of(Measurement.Tag.class).getLast();
    assertThat(last.content())
        .isEqualTo(new Measurement.Content.JudgedTag(new TagContent.PatronCard("29876000012345")));
    assertThat(last.raw()).isEmpty();
  }

  @Test
  void flap_lamp_lock_and_level_are_shown_as_they_change() throws Exception {
    BinTwin twin = new BinTwin();
    Person person =
        new Person(
            Map.of(
                Examiner.ExaminerAct.WATCH_DROP,
                () -> {
                  twin.flapClosed(false);
                  twin.distance(475);
                }));
    examined("modbusbin", twin, Map.of("coil.lamp", "1"), person, false);
    assertThat(seen)
        .contains(
            new Measurement.Switch(Measurement.DropInput.FLAP, false),
            new Measurement.Switch(Measurement.DropInput.BIN, true),
            new Measurement.Switch(Measurement.DropInput.LAMP, true),
            new Measurement.Level(475, "mm", 50));
    assertThat(twin.output(1)).as("the lamp stands as it stood").isFalse();
  }

  @Test
  void empty_and_full_are_measured_and_told_as_the_options_want_them() throws Exception {
    BinTwin twin = new BinTwin();
    Person person =
        new Person(
            Map.of(
                Examiner.ExaminerAct.EMPTY_BIN, () -> twin.distance(812),
                Examiner.ExaminerAct.FILL_BIN, () -> twin.distance(205)));
    Examined examined = examined("modbusbin", twin, Map.of(), person, true);
    assertThat(examined.found()).isEmpty();
    assertThat(of(Measurement.Calibrated.class))
        .containsExactly(new Measurement.Calibrated(812, 205, "mm"));
  }

  @Test
  void a_full_bin_that_measures_as_the_empty_one_is_a_finding() throws Exception {
    BinTwin twin = new BinTwin();
    Person person =
        new Person(
            Map.of(
                Examiner.ExaminerAct.EMPTY_BIN, () -> twin.distance(812),
                Examiner.ExaminerAct.FILL_BIN, () -> twin.distance(809)));
    Examined examined = examined("modbusbin", twin, Map.of(), person, true);
    assertThat(examined.found())
        .containsExactly(Found.of(DeviceFault.LEVELS_ALIKE, "812 / 809 mm"));
    assertThat(of(Measurement.Calibrated.class)).isEmpty();
  }
}
