package org.libstation.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFramerTest {
  private static final Duration AT = Duration.ofSeconds(1);

  /// 128 bytes, partial frames thrown away after 300 ms.
  static final ScanFramer.FramingSettings USUAL =
      new ScanFramer.FramingSettings("", "", 128, Duration.ofMillis(300), false);

  private final ScanFramer framer = new ScanFramer(USUAL);

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\t", "\u0003", "\r\n\r\n"})
  void every_usual_terminator_in_pieces_of_every_size_gives_the_same_scans(String end) {
    byte[] bytes =
        ("31234000012342" + end + "\u000221234000056788" + end).getBytes(StandardCharsets.US_ASCII);
    for (int size = 1; size <= bytes.length; size++) {
      ScanFramer fresh = new ScanFramer(USUAL);
      List<ScanFramer.Framed> found = new ArrayList<>();
      for (int from = 0; from < bytes.length; from += size) {
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
        found.addAll(fresh.take(piece, piece.length, AT));
      }
      assertThat(texts(found))
          .as("pieces of %d", size)
          .containsExactly("31234000012342", "21234000056788");
    }
  }

  @Test
  void a_lost_byte_a_doubled_byte_and_junk_before_spoil_one_scan_and_not_the_next() {
    byte[] good = "31234000012342\r".getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < good.length - 1; at++) {
      byte[] lost = without(good, at);
      byte[] doubled = doubled(good, at);
      for (byte[] spoilt : List.of(lost, doubled)) {
        ScanFramer fresh = new ScanFramer(USUAL);
        assertThat(texts(fresh.take(spoilt, spoilt.length, AT))).doesNotContain("31234000012342");
        assertThat(texts(fresh.take(good, good.length, AT))).containsExactly("31234000012342");
      }
    }
    byte[] junk = {0, (byte) 0xFF, 0x55, '\r'};
    assertThat(framer.take(junk, junk.length, AT))
        .singleElement()
        .isInstanceOf(ScanFramer.Framed.Rejected.class);
    assertThat(texts(framer.take(good, good.length, AT))).containsExactly("31234000012342");
  }

  @Test
  void a_partial_frame_is_thrown_away_after_silence() {
    take("3123", AT);
    assertThat(take("", AT.plusMillis(299))).isEmpty();
    assertThat(texts(take("4000\r", AT.plusMillis(300)))).containsExactly("31234000");
    take("3123", AT);
    take("", AT.plusMillis(300));
    assertThat(texts(take("4000\r", AT.plusMillis(301)))).containsExactly("4000");
  }

  @Test
  void a_pause_of_the_reader_itself_tears_no_scan_apart() {
    take("3123", AT);
    assertThat(texts(take("4000\r", AT.plusSeconds(3)))).containsExactly("31234000");
  }

  @Test
  void a_partial_frame_is_delivered_after_silence_where_the_site_says_so() {
    ScanFramer delivering =
        new ScanFramer(new ScanFramer.FramingSettings("", "", 128, Duration.ofMillis(100), true));
    byte[] bytes = "LIB0001".getBytes(StandardCharsets.US_ASCII);
    delivering.take(bytes, bytes.length, AT);
    assertThat(texts(delivering.take(bytes, 0, AT.plusMillis(100)))).containsExactly("LIB0001");
  }

  @Test
  void a_scan_of_128_bytes_passes_and_one_more_is_refused_whole() {
    assertThat(texts(take("x".repeat(128) + "\r", AT))).containsExactly("x".repeat(128));
    assertThat(take("x".repeat(129) + "\r", AT))
        .singleElement()
        .satisfies(it -> rejected(it, "a scan longer than 128 bytes"));
    assertThat(take("x".repeat(5000) + "\r", AT))
        .singleElement()
        .satisfies(it -> rejected(it, "a scan longer than 128 bytes"));
    assertThat(texts(take("ok\r", AT))).containsExactly("ok");
  }

  @Test
  void unprintable_bytes_are_refused_but_the_group_separator_passes() {
    assertThat(take("AB\u0007C\r", AT))
        .singleElement()
        .satisfies(it -> rejected(it, "a scan with the unprintable byte 07"));
    assertThat(texts(take("01\u001d21\r", AT))).containsExactly("01\u001d21");
  }

  @Test
  void a_configured_prefix_and_suffix_are_taken_off() {
    ScanFramer wrapped =
        new ScanFramer(
            new ScanFramer.FramingSettings("#", "~", 128, Duration.ofMillis(100), false));
    byte[] bytes = "#LIB0001~\r#LIB0002~\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(wrapped.take(bytes, bytes.length, AT))
        .containsExactly(
            new ScanFramer.Framed.FramedText("LIB0001", "#LIB0001~\r"),
            new ScanFramer.Framed.FramedText("LIB0002", "#LIB0002~\n"));
  }

  @Test
  void a_scan_that_lost_its_prefix_or_its_suffix_is_refused_as_a_torn_one() {
    ScanFramer wrapped =
        new ScanFramer(
            new ScanFramer.FramingSettings("#", "~", 128, Duration.ofMillis(100), false));
    byte[] bytes = "IB0001~\r#LIB00\r#~\r#LIB0003~\r".getBytes(StandardCharsets.US_ASCII);
    assertThat(wrapped.take(bytes, bytes.length, AT))
        .containsExactly(
            new ScanFramer.Framed.Rejected(
                "a scan without its prefix: its beginning was lost", "IB0001~\r"),
            new ScanFramer.Framed.Rejected(
                "a scan without its suffix: its end was lost", "#LIB00\r"),
            new ScanFramer.Framed.Rejected("a scan of nothing", "#~\r"),
            new ScanFramer.Framed.FramedText("LIB0003", "#LIB0003~\r"));
  }

  @Test
  void a_start_mark_in_the_middle_of_a_scan_begins_the_next_one() {
    assertThat(take("\u00023123\u000231234000012342\u0003", AT))
        .containsExactly(
            new ScanFramer.Framed.Rejected("a scan that broke off", "\u00023123"),
            new ScanFramer.Framed.FramedText("31234000012342", "\u000231234000012342\u0003"));
    ScanFramer marked =
        new ScanFramer(
            new ScanFramer.FramingSettings("\u0002", "", 128, Duration.ofMillis(100), false));
    byte[] bytes = "\u0002LIB0001\u0003".getBytes(StandardCharsets.US_ASCII);
    assertThat(marked.take(bytes, bytes.length, AT))
        .containsExactly(new ScanFramer.Framed.FramedText("LIB0001", "\u0002LIB0001\u0003"));
  }

  @Test
  void aim_identifiers_and_codabar_letters_come_off_where_they_belong() {
    assertThat(Scan.of("]F0A31234000012342B", true))
        .isEqualTo(new Scan("31234000012342", Optional.of("F0")));
    assertThat(Scan.of("]F0A31234000012342B", true).symbology()).contains('F');
    assertThat(Scan.of("a31234000012342b", true).data()).isEqualTo("31234000012342");
    assertThat(Scan.of("T123E", true).data()).isEqualTo("123");
    assertThat(Scan.of("A31234000012342B", false).data()).isEqualTo("A31234000012342B");
    assertThat(Scan.of("]A0A123B", true)).isEqualTo(new Scan("A123B", Optional.of("A0")));
    assertThat(Scan.of("]C1LIB", true)).isEqualTo(new Scan("LIB", Optional.of("C1")));
    assertThat(Scan.of("A12X3B", true).data()).isEqualTo("A12X3B");
    assertThat(Scan.of("]", true).data()).isEqualTo("]");
  }

  private List<ScanFramer.Framed> take(String text, Duration now) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return framer.take(bytes, bytes.length, now);
  }

  private static List<String> texts(List<ScanFramer.Framed> found) {
    return found.stream()
        .map(
            framed ->
                switch (framed) {
                  case ScanFramer.Framed.FramedText(String text, _) -> text;
                  case ScanFramer.Framed.Rejected(String reason, _) -> "rejected: " + reason;
                })
        .toList();
  }

  private static void rejected(ScanFramer.Framed framed, String reason) {
    assertThat(framed)
        .isInstanceOfSatisfying(
            ScanFramer.Framed.Rejected.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] result = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(bytes, at + 1, result, at, bytes.length - at - 1);
    return result;
  }

  private static byte[] doubled(byte[] bytes, int at) {
    byte[] result = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, result, 0, at + 1);
    System.arraycopy(bytes, at, result, at + 1, bytes.length - at);
    return result;
  }
}
