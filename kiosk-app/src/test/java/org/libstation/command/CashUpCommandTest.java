package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.check.HealthFile;
import org.libstation.check.TerminalDayFile;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TerminalDay;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.payment.PaymentTerminal;
import org.libstation.site.Site;
import org.libstation.station.parts.JournalParts;

/// `station cash-up`, over an empty journal and a terminal that tells what it is told to tell.
class CashUpCommandTest {
  private static final Money TOTAL = Money.of(1250, "HKD");

  @TempDir Path dir;
  private Path site = Path.of("");
  private final Ending terminal = new Ending();
  private final Called station = new Called(new CashUpCommand(_ -> Optional.of(terminal)));

  /// Does nothing but end its day.
  private static final class Ending implements PaymentTerminal {
    private DayEnd end =
        new DayEnd.Totals(Optional.of("0017"), Optional.of("0018"), Optional.of(TOTAL), List.of());
    private int asked;

    @Override
    public DayEnd endOfDay() {
      asked++;
      return end;
    }

    @Override
    public TerminalOutcome take(Payment payment, Duration atMost, Payer payer) {
      throw new AssertionError("a cash-up takes no money");
    }

    @Override
    public TerminalOutcome find(Payment payment) {
      throw new AssertionError("a cash-up looks for no payment");
    }

    @Override
    public Reversed reverse(Payment payment, String numbers) {
      throw new AssertionError("a cash-up gives nothing back");
    }

    @Override
    public Condition diagnose() {
      throw new AssertionError("a cash-up asks for no diagnosis");
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void makeSite() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    Files.createDirectories(site.resolve("data/keys"));
    Files.copy(RecoveryKeys.publicPem(), site.resolve("data/keys/recovery-public.pem"));
    journal().close();
  }

  private SqliteJournal journal() {
    return JournalParts.open(Site.open(site))
            instanceof JournalOpening.Opened(SqliteJournal journal)
        ? journal
        : fail();
  }

  private static SqliteJournal fail() {
    throw new AssertionError("the journal does not open");
  }

  private int cashUp(String... words) {
    return station.with(
        Stream.concat(Stream.of("cash-up", "--config", site.toString()), Stream.of(words))
            .toArray(String[]::new));
  }

  private List<TerminalDay> kept() throws IOException {
    return TerminalDayFile.all(site.resolve("data").resolve(TerminalDayFile.FILE));
  }

  @Test
  void beside_a_running_station_the_terminals_day_is_not_ended() throws IOException {
    try (SqliteJournal _ = journal()) {
      assertThat(cashUp("--end-of-day")).isEqualTo(2);
      assertThat(station.err()).contains("is in use", "stop the station first").hasLineCount(1);
      assertThat(terminal.asked).isZero();
      assertThat(kept()).isEmpty();
      assertThat(cashUp()).as("the list alone may be made meanwhile").isZero();
    }
    assertThat(cashUp("--end-of-day")).as("the journal holds less than the terminal").isEqualTo(1);
    assertThat(terminal.asked).isOne();
    assertThat(kept()).extracting(TerminalDay::total).containsExactly(Optional.of(TOTAL));
  }

  /// Its journal may be failing: the terminal is its own all the same.
  @Test
  void beside_a_station_without_a_journal_it_is_not_ended_either() throws IOException {
    try (FileChannel _ = HealthFile.hold(site.resolve("data")).orElseThrow()) {
      assertThat(cashUp("--end-of-day")).isEqualTo(2);
      assertThat(station.err()).contains("is in use", "stop the station first");
      assertThat(terminal.asked).isZero();
    }
  }

  @Test
  void one_payment_is_no_payments() throws IOException {
    try (SqliteJournal journal = journal()) {
      journal.append(
          NewEntry.of(
              new CirculationEvent.MoneyTaken(
                  Payment.ofWhatIsOwed("k1", TOTAL), Optional.of(TOTAL), "0017"),
              Optional.empty(),
              List.of(new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station")),
              List.of()));
    }
    assertThat(cashUp()).isZero();
    assertThat(station.out()).contains("1 payment").doesNotContain("1 payments");
    Path pdf = dir.resolve("day.pdf");
    assertThat(cashUp("--pdf", pdf.toString(), "--language", "en")).isZero();
    assertThat(pdf).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
    assertThat(cashUp("--pdf", pdf.toString(), "--language", "tlh")).isEqualTo(2);
  }

  @Test
  void where_no_station_has_run_the_terminal_is_not_asked() throws IOException {
    Files.delete(site.resolve("data/journal/journal.db"));
    assertThat(cashUp("--end-of-day")).isEqualTo(2);
    assertThat(station.err()).contains("the journal is missing");
    assertThat(terminal.asked).isZero();
  }

  @Test
  void an_end_of_which_nobody_knows_is_told_as_that_and_the_list_is_written() throws IOException {
    terminal.end = new PaymentTerminal.DayEnd.DayEndUnknown("the line was closed");
    Path csv = dir.resolve("day.csv");

    assertThat(cashUp("--end-of-day", "--csv", csv.toString())).isEqualTo(1);
    assertThat(station.err())
        .contains("it is not known whether the terminal's day ended", "look at the terminal");
    assertThat(station.out())
        .contains("not known whether it ended", "DIFFERS: it is not known whether");
    assertThat(csv)
        .content()
        .contains(",terminal,", ",end of day not known,")
        .containsPattern(",differs,[^,]+,end of day not known,");
    assertThat(kept()).extracting(TerminalDay::known).containsExactly(false);
  }

  @Test
  void a_day_that_is_over_cannot_be_ended_now() {
    assertThat(cashUp("--day", "2026-11-01", "--end-of-day")).isEqualTo(2);
    assertThat(station.err()).contains("ends the terminal's present day", "2026-11-01");
    assertThat(terminal.asked).isZero();
  }

  @Test
  void a_day_that_did_not_end_is_told_and_not_kept() throws IOException {
    terminal.end = new PaymentTerminal.DayEnd.DayNotEnded("the password is wrong");
    assertThat(cashUp("--end-of-day")).isEqualTo(2);
    assertThat(station.err()).contains("did not end: the password is wrong");
    assertThat(kept()).isEmpty();
  }

  @Test
  void what_cannot_be_written_or_is_no_day_is_told_in_a_line() {
    assertThat(cashUp("--csv", dir.resolve("none/x.csv").toString())).isEqualTo(2);
    assertThat(station.err())
        .endsWith("x.csv cannot be written: there is no such folder\n")
        .doesNotContain("Exception");
    assertThat(cashUp("--pdf", dir.toString())).isEqualTo(2);
    assertThat(station.err()).contains(dir + " cannot be written: ");
    assertThat(cashUp("--day", "2026-13-45")).isEqualTo(2);
    assertThat(station.err())
        .contains("'--day'", "expected an existing day such as 2026-11-30", "'2026-13-45'")
        .doesNotContain("Exception");
  }

  @Test
  void a_day_of_another_date_is_not_the_terminals() throws IOException {
    TerminalDayFile.keep(
        new TerminalDay(
            OffsetDateTime.now(ZoneId.of("UTC")).minusDays(3),
            Optional.empty(),
            Optional.empty(),
            Optional.of(TOTAL),
            true),
        site.resolve("data").resolve(TerminalDayFile.FILE));
    assertThat(cashUp()).isZero();
    assertThat(station.out()).contains("was not ended by this station on that day");
  }
}
