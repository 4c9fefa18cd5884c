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
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.Drivers;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.Reconnect;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.Twins;

/// A device that talks nonsense, each driver in turn: named, asked again in steps, and well again
/// by itself.
class NonsenseTest {
  /// So often is one tried in the 640 s at most: once every 15 s, and the steps before.
  private static final int MOST_OPENS = 640 / 15 + 6;

  /// What is said of them: each of the steps, then each time they are twice as many.
  private static final int MOST_SAID = 12;

  /// From the end of a step's wait until the device is found out once more.
  private static final Duration FOUND_OUT = Duration.ofMillis(2_500);

  /// Bytes that no scanner and no other device sends.
  private static final String NO_CODE = "83 07 FF 0D";

  private static final String NO_FRAME = "F8 80 FE 86 9E F8";

  /// @param junk what comes in place of answers
  record Kind(String model, Map<String, String> options, Twin twin, String junk) {
    @Override
    public String toString() {
      return model + options;
    }
  }

  /// Every make whose twin is on a line, and those set up in another way; a print server is spoken
  /// to by HTTP.
  static List<Kind> kinds() {
    List<Kind> all = new ArrayList<>();
    for (String model : Twins.models()) {
      if (!"ippprinter".equals(model)) {
        all.add(kind(model, Map.of()));
      }
    }
    all.add(kind("linescanner", Map.of("dialect", "honeywell")));
    all.add(kind("threem", Map.of("start", "810")));
    return all;
  }

  private static Kind kind(String model, Map<String, String> options) {
    Twin twin = Twins.of(model).orElseThrow();
    boolean reads = twin instanceof CodeScanner && !(twin instanceof CardSurface);
    return new Kind(model, options, twin, reads ? NO_CODE : NO_FRAME);
  }

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();
  private final List<Duration> opened = new ArrayList<>();
  private boolean nonsense;

  @ParameterizedTest
  @MethodSource("kinds")
  void from_the_start_it_is_named_asked_in_steps_and_ends_by_itself(Kind kind) {
    Device device = device(kind);
    nonsense = true;
    run(device, Duration.ofSeconds(40));
    isNamed(device);
    run(device, Duration.ofMinutes(10));
    assertThat(opened).as("tries").hasSizeBetween(30, MOST_OPENS);
    isNamed(device);
    // A plain scanner that is listened to again says so each time: it can be used meanwhile.
    boolean plain = kind.twin() instanceof LineScannerTwin || kind.twin() instanceof KeyScannerTwin;
    assertThat(changes())
        .as("said, not repeated")
        .isLessThanOrEqualTo(plain ? 2 * MOST_OPENS : MOST_SAID);

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

  @ParameterizedTest
  @MethodSource("kinds")
  void it_is_asked_again_at_once_then_after_ever_longer_waits(Kind kind) {
    Device device = device(kind);
    run(device, Duration.ofSeconds(10));
    nonsense = true;
    opened.clear();
    opened.add(clock.monotonic());
    run(device, Duration.ofSeconds(60));
    Duration found = opened.getFirst();
    for (int i = 0; i < 6; i++) {
      Duration wait = Reconnect.NONSENSE_WAITS.get(Math.min(i, 4));
      Duration between = opened.get(i + 1).minus(found);
      assertThat(between).as("wait %d of %s", i, opened).isBetween(wait, wait.plus(FOUND_OUT));
      found = opened.get(i + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noise_of_a_second_is_over_in_a_second_and_told(Kind kind) {
    Device device = device(kind);
    run(device, Duration.ofSeconds(10));
    nonsense = true;
    run(device, Duration.ofSeconds(1));
    nonsense = false;
    run(device, Duration.ofMillis(1_500));
    scan(kind, device);
    assertThat(device.health()).isInstanceOf(DeviceHealth.Ready.class);
    nonsense = true;
    run(device, Duration.ofSeconds(5));
    nonsense = false;
    run(device, Duration.ofSeconds(20));
    scan(kind, device);
    assertThat(device.health())
        .isInstanceOfSatisfying(
            DeviceHealth.Ready.class,
            ready ->
                assertThat(ready.description()).containsPattern("sent unreadable data: [1-9]"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void after_a_stretch_of_good_answers_the_steps_begin_anew(Kind kind) {
    Device device = device(kind);
    nonsense = true;
    run(device, Duration.ofSeconds(60));
    nonsense = false;
    run(device, Duration.ofSeconds(20));
    scan(kind, device);
    run(device, Reconnect.GOOD_STRETCH);
    scan(kind, device);
    nonsense = true;
    opened.clear();
    run(device, Duration.ofSeconds(6));
    assertThat(opened).as("at once, after 0.2 and 1 s").hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_scanner_that_is_doubted_can_be_used_and_is_left_alone_sooner() {
    Kind plain = kind("linescanner", Map.of());
    Device device = device(plain);
    nonsense = true;
    run(device, Duration.ofSeconds(10));
    nonsense = false;
    run(device, Duration.ofSeconds(20));
    isNamed(device);
    assertThat(device.health()).isInstanceOf(DeviceHealth.NeedsHand.class);
    assertThat(device.health().usable()).isTrue();
    int before = opened.size();
    nonsense = true;
    run(device, Duration.ofSeconds(3));
    assertThat(device.health()).isInstanceOf(DeviceHealth.Connecting.class);
    assertThat(opened).hasSize(before);
  }

  private static void isNamed(Device device) {
    assertThat(device.health().code()).isEqualTo(Connection.NONSENSE);
    assertThat(device.health().reason()).isNotBlank();
  }

  private void isWellAgain(Kind kind, Device device) {
    nonsense = false;
    run(device, Duration.ofSeconds(20));
    scan(kind, device);
    assertThat(device.health().code()).isNotEqualTo(Connection.NONSENSE);
    assertThat(device.health()).isNotInstanceOf(DeviceHealth.Connecting.class);
  }

  /// A scanner is well again with its first good scan.
  private void scan(Kind kind, Device device) {
    if (kind.twin() instanceof CodeScanner scanner) {
      scanner.scan("31234000012342");
      run(device, Duration.ofSeconds(1));
    }
  }

  private Device device(Kind kind) {
    byte[] junk = HexFormat.of().parseHex(kind.junk().replace(" ", ""));
    boolean unasked = kind.twin() instanceof CodeScanner;
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
            opened.add(clock.monotonic());
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
        new DeviceAddress(
            kind.model().equals("keyscanner") ? "evdev" : "serial", "/dev/null", Map.of()),
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
