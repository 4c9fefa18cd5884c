package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// The parsers of both ends under damaged input.
class PrinterMutationTest {
  private static final long SEED = 20261125;
  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(200_000);

  /// What a printer may say: real-time answers, automatic status, marks, names, power-on.
  private static final List<byte[]> ANSWERS =
      Stream.of(
              "12",
              "1A16325E7E72",
              "10000000",
              "38000000",
              "10000300",
              "18000F00",
              "00",
              "0C",
              "37226162636400",
              "3B3100",
              "12113710000000131200",
              "1210000000003722606F6F6F001A18000F00")
          .map(HexFormat.of()::parseHex)
          .toList();

  /// What a station may send.
  private static final List<byte[]> COMMANDS =
      Stream.of(
              "1B401C2E1B7410",
              "1B61011B45011D21111B333C48690A",
              "1C26CDBCCAE91C2E0A",
              "1D76300002000200FF81FF01",
              "1D284C0C003070300101310800020 0FF011D284C02003032",
              "1B2A2102000102030405060A",
              "1D286B03003143061D286B05003150304142 1D286B0300315130",
              "1D68501D77021D48021D6B470641313233344 2",
              "1D6B06413132333442 00",
              "1D6B49077B4231323334 35",
              "1D3A1D72011D3A1D5E0100001D7201",
              "1D28480600303061626364",
              "1D610F100401100402100403100404",
              "1B4A181B6402",
              "1D5642001D72011D4901",
              "100501100502",
              "1B4401020300091B2400001B5C0000")
          .map(hex -> HexFormat.of().parseHex(hex.replace(" ", "")))
          .toList();

  @Test
  void the_status_parser_makes_something_of_any_bytes() {
    status(QUICK);
  }

  @Test
  void the_twin_obeys_or_passes_over_any_bytes() {
    twin(QUICK);
  }

  @Test
  @Tag("full")
  @Timeout(600)
  void the_status_parser_makes_something_of_very_many_damaged_answers() {
    status(FULL);
  }

  @Test
  @Tag("full")
  @Timeout(1800)
  void the_twin_obeys_or_passes_over_very_many_damaged_commands() {
    twin(FULL);
  }

  private static void status(int count) {
    StatusParser parser = new StatusParser();
    Mutations.feed(
        ANSWERS,
        SEED,
        count,
        input -> {
          int said = 0;
          for (byte[] piece : Mutations.pieces(input, input.length)) {
            said += parser.take(piece, piece.length).size();
          }
          assertThat(said).isLessThanOrEqualTo(input.length + 7);
        });
    // And it still hears what is right: seven bytes end whatever block was begun.
    parser.take(HexFormat.of().parseHex("FFFFFFFFFFFFFF"), 7);
    assertThat(parser.take(HexFormat.of().parseHex("38000000"), 4))
        .containsExactly(new StatusParser.PrinterStatusMessage.Automatic(0x38, 0, 0, 0));
  }

  private static void twin(int count) {
    EscPosTwin[] twin = {new EscPosTwin(384)};
    int[] fed = {0};
    Mutations.feed(
        COMMANDS,
        SEED,
        count,
        input -> {
          if (fed[0]++ % 50 == 0) {
            twin[0] = new EscPosTwin(384);
          }
          for (byte[] piece : Mutations.pieces(input, input.length)) {
            byte[] answer = twin[0].exchange(piece);
            assertThat(answer.length).isLessThan(4096);
          }
          assertThat(twin[0].waiting())
              .isLessThanOrEqualTo(EscPosTwin.LONGEST_COMMAND + EscPosTwin.RECEIVE_BUFFER);
          assertThat(twin[0].tickets()).hasSizeLessThanOrEqualTo(EscPosTwin.MOST_KEPT);
          assertThat(twin[0].hanging().length()).isLessThanOrEqualTo(PaperStrip.LONGEST);
        });
  }
}
