package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.flow.Flow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.process.log.PublicStatus;
import org.libstation.site.Site;
import org.libstation.station.parts.JournalParts;
import org.libstation.sync.DropDesk;
import picocli.CommandLine;

/// `station resolve unidentified` and `station manifest` on a site of its own, and the public
/// status.
class DropStaffTest {
  private static final ItemId BOOK = new ItemId("38801000001484");
  private static final ItemId HELD = new ItemId("38801000000437");

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path site = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("recovery-key: \"\"", "recovery-key: " + RecoveryKeys.publicPem()));
  }

  private <T> T journal(Function<SqliteJournal, T> work) {
    if (JournalParts.open(Site.open(site))
        instanceof JournalOpening.Opened(SqliteJournal journal)) {
      try (journal) {
        return work.apply(journal);
      }
    }
    throw new AssertionError("the journal does not open");
  }

  private int call(String... words) {
    out.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(words);
  }

  private static EventTime nine() {
    return new EventTime(
        OffsetDateTime.parse("2026-11-26T21:14:00+08:00"),
        "boot",
        Duration.ofHours(1),
        Optional.empty(),
        false);
  }

  private long object() {
    return journal(
        journal ->
            new DropDesk(journal).objectDropped(nine(), Optional.of(Duration.ofMillis(240)), ""));
  }

  private int resolve(long object, ItemId item) {
    return call(
        "resolve",
        "unidentified",
        Long.toString(object),
        "as",
        item.value(),
        "--config",
        site.toString(),
        "--by",
        "Chan Tai-man");
  }

  @Test
  void an_object_is_named_once_and_is_a_return_of_its_first_moment() {
    long object = object();
    assertThat(call("journal", "todo", "--config", site.toString(), "--language", "en")).isZero();
    assertThat(out.toString()).contains("Something came into the drop", "21:14", "240 ms");

    assertThat(resolve(object, BOOK)).as(err.toString()).isZero();
    JournalEntry back = journal(journal -> journal.all(object + 1, 5).getFirst());
    assertThat(back.what()).isEqualTo(new ItemReturned(BOOK, nine(), How.DROPPED, false));
    assertThat(resolve(object, HELD)).isEqualTo(1);
    assertThat(out.toString()).contains("known already: " + BOOK.value());
    assertThat(resolve(4711, HELD)).isEqualTo(1);
    assertThat(journal(journal -> journal.all(1, 100)).size()).isEqualTo(2);
  }

  @Test
  @Tag("full")
  void the_manifest_on_an_a4_page_says_what_the_command_says() throws IOException {
    long object = object();
    journal(
        journal -> {
          long _ =
              journal.append(
                  NewEntry.of(
                      new ItemReturned(HELD, nine(), How.DROPPED, true),
                      Optional.empty(),
                      List.of(new Mark.Sorted(Optional.of("2"), true)),
                      List.of()));
          return new DropDesk(journal).emptied(nine(), "Chan", 2, OptionalInt.of(4));
        });
    Path pdf = dir.resolve("manifest.pdf");
    assertThat(
            call(
                "manifest",
                "--config",
                site.toString(),
                "--language",
                "en",
                "--pdf",
                pdf.toString()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("Emptied by Chan", "Returned 1", "Unread 1", "Counted by the eye 2")
        .contains("Holds to pull (1)", HELD.value(), "#" + object + " ", "2: 1");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String page = new PDFTextStripper().getText(document);
      assertThat(page.replaceAll("\\s+", ""))
          .contains(out.toString().lines().map(line -> line.replaceAll("\\s+", "")).toList());
    }
    assertThat(call("manifest", "--config", site.toString(), "--now")).isZero();
    assertThat(call("manifest", "--config", site.toString(), "--entry", "1")).isEqualTo(2);
  }

  @Test
  void the_public_status_says_that_the_drop_is_full_and_names_nobody() throws IOException {
    FlowSettings settings = UsualFlow.settings();
    Flow flow = new Flow(settings, _ -> "");
    FlowState state = FlowState.initial(settings, nine());
    PublicStatus status = new PublicStatus(dir.resolve("data"));
    for (FlowEvent event :
        List.of(
            new FlowEvent.DeviceChanged(
                DeviceLine.plain(DeviceRole.DROP, "bin", DeviceCondition.READY, "", "")),
            new FlowEvent.BinFilled(43))) {
      state = flow.step(state, event).state();
    }
    status.accept(state);
    Path file = dir.resolve("data").resolve(PublicStatus.FILE);
    assertThat(Files.readString(file))
        .contains("\"drop\":\"open\"", "\"drop-fill-percent\":40", "\"schema\":1");

    status.accept(flow.step(state, new FlowEvent.BinFilled(97)).state());
    assertThat(Files.readString(file))
        .contains("\"drop\":\"full\"", "\"drop-code\":\"R44\"", "2026-11-26T21:14");
    try (var files = Files.list(dir.resolve("data"))) {
      assertThat(files).containsExactly(file);
    }
  }
}
