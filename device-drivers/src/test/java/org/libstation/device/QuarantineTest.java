package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.escpos.EscPosTwin;
import org.libstation.device.feig.FeigTwin;
import org.libstation.device.linescanner.LineScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.Reconnect;
import org.libstation.device.link.Twin;
import org.libstation.device.link.simulated.LoopLine;
import org.libstation.device.link.simulated.ManualClock;
import org.libstation.device.modbusbin.BinTwin;

/// A device that talks nonsense, each driver in turn: named, left alone, and well again by itself.
class QuarantineTest {
  /// So often is one tried in ten minutes at most: once a [Reconnect#QUARANTINE], and the tries
  /// before it was found out.
  private static final int MOST_OPENS = 16;

  /// @param junk what comes in place of answers
  record Kind(String model, Map<String, String> options, Twin twin, String junk) {
    @Override
    public String toString() {
      return model + options;
    }
  }

  static List<Kind> kinds() {
    return List.of(
        new Kind("linescanner", Map.of(), new LineScannerTwin(), "83 07 FF 0D"),
        new Kind(
            "linescanner", Map.of("dialect", "honeywell"), new LineScannerTwin(), "83 07 FF 0D"),
        new Kind("feig", Map.of(), new FeigTwin(), "F8 80 FE 86 9E F8"),
        new Kind("escpos", Map.of(), new EscPosTwin(576), "F8 80 FE 86 9E F8"),
        new Kind("modbusbin", Map.of(), new BinTwin(), "F8 80 FE 86 9E F8"));
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();
  private boolean nonsense;
  private int opens;

  @ParameterizedTest
  @MethodSource("kinds")
  void from_the_start_it_is_named_left_alone_and_ends_by_itself(Kind kind) {
    Device device = device(kind);
    nonsense = true;
    run(device, Duration.ofSeconds(40));
    assertThat(device.health()).isInstanceOf(DeviceHealth.Connecting.class);
    isNamed(device);
    run(device, Duration.ofMinutes(10));
    assertThat(opens).as("tries").isLessThanOrEqualTo(MOST_OPENS);
    isNamed(device);
    assertThat(changes()).as("said, not repeated").isLessThanOrEqualTo(2 * MOST_OPENS);

    isWellAgain(kind, device);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void in_mid_work_too(Kind kind) {
    Device device = device(kind);
    run(device, Duration.ofSeconds(10));
    assertThat(device.health()).isNotInstanceOf(DeviceHealth.Connecting.class);
    nonsense = true;
    run(device, Duration.ofSeconds(40));
    isNamed(device);

    isWellAgain(kind, device);
  }

  @Test
  void a_scanner_that_is_doubted_can_be_used_and_is_left_alone_sooner() {
    Kind plain = kinds().getFirst();
    Device device = device(plain);
    nonsense = true;
    run(device, Duration.ofSeconds(10));
    nonsense = false;
    run(device, Reconnect.QUARANTINE);
    isNamed(device);
    assertThat(device.health()).isInstanceOf(DeviceHealth.NeedsHand.class);
    assertThat(device.health().usable()).isTrue();
    int before = opens;
    nonsense = true;
    run(device, Duration.ofSeconds(3));
    assertThat(device.health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(opens).isEqualTo(before);
  }

  private static void isNamed(Device device) {
    assertThat(device.health().code()).isEqualTo(Connection.NONSENSE);
    assertThat(device.health().reason()).isNotBlank();
  }

  private void isWellAgain(Kind kind, Device device) {
    nonsense = false;
    run(device, Reconnect.QUARANTINE.plusSeconds(20));
    if (kind.twin() instanceof LineScannerTwin scanner) {
      scanner.scan("31234000012342");
      run(device, Duration.ofSeconds(1));
    }
    assertThat(device.health().code()).isNotEqualTo(Connection.NONSENSE);
    assertThat(device.health()).isNotInstanceOf(DeviceHealth.Connecting.class);
  }

  private Device device(Kind kind) {
    byte[] junk = HexFormat.of().parseHex(kind.junk().replace(" ", ""));
    boolean unasked = kind.model().equals("linescanner");
    Twin far =
        received -> {
          if (!nonsense) {
            return kind.twin().exchange(received);
          }
          return unasked || received.length > 0 ? junk : new byte[0];
        };
    LoopLine line = new LoopLine("loop", far, clock::advance);
    LinkOpener counted =
        new LinkOpener() {
          @Override
          public ByteLink open() throws LinkLostException {
            opens++;
            return line.open();
          }

          @Override
          public String describe() {
            return line.describe();
          }
        };
    return Drivers.create(
        kind.model(),
        "device",
        DeviceAddress.parse("serial:/dev/null?baud=115200"),
        kind.options(),
        clock,
        events::add,
        counted);
  }

  private long changes() {
    return events.stream().filter(DeviceEvent.HealthChanged.class::isInstance).count();
  }

  private void run(Device device, Duration time) {
    Duration until = clock.monotonic().plus(time);
    while (clock.monotonic().compareTo(until) < 0) {
      device.step();
      clock.advance(Duration.ofMillis(5));
    }
  }
}
