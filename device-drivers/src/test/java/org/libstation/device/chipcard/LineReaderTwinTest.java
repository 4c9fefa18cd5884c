package org.libstation.device.chipcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.SampleSetup;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.link.LinkOpener;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.Twins;

/// The twins of readers by a sheet: their bytes as the makers print them, and each of their faults
/// before the real driver.
@Timeout(300)
class LineReaderTwinTest {
  private static final Map<String, String> CARDS =
      Map.of("id12", "62E3086CED", "rdm6300", "62E3086CED", "sm130", "9F536A2D");
  private static final Map<String, String> OTHERS =
      Map.of("id12", "1D00278CB3", "rdm6300", "1D00278CB3", "sm130", "04A1B2C3D4E580");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-30T09:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();

  private static CardSurface twin(String reader) {
    return (CardSurface) Twins.of("chipcard", Map.of("reader", reader)).orElseThrow();
  }

  private static Device reader(
      String sheet, DeviceClock clock, DeviceListener listener, LinkOpener line) {
    return new ChipCardProvider()
        .create(
            SampleSetup.of("serial:/dev/cards", clock, line)
                .with(
                    c ->
                        c.name("cards")
                            .options(new DriverOptions(Map.of("reader", sheet)))
                            .listener(listener)));
  }

  private void turns(Device reader, int count) {
    for (int i = 0; i < count; i++) {
      reader.step();
      clock.advance(Duration.ofMillis(50));
    }
  }

  private static List<String> numbers(List<DeviceEvent> events) {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(event -> ((DeviceEvent.BarcodeScanned) event).data())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "id12,62E3086CED,'',02 36 32 45 33 30 38 36 43 45 44 30 38 0D 0A 03",
    "rdm6300,62E3086CED,'',02 36 32 45 33 30 38 36 43 45 44 30 38 03",
    "sm130,9F536A2D,FF 00 01 83 84,FF 00 06 83 02 9F 53 6A 2D 14",
    "sm130,'',FF 00 01 83 84,FF 00 02 83 4E D3"
  })
  void it_says_what_the_makers_print(String make, String card, String asked, String said) {
    CardSurface twin = twin(make);
    if (!card.isEmpty()) {
      twin.lay(card);
    }
    byte[] question = HexFormat.of().parseHex(asked.replace(" ", ""));
    assertThat(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(twin.exchange(question)))
        .isEqualTo(said);
  }

  /// The fault is there before the card is, while it is read, and when it was.
  @TestFactory
  Stream<DynamicTest> no_fault_makes_another_card_of_one_and_each_ends_when_it_is_healed() {
    return CARDS.keySet().stream()
        .flatMap(
            make ->
                twin(make).faults().stream()
                    .flatMap(
                        fault ->
                            Stream.of(0, 1, 2, 3, 5, 8)
                                .map(
                                    turns ->
                                        DynamicTest.dynamicTest(
                                            make + ": " + fault.name() + " after " + turns,
                                            () -> read(make, fault, turns)))));
  }

  private void read(String make, TwinFault fault, int turns) {
    clock.advance(Duration.ofHours(1));
    events.clear();
    CardSurface twin = twin(make);
    Device reader = reader(make, clock, events::add, new LoopLine(make, twin, clock::advance));
    turns(reader, 10);
    String card = CARDS.getOrDefault(make, "");
    if (turns > 0) {
      twin.lay(card);
    }
    turns(reader, turns);
    assertThat(twin.bringAbout(fault.name(), fault.arguments())).isEmpty();
    if (turns == 0) {
      twin.lay(card);
    }
    turns(reader, 60);
    // Of two cards at a reader that speaks by itself each is one.
    String second = fault.name().equals("two") ? "62E3086CEC" : card;
    assertThat(numbers(events)).isSubsetOf(card, second);
    twin.lift();
    twin.heal();
    turns(reader, 400);
    events.clear();
    twin.lay(OTHERS.getOrDefault(make, ""));
    turns(reader, 30);
    assertThat(numbers(events)).containsExactly(OTHERS.get(make));
    assertThat(reader.health()).isInstanceOf(DeviceHealth.Ready.class);
  }

  @Test
  void over_a_pseudo_terminal_cards_are_read_and_a_plug_that_is_pulled_is_told() {
    for (Map.Entry<String, String> each : CARDS.entrySet()) {
      List<DeviceEvent> heard = new CopyOnWriteArrayList<>();
      CardSurface twin = twin(each.getKey());
      try (PtyTwin plugged = PtyTwin.plugged(twin, 9600, Optional.empty())) {
        Device reader =
            Drivers.create(
                "chipcard",
                "cards",
                DeviceAddress.parse("serial:" + plugged.path() + "?baud=9600"),
                Map.of("reader", each.getKey()),
                DeviceClock.system(),
                heard::add);
        try (DeviceThread _ = DeviceThread.start(reader)) {
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> heard.contains(new DeviceEvent.CardLying("cards", false)));
          twin.lay(each.getValue());
          await()
              .atMost(Duration.ofSeconds(60))
              .untilAsserted(() -> assertThat(numbers(heard)).containsExactly(each.getValue()));
          plugged.unplug();
          await()
              .atMost(Duration.ofSeconds(60))
              .untilAsserted(() -> assertThat(reader.health().code()).isEqualTo("DC10"));
        }
      }
    }
  }
}
