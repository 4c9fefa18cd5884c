package org.libstation.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.check.TerminalDayFile;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.circulation.TaskNote;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.TaskReason;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.paper.KeptPins;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.StaffSettings;
import org.libstation.station.parts.JournalParts;
import org.libstation.station.parts.OpenJournal;
import org.slf4j.LoggerFactory;

/// Staff's side of the station, over a real journal.
class TechnicianOfficeTest {
  private static final PatronId CARD = new PatronId("28801000000272");

  @TempDir Path dir;

  private OpenJournal open;
  private boolean ending;
  private SqliteJournal journal;
  private TechnicianOffice office;

  @BeforeEach
  void begin() throws IOException {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Path settings = site.resolve("station.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("recovery-key: \"\"", "recovery-key: " + RecoveryKeys.publicPem())
            .replace("card: \"\"", "card: " + KeptPins.CARD)
            .replace(
                "        pin: \"135790\"\n",
                "        pin: \"135790\"\n      - name: Wong Siu-ming\n        pin: \"864209\"\n"));
    open = OpenJournal.of(dir, JournalParts.open(Site.open(site)));
    journal = open.usable();
    StaffSettings pins = SettingsFile.read(site, Map.of()).technician();
    office =
        new TechnicianOffice(
            pins,
            open,
            () -> ending,
            new TechnicianOffice.DayEnds(
                ZoneId.of("Asia/Hong_Kong"),
                dir.resolve(TerminalDayFile.FILE),
                InstantSource.system()));
  }

  @AfterEach
  void end() {
    open.close();
  }

  /// A fault of this page would be taken for one of the journal, and the station would close.
  @Test
  void a_day_is_counted_whatever_became_of_the_file_of_the_terminals_ends() throws IOException {
    Path ends = dir.resolve(TerminalDayFile.FILE);
    assertThat(office.cashUp(0).differences()).isEmpty();
    assertThat(office.cashUp(31).end()).isEmpty();

    Files.write(ends, new byte[] {(byte) 0xff, '\t', (byte) 0xfe, '\n'});
    assertThat(office.cashUp(0).end()).isEmpty();

    Files.delete(ends);
    Files.createDirectory(ends);
    assertThat(office.cashUp(0).differences())
        .hasOnlyElementsOfType(CashDay.Difference.EndNotKnown.class)
        .hasSize(1);
  }

  /// Its devices are closed then, one after the other; what was under way is told all the same.
  @Test
  void an_orderly_end_is_no_failure_of_the_pad_and_the_scanner() {
    Logger staff = (Logger) LoggerFactory.getLogger("staff");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    staff.addAppender(lines);
    staff.setLevel(Level.INFO);
    try {
      ending = true;
      office.note(StaffNote.OUT_OF_SERVICE, Optional.of(Code.K11), Optional.empty());
      office.note(StaffNote.OUT_OF_SERVICE, Optional.of(Code.K21), Optional.empty());
      office.note(StaffNote.ITEM_FOR_STAFF, Optional.of(Code.T31), Optional.empty());
      ending = false;
      office.note(StaffNote.OUT_OF_SERVICE, Optional.of(Code.K11), Optional.empty());
    } finally {
      staff.detachAppender(lines);
      staff.setLevel(null);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("OUT_OF_SERVICE K21", "ITEM_FOR_STAFF T31", "OUT_OF_SERVICE K11");
  }

  @Test
  void a_pin_names_who_typed_it() {
    assertThat(office.who(new Pin("246810"))).contains("technician");
    assertThat(office.who(new Pin("135790"))).contains("陳大文");
    assertThat(office.who(new Pin("864209"))).contains("Wong Siu-ming");
    assertThat(office.who(new Pin("000000"))).isEmpty();
    assertThat(office.who(new Pin(""))).isEmpty();
  }

  @Test
  void a_staff_card_names_its_owner_and_no_readers_card_does() {
    assertThat(office.whoseCard(new PatronId("S-4711"))).contains("Wong Siu-ming");
    assertThat(office.level("Wong Siu-ming")).isEqualTo(StaffLevel.STAFF);
    assertThat(office.whoseCard(CARD)).isEmpty();
    assertThat(office.who(new Pin("4711"))).isEmpty();
  }

  @Test
  void the_list_shows_four_digits_and_the_sums_close() {
    long refused = refused();
    lent(
        Mark.Accepted.mayClear(Optional.empty(), "11"),
        new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));

    StaffList list = office.list();

    assertThat(list.tasks()).extracting(StaffTask::entry).containsExactly(refused);
    assertThat(list.tasks().getFirst().card()).contains("•••• 0272");
    assertThat(list.toString()).doesNotContain(CARD.value());
    StaffList.Sums sums = list.sums();
    assertThat(sums.done()).isEqualTo(2);
    assertThat(sums.settled()).isEqualTo(1);
    assertThat(sums.withStaff()).isEqualTo(1);
    assertThat(
            sums.settled()
                + sums.foundDone()
                + sums.abandoned()
                + sums.refused()
                + sums.putRight()
                + sums.withStaff()
                + sums.unknown()
                + sums.open())
        .isEqualTo(sums.done());
  }

  @Test
  @Tag("full")
  void an_opening_is_on_disk_and_only_what_staff_must_put_right_opens() {
    long refused = refused();
    long waiting = lent();

    assertThat(office.openCard(refused, "Chan Tai-man")).contains(CARD);
    assertThat(office.openCard(waiting, "Chan Tai-man")).isEmpty();

    assertThat(marks(refused)).contains(new Mark.CardOpened("Chan Tai-man"));
    assertThat(marks(waiting)).isEmpty();
  }

  @Test
  void a_task_is_closed_once_in_the_name_of_who_did_it() {
    long refused = refused();

    office.close(refused, "Chan Tai-man", TaskReason.BOOKED_BY_HAND);
    office.close(refused, "Wong Siu-ming", TaskReason.GIVEN_UP);

    assertThat(marks(refused))
        .contains(
            new Mark.StaffDone("Chan Tai-man", "booked by hand"),
            new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.BY_STAFF, "Chan Tai-man"))
        .doesNotContain(new Mark.StaffDone("Wong Siu-ming", "given up"));
    assertThat(journal.find(refused).orElseThrow().state()).isEqualTo(EntryState.CLOSED);
    assertThat(journal.card(refused)).isEmpty();
    assertThat(office.list().tasks()).isEmpty();
    assertThat(office.list().sums().putRight()).isEqualTo(1);
  }

  private long refused() {
    return lent(
        Mark.StaffLine.of(
            Mark.StaffLine.StaffReason.LOAN_REFUSED, TaskNote.text("PATRON_BLOCKED")));
  }

  private long lent(Mark... marks) {
    long entry =
        journal.append(
            NewEntry.of(
                new CirculationEvent.LoanGiven(
                    new ItemId("38801000002326"),
                    LocalDateTime.parse("2026-12-24T23:59"),
                    "紅樓夢",
                    true),
                Optional.of(CARD),
                List.of(),
                List.of()));
    for (Mark mark : marks) {
      journal.mark(entry, mark);
    }
    return entry;
  }

  private List<Mark> marks(long entry) {
    return journal.find(entry).orElseThrow().marks().stream()
        .map(JournalEntry.Noted::mark)
        .toList();
  }
}
