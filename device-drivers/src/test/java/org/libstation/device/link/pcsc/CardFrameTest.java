package org.libstation.device.link.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;
import org.libstation.testkit.Mutations;

/// Frames as ACS' ACR122S communication protocol prints them.
class CardFrameTest {
  private static final String POWER_ON = "02620000000000010100006203";
  private static final String WHO = "026F050000000002000000FFCA0000005D03";
  private static final String NUMBER = "028006000000000200000" + "0A1B2C3D490001003";
  private static final String NO_CARD = "02800200000000020000006300E303";
  private static final String TAKEN = "02000003";

  @Test
  void questions_are_the_bytes_of_the_manual() {
    assertThat(hex(new CardFrame(CardFrame.POWER_ON, 1, 1, WireBytes.of()).bytes()))
        .isEqualTo(POWER_ON);
    assertThat(hex(new CardFrame(CardFrame.EXCHANGE, 2, 0, WireBytes.ofHex("FFCA000000")).bytes()))
        .isEqualTo(WHO);
  }

  @Test
  void an_answer_is_found_in_pieces_of_any_size_and_after_anything() {
    byte[] all = bytes("A0" + TAKEN + NUMBER + "0255" + NO_CARD);
    for (int size = 1; size <= all.length; size++) {
      assertThat(frames(all, size))
          .as("in pieces of " + size)
          .containsExactly("taken 0", "2: A1 B2 C3 D4 90 00", "2: 63 00");
    }
  }

  @Test
  void a_frame_with_a_bit_wrong_is_none() {
    byte[] good = bytes(NUMBER);
    for (int at = 0; at < good.length; at++) {
      byte[] wrong = good.clone();
      wrong[at] ^= 0x04;
      assertThat(frames(wrong, wrong.length)).as("byte " + at).noneMatch(it -> it.startsWith("2:"));
    }
  }

  @Test
  void a_reader_that_understood_wrongly_is_heard() {
    assertThat(frames(bytes("02FFFF03"), 4)).containsExactly("taken 255");
  }

  @Test
  void nothing_that_comes_makes_it_throw_or_keep_more_than_a_frame() {
    CardFrameParser parser = new CardFrameParser();
    Mutations.feed(
        List.of(bytes(TAKEN + NUMBER), bytes(WHO), bytes(NO_CARD)),
        23,
        20_000,
        input -> {
          for (byte[] piece : Mutations.pieces(input, 5)) {
            assertThat(parser.take(piece)).hasSizeLessThan(100);
          }
        });
    assertThat(parser.reset()).isLessThanOrEqualTo(CardFrame.LONGEST + 13);
  }

  @Test
  void a_reader_is_found_by_a_part_of_its_name_and_only_when_it_is_one() throws Exception {
    List<String> there = List.of("ACS ACR122U PICC 00 00", "Identiv uTrust 3700 F 01 00");
    assertThat(new PcscLinkOpener("acr122").chosen(there)).isEqualTo(there.getFirst());
    assertThat(why("any", there)).contains("more than one").contains("ACR122U", "uTrust");
    assertThat(why("omnikey", there)).contains("no reader is called 'omnikey'").contains("uTrust");
    assertThat(why("any", List.of())).contains("no card reader is plugged in");
  }

  private static String why(String part, List<String> there) {
    try {
      return "found " + new PcscLinkOpener(part).chosen(there);
    } catch (LinkLostException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<String> frames(byte[] all, int size) {
    CardFrameParser parser = new CardFrameParser();
    List<String> found = new ArrayList<>();
    for (int from = 0; from < all.length; from += size) {
      for (CardFrameParser.Parsed parsed :
          parser.take(Arrays.copyOfRange(all, from, Math.min(all.length, from + size)))) {
        switch (parsed) {
          case CardFrameParser.Parsed.WholeFrame(CardFrame frame) ->
              found.add(frame.sequence() + ": " + frame.data());
          case CardFrameParser.Parsed.FrameAcknowledgement(int status) ->
              found.add("taken " + status);
          case CardFrameParser.Parsed.Junk _ -> {}
        }
      }
    }
    return found;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
