package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.barcode.Classifier;
import org.libstation.circulation.ItemId;
import org.libstation.device.DeviceEvent;
import org.libstation.device.WrongOptionException;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.ScannedCode;
import org.libstation.tag.TagOwners;

/// What a scanner typed, cut and told as a scanner on a line would.
class KeyboardScannerTest {
  private final List<DeviceEvent> told = new ArrayList<>();
  private Duration now = Duration.ofMinutes(9);

  private KeyboardScanner scanner(Map<String, String> options) {
    return new KeyboardScanner(KeyboardScanner.Rules.like(options), () -> now.toNanos(), told::add);
  }

  private List<String> scans() {
    return told.stream()
        .flatMap(
            event ->
                event instanceof DeviceEvent.BarcodeScanned scan
                    ? Optional.of(scan.data() + scan.symbology().orElse('-')).stream()
                    : Optional.<String>empty().stream())
        .toList();
  }

  private List<String> problems() {
    return told.stream()
        .flatMap(
            event ->
                event instanceof DeviceEvent.ScanSeen seen
                    ? seen.problem().stream()
                    : Optional.<String>empty().stream())
        .toList();
  }

  @Test
  void a_scan_is_told_with_its_bytes_with_and_without_a_terminator() {
    KeyboardScanner scanner = scanner(Map.of());
    scanner.typed("38801000000015\r");
    scanner.typed("38801000000023");
    assertThat(told)
        .contains(
            new DeviceEvent.ScanSeen(
                KeyboardScanner.NAME,
                "33 38 38 30 31 30 30 30 30 30 30 30 31 35 0D",
                Optional.empty(),
                "38801000000015",
                Optional.empty()));
    assertThat(scans()).containsExactly("38801000000015-", "38801000000023-");
  }

  @Test
  void aim_identifiers_and_the_letters_of_codabar_are_taken_off_where_the_site_wants_it() {
    scanner(Map.of()).typed("]F0A31234000012342B\r");
    scanner(Map.of("codabar-letters", "keep")).typed("A31234000012342B\t");
    assertThat(scans()).containsExactly("31234000012342F", "A31234000012342B-");
  }

  @Test
  void what_no_scanner_of_the_site_may_be_told_it_is_not_told_either() {
    assertThatThrownBy(() -> scanner(Map.of("codabar-letters", "drop")))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("expected: one of strip, keep");
  }

  @Test
  void the_same_again_within_the_window_of_the_site_is_one_scan() {
    KeyboardScanner scanner = scanner(Map.of("same-scan", "4000"));
    scanner.typed("38801000000015\r");
    now = now.plusMillis(3900);
    scanner.typed("38801000000015\r");
    assertThat(scans()).hasSize(1);
    assertThat(problems()).containsExactly("the same scan again");
    now = now.plusMillis(4100);
    scanner.typed("38801000000015\r");
    assertThat(scans()).hasSize(2);
  }

  @Test
  void what_no_barcode_says_and_what_is_too_long_is_refused_and_explained() {
    KeyboardScanner scanner = scanner(Map.of("longest", "20"));
    scanner.typed("123456789012345678901\r");
    scanner.typed("\u00e0&\u00e9\"'\r");
    scanner.typed("\u8b80\u8005\u5361\u865f\r");
    assertThat(scans()).isEmpty();
    assertThat(problems())
        .containsExactly(
            "a scan longer than 20 bytes",
            "a scan with the unprintable byte E0",
            "a scan with the unprintable byte FF");
  }

  @Test
  void two_lines_are_two_scans() {
    scanner(Map.of()).typed("38801000000015\t7\r\n");
    assertThat(scans()).containsExactly("38801000000015-", "7-");
  }

  @Test
  void the_flow_hears_of_it_as_of_a_scan_at_the_pad_judged_by_the_rules_of_the_site() {
    List<FlowEvent> heard = new ArrayList<>();
    DeviceBridge bridge =
        new DeviceBridge(
            Map.of(),
            new ScanJudge(Classifier.usual(), true),
            new TagCommands(),
            heard::add,
            heard::add,
            TagOwners.ANY);
    KeyboardScanner scanner =
        new KeyboardScanner(KeyboardScanner.Rules.like(Map.of()), () -> now.toNanos(), bridge);
    scanner.typed("31234000012342\r");
    assertThat(heard)
        .contains(
            new FlowEvent.BarcodeRead(
                Place.PAD, new ScannedCode.ItemCode(new ItemId("31234000012342"))));
    assertThat(heard)
        .anySatisfy(
            event -> {
              assertThat(event).isInstanceOf(FlowEvent.ScanExplained.class);
              ScanReport report = ((FlowEvent.ScanExplained) event).report();
              assertThat(report.reader()).isEqualTo("keyboard");
              assertThat(report.judged()).isEqualTo(ScanReport.ScanJudgement.ITEM);
            });
  }
}
