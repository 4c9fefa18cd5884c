package org.libstation.device.escpos.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.lab.twin.PaperStrip;

/// The printer's twin against bytes from the maker's specification, never through our own writer.
class EscPosTwinTest {
  private final EscPosTwin twin = new EscPosTwin(576);

  @Test
  void a_printer_that_is_fine_answers_each_status() {
    assertThat(give("100401")).isEqualTo("12");
    assertThat(give("100402")).isEqualTo("12");
    assertThat(give("100403")).isEqualTo("12");
    assertThat(give("100404")).isEqualTo("12");
    assertThat(give("1D7201")).isEqualTo("00");
  }

  @Test
  void each_trouble_shows_in_the_bits_of_the_specification() {
    twin.cover(true);
    assertThat(give("100401100402")).isEqualTo("1A16");
    twin.cover(false);
    twin.takePaperOut();
    assertThat(give("100401100402")).isEqualTo("1A32");
    twin.loadPaper();
    twin.jamCutter(true);
    assertThat(give("100402100403")).isEqualTo("521A");
    assertThat(give("100502" + "100403")).as("the knife is still stuck").isEqualTo("1A");
    twin.jamCutter(false);
    assertThat(give("100403")).as("nobody told it to go on").isEqualTo("1A");
    assertThat(give("100502" + "100403")).isEqualTo("12");
    twin.breakDown(true);
    assertThat(give("100403")).isEqualTo("32");
    twin.breakDown(false);
    twin.overheat(true);
    assertThat(give("100402100403")).isEqualTo("5252");
    twin.overheat(false);
    twin.paperNearEnd(true);
    assertThat(give("100404")).isEqualTo("1E");
    twin.takePaperOut();
    assertThat(give("100404")).isEqualTo("7E");
    twin.paperNearEnd(false);
    assertThat(give("100404")).isEqualTo("72");
  }

  @Test
  void automatic_status_is_four_bytes_at_enabling_and_at_each_change() {
    assertThat(give("1D610F")).isEqualTo("10000000");
    twin.cover(true);
    assertThat(give("")).isEqualTo("38000000");
    twin.cover(false);
    assertThat(give("")).isEqualTo("10000000");
    twin.paperNearEnd(true);
    assertThat(give("")).isEqualTo("10000300");
    twin.paperNearEnd(false);
    give("");
    twin.takePaperOut();
    assertThat(give("")).isEqualTo("18000F00");
    twin.loadPaper();
    give("1D6100");
    give("");
    twin.cover(true);
    assertThat(give("")).isEmpty();
  }

  @Test
  void a_queued_mark_waits_behind_the_print_data_while_the_paper_is_out() {
    twin.takePaperOut();
    assertThat(give("41420A1D7201")).isEmpty();
    assertThat(give("100404")).isEqualTo("72");
    twin.loadPaper();
    assertThat(give("")).isEqualTo("00");
    assertThat(twin.hanging().words()).isEqualTo("AB\n");
  }

  @Test
  void a_status_request_inside_a_picture_is_answered_and_the_picture_still_whole() {
    // One row of 8 bytes that contains 10 04 01.
    assertThat(give("1D76300008000100" + "FF10040100000000")).isEqualTo("12");
    assertThat(twin.hanging().length()).isEqualTo(1);
    assertThat(twin.hanging().blackDots()).isEqualTo(8 + 1 + 1 + 1);
    assertThat(give("410A1D7201")).isEqualTo("00");
  }

  @Test
  void offline_it_takes_bytes_until_its_buffer_is_full() {
    twin.cover(true);
    twin.exchange(new byte[4095]);
    assertThat(twin.ready()).isTrue();
    twin.exchange(new byte[1]);
    assertThat(twin.ready()).isFalse();
    twin.cover(false);
    twin.exchange(new byte[0]);
    assertThat(twin.ready()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1B40",
        "1B6100",
        "1B6132",
        "1B4501",
        "1B2D01",
        "1D2111",
        "1B4D01",
        "1B32",
        "1B3318",
        "1D4201",
        "1B7B01",
        "1B6402",
        "1B4A10",
        "1D4C0000",
        "1D574002",
        "1B240000",
        "1B5C0000",
        "1C530000",
        "1C2D01",
        "1D610F",
        "1C284102003001",
        "1B2000",
        "1B70001919",
        "1B7410",
        "1D6850",
        "1D7702",
        "1D4802",
        "1C26",
        "1C2E",
        "1C5701",
        "1C4300",
        "1D4901"
      })
  void a_command_of_known_length_leaves_the_text_behind_it_whole(String command) {
    give(command + "5A0A");
    assertThat(twin.unknown()).isEmpty();
    assertThat(twin.hanging().words()).endsWith("Z\n");
  }

  @ParameterizedTest
  @CsvSource({"1D5600", "1D5601", "1D5630", "1D5631", "1D564100", "1D564203"})
  void each_form_of_cut_gives_a_ticket(String cut) {
    give("410A" + cut + "420A" + cut);
    assertThat(twin.tickets()).extracting(PaperStrip::words).containsExactly("A\n", "B\n");
  }

  @ParameterizedTest
  @CsvSource({"0,82,é", "2,82,é", "16,A3,£", "17,80,А", "18,A4,Ą", "19,D5,€"})
  void letters_are_read_by_the_chosen_code_page(int page, String letter, String shown) {
    give(String.format("1B74%02X", page) + letter + "0A");
    assertThat(twin.hanging().words()).isEqualTo(shown + "\n");
  }

