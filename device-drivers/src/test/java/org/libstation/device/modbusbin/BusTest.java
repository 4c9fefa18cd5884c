package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceEvent;
import org.libstation.device.SampleSetup;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// The bus as data: its timing, its set-up, and the maps of slaves.
class BusTest {
  @TempDir Path site;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final BinTwin twin = new BinTwin();
  private final List<String> said = new ArrayList<>();
  private final List<DeviceEvent> events = new ArrayList<>();

  /// One line, opened at a speed; the twin's slaves of another speed do not hear.
  private LinkOpener line(int baud) {
    LoopLine line = new LoopLine("the bus", twin, clock::advance);
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        twin.lineBaud(baud);
        return line.open();
      }

      @Override
      public String describe() {
        return "the bus at " + baud;
      }
    };
  }

  private ModbusSetup setup(Map<String, String> options) {
    IntFunction<LinkOpener> lines = this::line;
    DriverSetup setup =
        SampleSetup.of("serial:/dev/drop?baud=9600", clock, line(9600))
            .with(
                c ->
                    c.name("bin")
                        .options(new DriverOptions(options))
                        .listener(events::add)
                        .sheets(DeviceSheets.of(site)));
    return new ModbusSetup(BinOptions.read(setup), lines, clock);
  }

  @Test
  void the_bound_follows_from_the_lengths_of_the_frames() {
    ModbusRequest.Read inputs = new ModbusRequest.Read(1, 2, 0, 8);
    ModbusRequest.Read level = new ModbusRequest.Read(0x50, 3, 0x34, 1);
    BusTiming slow = new BusTiming(9600, 10, Duration.ofMillis(2), inputs, Optional.of(level));
    // 8 + 6 bytes and 8 + 7 bytes of 10 bits, each with 2 ms to answer and 4 ms of silence.
    assertThat(slow.worst().toNanos()).isBetween(42_200_000L, 42_220_000L);
    assertThat(slow.isEnough()).isFalse();
    assertThat(slow.withBaud(19_200).isEnough()).isTrue();
    assertThat(slow.withBaud(115_200).worst().toNanos()).isBetween(10_510_000L, 10_525_000L);
    assertThat(slow.inWords()).isEqualTo("at 9600 baud every 42 ms at worst (24 a second)");
    assertThat(BusTiming.gap(9600, 11)).isEqualTo(Duration.ofMillis(5));
    assertThat(setup(Map.of()).timings()).hasSize(5).first().isEqualTo(slow.inWords());
  }

  @Test
  void a_new_sensor_is_brought_to_the_speed_of_the_bus_and_done_twice_nothing_changes() {
    twin.newSensor();
    assertThat(setup(Map.of()).run(9600, said::add)).as(said.toString()).isTrue();
    assertThat(said)
        .containsExactly(
            "Waveshare Modbus RTU IO 8CH: answers already as slave 1 at 9600 baud",
            "DFRobot SEN0492, WitMotion WT53R laser distance sensor: found as slave 80 at 115200"
                + " baud",
            "DFRobot SEN0492, WitMotion WT53R laser distance sensor: is slave 80 at 9600 baud"
                + " now");
    said.clear();
    assertThat(setup(Map.of()).run(9600, said::add)).isTrue();
    assertThat(said).hasSize(2).allMatch(line -> line.contains("answers already"));
  }

  @Test
  void the_whole_bus_moves_to_another_speed_and_the_module_to_another_address() {
    assertThat(setup(Map.of("io.unit", "7")).run(115_200, said::add)).as(said.toString()).isTrue();
    said.clear();
    assertThat(setup(Map.of("io.unit", "7")).run(115_200, said::add)).isTrue();
    assertThat(said).allMatch(line -> line.contains("answers already"));
  }

  @Test
  void what_cannot_be_set_is_said_and_a_slave_that_is_nowhere_is_left_alone() {
    assertThat(setup(Map.of("level.unit", "81")).run(9600, said::add)).isFalse();
    assertThat(said).last().asString().contains("does not say where its address is set");
    said.clear();
    twin.distanceSilent(true);
    assertThat(setup(Map.of()).run(9600, said::add)).isFalse();
    assertThat(said).last().asString().contains("found nowhere");
  }

  @Test
  void a_value_of_one_or_two_words_in_either_order_comes_out_in_millimetres_or_grams() {
    LevelSensor laser = sensor("sen0492");
    assertThat(laser.value(List.of(0x070B))).hasValue(1803);
    assertThat(laser.value(List.of(0xFFFF))).isEmpty();
    assertThat(laser.value(List.of(39))).isEmpty();
    assertThat(laser.value(List.of(4001))).isEmpty();
    assertThat(sensor("sen0310").value(List.of(0x64))).hasValue(1000);
    LevelSensor scale = sensor("cas-ci600d");
    assertThat(scale.value(List.of(0, 0x3039))).hasValue(12_345);
    assertThat(scale.value(List.of(0xFFFF, 0xFFFE))).hasValue(-2);
    assertThat(scale.ask(1).encode()).hasToString("01 03 00 07 00 02 75 CA");
    assertThat(sensor("sen0310").ask(11).encode()).hasToString("0B 03 00 05 00 01 94 A1");
    assertThat(laser.ask(0x50).encode()).hasToString("50 03 00 34 00 01 C8 45");
  }

  private static LevelSensor sensor(String name) {
    return LevelSensor.of("level", DeviceSheets.shipped().named("level", "modbus", name));
  }

  @Test
  void another_sensor_and_a_module_that_counts_need_a_file_and_no_code() throws IOException {
    Files.createDirectories(site.resolve("modbus"));
    Files.writeString(
        site.resolve("modbus/our-scale.yaml"),
        "kind: weight\nunit: 80\nlevel: holding 0x34\nlevel.grams: 100\nlevel.none: none\n");
    String module = "kind: inputs\ninputs: discrete 0\noutputs: coil 0\nversion: holding 0x8000\n";
    Files.writeString(site.resolve("modbus/our-io.yaml"), module + "counters: input 0x20\n");
    ModbusBinSensor sensor =
        sensor(
            Map.of(
                "io",
                "our-io",
                "level",
                "our-scale",
                "empty.g",
                "2000",
                "full.g",
                "42000",
                "inputs.ms",
                "200"));
    twin.distance(220);
    run(sensor, 3_000);
    assertThat(events).contains(new DeviceEvent.FillLevel("drop", 50));
    for (int i = 0; i < 3; i++) {
      // Faster than any polling.
      twin.beam(true);
      twin.beam(false);
    }
    run(sensor, 1_000);
    assertThat(events.stream().filter(DeviceEvent.ObjectPassed.class::isInstance)).hasSize(3);
    assertThat(events).contains(new DeviceEvent.BinCount("drop", 3));
  }

  @Test
  void items_are_counted_since_the_bin_was_emptied() {
    ModbusBinSensor sensor = sensor(Map.of());
    run(sensor, 500);
    for (int i = 0; i < 2; i++) {
      twin.beam(true);
      run(sensor, 200);
      twin.beam(false);
      run(sensor, 200);
    }
    twin.binPresent(false);
    run(sensor, 500);
    assertThat(sensor.health().code()).isEqualTo("DB27");
    twin.binPresent(true);
    run(sensor, 500);
    twin.beam(true);
    run(sensor, 200);
    assertThat(events.stream().filter(DeviceEvent.BinCount.class::isInstance))
        .extracting(event -> ((DeviceEvent.BinCount) event).items())
        .containsExactly(1L, 2L, 0L, 1L);
  }

  private ModbusBinSensor sensor(Map<String, String> options) {
    DriverSetup setup =
        SampleSetup.of(
                "serial:/dev/drop?baud=9600", clock, new LoopLine("the bus", twin, clock::advance))
            .with(
                c ->
                    c.name("drop")
                        .options(new DriverOptions(options))
                        .listener(events::add)
                        .sheets(DeviceSheets.of(site)));
    return new ModbusBinSensor(setup, BinOptions.read(setup));
  }

  private void run(ModbusBinSensor sensor, int millis) {
    Duration end = clock.monotonic().plusMillis(millis);
    while (clock.monotonic().compareTo(end) < 0) {
      sensor.step();
      clock.advance(Duration.ofMillis(5));
    }
  }

  @Test
  void a_map_that_cannot_be_is_told_by_its_line() throws IOException {
    Files.createDirectories(site.resolve("modbus"));
    for (Map.Entry<String, String> wrong :
        Map.of(
                "kind: distance\nlevel: coil 5\n", "line 2",
                "kind: distance\nlevel: holding 70000\n", "holding 0x34",
                "kind: distance\nlevel: holding 1\nset.baud: holding 4\n", "set.baud.codes",
                "kind: distance\nlevel: holding 1\nset.baud: input 4\nset.baud.codes: 9600=1\n",
                    "line 3",
                "kind: inputs\nlevel: holding 1\n", "one of distance, weight",
                "kind: distance\nlevel: holding 1\nset.baud.codes: 9600:1\n", "9600=2",
                "kind: distance\nlevel: holding 1\nunit: 0\n", "from 1 to 247")
            .entrySet()) {
      Files.writeString(site.resolve("modbus/wrong.yaml"), wrong.getKey());
      assertThatThrownBy(() -> sensor(Map.of("level", "wrong")))
          .hasMessageContaining("wrong.yaml")
          .hasMessageContaining(wrong.getValue());
    }
    assertThatThrownBy(() -> sensor(Map.of("level.unit", "1")))
        .hasMessageContaining("another address than io.unit");
  }
}
