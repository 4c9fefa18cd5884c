package org.libstation.device.starline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SampleReceipts;
import org.libstation.device.driver.Drivers;
import org.libstation.device.receipt.Dots;
import org.libstation.device.starline.lab.StarTwin;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Needs;

@Timeout(450)
class StarPrinterTest {
  private static final PrintOutcome CONFIRMED = new PrintOutcome.Confirmed();
  private static final int MOST_STEPS = 50_000;

  @TempDir Path dir;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T06:02:00Z"));
  private final StarTwin twin = new StarTwin(576);
  private final LoopLine line = new LoopLine("loop", twin, clock::advance);
  private final List<DeviceEvent> events = new ArrayList<>();
  private final ReceiptPrinter printer =
      (ReceiptPrinter)
          Drivers.create(
              "starline",
              "printer",
              DeviceAddress.parse("serial:/dev/null"),
              Map.of(),
              clock,
              events::add,
              line);

  private void until(java.util.function.BooleanSupplier condition) {
    for (int i = 0; i < MOST_STEPS && !condition.getAsBoolean(); i++) {
      printer.step();
      clock.advance(Duration.ofMillis(5));
    }
    assertThat(condition.getAsBoolean()).as("%s %s", printer.health(), events).isTrue();
  }

  private List<PrintOutcome> outcomes() {
    return events.stream()
        .filter(DeviceEvent.PrintEnded.class::isInstance)
        .map(event -> ((DeviceEvent.PrintEnded) event).outcome())
        .toList();
  }

  private boolean halted(String code) {
    return events.stream()
        .anyMatch(
            event ->
                event instanceof DeviceEvent.PrintMoved moved
                    && moved.state() instanceof PrintState.Halted halt
                    && halt.code().equals(code));
  }

  private PrintOutcome print(long job, Receipt receipt) {
    int before = outcomes().size();
    assertThat(printer.print(job, receipt)).isTrue();
    until(() -> outcomes().size() > before);
    return outcomes().getLast();
  }

  @Test
  void receipts_in_three_languages_are_printed_and_confirmed() {
    until(() -> printer.health() instanceof DeviceHealth.Ready);
    for (Receipt receipt :
        List.of(
            SampleReceipts.traditional(), SampleReceipts.simplified(), SampleReceipts.english())) {
      assertThat(print(receipt.language().length(), receipt)).isEqualTo(CONFIRMED);
    }
    assertThat(twin.unknown()).isEmpty();
    assertThat(twin.tickets()).hasSize(3).allMatch(ticket -> ticket.blackDots() > 10_000);
  }

  @Test
  @Tag("full")
  void zbarimg_and_tesseract_read_its_paper() throws Exception {
    Needs.programs("zbarimg", "tesseract");
    assertThat(print(1, SampleReceipts.simplified())).isEqualTo(CONFIRMED);
    Path png = dir.resolve("star.png");
    twin.tickets().getFirst().writePng(png);
    assertThat(run("zbarimg", "--quiet", "--raw", png.toString())).contains(SampleReceipts.QR_TEXT);
    String read =
        run("tesseract", png.toString(), "-", "-l", "chi_sim", "--psm", "6").replace(" ", "");
    String wanted = "海滨公共图书馆自助借阅收据中国古代建筑史应还日期共借出件";
    assertThat(wanted.chars().filter(c -> read.indexOf(c) >= 0).count())
        .as(read)
        .isGreaterThanOrEqualTo(wanted.length() * 9L / 10);
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  /// STAR Line Mode Command Specifications: ESC X n1 n2 and three bytes a column, topmost dot
  /// first.
  @Test
  void a_strip_has_the_bytes_of_the_specification() {
    Dots dots = new Dots(1, 24);
    dots.blacken(0, 0);
    dots.blacken(1, 23);
    assertThat(HexFormat.of().withUpperCase().formatHex(StarLine.strip(dots, 0)))
        .isEqualTo("1B580800" + "800000" + "000001" + "000000".repeat(6) + "0A");
  }

  /// The same picture as the other encoder drew: a disc and a bar.
  @Test
  void the_twin_draws_what_an_encoder_of_other_people_wrote() throws Exception {
    byte[] theirs;
    try (InputStream in =
        StarPrinterTest.class.getResourceAsStream("/starline-foreign/encoder-80mm.bin")) {
      theirs = Objects.requireNonNull(in).readAllBytes();
    }
    StarTwin other = new StarTwin(576);
    other.exchange(theirs);
    assertThat(other.unknown()).isEmpty();
    assertThat(other.tickets()).hasSize(1);
    assertThat(other.tickets().getFirst().words()).contains("Self-service receipt", "Due");
    Dots dots = new Dots(16, 48);
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 128; x++) {
        if ((x - 60) * (x - 60) + (y - 24) * (y - 24) < 400 || x < 2) {
          dots.blacken(x, y);
        }
      }
    }
    StarTwin ours = new StarTwin(576);
    ours.exchange(StarLine.initialise());
    ours.exchange(StarLine.strip(dots, 0));
    ours.exchange(StarLine.strip(dots, 24));
    BufferedImage a = ours.hanging().image();
    BufferedImage b = other.tickets().getFirst().image();
    for (int y = 0; y < 88; y++) {
      for (int x = 0; x < 200; x++) {
        assertThat(b.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(a.getRGB(x, y));
      }
    }
  }

