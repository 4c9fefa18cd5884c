package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.site.Site;
import org.libstation.station.parts.JournalParts;
import picocli.CommandLine;

/// `station journal todo|close|card|rehearse|merge|audit --item`, on a site of its own with the
/// embedded library behind a real socket.
class StaffCommandsTest {
  private static final ItemId ITEM = new ItemId("38801000002326");
  private static final ItemId OTHER = new ItemId("38801000000017");
  private static final PatronId GOOD = new PatronId("28801000000017");
  private static final PatronId BLOCKED = new PatronId("28801000000272");

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private EmbeddedLibrary library;
  private Path site;

  @BeforeEach
  void begin() throws IOException {
    library =
        EmbeddedLibrary.start(
            dir.resolve("ledger.db"),
            LibraryRules.standard(),
            InstantSource.system(),
            EmbeddedLibrary.Listen.loopback(0, 0));
    site = site("site");
  }

  private Path site(String name) throws IOException {
    Path made = StationRig.copyOfExample(dir.resolve(name));
    Path settings = made.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("port: 6001", "port: " + library.port())
            .replace("recovery-key: \"\"", "recovery-key: " + RecoveryKeys.publicPem()));
    return made;
  }

  @AfterEach
  void end() {
    library.close();
  }

  @Test
  void the_list_says_what_happened_and_what_to_do_and_shows_four_digits_of_the_card()
      throws IOException {
    refusedLoan();
    Path csv = dir.resolve("todo.csv");
    Path pdf = dir.resolve("todo.pdf");

    int status =
        journal("todo", "--language", "en", "--csv", csv.toString(), "--pdf", pdf.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("1 thing is to be done", "the library system refuses the loan", "紅樓夢")
        .contains(ITEM.value(), "Card •••• 0272", "Book the loan by hand")
        .doesNotContain(BLOCKED.value());
    assertThat(Files.readString(csv))
        .startsWith("\uFEFFentry,kind,what,todo,")
        .contains("LOAN_REFUSED", "紅樓夢", "•••• 0272")
        .doesNotContain(BLOCKED.value());
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(590f, 600f);
      assertThat(new PDFTextStripper().getText(document))
          .contains("To do", "紅樓夢", "Put right by", "**** 0272")
          .doesNotContain(BLOCKED.value());
    }
  }

  @Test
  void a_data_directory_alone_has_its_list_too_and_no_card() throws IOException {
    refusedLoan();
    String data = site.resolve("data").toString();
    System.setProperty("libstation.home", "..");
    try {
      assertThat(call("journal", "todo", "--data", data)).as(err::toString).isZero();
      assertThat(call("journal", "todo", "--data", dir.toString())).isEqualTo(2);
    } finally {
      System.clearProperty("libstation.home");
    }
    assertThat(out.toString())
        .contains("1 thing is to be done", ITEM.value(), "No card")
        .contains("Times are of " + ZoneId.systemDefault().getId())
        .doesNotContain("0272");
    assertThat(err.toString()).contains("there is no journal in");
  }

  @Test
  @Tag("full")
  void it_speaks_the_stations_language_unless_told_otherwise() throws IOException {
    refusedLoan();
    assertThat(journal("todo")).isZero();
    assertThat(out.toString()).contains("1 項待辦", "圖書館系統拒絕借閱", "證號 •••• 0272");
    assertThat(journal("todo", "--language", "fr")).isEqualTo(2);
    assertThat(err.toString()).contains("expected en, zh-Hant-HK or zh-Hans");
  }

  @Test
  void a_cell_that_a_spreadsheet_would_count_is_plain_text() throws IOException {
    try (SqliteJournal journal = open()) {
      long entry = journal.append(lent(ITEM, GOOD, "=HYPERLINK(1)"));
      journal.mark(entry, StaffLine.of(StaffLine.StaffReason.FINDING, TaskNote.text("@note")));
    }
    Path csv = dir.resolve("todo.csv");
    assertThat(journal("todo", "--csv", csv.toString())).isZero();
    assertThat(Files.readString(csv)).contains("'=HYPERLINK(1)", "'@note");
  }

  @Test
  @Tag("full")
  void a_thing_is_closed_by_name_and_reason_and_its_card_goes() throws IOException {
    long entry = refusedLoan();
    String number = Long.toString(entry);

    assertThat(journal("close", number, "--by", " ", "--reason", "booked")).isEqualTo(2);
    assertThat(err.toString()).contains("--by: expected a text");
    assertThat(journal("close", number, "--by", "Chan Tai-man", "--reason", "booked by hand"))
        .isZero();
    assertThat(journal("close", number, "--by", "Chan Tai-man", "--reason", "again")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no open staff task for entry " + entry);
    try (SqliteJournal journal = open()) {
      JournalEntry closed = journal.find(entry).orElseThrow();
      assertThat(closed.state()).isEqualTo(EntryState.CLOSED);
      assertThat(closed.marks())
          .extracting(JournalEntry.Noted::mark)
          .contains(new Mark.StaffDone("Chan Tai-man", "booked by hand"));
      assertThat(journal.card(entry)).isEmpty();
    }
    assertThat(journal("todo", "--language", "en")).isZero();
    assertThat(out.toString()).contains("Nothing is to be done");
  }

  @Test
  @Tag("full")
  void the_whole_card_is_shown_only_after_its_opening_was_written_down() throws IOException {
    long entry = refusedLoan();
    assertThat(journal("card", Long.toString(entry), "--by", "Chan Tai-man")).isZero();
    assertThat(out.toString()).contains(BLOCKED.value());
    try (SqliteJournal journal = open()) {
      assertThat(journal.find(entry).orElseThrow().marks())
          .extracting(JournalEntry.Noted::mark)
          .contains(new Mark.CardOpened("Chan Tai-man"));
    }
    long waiting;
    try (SqliteJournal journal = open()) {
      waiting = journal.append(lent(OTHER, GOOD, ""));
    }
    assertThat(journal("card", Long.toString(waiting), "--by", "Chan Tai-man")).isEqualTo(2);
    assertThat(err.toString()).contains("so its card stays sealed");
  }

  @Test
  void while_the_station_runs_staff_are_sent_to_its_screen() throws IOException {
    long entry = refusedLoan();
    try (SqliteJournal running = open()) {
      assertThat(running.open()).hasSize(1);
      assertThat(journal("close", Long.toString(entry), "--by", "a", "--reason", "b")).isEqualTo(2);
      assertThat(journal("todo")).as("reading goes on").isZero();
    }
    assertThat(err.toString()).contains("use the station's own screen");
  }

  @Test
  @Tag("full")
  void a_rehearsal_tells_what_would_be_refused_and_lends_nothing() throws IOException {
    try (SqliteJournal journal = open()) {
      long good = journal.append(lent(ITEM, GOOD, "紅樓夢"));
      long bad = journal.append(lent(OTHER, BLOCKED, "西遊記"));
      journal.mark(good, new Mark.Released());
      journal.mark(bad, new Mark.Released());
    }

    int status = journal("rehearse");

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .containsPattern(ITEM.value() + " +would settle")
        .containsPattern(OTHER.value() + " +would go to staff: loan refused")
        .contains("only status requests were sent")
        .doesNotContain(BLOCKED.value());
    assertThat(status).isEqualTo(1);
    try (SqliteJournal journal = open()) {
      assertThat(journal.open()).extracting(JournalEntry::state).containsOnly(EntryState.WAITING);
    }
    assertThat(journal("audit", "--item", ITEM.value())).isZero();
    assertThat(out.toString())
        .as("it is still on the shelf there")
        .contains("not settled yet", "central system: available");
  }

  @Test
  void a_rehearsal_without_an_answer_says_so() throws IOException {
    try (SqliteJournal journal = open()) {
      journal.append(lent(ITEM, GOOD, ""));
    }
    library.close();
    assertThat(journal("rehearse")).isEqualTo(3);
    assertThat(out.toString()).contains("no answer");
  }

  @Test
  void an_audit_of_the_whole_journal_has_sums_that_close() throws IOException {
    refusedLoan();
    assertThat(journal("audit")).isZero();
    assertThat(out.toString())
        .contains(
            "done here",
            "with staff",
            "the sums close",
            "the entries in this journal are consistent");
  }

  @Test
  void two_stations_journals_become_one_story() throws IOException {
    try (SqliteJournal journal = open()) {
      journal.append(lent(ITEM, GOOD, ""));
    }
    Path other = site("other");
    try (SqliteJournal journal = open(other)) {
      EventTime later = journal.find(journal.append(lent(OTHER, GOOD, ""))).orElseThrow().at();
      journal.append(
          NewEntry.of(
              new CirculationEvent.ItemReturned(ITEM, later, CirculationEvent.How.DROPPED, true),
              Optional.empty(),
              List.of(),
              List.of()));
    }

    int status =
        call(
            "journal",
            "merge",
            "tai-po=" + site.resolve("data"),
            "sha-tin=" + other.resolve("data"));

    assertThat(status).isEqualTo(1);
    assertThat(out.toString())
        .contains("returned elsewhere: settle the loan first", "tai-po", "sha-tin")
        .doesNotContain(GOOD.value());
    assertThat(call("journal", "merge", "nowhere", "nowhere-else")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no journal in nowhere");
  }

  private long refusedLoan() {
    try (SqliteJournal journal = open()) {
      long entry = journal.append(lent(ITEM, BLOCKED, "紅樓夢"));
      journal.mark(
          entry, StaffLine.of(StaffLine.StaffReason.LOAN_REFUSED, TaskNote.text("PATRON_BLOCKED")));
      return entry;
    }
  }

  private static NewEntry lent(ItemId item, PatronId card, String title) {
    return NewEntry.of(
        new CirculationEvent.LoanGiven(item, LocalDateTime.parse("2026-12-24T23:59"), title, true),
        Optional.of(card),
        List.of(),
        List.of());
  }

  private SqliteJournal open() {
    return open(site);
  }

  private static SqliteJournal open(Path site) {
    if (JournalParts.open(Site.open(site))
        instanceof JournalOpening.Opened(SqliteJournal journal)) {
      return journal;
    }
    throw new AssertionError("the journal does not open");
  }

  private int journal(String command, String... words) {
    String[] all = new String[words.length + 4];
    all[0] = "journal";
    all[1] = command;
    all[2] = "--config";
    all[3] = site.toString();
    System.arraycopy(words, 0, all, 4, words.length);
    return call(all);
  }

  private int call(String... words) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(words);
  }
}
