package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// Damaged copies of everything that was recorded: whatever comes, reading ends in a message, a
/// verdict or a fault, never in an exception, and holds no more than it was given.
final class Sip2MutationTest {

  private static final long SEED = 20261125;
  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(600_000);
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final Sip2Date AT = Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15, 0));
  private static final List<byte[]> CORPUS =
      Transcripts.all().stream()
          .map(said -> (said.line() + "\r").getBytes(StandardCharsets.UTF_8))
          .toList();

  @Test
  void two_thousand_damaged_lines_break_nothing() {
    Mutations.feed(CORPUS, SEED, QUICK, this::read);
  }

  @Test
  @Tag("full")
  void very_many_damaged_lines_break_nothing() {
    Mutations.feed(CORPUS, SEED, FULL, this::read);
  }

  private void read(byte[] input) {
    Sip2Framer framer = new Sip2Framer();
    Sip2Codec codec = new Sip2Codec(StandardCharsets.UTF_8, true);
    for (byte[] piece : Mutations.pieces(input, input.length)) {
      for (Sip2Framer.Sip2Frame frame : framer.feed(piece, piece.length)) {
        if (frame instanceof Sip2Framer.Sip2Frame.WholeMessage line) {
          message(codec.decode(line.bytes()).message(), line.bytes().length);
          judged(frame, codec);
          takenApart(line.bytes());
        }
      }
    }
    framer
        .unfinished()
        .ifPresent(rest -> assertThat(rest.length).isLessThanOrEqualTo(input.length));
  }

  private static void message(Sip2Message message, int length) {
    assertThat(message.toString()).isNotNull();
    assertThat(message.fields().list()).hasSizeLessThanOrEqualTo(length);
    assertThat(Sip2Message.read(message.text()).code()).isEqualTo(message.code());
    message
        .due()
        .ifPresent(due -> assertThat(Sip2Date.due(due, HONG_KONG, Optional.empty())).isNotNull());
  }

  private static void judged(Sip2Framer.Sip2Frame frame, Sip2Codec codec) {
    PendingRequest pending =
        new PendingRequest(
            new Sip2Request.ItemInformation(AT, Sip2Fields.NONE.with("AB", "31")), 3, codec, true);

    assertThat(pending.judge(frame)).isNotNull();
    assertThat(pending.judge(frame)).isNotNull();
  }

  private static void takenApart(byte[] line) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      switch (Sip2Line.read(line, charset)) {
        case Sip2Line.Sip2LineMessage read ->
            assertThat(read.bytes(charset).length).isLessThanOrEqualTo(3 * line.length + 1);
        case Sip2Line.LineFaulty faulty ->
            assertThat(faulty.position()).isBetween(1, Math.max(1, line.length + 1));
      }
    }
  }
}