  /// Nine bytes; the bits as the maker's own library reads them.
  @ParameterizedTest
  @CsvSource({
    "230600000000000000,",
    "230628000000000000,DP16",
    "230608000000000000,DP1B",
    "230608080000000000,DP1A",
    "230608200000000000,DP42",
    "230608400000000000,DP52",
    "2306080000" + "0C000000,DP32",
    "2306000000" + "04000000,"
  })
  void each_status_has_its_code(String hex, @Nullable String code) {
    assertThat(only(hex).trouble().map(StarStatus.StarTrouble::code).orElse(null)).isEqualTo(code);
  }

  @Test
  void paper_and_marks_stand_in_the_sixth_and_the_eighth_byte() {
    assertThat(only("2306000000" + "04000000").paperNearEnd()).isTrue();
    assertThat(only("2306000000" + "00006E00").marks()).isEqualTo(31);
    assertThat(only("2306000000" + "00004000").marks()).isEqualTo(16);
    assertThat(only("0F06000000" + "0000").marks()).as("seven bytes count none").isEqualTo(-1);
  }

  private static StarStatus only(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return new StarStatus.Parser().take(bytes, bytes.length).getFirst();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void a_status_is_read_in_pieces_and_behind_noise(int size) {
    byte[] all = HexFormat.of().parseHex("FFEE" + "230628000000000000" + "230600000000000200");
    StarStatus.Parser parser = new StarStatus.Parser();
    List<StarStatus> said = new ArrayList<>();
    for (int from = 0; from < all.length; from += size) {
      byte[] piece = Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
      said.addAll(parser.take(piece, piece.length));
    }
    assertThat(said).hasSize(2);
    assertThat(said.getLast().marks()).isEqualTo(1);
    assertThat(parser.takeStrays()).isEqualTo(2);
  }

  @Test
  void damaged_statuses_are_refused_or_read() {
    Mutations.feed(
        List.of(HexFormat.of().parseHex("230628000000000000230600000000000200")),
        5,
        5_000,
        bytes -> new StarStatus.Parser().take(bytes, bytes.length));
  }

  @Test
  void nothing_is_begun_while_something_stops_it() {
    until(() -> printer.health() instanceof DeviceHealth.Ready);
    twin.takePaperOut();
    assertThat(print(1, SampleReceipts.english()))
        .isInstanceOfSatisfying(
            PrintOutcome.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("DP32");
              assertThat(failed.begun()).isFalse();
            });
    assertThat(twin.hanging().length()).isZero();
    twin.loadPaper();
    twin.paperNearEnd(true);
    until(() -> printer.health().code().equals("DP1E"));
    assertThat(print(2, SampleReceipts.english())).isEqualTo(CONFIRMED);
  }

  @Test
  void stopped_in_its_middle_it_is_printed_whole_once_mended_and_fails_if_not() {
    until(() -> printer.health() instanceof DeviceHealth.Ready);
    printer.print(1, SampleReceipts.traditional());
    until(() -> twin.hanging().length() > 60);
    twin.cover(true);
    until(() -> halted("DP16"));
    twin.cover(false);
    until(() -> !outcomes().isEmpty());
    assertThat(outcomes()).containsExactly(CONFIRMED);
    assertThat(twin.tickets()).hasSize(2);

    printer.print(2, SampleReceipts.traditional());
    until(() -> twin.hanging().length() > 60);
    twin.takePaperOut();
    until(() -> outcomes().size() == 2);
    assertThat(outcomes().getLast())
        .isInstanceOfSatisfying(
            PrintOutcome.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("DP32");
              assertThat(failed.begun()).isTrue();
            });
  }

  @Test
  void unplugged_or_without_power_in_mid_job_it_is_printed_whole_afterwards() {
    until(() -> printer.health() instanceof DeviceHealth.Ready);
    printer.print(1, SampleReceipts.english());
    until(() -> twin.hanging().length() > 60);
    line.unplug();
    until(() -> printer.health() instanceof DeviceHealth.Connecting);
    line.plug();
    until(() -> outcomes().size() == 1);
    assertThat(outcomes()).containsExactly(CONFIRMED);

    printer.print(2, SampleReceipts.english());
    until(() -> twin.hanging().length() > 60);
    twin.powerCycleAfter(700);
    until(() -> outcomes().size() == 2);
    assertThat(outcomes().getLast()).isEqualTo(CONFIRMED);
  }

  @Test
  void withdrawn_its_rest_never_comes_out() {
    until(() -> printer.health() instanceof DeviceHealth.Ready);
    printer.print(1, SampleReceipts.traditional());
    until(() -> twin.hanging().length() > 60);
    printer.withdraw(1);
    until(() -> outcomes().size() == 1);
    assertThat(outcomes().getFirst())
        .isInstanceOfSatisfying(
            PrintOutcome.Failed.class, failed -> assertThat(failed.code()).isEqualTo("DP18"));
    until(() -> twin.hanging().length() == 0);
    assertThat(twin.tickets()).hasSize(1);
  }

  @Test
  void one_that_says_nothing_is_told_as_such() {
    twin.mute(true);
    until(() -> printer.health().code().equals("DP11"));
    twin.mute(false);
    until(() -> printer.health() instanceof DeviceHealth.Ready);
  }
}
