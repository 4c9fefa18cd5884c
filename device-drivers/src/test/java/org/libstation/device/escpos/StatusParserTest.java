package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.receipt.Dots;

class StatusParserTest {

  @Test
  void the_kinds_are_told_apart_in_pieces_of_every_size() {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "12"
                    + "11"
                    + "10001300"
                    + "0300"
                    + "00"
                    + "1A"
                    + "18000F00"
                    + "0C"
                    + "37226132206F00"
                    + "3B3100");
    for (int size = 1; size <= bytes.length; size++) {
      StatusParser parser = new StatusParser();
      List<StatusParser.PrinterStatusMessage> said = new ArrayList<>();
      for (int from = 0; from < bytes.length; from += size) {
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
        said.addAll(parser.take(piece, piece.length));
      }
      assertThat(said)
          .as("pieces of %d", size)
          .containsExactly(
              new StatusParser.PrinterStatusMessage.RealTime(0x12),
              new StatusParser.PrinterStatusMessage.Automatic(0x10, 0, 0, 3),
              new StatusParser.PrinterStatusMessage.QueuedAnswer(0),
              new StatusParser.PrinterStatusMessage.QueuedAnswer(0),
              new StatusParser.PrinterStatusMessage.RealTime(0x1A),
              new StatusParser.PrinterStatusMessage.Automatic(0x18, 0, 0x0F, 0),
              new StatusParser.PrinterStatusMessage.QueuedAnswer(0x0C),
              new StatusParser.PrinterStatusMessage.Named("a2 o"),
              new StatusParser.PrinterStatusMessage.PrinterSwitchedOn());
    }
  }

  @Test
  void after_junk_a_lost_or_a_doubled_byte_the_next_status_is_right() {
    for (String spoilt :
        List.of(
            "FFFF80",
            "100000",
            "1000000000",
            "000000",
            "10",
            "37",
            "3722",
            "372261",
            "3B",
            "3B30")) {
      StatusParser parser = new StatusParser();
      take(parser, spoilt);
      assertThat(take(parser, "38000000"))
          .as(spoilt)
          .contains(new StatusParser.PrinterStatusMessage.Automatic(0x38, 0, 0, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,1A,DP1B",
    "2,16,DP16",
    "2,32,DP32",
    "3,1A,DP1A",
    "3,32,DP42",
    "3,52,DP52",
    "4,7E,DP32",
    "4,72,DP32"
  })
  void each_answer_of_the_specification_has_its_code(int n, String hex, String code) {
    PrinterStatus status = PrinterStatus.FINE.withAnswer(n, Integer.parseInt(hex, 16));
    assertThat(status.trouble()).map(PrinterStatus.PrinterTrouble::code).contains(code);
    assertThat(status.withAnswer(n, 0x12).trouble()).isEmpty();
  }

  @Test
  void paper_near_its_end_is_no_trouble() {
    PrinterStatus status = PrinterStatus.FINE.withAnswer(4, 0x1E);
    assertThat(status.trouble()).isEmpty();
    assertThat(status.paperNearEnd()).isTrue();
  }

  @Test
  void automatic_status_has_the_same_meaning() {
    assertThat(PrinterStatus.ofAutomatic(0x10, 0, 0)).isEqualTo(PrinterStatus.FINE);
    assertThat(PrinterStatus.ofAutomatic(0x38, 0, 0).coverOpen()).isTrue();
    assertThat(PrinterStatus.ofAutomatic(0x10, 0, 3).paperNearEnd()).isTrue();
    assertThat(PrinterStatus.ofAutomatic(0x18, 0, 0x0F).paperEnd()).isTrue();
  }

  /// USB printer class 1.1, table of the port status: paper empty 20, selected 10, no error 08.
  @ParameterizedTest
  @CsvSource(value = {"18,", "38,DP32", "10,DP1B", "08,DP1B", "30,DP32"})
  void what_a_port_says_has_its_code(String hex, @Nullable String code) {
    assertThat(
            PrinterStatus.ofPort(Integer.parseInt(hex, 16))
                .trouble()
                .map(PrinterStatus.PrinterTrouble::code)
                .orElse(null))
        .isEqualTo(code);
  }

  @Test
  void a_picture_we_send_never_contains_a_real_time_command() {
    Dots dots = new Dots(3, 1);
    dots.blacken(3, 0); // 10
    dots.blacken(13, 0); // 04
    dots.blacken(23, 0); // 01
    assertThat(HexFormat.of().withUpperCase().formatHex(EscPos.raster(dots, 0, 1, 3)))
        .isEqualTo("1D76300003000100" + "180401");
  }

  private static List<StatusParser.PrinterStatusMessage> take(StatusParser parser, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return parser.take(bytes, bytes.length);
  }
}
