package org.libstation.device.keyscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.CodeSearch;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider.Listening;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.keyscanner.lab.PosScannerTwin;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// *Scan the code on the screen now*: all keyboards and HID-POS scanners are listened to, and the
/// one that types it is named by the name that stays.
class CodeSearchTest {
  private static final String CODE = "LS-Test-aZ12yQ34";
  private static final String KEYBOARD =
      "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe";

  @TempDir Path dir;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T00:00:00Z"));
  private final Map<String, Twin> far = new HashMap<>();
  private final List<Boolean> grabs = new ArrayList<>();
  private final KeyScannerTwin scanner = new KeyScannerTwin();
  private final PosScannerTwin pos = new PosScannerTwin();

  @BeforeEach
  void a_computer_with_a_keyboard_a_mouse_and_two_scanners() throws IOException {
    event("event2", KEYBOARD, "usb-Cherry_Keyboard-event-kbd");
    event("event3", "1f0000 0 0 0 0", "");
    event("event7", KEYBOARD, "usb-Maker_Scanner_18123B0A77-event-kbd");
    hidraw("hidraw0", "05 01 09 06 A1 01 C0");
    hidraw("hidraw1", PosScannerTwin.DESCRIPTOR);
    far.put(name("usb-Cherry_Keyboard-event-kbd"), new KeyScannerTwin());
    far.put(name("usb-Maker_Scanner_18123B0A77-event-kbd"), scanner);
    far.put(dir.resolve("dev/hidraw1").toString(), pos);
  }

  private String name(String id) {
    return dir.resolve("dev/input/by-id").resolve(id).toString();
  }

  private void event(String file, String keys, String id) throws IOException {
    Path device = Files.createDirectories(dir.resolve("dev/input")).resolve(file);
    Files.createFile(device);
    Path told = dir.resolve("sys/input").resolve(file).resolve("device/capabilities");
    Files.writeString(Files.createDirectories(told).resolve("key"), keys + "\n");
    if (!id.isEmpty()) {
      Path names = Files.createDirectories(dir.resolve("dev/input/by-id"));
      Files.createSymbolicLink(names.resolve(id), device);
    }
  }

  private void hidraw(String file, String descriptor) throws IOException {
    Files.createFile(dir.resolve("dev").resolve(file));
    Path told = dir.resolve("sys/hidraw").resolve(file).resolve("device");
    Files.write(
        Files.createDirectories(told).resolve("report_descriptor"),
        HexFormat.of().parseHex(descriptor.replace(" ", "")));
  }

  private List<Listening> places() {
    return new TypingPlaces(dir.resolve("dev"), dir.resolve("sys")).list(DeviceSheets.shipped());
  }

  private LinkOpener opener(DeviceAddress address) {
    grabs.add(address.option("grab").isEmpty() && address.scheme().equals("evdev"));
    Twin twin = far.get(address.place());
    if (twin != null) {
      return new LoopLine(address.place(), twin, clock::advance);
    }
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        throw new NoRightsException(address.place() + " may not be read: the group input");
      }

      @Override
      public String describe() {
        return address.place();
      }
    };
  }

  private CodeSearch.CodeSearchOutcome look() {
    List<CodeSearch.CodeSearchPlace> all =
        places().stream().map(it -> new CodeSearch.CodeSearchPlace("keyscanner", it)).toList();
    return new CodeSearch(clock, this::opener, all).look(CODE, Duration.ofSeconds(5), () -> false);
  }

  @Test
  void keyboards_and_hid_pos_scanners_are_listened_to_once_each_by_the_name_that_stays() {
    assertThat(places().stream().map(it -> it.address().scheme() + ":" + it.address().place()))
        .containsExactly(
            "evdev:" + name("usb-Cherry_Keyboard-event-kbd"),
            "evdev:" + name("usb-Maker_Scanner_18123B0A77-event-kbd"),
            "hidraw:" + dir.resolve("dev/hidraw1"));
  }

  @Test
  void the_keyboard_that_types_the_code_is_named_and_none_was_taken_from_others() {
    scanner.scan(CODE);
    CodeSearch.CodeSearchOutcome outcome = look();
    assertThat(outcome.found())
        .contains(
            new CodeSearch.FoundReader(
                "keyscanner",
                new DeviceAddress(
                    "evdev", name("usb-Maker_Scanner_18123B0A77-event-kbd"), Map.of()),
                Map.of()));
    assertThat(grabs).isNotEmpty().doesNotContain(true);
  }

  @Test
  void its_layout_its_wrapping_and_a_missing_end_are_found_out_too() {
    scanner.endsWith(0);
    scanner.scan("~]C0" + "LS/Test/ay12zQ34".replace("ay12zQ34", "aY12zQ34") + "#");
    CodeSearch.CodeSearchOutcome outcome = look();
    assertThat(outcome.found()).isPresent();
    assertThat(outcome.found().orElseThrow().options())
        .containsEntry("layout", "de")
        .containsEntry("end", "silence");
  }

  @Test
  void a_hid_pos_scanner_is_found_by_its_reports() {
    pos.scan(CODE);
    assertThat(look().found().orElseThrow().address().scheme()).isEqualTo("hidraw");
  }

  @Test
  void another_code_is_no_answer_and_what_may_not_be_heard_is_told() {
    far.remove(name("usb-Cherry_Keyboard-event-kbd"));
    scanner.scan("21234000056788");
    CodeSearch.CodeSearchOutcome outcome = look();
    assertThat(outcome.found()).isEmpty();
    assertThat(outcome.shut())
        .singleElement()
        .satisfies(shut -> assertThat(shut.reason()).contains("group input"));
  }

  @Test
  void one_that_floods_is_left_and_the_others_are_heard_on() {
    KeyScannerTwin storm = new KeyScannerTwin();
    far.put(
        name("usb-Cherry_Keyboard-event-kbd"),
        _ -> {
          storm.scan("9".repeat(30));
          return storm.exchange(new byte[0]);
        });
    scanner.scan(CODE);
    CodeSearch.CodeSearchOutcome outcome = look();
    assertThat(outcome.found()).isPresent();
  }
}
