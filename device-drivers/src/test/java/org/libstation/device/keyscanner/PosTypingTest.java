package org.libstation.device.keyscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.libstation.device.keyscanner.lab.PosScannerTwin;

/// Reports of HID-POS scanners as bytes.
class PosTypingTest {
  /// One report and no number: byte count, 16 bytes of data; the page is put aside and taken back.
  private static final String SMALL =
      "05 8C 09 02 A1 01 A4 05 01 09 3B 75 08 95 01 81 02 B4 75 08 95 10 09 FE 81 02 C0";

  /// No byte count, its usage in four bytes.
  private static final String BARE = "05 8C 09 02 A1 01 85 07 75 08 95 08 0B FE 00 8C 00 81 02 C0";

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static byte[] pieces(byte[]... all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] one : all) {
      out.write(one.length & 0xFF);
      out.write(one.length >> 8);
      out.writeBytes(one);
    }
    return out.toByteArray();
  }

  private static Keys heard(byte[] came) {
    return new Keys(new PosTyping()).bytes(came);
  }

  /// `]E0` and `9787111020998`, in the report of 62 bytes.
  private static byte[] report() {
    byte[] report = new byte[62];
    byte[] head = hex("02 0D 5D 45 30 39 37 38 37 31 31 31 30 32 30 39 39 38");
    System.arraycopy(head, 0, report, 0, head.length);
    return report;
  }

  @Test
  void the_report_of_the_usage_tables_is_read_in_pieces_of_any_size() {
    byte[] all = pieces(hex(PosScannerTwin.DESCRIPTOR), report());
    for (int size = 1; size <= all.length; size++) {
      Keys keys = new Keys(new PosTyping());
      for (int at = 0; at < all.length; at += size) {
        keys.bytes(Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
      }
      assertThat(keys.text).as("pieces of %d", size).hasToString("]E09787111020998\r");
    }
  }

  @Test
  void an_identifier_without_its_bracket_is_one_too_and_none_is_none() {
    byte[] report = report();
    report[2] = 'F';
    report[3] = '1';
    report[4] = 0;
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), report)).text)
        .hasToString("]F19787111020998\r");
    Arrays.fill(report, 2, 5, (byte) 0);
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), report)).text)
        .hasToString("9787111020998\r");
  }

  @Test
  void other_descriptors_are_read_as_they_say() {
    assertThat(
            heard(pieces(hex(SMALL), hex("03 41 42 43 00 00 00 00 00 00 00 00 00 00 00 00 00")))
                .text)
        .hasToString("ABC\r");
    assertThat(heard(pieces(hex(BARE), hex("07 41 42 00 00 00 00 00 00"))).text)
        .hasToString("AB\r");
    assertThat(heard(pieces(hex(BARE), hex("07 41 42"))).text)
        .as("a short one")
        .hasToString("AB\r");
    assertThat(heard(pieces(hex(BARE), hex("08 41 42"))).text).as("another report").isEmpty();
  }

  @Test
  void a_report_that_holds_less_than_it_says_is_spoilt() {
    byte[] report = report();
    report[1] = 57;
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), report)).spoilt).hasSize(1);
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), Arrays.copyOf(report(), 9))).spoilt)
        .hasSize(1);
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), hex("02"))).spoilt).hasSize(1);
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), new byte[0])).spoilt).isEmpty();
  }

  @Test
  void nothing_in_a_code_ends_it_but_a_terminator_behind_it_goes() {
    byte[] report = report();
    report[17] = '\r';
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), report)).text)
        .hasToString("]E0978711102099\r");
    report[10] = '\r';
    assertThat(heard(pieces(hex(PosScannerTwin.DESCRIPTOR), report)).spoilt).hasSize(1);
  }

  @Test
  void descriptors_that_cannot_be_are_refused_and_end() {
    assertThat(PosReports.of(new byte[0])).isEmpty();
    assertThat(PosReports.of(hex("05 8C 09 FE 75 00 97 FF FF FF 7F 81 02"))).isEmpty();
    assertThat(PosReports.of(hex("05 8C 09 FE 75 08 97 FF FF FF 7F 81 02"))).isEmpty();
    assertThat(PosReports.of(hex("05 8C 1A 00 00 2B FF FF FF 7F 75 08 95 01 81 02"))).isEmpty();
    assertThat(PosReports.of(hex("B4"))).isEmpty();
    assertThat(PosReports.of(hex("A4 ".repeat(40)))).isEmpty();
    assertThat(PosReports.of(hex("FE FF 00"))).isEmpty();
  }

  @Test
  void no_descriptor_and_no_report_makes_it_throw() {
    Random random = new Random(11);
    byte[] good = hex(PosScannerTwin.DESCRIPTOR);
    for (int round = 0; round < 3_000; round++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int i = 0; i < 3 && bad.length > 0; i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      byte[] report = new byte[random.nextInt(80)];
      random.nextBytes(report);
      Keys keys = heard(pieces(bad, report, report()));
      assertThat(keys.text.length()).isLessThan(500);
      Optional<PosReports> _ = PosReports.of(report);
    }
  }
}
