package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// A station whose journal is missing, emptied or older: through the real wiring.
class JournalNotTheOneTest {
  private static final String BOOK = "38801000000015";
  private static final String OTHER = "38801000000254";

  @TempDir Path directory;
  private StationRig station;

  @BeforeEach
  void a_site() throws Exception {
    station = StationRig.off(directory);
  }

  @AfterEach
  void it_ends() {
    station.close();
  }

  @Test
  @Tag("full")
  void a_missing_journal_takes_returns_only_until_the_old_one_is_brought_back_with_them()
      throws Exception {
    station.start();
    returned(OTHER);
    station.settled("settled", all -> closed(all, 0));
    station.stop();
    Path old = directory.resolve("old.db");
    Files.move(station.journalFile(), old);
    assertThat(doctor()).contains("G35", "./station journal restore");

    station.start();
    station.closedWith(Code.K25, JournalHealth.MISSING);
    assertThat(station.state().station().cause()).contains(JournalCause.MISSING);
    assertThat(station.words(Code.K25)).isEqualTo("Returns only at the moment");
    station.press(new Key.StartBorrow());
    returned(BOOK);
    station.closedWith(Code.K25, JournalHealth.MISSING);
    station.settled("settled", all -> closed(all, 0));

    // The key on the screen is no word for that, also after a write that failed.
    station.technician();
    station.press(new Key.AllowLending());
    station.press(new Key.Leave());
    station.closedWith(Code.K25, JournalHealth.MISSING);
    station.tell(
        new FlowEvent.JournalChanged(JournalHealth.FAILING, Optional.of(JournalCause.DISK)));
    station.closedWith(Code.K21, JournalHealth.FAILING);
    station.technician();
    station.press(new Key.AllowLending());
    station.press(new Key.Leave());
    station.closedWith(Code.K25, JournalHealth.MISSING);
    station.stop();
    assertThat(doctor()).contains("G35");

    String said = word("restore", "--from", old.toString());
    assertThat(said)
        .contains("brought back by Chan", "carried over        1")
        .doesNotContain("resume");
    assertThat(doctor()).doesNotContain("G35", "G36");
    station.start();
    station.line("screen welcome");
    assertThat(station.entries())
        .extracting(entry -> entry.what().item().value())
        .containsExactly(OTHER, BOOK);
  }

  @Test
  @Tag("full")
  void an_emptied_journal_takes_returns_only_until_a_technician_says_new() throws Exception {
    station.start();
    returned(OTHER);
    station.stop();
    Files.write(station.journalFile(), new byte[0]);

    station.start();
    station.closedWith(Code.K25, JournalHealth.MISSING);
    station.stop();
    assertThat(run(2, "journal", "resume", "--config", site(), "--by", "Chan", "--reason", "why"))
        .contains("journal new");
    assertThat(word("new")).contains("given up by Chan");
    assertThat(run(2, "journal", "new", "--config", site(), "--by", "Chan", "--reason", "why"))
        .contains("there is nothing to decide");
    station.start();
    station.line("screen welcome");
    station.borrowing();
    station.scan(BOOK);
    station.line("row " + BOOK + " lent");
  }

  @Test
  @Tag("full")
  void what_is_open_in_an_older_journal_is_sent_by_nobody_before_a_look_and_a_word()
      throws Exception {
    station.library.pullCable();
    station.start();
    returned(OTHER);
    station.stop();
    Path copy = Files.copy(station.journalFile(), directory.resolve("copy.db"));
    station.library.plugCable();
    station.start();
    station.settled("settled", all -> closed(all, 0));
    station.stop();
    Files.copy(copy, station.journalFile(), StandardCopyOption.REPLACE_EXISTING);
    assertThat(doctor()).contains("G36", "./station journal resume");

    station.start();
    station.closedWith(Code.K26, JournalHealth.OLDER);
    station.online();
    returned(BOOK);
    station.settled("the new return is settled", all -> closed(all, 1));
    JournalEntry held = station.entries().getFirst();
    assertThat(held.state()).isEqualTo(EntryState.WAITING);
    assertThat(held.has(Mark.Sending.class)).isFalse();
    station.closedWith(Code.K26, JournalHealth.OLDER);
    station.stop();
    assertThat(doctor()).contains("G36");

    assertThat(word("resume")).contains("to be looked up     1");
    station.start();
    station.line("screen welcome");
    station.settled("looked up and closed", all -> closed(all, 0));
    JournalEntry looked = station.entries().getFirst();
    assertThat(looked.has(Mark.Observed.class)).isTrue();
    assertThat(looked.has(Mark.Sending.class)).isFalse();
  }

  @Test
  @Tag("full")
  void a_backup_is_written_beside_a_station_that_runs() throws Exception {
    station.start();
    returned(OTHER);
    Path to = directory.resolve("backup.db");
    assertThat(run(0, "journal", "backup", "--to", to.toString(), "--config", site()))
        .contains("entries             1", "its owner alone");
    assertThat(run(2, "journal", "backup", "--to", to.toString(), "--config", site()))
        .contains("was not touched");
  }

  private static boolean closed(List<JournalEntry> all, int index) {
    return all.size() > index && all.get(index).state() == EntryState.CLOSED;
  }

  private void returned(String book) throws Exception {
    station.press(new Key.StartReturn());
    station.line("screen return");
    station.scan(book);
    station.line("row " + book);
    station.press(new Key.Confirm());
    station.line("screen receipt");
    station.press(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.NONE));
    station.press(new Key.Confirm());
  }

  private String site() {
    return station.site.toString();
  }

  private static Ran ran(String... command) {
    StringWriter said = new StringWriter();
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(command);
    return new Ran(status, said.toString());
  }

  private record Ran(int status, String said) {}

  private static String run(int expected, String... command) {
    Ran ran = ran(command);
    assertThat(ran.status).as(ran.said).isEqualTo(expected);
    return ran.said;
  }

  private String doctor() {
    return ran("doctor", "--config", site(), "--only", "journal").said;
  }

  private String word(String what, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("journal", what, "--config", site(), "--by", "Chan", "--reason", "new disk"));
    command.addAll(List.of(more));
    return run(0, command.toArray(String[]::new));
  }
}
