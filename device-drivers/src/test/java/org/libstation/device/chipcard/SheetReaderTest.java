package org.libstation.device.chipcard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.CardProblem;
import org.libstation.device.Device;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.SampleSetup;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// Readers by a sheet: frames as their makers print them, and a far end of a few lines that says
/// what it is told to say.
@Timeout(300)
class SheetReaderTest {
  /// The example of the ID-12's data sheet and of its users: 62E3086CED, XOR 08.
  private static final String ID12 = "02 36 32 45 33 30 38 36 43 45 44 30 38 0D 0A 03";

  private static final String SELECT = "FF 00 01 83 84";
  private static final String NO_CARD = "FF 00 02 83 4E D3";

  /// MIFARE Classic 1K (02), 9F 53 6A 2D.
  private static final String CARD = "FF 00 06 83 02 9F 53 6A 2D 14";

  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-29T09:00:00Z"));
  private final List<DeviceEvent> events = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private String answer = "";
  private String say = "";

  private final Twin far =
      received -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (received.length > 0) {
          asked.add(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(received));
          out.writeBytes(bytes(answer));
        }
        out.writeBytes(bytes(say));
        say = "";
        return out.toByteArray();
      };

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private Device reader(Map<String, String> options) {
    LoopLine line = new LoopLine("loop", far, clock::advance);
    return new ChipCardProvider()
        .create(
            SampleSetup.of("serial:/dev/null", clock, line)
                .with(
                    c ->
                        c.name("cards")
                            .options(new DriverOptions(options))
                            .listener(events::add)
                            .sheets(DeviceSheets.of(dir))));
  }

  private void turns(Device reader, int count) {
    for (int i = 0; i < count; i++) {
      reader.step();
      clock.advance(java.time.Duration.ofMillis(100));
    }
  }

  private List<String> numbers() {
    return events.stream()
        .filter(DeviceEvent.BarcodeScanned.class::isInstance)
        .map(event -> ((DeviceEvent.BarcodeScanned) event).data())
        .toList();
  }

  private List<CardProblem> refused() {
    return events.stream()
        .filter(DeviceEvent.CardRefused.class::isInstance)
        .map(event -> ((DeviceEvent.CardRefused) event).problem())
        .toList();
  }

  @Test
  void a_reader_that_speaks_of_its_own_accord_names_a_card_once_until_it_is_gone() {
    Device reader = reader(Map.of("reader", "id12"));
    turns(reader, 2);
    assertThat(reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    for (int i = 0; i < 10; i++) {
      say = ID12;
      turns(reader, 3);
    }
    assertThat(numbers()).containsExactly("62E3086CED");
    turns(reader, 20);
    assertThat(events).contains(new DeviceEvent.CardLying("cards", false));
    say = ID12;
    turns(reader, 2);
    assertThat(numbers()).containsExactly("62E3086CED", "62E3086CED");
    assertThat(asked).isEmpty();
  }

  @Test
  void the_forms_of_numbers_are_those_of_all_readers_of_cards() {
    Device reader =
        reader(
            Map.of(
                "reader", "id12", "form.base", "decimal", "form.bytes", "-4", "form.digits", "10"));
    turns(reader, 2);
    say = ID12;
    turns(reader, 2);
    assertThat(numbers()).containsExactly("%010d".formatted(0xE3086CEDL));
  }

  @Test
  void a_reader_that_is_asked_is_greeted_asked_and_answers() {
    answer = NO_CARD;
    Device reader = reader(Map.of("reader", "sm130"));
    turns(reader, 4);
    assertThat(reader.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(asked.getFirst()).startsWith("FF 00 01 80 81");
    assertThat(asked).contains(SELECT);
    answer = CARD;
    turns(reader, 10);
    assertThat(numbers()).containsExactly("9F536A2D");
    answer = NO_CARD;
    turns(reader, 5);
    answer = CARD;
    turns(reader, 5);
    assertThat(numbers()).hasSize(2);
  }

  @Test
  void what_lay_there_when_it_came_was_left_by_somebody() {
    answer = CARD;
    Device reader = reader(Map.of("reader", "sm130"));
    turns(reader, 10);
    assertThat(numbers()).isEmpty();
    answer = NO_CARD;
    turns(reader, 5);
    answer = CARD;
    turns(reader, 5);
    assertThat(numbers()).hasSize(1);
  }

  @Test
  void a_reader_that_names_another_card_each_time_without_an_end_makes_no_flood() {
    Device reader = reader(Map.of("reader", "rdm6300"));
    turns(reader, 2);
    for (int i = 0; i < 50; i++) {
      StringBuilder flood = new StringBuilder();
      for (int card = 0; card < 15; card++) {
        String digits = "0000%06X".formatted(i * 15 + card);
        byte[] number = bytes(digits);
        int check = 0;
        for (byte each : number) {
          check ^= each;
        }
        flood
            .append("02")
            .append(HexFormat.of().formatHex((digits + "%02X".formatted(check)).getBytes(US_ASCII)))
            .append("03");
      }
      say = flood.toString();
      turns(reader, 1);
    }
    assertThat(numbers()).hasSizeBetween(2, 50);
  }

  @Test
  void random_numbers_and_two_cards_are_refused() {
    answer = NO_CARD;
    Device reader = reader(Map.of("reader", "sm130"));
    turns(reader, 4);
    answer = "FF 00 06 83 02 08 11 22 33 F9";
    turns(reader, 4);
    assertThat(refused()).containsExactly(CardProblem.RANDOM_NUMBER);
    answer = CARD;
    turns(reader, 4);
    assertThat(refused()).endsWith(CardProblem.TWO_CARDS);
    assertThat(numbers()).isEmpty();
  }

  @Test
  void one_that_is_asked_and_says_nothing_is_told_and_one_that_sends_noise_too() {
    Device silent = reader(Map.of("reader", "sm130"));
    turns(silent, 40);
    assertThat(silent.health().code()).isEqualTo("DC11");
    Device noisy = reader(Map.of("reader", "rdm6300"));
    turns(noisy, 2);
    say = "41 42 ".repeat(50).strip();
    turns(noisy, 2);
    assertThat(noisy.health().code()).isEqualTo("D12");
    say = ID12.replace("0D 0A ", "");
    turns(noisy, 10);
    say = ID12.replace("0D 0A ", "");
    turns(noisy, 2);
    assertThat(noisy.health()).isInstanceOf(DeviceHealth.Ready.class);
    assertThat(numbers()).containsOnly("62E3086CED");
  }

  @ParameterizedTest
  @CsvSource({
    "id12,02 36 32 45 33 30 38 36 43 45 44 30 38 0D 0A 03,62E3086CED",
    "rdm6300,02 36 32 45 33 30 38 36 43 45 44 30 38 03,62E3086CED",
    "sm130,FF 00 06 83 02 9F 53 6A 2D 14,0683029F536A2D"
  })
  void a_frame_is_found_in_pieces_of_any_size_behind_junk_and_not_with_a_wrong_bit(
      String sheet, String hex, String inside) {
    byte[] frame = bytes(hex);
    for (int size = 1; size <= frame.length; size++) {
      assertThat(found(sheet, frame, size)).containsExactly(inside);
      byte[] behind = new byte[frame.length + 3];
      System.arraycopy(bytes("41 02 FF"), 0, behind, 0, 3);
      System.arraycopy(frame, 0, behind, 3, frame.length);
      assertThat(found(sheet, behind, size)).containsExactly(inside);
    }
    for (int bit = 0; bit < 8 * frame.length; bit++) {
      byte[] wrong = frame.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      // Small letters are the same digits.
      assertThat(found(sheet, wrong, wrong.length)).isSubsetOf(inside);
    }
  }

  private static List<String> found(String sheet, byte[] all, int size) {
    SheetFrames frames = frames(sheet);
    List<String> found = new ArrayList<>();
    for (int from = 0; from < all.length; from += size) {
      byte[] piece = java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
      frames
          .take(piece, piece.length)
          .forEach(each -> found.add(HexFormat.of().withUpperCase().formatHex(each)));
    }
    return found;
  }

  private static SheetFrames frames(String name) {
    DeviceSheets sheets = DeviceSheets.shipped();
    ReaderSheet sheet = ReaderSheet.of("reader", sheets.named("reader", ReaderSheet.KIND, name));
    return new SheetFrames(sheet.frame());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id12", "rdm6300", "sm130"})
  void junk_of_any_kind_keeps_no_more_than_a_frame_and_the_next_card_is_read(String sheet) {
    byte[] good =
        bytes(
            sheet.equals("sm130")
                ? CARD
                : ID12.replace("0D 0A ", sheet.equals("id12") ? "0D 0A " : ""));
    for (int seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      SheetFrames frames = frames(sheet);
      byte[] junk = new byte[1 + random.nextInt(600)];
      random.nextBytes(junk);
      if (seed % 3 == 0) {
        for (int i = 0; i < junk.length; i += 7) {
          junk[i] = good[random.nextInt(good.length)];
        }
      }
      frames.take(junk, junk.length);
      frames.take(new byte[ReaderSheet.LONGEST], ReaderSheet.LONGEST);
      assertThat(frames.take(good, good.length)).as("seed " + seed).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frame.end: 03|frame.begin",
        "frame.begin: 02|frame.length-at",
        "frame.begin: 02\\nframe.end: 03\\nframe.check: md5|frame.check",
        "frame.begin: 02\\nframe.end: 03\\npoll: 0|poll",
        "frame.begin: 02\\nframe.end: 03\\ncard.is: 0|card.is",
        "frame.begin: 02\\nframe.end: 03\\ncard.length: 99|card.length",
        "frame.begin: 02\\nframe.end: 03\\nbeep: 01|beep"
      })
  void a_sheet_that_cannot_be_is_refused_with_its_line(String text, String key) throws Exception {
    Path sheet = Files.createDirectories(dir.resolve("readers")).resolve("ours.yaml");
    Files.writeString(sheet, text.replace("\\n", "\n") + "\n");
    assertThatThrownBy(() -> reader(Map.of("reader", "ours")))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("ours.yaml");
  }

  @Test
  void a_sheet_that_is_not_there_and_one_behind_pcsc_are_refused() {
    assertThatThrownBy(() -> reader(Map.of("reader", "none")))
        .hasMessageContaining("id12, rdm6300, sm130");
  }

  @ParameterizedTest
  @CsvSource({
    "XOR,313233343536373839,31",
    "SUM,313233343536373839,DD",
    "CRC_CCITT,313233343536373839,29B1",
    "CRC_MODBUS,313233343536373839,374B"
  })
  void checks_are_those_of_their_published_vectors(
      ReaderSheet.FrameCheck check, String over, String value) {
    byte[] all = bytes(over);
    assertThat(HexFormat.of().withUpperCase().formatHex(check.over(all, 0, all.length)))
        .isEqualTo(value);
  }
}
