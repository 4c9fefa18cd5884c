package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.circulation.ItemId;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LedgerReader.OpenLoan;
import org.libstation.payment.zvt.lab.TcpEnd;
import org.libstation.payment.zvt.lab.ZvtTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.Booked;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// kill -9 of the real process in a loop, on a real file: patrons lend, return, drop and renew, and
/// again and again the process gets no further instruction, while the cable is out or the library
/// loses what is said. In the end, healed, the promises must hold. It waits for most of its time.
@Tag("full")
@Tag("paced")
class KillLoopTest {
  /// A sample; `./station test --long kills` plays more.
  private static final int ROUNDS = Integer.getInteger("kills.rounds", 12);

  private static final int HKD = 344;

  /// What the terminal took before, in minor units.
  private static final long EARLIER = 99_999;

  private static final Map<String, String> IMPATIENT =
      Map.of(
          "station.settling.quarantine-seconds", "2",
          "station.settling.resumable-seconds", "8",
          "station.settling.probe-seconds", "1",
          "station.settling.good-answers", "1");

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
  }

  @Test
  @Timeout(value = 36, unit = TimeUnit.MINUTES)
  void after_any_number_of_kills_every_promise_holds_once_it_has_settled() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("KillLoopTest: -Dseed=" + seed);
    Site site = BuiltProgram.exampleSite(home);
    List<String> problems = new ArrayList<>();
    List<String> story;
    try (RealStage stage =
        RealStage.open(site, out, IMPATIENT, KillRounds::pause, new Showing.Unseen())) {
      KillRounds rounds = new KillRounds(stage, seed);
      story = rounds.story();
      try {
        rounds.play(ROUNDS);
        rounds.heal();
        problems.addAll(booksDiffer(stage, site));
        problems.addAll(goneWithoutALoan(stage, rounds));
        problems.addAll(bookedWithoutGone(stage, rounds));
        problems.addAll(cardsInPlain(stage.stationData()));
        assertThat(rounds.kills()).as("kills").isGreaterThanOrEqualTo(ROUNDS);
        assertThat(Ledgers.journal(stage.stationData()).size())
            .as("entries in the journal: the patrons came to do something")
            .isGreaterThan(ROUNDS);
      } catch (ScenarioProblem | AssertionError failed) {
        problems.add(failed.getMessage());
      }
      if (!problems.isEmpty()) {
        problems.addAll(
            org.libstation.journal.JournalPrinter.plain()
                .list(Ledgers.journal(stage.stationData())));
      }
    }
    assertThat(problems)
        .as("seed %d; what was done:%n%s", seed, String.join(System.lineSeparator(), story))
        .isEmpty();
  }

  @Test
  @Timeout(value = 36, unit = TimeUnit.MINUTES)
  void a_payment_cut_short_anywhere_is_charged_once_and_booked_or_with_staff() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("KillLoopTest, paying: -Dseed=" + seed);
    ZvtTwin twin = new ZvtTwin(ZvtTwin.Temper.TAKES_FIRST, HKD, EARLIER);
    List<String> problems = new ArrayList<>();
    List<String> story;
    try (TcpEnd end = new TcpEnd(twin);
        RealStage stage =
            RealStage.open(
                BuiltProgram.exampleSite(home),
                out,
                paying(end.port()),
                KillRounds::pause,
                new Showing.Unseen())) {
      PayRounds rounds = new PayRounds(stage, end, twin, seed);
      story = rounds.story();
      try {
        rounds.play(Integer.getInteger("kills.more", 0));
        assertThat(rounds.hit()).as("where the power went").contains(PayRounds.Phase.values());
      } catch (ScenarioProblem | AssertionError failed) {
        problems.add(failed.getMessage());
      }
      List<Booked> ledger = end.ledger();
      MoneyBooks books = MoneyBooks.of(stage, ledger.subList(1, ledger.size()));
      problems.addAll(books.broken(rounds.sums()));
      if (books.library().isEmpty()) {
        problems.add("nothing was booked");
      }
      if (!problems.isEmpty()) {
        problems.addAll(org.libstation.journal.JournalPrinter.plain().list(books.journal()));
      }
    }
    assertThat(problems)
        .as("seed %d; what was done:%n%s", seed, String.join(System.lineSeparator(), story))
        .isEmpty();
  }

  private static Map<String, String> paying(int port) {
    Map<String, String> settings = new HashMap<>(IMPATIENT);
    settings.put("station.payment.terminal", "zvt");
    settings.put("station.payment.address", "tcp:127.0.0.1:" + port);
    settings.put("station.payment.password", ZvtTwin.PASSWORD);
    return settings;
  }

  /// Nothing doubled, nothing that one side has and the other has not: item by item as many
  /// bookings under our login as the journal accounts for.
  private static List<String> booksDiffer(RealStage stage, Site site) throws ScenarioProblem {
    return Ledgers.compare(
            stage.stationData(), stage.libraryData(), site.settings().central().user())
        .stream()
        .filter(line -> !line.agrees())
        .map(LedgerComparison.ItemBooks::toString)
        .toList();
  }

  /// Never gone without a loan or an open fact or a staff line.
  private static List<String> goneWithoutALoan(RealStage stage, KillRounds rounds)
      throws ScenarioProblem {
    List<String> problems = new ArrayList<>();
    List<JournalEntry> journal = Ledgers.journal(stage.stationData());
    try (LedgerReader ledger = LedgerReader.open(stage.libraryData().resolve(Ledgers.LEDGER))) {
      for (ScenarioItem item : rounds.handled()) {
        boolean gone = !stage.bench().armed(item).orElse(true);
        if (gone && ledger.openLoan(id(item)).isEmpty() && !explained(journal, id(item))) {
          problems.add(item.barcode() + " is gone, and nobody knows");
        }
      }
    }
    return problems;
  }

  /// Never booked without gone or a staff line.
  private static List<String> bookedWithoutGone(RealStage stage, KillRounds rounds)
      throws ScenarioProblem {
    List<JournalEntry> journal = Ledgers.journal(stage.stationData());
    List<String> problems = new ArrayList<>();
    try (LedgerReader ledger = LedgerReader.open(stage.libraryData().resolve(Ledgers.LEDGER))) {
      for (OpenLoan loan : ledger.openLoans()) {
        boolean armed =
            stage.bench().armed(new ScenarioItem(loan.item().value(), 1, 1)).orElse(false);
        boolean ours = rounds.handled().stream().anyMatch(item -> id(item).equals(loan.item()));
        if (ours && armed && !explained(journal, loan.item())) {
          problems.add(loan.item() + " is booked and stands here, and nobody knows");
        }
      }
    }
    return problems;
  }

  /// An entry of this item is still open, or staff were told of it.
  private static boolean explained(List<JournalEntry> journal, ItemId item) {
    return journal.stream()
        .filter(entry -> entry.what().item().equals(item))
        .anyMatch(entry -> entry.state() != EntryState.CLOSED || entry.has(Mark.StaffLine.class));
  }

  private static List<String> cardsInPlain(Path directory) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        KillRounds.CARDS.keySet().stream()
            .filter(bytes::contains)
            .forEach(card -> found.add("the card " + card + " stands in plain in " + file));
      }
    }
    return found;
  }

  private static ItemId id(ScenarioItem item) {
    return new ItemId(item.barcode());
  }
}
