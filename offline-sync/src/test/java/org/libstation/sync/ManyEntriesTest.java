package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent.LoanGiven;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.journal.Journal;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.Ballast;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.lab.desk.DeskRig;
import org.libstation.sync.CentralHabits.Habit;
import org.libstation.testkit.Sample;

/// What days without the link leave behind is settled, on a real file, while patrons are served:
/// ten thousand loans by the long test, three thousand by all tests.
@Tag("full")
class ManyEntriesTest {
  private static final int ENTRIES = Sample.WHOLE ? 10_000 : 3_000;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int A_CARD = 5;
  private static final int SERVED = 200;
  private static final LocalDateTime DUE = LocalDateTime.parse("2026-12-09T23:59");

  @TempDir Path dir;

  private final ManualStationClock clock = new ManualStationClock();
  private final FakeCentral central =
      new FakeCentral(() -> clock.now().wall().atZoneSameInstant(Bench.ZONE).toLocalDateTime());

  @Test
  void thousands_of_loans_are_settled_once_each_while_patrons_borrow() throws Exception {
    try (Journal journal = journal();
        ExecutorService patron = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < ENTRIES + SERVED; i++) {
        central.has(item(i));
        central.knows(card(i));
      }
      for (int i = 0; i < ENTRIES; i++) {
        long _ = journal.append(lentWithoutLink(i));
      }
      DeskRig rig =
          DeskRig.over(journal, central, clock)
              .random(new Random(1))
              .build(
                  CentralHabits.fixed(
                      Bench.ZONE, Set.of(Habit.RECALLED_IS_ON_LOAN), List.of(14), 0),
                  Bench.rules(OfflineRules.OfflineMode.ALL, A_CARD));
      while (!rig.link().up()) {
        clock.advance(rig.link().step());
      }

      Future<List<LoanOutcome>> served = patron.submit(() -> ManyEntriesTest.served(rig.desk()));
      // Where nothing can be done now, what is left waits for the patron.
      await()
          .pollInSameThread()
          .atMost(LIMIT)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                while (!rig.outbox().step().isPositive()) {
                  // The next one.
                }
                return served.isDone() && journal.headAfter(Optional.empty()).isEmpty();
              });

      assertThat(served.get()).hasSize(SERVED).allMatch(LoanOutcome.Lent.class::isInstance);
      assertThat(journal.open()).isEmpty();
      assertThat(journal.all(1, ENTRIES)).allMatch(ManyEntriesTest::isSettled);
      assertThat(central.heardActing()).hasSize(ENTRIES + SERVED).doesNotHaveDuplicates();
      // One look an entry, and no list: nothing of these loans had ever left.
      assertThat(central.heard().stream().filter(text -> text.startsWith("17")))
          .hasSize(ENTRIES + SERVED);
      assertThat(central.heard()).doesNotContain("63");
    }
  }

  private static List<LoanOutcome> served(Desk desk) {
    List<LoanOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < SERVED; i++) {
      LoanOutcome outcome = desk.lend(item(ENTRIES + i), card(ENTRIES + i), Optional.empty(), true);
      if (outcome instanceof LoanOutcome.Lent lent) {
        desk.released(lent.entry());
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private static NewEntry lentWithoutLink(int number) {
    return NewEntry.of(
        new LoanGiven(item(number), DUE, "", true),
        Optional.of(card(number)),
        List.of(new Mark.Released()),
        List.of());
  }

  private static ItemId item(int number) {
    return new ItemId(String.format(Locale.ROOT, "3%013d", number));
  }

  private static PatronId card(int number) {
    return new PatronId(String.format(Locale.ROOT, "2%013d", number / A_CARD));
  }

  private static boolean isSettled(JournalEntry entry) {
    return entry.marks().getLast().mark() instanceof Mark.EntryClosed closed
        && closed.reason() == Mark.EntryClosed.ClosingReason.SETTLED
        && !entry.cardSealed();
  }

  private Journal journal() {
    return JournalStore.journal(
            new JournalStore(
                    clock,
                    dir.resolve("machine.key"),
                    RecoveryKeys.key(),
                    Ballast.DEFAULT_BYTES,
                    new SecureRandom(),
                    List.of())
                .open(dir.resolve("journal")))
        .orElseThrow();
  }
}