  @Test
  void chinese_mode_pairs_bytes_and_its_end_unpairs_them() {
    give("1C26" + HexFormat.of().formatHex("图书馆".getBytes(Charset.forName("GBK"))) + "0A");
    give("1C2E" + "1B7410" + "E90A");
    assertThat(twin.hanging().words()).isEqualTo("图书馆\né\n");
  }

  @Test
  void line_ends_of_both_orders_are_one_new_line() {
    give("410D0A420A0D430A440D");
    assertThat(twin.hanging().words()).isEqualTo("A\nB\nC\nD\n");
  }

  @Test
  void a_qr_code_is_printed_from_its_four_commands() {
    String data = HexFormat.of().formatHex("https://a.example".getBytes(StandardCharsets.UTF_8));
    give(
        "1D286B04003141320"
            + "0"
            + "1D286B0300314306"
            + "1D286B0300314531"
            + "1D286B1400315030"
            + data
            + "1D286B0300315130");
    assertThat(twin.hanging().words()).isEqualTo("[QR https://a.example]\n");
    // Version 2 has 25 modules a side; 6 dots each.
    assertThat(twin.hanging().length()).isEqualTo(150);
  }

  @Test
  void barcodes_are_printed_counted_or_ended_by_zero_and_code_128_without_its_set_too() {
    give(
        "1D6850"
            + "1D6B4910"
            + HexFormat.of().formatHex("{B31234000012342".getBytes(StandardCharsets.US_ASCII)));
    assertThat(twin.hanging().length()).isEqualTo(0x50);
    give("1D6B49074C494230303031");
    give(
        "1D6B4710"
            + HexFormat.of().formatHex("A31234000012342B".getBytes(StandardCharsets.US_ASCII)));
    give(
        "1D6B06"
            + HexFormat.of().formatHex("A31234000012342B".getBytes(StandardCharsets.US_ASCII))
            + "00");
    give("1D6B4909" + "7B43" + "1F0C2200" + "010C22"); // set C: 31 12 34 00 01 12 34
    assertThat(twin.hanging().words())
        .isEqualTo(
            """
            [CODE_128 31234000012342]
            [CODE_128 LIB0001]
            [CODABAR A31234000012342B]
            [CODABAR A31234000012342B]
            [CODE_128 31123400011234]
            """);
    assertThat(twin.hanging().length()).isEqualTo(5 * 0x50);
  }

  @Test
  void the_graphics_buffer_prints_what_a_raster_prints() {
    give("1D284C0C00" + "3070300101310800" + "0200" + "FF01" + "1D284C02003032");
    assertThat(twin.hanging().length()).isEqualTo(2);
    assertThat(twin.hanging().blackDots()).isEqualTo(9);
  }

  @Test
  void a_macro_is_obeyed_until_the_power_goes_and_is_not_cleared_by_initialising() {
    assertThat(give("1D3A" + "1D7201" + "1D3A")).as("while it is defined too").isEqualTo("00");
    assertThat(give("1B40" + "1D5E010000")).isEqualTo("00");
    assertThat(give("1D5E020000")).isEqualTo("0000");
    twin.powerCycle();
    assertThat(give("1D5E010000")).isEmpty();
  }

  @Test
  void the_name_of_a_mark_comes_back_behind_the_print_data() {
    assertThat(give("1D284806003030" + "61626364")).isEqualTo("3722" + "61626364" + "00");
    twin.cover(true);
    assertThat(give("410A" + "1D284806003030" + "61626364")).isEmpty();
    twin.cover(false);
    assertThat(give("")).isEqualTo("3722" + "61626364" + "00");
  }

  @Test
  void a_power_cycle_after_so_many_bytes_loses_what_was_not_printed_and_all_settings() {
    twin.powerCycleAfter(8);
    give("1B7410" + "1D3A" + "414243" + "E9" + "0A");
    assertThat(twin.hanging().words()).as("E9 is no é in page 437").isEqualTo("Θ\n");
  }

  @Test
  void a_command_longer_than_any_picture_is_passed_over_and_the_next_one_obeyed() {
    give("1D763000" + "FFFF" + "FFFF");
    assertThat(twin.unknown()).hasSize(1);
    assertThat(twin.ready()).isTrue();
  }

  @Test
  void the_same_stream_in_pieces_of_every_size_gives_the_same_paper() {
    String stream =
        "1B40"
            + "1C2E"
            + "1B6101"
            + "1D2111"
            + "48690A"
            + "1D76300001000300FF81FF"
            + "1D286B0500315030414"
            + "21D286B0300315130"
            + "1D564200"
            + "1D7201";
    byte[] bytes = HexFormat.of().parseHex(stream);
    twin.exchange(bytes);
    long black = twin.tickets().getFirst().blackDots();
    for (int size = 1; size < bytes.length; size++) {
      EscPosTwin fresh = new EscPosTwin(576);
      for (int from = 0; from < bytes.length; from += size) {
        fresh.exchange(
            java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
      }
      assertThat(fresh.tickets()).as("pieces of %d", size).hasSize(1);
      assertThat(fresh.tickets().getFirst().blackDots()).isEqualTo(black);
    }
  }

  private String give(String hex) {
    return HexFormat.of().withUpperCase().formatHex(twin.exchange(HexFormat.of().parseHex(hex)));
  }
}
