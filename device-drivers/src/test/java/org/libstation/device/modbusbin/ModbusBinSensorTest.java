package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.FaultyLink;
import org.libstation.lab.link.simulated.LineFaults;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.testkit.ScriptedLine;

class ModbusBinSensorTest {
  private static final Duration TURN = Duration.ofMillis(5);

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final BinTwin twin = new BinTwin();
  private final LineFaults faults = new LineFaults();
  private final LoopLine line = new LoopLine("the drop's bus", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();
  private final BinSensor sensor = sensor(FaultyLink.over(line, faults), Map.of());

  private BinSensor sensor(LinkOpener opener, Map<String, String> options) {
    DeviceAddress address = DeviceAddress.parse("serial:/dev/drop?baud=9600");
    return (BinSensor)
        Drivers.create("modbusbin", "drop", address, options, clock, events::add, opener);
  }

  private void run(int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    while (clock.monotonic().compareTo(end) < 0) {
      sensor.step();
      clock.advance(TURN);
    }
  }

  private <T extends DeviceEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void fall(int millis) {
    twin.beam(true);
    run(millis);
    twin.beam(false);
    run(500);
  }

  @Test
  void it_speaks_the_published_frames_and_nothing_else() {
    ScriptedLine script =
        new ScriptedLine()
            .expect("01 03 80 00 00 01 AD CA", "01 03 02 00 C8 B9 D2")
            .expect("01 02 00 00 00 08 79 CC", "01 02 01 05 61 8B")
            .expect("01 01 00 00 00 01 FD CA", "01 01 01 00 51 88")
            .expect("01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A")
            .expect("01 01 00 00 00 01 FD CA", "01 01 01 01 90 48")
            .expect("50 03 00 34 00 01 C8 45", "50 03 02 07 0B 06 7F");
    BinSensor scripted = sensor(script, Map.of());
    scripted.step();
    scripted.step();
    scripted.lockFlap(9, true);
    scripted.step();
    scripted.step();
    assertThat(script.differences()).isEmpty();
    assertThat(events)
        .contains(new DeviceEvent.DropInputsChanged("drop", true, false, true, false))
        .contains(new DeviceEvent.FlapLockSet("drop", 9, true, true));
    assertThat(scripted.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Ready.class,
            ready ->
                assertThat(ready.description())
                    .startsWith("input module, version 2.00; inputs at 9600 baud"));
  }

  @Test
  void an_exception_of_the_input_module_needs_a_hand_and_is_no_silence() {
    ScriptedLine script =
        new ScriptedLine()
            .expect("01 03 80 00 00 01 AD CA", "01 03 02 00 C8 B9 D2")
            .expect("01 02 00 00 00 08 79 CC", "01 82 02 C1 61");
    BinSensor scripted = sensor(script, Map.of("level", "none"));
    scripted.step();
    scripted.step();
    assertThat(scripted.health().code()).isEqualTo("DB12");
    assertThat(script.differences()).isEmpty();
  }

  @Test
  void each_object_that_passes_is_counted_once() {
    run(500);
    assertThat(events(DeviceEvent.ObjectPassed.class)).isEmpty();
    for (int i = 1; i <= 3; i++) {
      fall(200);
      assertThat(events(DeviceEvent.ObjectPassed.class)).hasSize(i);
      assertThat(events(DeviceEvent.ObjectPassed.class).getLast().count()).isEqualTo(i);
    }
    assertThat(events(DeviceEvent.DropInputsChanged.class).stream().filter(e -> e.beamDark()))
        .hasSize(3);
  }

  @Test
  void a_flicker_shorter_than_the_debounce_is_no_object() {
    DropEye eye = new DropEye();
    assertThat(look(eye, true, 0)).isFalse();
    assertThat(look(eye, false, 20)).isFalse();
    assertThat(look(eye, true, 40)).isFalse();
    assertThat(look(eye, true, 69)).isFalse();
    assertThat(look(eye, true, 70)).isTrue();
    assertThat(look(eye, false, 80)).isFalse();
    assertThat(look(eye, true, 90)).isFalse();
    assertThat(look(eye, true, 500)).isFalse();
  }

  private static boolean look(DropEye eye, boolean dark, int at) {
    Duration time = Duration.ofMillis(at);
    return eye.reading(dark, time, time, Instant.EPOCH).isPresent();
  }

  @Test
  void what_was_dark_once_and_not_looked_at_for_long_was_an_object() {
    DropEye eye = new DropEye();
    assertThat(look(eye, true, 0)).isFalse();
    assertThat(look(eye, false, 99)).isFalse();
    assertThat(look(eye, true, 200)).isFalse();
    assertThat(look(eye, false, 300)).isTrue();
    assertThat(eye.dark()).isTrue();
    assertThat(look(eye, false, 340)).isFalse();
    assertThat(eye.dark()).isFalse();
    assertThat(eye.ended()).contains(Duration.ofMillis(40));
  }

  @Test
  void what_falls_when_the_module_answers_again_after_a_silence_is_seen() {
    for (int silence : new int[] {400, 3_000, 20_000}) {
      events.clear();
      run(500);
      int told = events(DeviceEvent.HealthChanged.class).size() + 1;
      twin.ioSilent(true);
      run(silence);
      assertThat(sensor.health().code()).isEqualTo("DB11");
      assertThat(events(DeviceEvent.HealthChanged.class)).as("told once").hasSize(told);
      twin.ioSilent(false);
      fall(250);
      assertThat(events(DeviceEvent.ObjectPassed.class)).as("after %d ms", silence).hasSize(1);
      assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
      run(40_000);
    }
  }

  @Test
  void a_level_sensor_that_is_dead_takes_no_look_at_an_item_that_falls() {
    twin.distanceSilent(true);
    run(1_000);
    for (int i = 1; i <= 60; i++) {
      fall(250 + i);
      assertThat(events(DeviceEvent.ObjectPassed.class)).hasSize(i);
    }
  }

  /// As on a busy machine: many answers come after the time for them is over.
  @Test
  void answers_that_come_late_are_taken_and_no_look_is_lost() {
    Deque<Map.Entry<Duration, byte[]>> late = new ArrayDeque<>();
    Random random = new Random(7);
    Twin delayed =
        received -> {
          byte[] answer = twin.exchange(received);
          Duration now = clock.monotonic();
          if (answer.length > 0) {
            late.add(Map.entry(now.plusMillis(random.nextInt(260)), answer));
          }
          ByteArrayOutputStream due = new ByteArrayOutputStream();
          while (!late.isEmpty() && late.peek().getKey().compareTo(now) <= 0) {
            due.writeBytes(late.remove().getValue());
          }
          return due.toByteArray();
        };
    LoopLine bus = new LoopLine("a slow bus", delayed, clock::advance);
    BinSensor busy = sensor(bus, Map.of("level", "none"));
    step(busy, 3_000);
    for (int i = 1; i <= 200; i++) {
      long before = twin.looks();
      twin.beam(true);
      for (int k = 0; k < 400 && twin.looks() < before + 2; k++) {
        step(busy, 5);
      }
      twin.beam(false);
      step(busy, 1_000 + 7 * i);
      assertThat(events(DeviceEvent.ObjectPassed.class)).as("object %d", i).hasSize(i);
    }
    assertThat(busy.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  private void step(BinSensor busy, int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    while (clock.monotonic().compareTo(end) < 0) {
      busy.step();
      clock.advance(TURN);
    }
  }

  @Test
  void a_beam_dark_for_more_than_three_seconds_is_a_jam_until_it_is_light() {
    run(500);
    twin.beam(true);
    run(2_900);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    run(600);
    assertThat(sensor.health().code()).isEqualTo("DB21");
    assertThat(sensor.health().usable()).isTrue();
    twin.beam(false);
    run(300);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(events(DeviceEvent.ObjectPassed.class)).hasSize(1);
  }

  @Test
  void the_fill_level_is_a_median_with_a_hysteresis() {
    FillGauge gauge = new FillGauge(800, 150);
    for (int i = 0; i < 4; i++) {
      assertThat(gauge.measured(475)).isEmpty();
    }
    assertThat(gauge.measured(20)).hasValue(50);
    for (int d : new int[] {470, 9_000, 450, 450, 460}) {
      assertThat(gauge.measured(d)).isEmpty();
    }
    for (int i = 0; i < 2; i++) {
      assertThat(gauge.measured(430)).isEmpty();
    }
    assertThat(gauge.measured(430)).hasValue(56);
    FillGauge over = new FillGauge(800, 150);
    for (int i = 0; i < 4; i++) {
      over.measured(40);
    }
    assertThat(over.measured(40)).hasValue(100);
  }

  @Test
  void a_distance_is_not_believed_while_something_passes_and_two_seconds_after() {
    run(3_000);
    assertThat(events(DeviceEvent.FillLevel.class))
        .containsExactly(new DeviceEvent.FillLevel("drop", 0));
    twin.beam(true);
    twin.distance(150);
    run(1_500);
    twin.beam(false);
    run(1_800);
    twin.distance(475);
    run(4_000);
    assertThat(events(DeviceEvent.FillLevel.class))
        .containsExactly(
            new DeviceEvent.FillLevel("drop", 0), new DeviceEvent.FillLevel("drop", 50));
  }

  @Test
  void a_sensor_that_measures_nothing_for_ten_seconds_is_blind_until_it_sees() {
    run(1_000);
    twin.distance(0xFFFF);
    run(9_500);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    run(1_500);
    assertThat(sensor.health().code()).isEqualTo("DB22");
    twin.distance(700);
    run(1_000);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    twin.distanceSilent(true);
    run(13_000);
    assertThat(sensor.health().code()).isEqualTo("DB22");
    fall(200);
    assertThat(events(DeviceEvent.ObjectPassed.class)).hasSize(1);
  }

  @Test
  void the_lock_is_written_and_read_back_both_ways() {
    for (boolean locked : new boolean[] {true, true, false}) {
      assertThat(sensor.lockFlap(1, locked)).isTrue();
      run(500);
      assertThat(twin.output(0)).isEqualTo(locked);
      assertThat(events(DeviceEvent.FlapLockSet.class).getLast())
          .isEqualTo(new DeviceEvent.FlapLockSet("drop", 1, locked, true));
    }
    assertThat(events(DeviceEvent.FlapLockSet.class)).hasSize(3);
  }

  @Test
  void a_lock_that_does_not_follow_is_said_and_one_that_falls_off_is_set_again() {
    run(100);
    twin.lockStuck(true);
    sensor.lockFlap(1, true);
    run(2_000);
    assertThat(events(DeviceEvent.FlapLockSet.class))
        .containsExactly(new DeviceEvent.FlapLockSet("drop", 1, true, false));
    twin.lockStuck(false);
    run(3_000);
    assertThat(twin.output(0)).isTrue();
    twin.forgetOutputs();
    run(3_000);
    assertThat(twin.output(0)).isTrue();
  }

  @Test
  void inputs_are_said_when_they_change_and_may_be_inverted() {
    run(500);
    twin.flapClosed(false);
    run(300);
    twin.binPresent(false);
    run(300);
    twin.tampered(true);
    run(300);
    assertThat(events(DeviceEvent.DropInputsChanged.class))
        .containsExactly(
            new DeviceEvent.DropInputsChanged("drop", true, false, true, false),
            new DeviceEvent.DropInputsChanged("drop", false, false, true, false),
            new DeviceEvent.DropInputsChanged("drop", false, false, false, false),
            new DeviceEvent.DropInputsChanged("drop", false, false, false, true));
    events.clear();
    BinSensor inverted = sensor(line, Map.of("inputs.inverted", "0,3"));
    for (int i = 0; i < 5; i++) {
      inverted.step();
    }
    assertThat(events(DeviceEvent.DropInputsChanged.class))
        .containsExactly(new DeviceEvent.DropInputsChanged("drop", true, false, false, false));
  }

  @Test
  void damage_either_way_is_asked_again_and_silence_loses_the_line_until_it_is_back() {
    run(500);
    faults.corruptReads(2);
    run(500);
    faults.corruptWrites(2);
    run(500);
    faults.split(1);
    run(500);
    faults.split(0);
    assertThat(events(DeviceEvent.HealthChanged.class)).hasSize(1);
    twin.ioSilent(true);
    run(3_000);
    assertThat(sensor.health().code()).isEqualTo("DB11");
    sensor.lockFlap(5, true);
    run(2_000);
    assertThat(events(DeviceEvent.FlapLockSet.class))
        .containsExactly(new DeviceEvent.FlapLockSet("drop", 5, true, false));
    twin.ioSilent(false);
    run(8_000);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    line.unplug();
    run(1_000);
    assertThat(sensor.health().code()).isEqualTo("DB10");
    line.plug();
    run(6_000);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
    sensor.close();
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Connecting.class);
    run(100);
    assertThat(sensor.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  /// While it was silent nobody knew whether the eye is dark: it says so again.
  @Test
  void what_stands_before_the_eye_is_told_again_after_a_silence() {
    run(500);
    twin.beam(true);
    run(1_000);
    events.clear();
    twin.ioSilent(true);
    run(3_000);
    assertThat(sensor.health().code()).isEqualTo("DB11");
    twin.ioSilent(false);
    run(3_000);
    assertThat(sensor.health().code()).isEqualTo("DB21");
    assertThat(events(DeviceEvent.DropInputsChanged.class))
        .containsExactly(new DeviceEvent.DropInputsChanged("drop", true, true, true, false));
    assertThat(events(DeviceEvent.ObjectPassed.class)).isEmpty();
  }

  @Test
  void wrong_options_are_refused_at_the_start() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("full.mm", "900"),
            Map.of("io.unit", "0"),
            Map.of("inputs.inverted", "8"),
            Map.of("eye", "1"))) {
      assertThatThrownBy(() -> sensor(line, wrong)).isInstanceOf(WrongOptionException.class);
    }
  }
}
