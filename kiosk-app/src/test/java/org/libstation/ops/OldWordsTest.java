package org.libstation.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What older programs left beside the journal, with names planted in it; the bytes of all files
/// are searched.
class OldWordsTest {
  private static final String NAME = "Lindqvist";
  private static final String CARD = "2352900";
  private static final String SIP =
      "2026-11-24T09:12:01.000+01:00 < 120NUN20261124    091201AOMAIN|AA•••• 0417|AB31|AJ(17"
          + " characters)|AH|AF"
          + NAME
          + "|AG to "
          + CARD
          + "|";
  private static final String PLAIN =
      "2026-11-24T09:12:01.000+01:00 INFO [flow] CodeLog - SHOWN B51: x";

  @TempDir Path data;

  @BeforeEach
  void plant() throws IOException {
    write("logs/station.log", PLAIN, SIP);
    write(
        "logs/station.2026-11-23.0.log", "Refusal[reason=OTHER, centralText=" + NAME + "]", PLAIN);
    write("logs/staff.2026-11-23.1.log", "entry 17: not booked: OTHER " + NAME + " " + CARD);
    write("logs/station.2026-11-22.0.log", "Refused[reason=OTHER, detail=" + NAME + "]");
    write("logs/station.log.words", NAME);
    write("traces/sip2.log", SIP);
    write("traces/sip2.2026-11-23.0.log", SIP);
    write("traces/pad.trace", NAME);
    write("traces/wanted.properties", "sip2=2026-11-24T10:00:00Z");
    write("support/support-20261123-100000.zip", NAME);
    write("receipts/receipt-001.pdf", NAME);
    write("receipts/receipt-002.pdf.new", NAME);
    write("receipts/logo.png", "kept");
  }

  private void write(String name, String... lines) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines), StandardCharsets.UTF_8);
  }

  private OldWords.Erased erase() {
    return OldWords.erase(data, List.of(data.resolve("receipts")));
  }

  private List<Path> named() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).filter(OldWordsTest::isNamed).toList();
    }
  }

  private static boolean isNamed(Path file) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.contains(NAME) || bytes.contains(CARD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void no_byte_of_it_is_left_and_what_was_done_is_one_line() throws IOException {
    OldWords.Erased erased = erase();

    assertThat(named()).isEmpty();
    assertThat(erased.done()).isTrue();
    assertThat(erased.words())
        .isEqualTo(
            "words of the central system were erased: marks 0, places set aside 0, lines of logs 4;"
                + " removed: traces 3, support bundles 1, kept receipts 2");
  }

  @Test
  void lines_keep_their_shape_and_all_that_is_not_the_central_systems() throws IOException {
    assertThat(erase().done()).isTrue();

    assertThat(Files.readAllLines(data.resolve("logs/station.log")))
        .containsExactly(PLAIN, SIP.replace(NAME, "xxxxxxxxx").replace("to " + CARD, "xx 9999999"));
    assertThat(Files.readAllLines(data.resolve("logs/station.2026-11-23.0.log")))
        .containsExactly("Refusal[reason=OTHER, centralText=xxxxxxxxx]", PLAIN);
    assertThat(data.resolve("receipts/logo.png")).exists();
    assertThat(data.resolve("traces/wanted.properties")).exists();
  }

  @Test
  void it_is_done_once_and_what_is_written_later_stays() throws IOException {
    assertThat(erase().done()).isTrue();
    write("support/support-20261124-100000.zip", "new");

    OldWords.Erased again = erase();

    assertThat(again.lines() + again.traces() + again.bundles() + again.papers()).isZero();
    assertThat(data.resolve("support/support-20261124-100000.zip")).exists();
  }

  @Test
  void cut_off_before_its_end_it_is_done_again() throws IOException {
    assertThat(erase().done()).isTrue();
    Files.delete(data.resolve(OldWords.DONE));
    write("traces/sip2.log", SIP);

    assertThat(erase().traces()).isEqualTo(1);
    assertThat(named()).isEmpty();
  }
}
