package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.LampPattern;
import org.libstation.device.driver.Drivers;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// The lamp of a drop burns, blinks twice a second or once in two, or is dark; and a shadow before
/// the eye is measured by the driver.
class DropLampTest {
  private static final Duration TURN = Duration.ofMillis(5);
  private static final int LAMP = 1;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final BinTwin twin = new BinTwin();
  private final List<DeviceEvent> events = new ArrayList<>();
  private final BinSensor sensor =
      (BinSensor)
          Drivers.create(
              "modbusbin",
              "drop",
              DeviceAddress.parse("serial:/dev/drop?baud=115200"),
              Map.of("coil.lamp", "1"),
              clock,
              events::add,
              new LoopLine("the drop's bus", twin, clock::advance));

  /// @return how often the lamp turned on or off
  private int run(int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    int turns = 0;
    boolean before = twin.output(LAMP);
    while (clock.monotonic().compareTo(end) < 0) {
      sensor.step();
      clock.advance(TURN);
      turns += twin.output(LAMP) == before ? 0 : 1;
      before = twin.output(LAMP);
    }
    return turns;
  }

  @Test
  void until_it_is_told_it_burns_while_the_flap_is_open() {
    run(1000);
    assertThat(twin.output(LAMP)).isTrue();
    sensor.lockFlap(1, true);
    run(1000);
    assertThat(twin.output(LAMP)).isFalse();
  }

  @Test
  void it_burns_and_blinks_as_it_is_told() {
    run(1000);
    sensor.lamp(LampPattern.QUICK);
    assertThat(run(4000)).isBetween(14, 17);
    sensor.lamp(LampPattern.SLOW);
    assertThat(run(8000)).isBetween(7, 9);
    sensor.lamp(LampPattern.OFF);
    run(500);
    assertThat(run(3000)).isZero();
    assertThat(twin.output(LAMP)).isFalse();
    sensor.lamp(LampPattern.STEADY);
    run(500);
    assertThat(twin.output(LAMP)).isTrue();
  }

  @Test
  void the_eye_does_not_blink_while_the_lamp_does() {
    run(1000);
    sensor.lamp(LampPattern.QUICK);
    for (int i = 0; i < 20; i++) {
      twin.beam(true);
      run(120);
      twin.beam(false);
      run(120);
    }
    assertThat(events.stream().filter(DeviceEvent.ObjectPassed.class::isInstance)).hasSize(20);
  }

  @Test
  void a_shadow_is_measured_by_the_drivers_own_clock() {
    run(1000);
    twin.beam(true);
    run(240);
    twin.beam(false);
    run(200);
    assertThat(events.stream().filter(DeviceEvent.ShadowEnded.class::isInstance))
        .singleElement()
        .isInstanceOfSatisfying(
            DeviceEvent.ShadowEnded.class,
            shadow -> assertThat(shadow.lasted().toMillis()).isBetween(190L, 290L));
  }
}
