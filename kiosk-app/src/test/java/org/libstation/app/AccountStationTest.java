package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.CirculationEvent;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Session;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.Fault;
import org.libstation.station.driven.ScenarioProblem;

/// A patron's account at a whole station: SIP2 over a socket, the embedded library's ledger, a
/// journal file and the simulated terminal's own file.
@Tag("full")
class AccountStationTest {
  /// Lee Wing Yan, who owes HKD 86.00.
  private static final String OWING = "28801000000041";

  private static final String OWING_PIN = "8642";
  private static final String TIME_MACHINE = "38801000002151";

  @TempDir Path directory;
  private StationRig station;

  @BeforeEach
  void on() throws Exception {
    station = StationRig.off(directory);
    station.start();
  }

  @AfterEach
  void off() {
    station.close();
  }

  private void account(String card, String pin) throws ScenarioProblem {
    station.online();
    station.press(new Key.StartAccount());
    station.line("screen card");
    station.scan(card);
    station.line("screen pin");
    station.type(pin);
    station.line("screen account");
    station.see("the loans", state -> account(state.session()) instanceof Account.Loaded);
  }

  private static Account account(java.util.Optional<Session> session) {
    return session.map(Session::account).orElseGet(Account.NotLoaded::new);
  }

  private void known() {
    station.see(
        "the account",
        state ->
            account(state.session()) instanceof Account.Loaded loaded
                && loaded.details() instanceof Details.Known known
                && !known.refreshing());
  }

  private List<JournalEntry> money() {
    return station.entries().stream()
        .filter(entry -> entry.what() instanceof CirculationEvent.MoneyTaken)
        .toList();
  }

  private static boolean closed(List<JournalEntry> entries) {
    return entries.stream().allMatch(entry -> entry.state() == EntryState.CLOSED);
  }

  @Test
  void charges_are_seen_and_paid_and_the_block_is_gone() throws Exception {
    account(OWING, OWING_PIN);
    station.press(new Key.ShowCharges());
    station.line("owed 86.00 HKD");
    station.line("charges 1");
    station.line("blocked OWES_TOO_MUCH");
    known();

    station.press(new Key.Pay());
    station.line("payment paid");
    station.line("owed 0.00 HKD");
    known();

    assertThat(station.lines()).noneMatch(line -> line.startsWith("blocked"));
    assertThat(money()).hasSize(1);
    assertThat(station.entries()).allMatch(entry -> entry.state() == EntryState.CLOSED);
    assertThat(Files.readString(station.data().resolve("simulated-terminal.txt")))
        .startsWith("HKD 8600 ")
        .doesNotContain(OWING);
  }

  /// A terminal stands there, and no payment could be booked: nobody's money is taken.
  @ParameterizedTest
  @ValueSource(strings = {"no-payments", "generic"})
  void beside_a_library_that_books_no_payments_nothing_is_paid_and_the_start_says_so(String dialect)
      throws Exception {
    station.stop();
    Files.writeString(
        station.site.resolve("dialects/no-payments.yaml"),
        """
        dialect:
          based-on: embedded
          system: ours, without payments
          messages:
            supported: ["09", "11", "15", "17", "23", "29", "35", "63", "93", "97", "99"]
        """);
    station.set("central.dialect", dialect);
    station.start();
    station.see(
        "that payments cannot be booked",
        state -> state.station().devices().stream().anyMatch(line -> line.code().equals("G87")));

    account(OWING, OWING_PIN);
    station.press(new Key.ShowCharges());
    station.line("owed 86.00 HKD");
    known();
    station.press(new Key.Pay());
    station.press(new Key.ShowLoans());
    station.line("screen account");

    assertThat(money()).isEmpty();
    assertThat(station.entries()).isEmpty();
    assertThat(station.data().resolve("simulated-terminal.txt")).doesNotExist();
  }

  @Test
  void a_payment_whose_answer_was_lost_is_found_done_after_a_restart_and_not_sent_twice()
      throws Exception {
    account(OWING, OWING_PIN);
    station.press(new Key.ShowCharges());
    known();
    station.library.faults().next("37", new Fault.LoseReply());
    station.press(new Key.Pay());
    station.line("code M21");
    station.stop();

    station.start();
    station.online();
    station.settled("the payment", all -> !money().isEmpty() && closed(all));

    JournalEntry paid = money().getFirst();
    assertThat(paid.marks().stream().map(JournalEntry.Noted::mark))
        .filteredOn(Mark.Sending.class::isInstance)
        .hasSize(1);
    assertThat(paid.marks().getLast().mark())
        .isEqualTo(new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.FOUND_DONE, "station"));
    account(OWING, OWING_PIN);
    station.press(new Key.ShowCharges());
    station.line("owed 0.00 HKD");
  }

  @Test
  void a_title_is_reserved_by_scanning_it_and_given_up_by_two_presses() throws Exception {
    account(StationRig.CARD, StationRig.PIN);
    station.press(new Key.ShowHolds());
    known();
    station.scan(TIME_MACHINE);
    station.line("row", TIME_MACHINE, "waiting");
    known();

    station.press(new Key.GiveUpHold(0));
    station.press(new Key.GiveUpHold(0));
    station.see(
        "no reservation",
        state -> station.lines().stream().noneMatch(l -> l.endsWith("waiting -")));
    known();
    assertThat(station.entries()).hasSize(1);
    assertThat(closed(station.entries())).isTrue();
  }

  @Test
  void without_a_terminal_nothing_can_be_paid() throws Exception {
    station.stop();
    station.set("payment.terminal", "none");
    station.start();
    account(OWING, OWING_PIN);
    station.press(new Key.ShowCharges());
    known();
    station.press(new Key.Pay());
    station.press(new Key.ShowHolds());
    known();

    assertThat(station.entries()).isEmpty();
    assertThat(station.data().resolve("simulated-terminal.txt")).doesNotExist();
  }
}
