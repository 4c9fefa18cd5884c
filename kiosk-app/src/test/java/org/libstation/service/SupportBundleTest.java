package org.libstation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.check.Statistics;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.process.log.LogFiles;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.OpenJournal;
import org.slf4j.LoggerFactory;

/// Personal data and secrets lie everywhere they could lie; none leaves with the support bundle.
@Tag("full")
@Timeout(600)
class SupportBundleTest {
  private static final String CARD = "28801000000272";
  private static final String ITEM = "38801000002326";
  private static final String TITLE = "紅樓夢第一百二十回";
  private static final String NAME = "陳小明同學";
  private static final String PIN = "864219";
  private static final String PASSWORD = "s3cretOfTheStation";
  private static final String STAFF = "陳大文";
  private static final String HELP = "2345 6789";

  @TempDir Path dir;

  private Path site = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("recovery-key: \"\"", "recovery-key: " + RecoveryKeys.publicPem())
            .replace("password: station2", "password: " + PASSWORD)
            .replace("/dev/libstation/", dir + "/none/")
            .replace("pin: \"246810\"", "pin: \"" + PIN + "\""));
    Path data = site.resolve("data");
    try (OpenJournal open = OpenJournal.of(dir, JournalParts.open(Site.open(site)))) {
      long entry =
          open.usable()
              .append(
                  NewEntry.of(
                      new CirculationEvent.LoanGiven(
                          new ItemId(ITEM), LocalDateTime.parse("2026-12-24T23:59"), TITLE, true),
                      Optional.of(new PatronId(CARD)),
                      List.of(),
                      List.of()));
      open.usable().mark(entry, new Mark.CardOpened(STAFF));
      open.usable().mark(entry, Mark.NotSent.said(NAME));
    }
    try (LogFiles _ = LogFiles.begin(data)) {
      LoggerFactory.getLogger("org.libstation.Seed")
          .warn("card {} borrowed {} with the password {}", CARD, ITEM, PASSWORD);
      LoggerFactory.getLogger("staff").info("TECHNICIAN_PIN_WRONG {}", PIN);
    }
    Files.createDirectories(data.resolve("traces"));
    Files.writeString(data.resolve("traces/sip2.trace"), "> 63 AA" + CARD + "|AD" + PIN + "|\n");
    Files.createDirectories(data.resolve("receipts"));
    Files.writeString(data.resolve("receipts/1.txt"), NAME + " " + TITLE);
  }

  private static Map<String, String> parts(Path bundle) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        String text =
            entry.getName().endsWith(".pdf")
                ? pdf(bytes)
                : new String(bytes, StandardCharsets.UTF_8);
        parts.put(entry.getName(), text);
      }
    }
    return parts;
  }

  private static String pdf(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void nothing_personal_and_no_secret_leaves_with_it() throws Exception {
    Path bundle = SupportBundle.made(Site.open(site));
    Map<String, String> parts = parts(bundle);
    assertThat(parts.keySet())
        .contains(
            "report.txt",
            "report.pdf",
            "doctor.json",
            "settings.txt",
            "counts.txt",
            "logs/station.log",
            "logs/staff.log",
            "traces/sip2.trace")
        .noneMatch(
            name -> name.contains("key") || name.contains("journal") || name.contains("receipts"));
    assertThat(parts.get("report.pdf")).contains("Receipt printer").contains("Checkouts");
    assertThat(parts.get("logs/station.log")).contains("borrowed");
    assertThat(parts.get("settings.txt")).contains("station.central.password").contains("••••");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      assertThat(part.getValue())
          .as(part.getKey())
          .doesNotContain(CARD, ITEM, TITLE, NAME, PIN, PASSWORD, STAFF, HELP)
          .doesNotContain("BEGIN PRIVATE", "135790");
    }
    byte[] raw = Files.readAllBytes(bundle);
    assertThat(new String(raw, StandardCharsets.ISO_8859_1)).doesNotContain(CARD, PASSWORD);
    assertThat(new ByteArrayInputStream(raw)).isNotEmpty();
  }

  @Test
  void the_logs_themselves_hold_no_number_of_a_reader() throws IOException {
    String log = Files.readString(site.resolve("data/logs/station.log"));
    assertThat(log).contains("borrowed").doesNotContain(CARD, ITEM);
  }

  @Test
  void what_is_masked_and_what_is_left() {
    Masker masker = Masker.of(SettingsFile.read(site, Map.of()));
    assertThat(masker.mask("card 28801000000272 at 127.0.0.1:6001 in 84 ms"))
        .isEqualTo("card •••• 0272 at 127.0.0.1:6001 in 84 ms");
    assertThat(masker.mask("the password is " + PASSWORD)).isEqualTo("the password is ••••");
    assertThat(masker.mask("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----"))
        .isEqualTo("••••");
    assertThat(masker.mask("2026-11-24T18:58:07.123+08:00 E15 2 of 34"))
        .isEqualTo("2026-11-24T18:58:07.123+08:00 E15 2 of 34");
  }

  /// A library whose cards have six digits.
  @Test
  void the_fraction_of_a_time_is_no_card() throws IOException {
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(
                "pattern: \"2\\\\d{13}\"\n        check: luhn14",
                "pattern: \"\\\\d{6}\"\n        check: none"));
    Masker masker = Masker.of(SettingsFile.read(site, Map.of()));
    assertThat(masker.mask("at 2026-11-24T08:15:03.123456Z the card 123456"))
        .isEqualTo("at 2026-11-24T08:15:03.123456Z the card ••••");
    assertThat(masker.mask("08:15:03.123456 or 08:15:03,123456 and 08:15:03.123456789Z"))
        .isEqualTo("08:15:03.123456 or 08:15:03,123456 and 08:15:03.123456789Z");
    assertThat(masker.mask("08:15:03." + CARD + " reader." + CARD)).doesNotContain(CARD);
  }

  @Test
  void statistics_count_and_name_nobody() throws IOException {
    Statistics statistics =
        StatisticsSource.read(Site.open(site), Statistics.StatisticsPeriod.MONTH);
    assertThat(statistics.csv()).hasSize(2);
    assertThat(statistics.csv().getLast()).endsWith(",0,1,0,0,0,0,0");
    String text = String.join("\n", statistics.csv());
    assertThat(text).doesNotContain(CARD, ITEM, TITLE);
    assertThat(pdf(ReportPdf.of(statistics))).contains("Checkouts");
  }
}
