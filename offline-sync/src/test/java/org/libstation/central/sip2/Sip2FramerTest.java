package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.central.sip2.Sip2Framer.Sip2Frame;

final class Sip2FramerTest {

  private static final Sip2Codec CODEC = new Sip2Codec(StandardCharsets.UTF_8, true);

  @ParameterizedTest
  @MethodSource("org.libstation.central.sip2.Sip2GoldenTest#cases")
  void a_line_in_pieces_of_any_size_is_read_once(Sip2GoldenTest.GoldenCase golden) {
    byte[] bytes = (golden.line() + "\r").getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(messages(bytes, size)).containsExactly(golden.message());
    }
  }

  @ParameterizedTest
  @MethodSource("org.libstation.central.sip2.Sip2GoldenTest#cases")
  void junk_before_the_code_is_dropped(Sip2GoldenTest.GoldenCase golden) {
    for (String junk : List.of("\n", "\r\n", "\r\r", "\0", "  ", "\n\0 \r\n")) {
      byte[] bytes = (junk + golden.line() + "\r\n").getBytes(StandardCharsets.UTF_8);
      for (int size : new int[] {1, 2, 7, bytes.length}) {
        assertThat(messages(bytes, size)).containsExactly(golden.message());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.libstation.central.sip2.Sip2GoldenTest#cases")
  void a_byte_lost_or_doubled_is_never_taken_for_a_good_message(Sip2GoldenTest.GoldenCase golden) {
    byte[] line = golden.line().getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < line.length; at++) {
      byte[] lost = new byte[line.length - 1];
      System.arraycopy(line, 0, lost, 0, at);
      System.arraycopy(line, at + 1, lost, at, line.length - at - 1);
      byte[] doubled = Arrays.copyOf(line, line.length + 1);
      System.arraycopy(line, at, doubled, at + 1, line.length - at);
      for (byte[] damaged : List.of(lost, doubled)) {
        Sip2Codec.Received received = CODEC.decode(damaged);
        assertThat(received.trailer().filter(Sip2Trailer::correct))
            .as("byte %d of %s", at, golden.line())
            .isEmpty();
      }
    }
  }

  @Test
  void two_lines_in_one_piece_are_two_messages() {
    byte[] bytes = "941AY0AZFDFD\r\n96AZFEF6\r".getBytes(StandardCharsets.US_ASCII);

    assertThat(messages(bytes, bytes.length))
        .containsExactly(
            new Sip2Response.LoginResponse(Sip2Flag.YES, Sip2Fields.NONE),
            new Sip2Response.ResendResponse(Sip2Fields.NONE));
  }

  @Test
  void an_answer_of_64_kilobytes_is_accepted() {
    StringBuilder line =
        new StringBuilder("64              00120261124    090150000100000002000000000001AOMAIN|");
    while (line.length() < 64 * 1024) {
      line.append("AU3100000000123|");
    }
    byte[] bytes = line.append('\r').toString().getBytes(StandardCharsets.US_ASCII);

    assertThat(messages(bytes, 1460)).hasSize(1);
  }

  @Test
  void a_line_without_an_end_is_given_up_at_the_limit() {
    Sip2Framer framer = new Sip2Framer();
    byte[] piece = new byte[4096];
    Arrays.fill(piece, (byte) 'x');
    List<Sip2Frame> frames = new ArrayList<>();
    for (int i = 0; i < 2 * Sip2Framer.MAX_LINE / piece.length; i++) {
      frames.addAll(framer.feed(piece, piece.length));
    }
    frames.addAll(framer.feed("\r941\r".getBytes(StandardCharsets.US_ASCII), 5));

    assertThat(frames).containsExactly(new Sip2Frame.TooLong());
    assertThat(framer.isClean()).isFalse();
  }

  private static List<Sip2Message> messages(byte[] bytes, int size) {
    Sip2Framer framer = new Sip2Framer();
    List<Sip2Message> messages = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
      for (Sip2Frame frame : framer.feed(piece, piece.length)) {
        switch (frame) {
          case Sip2Frame.WholeMessage line -> messages.add(CODEC.decode(line.bytes()).message());
          case Sip2Frame.TooLong _ -> throw new AssertionError("too long");
        }
      }
    }
    return messages;
  }
}
