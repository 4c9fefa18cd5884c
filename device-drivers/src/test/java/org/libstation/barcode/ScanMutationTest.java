package org.libstation.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// Whatever a scanner sends, framing and judging end in their own results.
class ScanMutationTest {
  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(200_000);
  private static final long SEED = 20_261_125;

  private static final List<byte[]> CORPUS =
      List.of(
              "31234000012342\r",
              "]F0A21234000056788B\r\n",
              "\u0002]C0LIB0001\u0003",
              "]E09787111020998\t",
              "#]A0LIB-00011~\r",
              "]C101\u001d21\r",
              "978711102099851299\n")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
          .toList();

  private final Classifier usual = Classifier.usual();

  @Test
  void the_framer_takes_damage_in_its_stride() {
    Mutations.feed(CORPUS, SEED, QUICK, this::frame);
  }

  @Test
  @Tag("full")
  void the_framer_takes_very_many_damaged_streams() {
    Mutations.feed(CORPUS, SEED, FULL, this::frame);
  }

  @Test
  void every_scan_is_judged() {
    Mutations.feed(CORPUS, SEED, QUICK, this::judge);
  }

  @Test
  @Tag("full")
  void very_many_damaged_scans_are_judged() {
    Mutations.feed(CORPUS, SEED, FULL, this::judge);
  }

  private void frame(byte[] input) {
    for (ScanFramer.FramingSettings settings :
        List.of(
            ScanFramerTest.USUAL,
            new ScanFramer.FramingSettings("#", "~", 64, Duration.ofMillis(100), true))) {
      ScanFramer framer = new ScanFramer(settings);
      Duration now = Duration.ZERO;
      for (byte[] piece : Mutations.pieces(input, input.length)) {
        now = now.plusMillis(10);
        framer.take(piece, piece.length, now).forEach(framed -> bounded(framed, settings));
      }
      framer.take(new byte[0], 0, now.plusMillis(200)).forEach(framed -> bounded(framed, settings));
      // Whatever came, the next scan is read.
      byte[] good = "\r#31234000012342~\r".getBytes(StandardCharsets.US_ASCII);
      assertThat(framer.take(good, good.length, now.plusMillis(300)))
          .last()
          .isInstanceOf(ScanFramer.Framed.FramedText.class);
    }
  }

  private static void bounded(ScanFramer.Framed framed, ScanFramer.FramingSettings settings) {
    switch (framed) {
      case ScanFramer.Framed.FramedText(String text, String raw) -> {
        assertThat(text.length()).isBetween(1, settings.limit());
        assertThat(raw.length()).isLessThanOrEqualTo(settings.limit() + 5);
      }
      case ScanFramer.Framed.Rejected(String reason, String raw) -> {
        assertThat(reason).isNotBlank();
        assertThat(raw.length()).isLessThanOrEqualTo(settings.limit() + 5);
      }
    }
  }

  private void judge(byte[] input) {
    Scan scan = Scan.of(new String(input, StandardCharsets.ISO_8859_1), true);
    for (Classifier.ScanSource source : Classifier.ScanSource.values()) {
      Classifier.Judgement judged = usual.judge(scan.data(), scan.symbology(), source);
      switch (judged.meaning()) {
        case Classifier.Meaning.ItemBarcode(String id) -> assertThat(CheckDigits.luhn(id)).isTrue();
        case Classifier.Meaning.Patron(String id) ->
            assertThat(source == Classifier.ScanSource.CARDS || CheckDigits.luhn(id)).isTrue();
        case Classifier.Meaning.TitleCode(String code) ->
            assertThat(CheckDigits.ean13(code)).isTrue();
        case Classifier.Meaning.BadCheckDigit _ ->
            assertThat(judged.because()).isEqualTo(Classifier.Because.WRONG_CHECK_DIGIT);
        case Classifier.Meaning.Unclassified(String data) ->
            assertThat(data).isEqualTo(scan.data());
      }
    }
    assertThat(usual.judge(scan.data(), Optional.empty(), Classifier.ScanSource.ANY).meaning())
        .isNotNull();
  }
}
