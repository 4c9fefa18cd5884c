package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Money;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.WasOnLoan;
import org.libstation.fines.FineExplained;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;
import org.libstation.station.PolicyFineExplainer;
import org.libstation.tools.command.FinesCommand;

/// What a station told its readers about fines is counted again from a file, by the other command.
class ToldFinesCommandTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final StationClock CLOCK =
      new ManualStationClock(OffsetDateTime.parse("2026-11-24T19:00+08:00"), Duration.ZERO);

  @TempDir Path dir;

  private PolicyBundle policy;
  private Path policyFile;
  private Called station;

  /// How one return of the day went.
  ///
  /// @param charge what the library said; none when it did not
  private record Return(String due, String back, @Nullable String charge) {}

  private static final List<Return> DAY =
      List.of(
          new Return("2026-11-16", "2026-11-24T18:44+08:00", null),
          new Return("2026-11-16", "2026-11-24T18:44+08:00", "9.00"),
          new Return("2026-11-16", "2026-11-24T18:44+08:00", "3.00"),
          new Return("2026-11-16", "2026-11-24T18:44+08:00", "30.00"),
          new Return("2020-01-20", "2020-03-02T09:00+08:00", null),
          new Return("2020-07-02", "2020-07-10T12:00+08:00", null),
          new Return("2021-03-02", "2021-03-08T00:00+08:00", "6.00"),
          new Return("2026-11-20", "2026-11-20T23:00+08:00", null),
          new Return("2019-12-23", "2020-01-02T10:00+08:00", null),
          new Return("2024-02-27", "2024-03-04T10:00+08:00", null));

  @BeforeEach
  void write() throws IOException {
    String text =
        Files.readString(Path.of("..", "config", "policy", "hkpl-example.yaml"))
            .replaceFirst("(?m)^    week: .*\n", "    week: {thursday: closed}\n")
            .replace(
                "    changes:\n",
                """
                    changes:
                      - announcedAt: 2026-11-21T06:00+08:00
                        days: [2026-11-21]
                        closed: gale
                """)
            .replaceFirst(
                "maximum: \\{amount: none}",
                "maximum: {amount: none}\n        recall: {rate: 5.00, maximum: 40.00}");
    policy =
        switch (PolicyReader.parse("policy.yaml", text)) {
          case PolicyReading.PolicyRead(var bundle) -> bundle;
          case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    policyFile = Files.writeString(dir.resolve("policy.yaml"), text);
    station = new Called(JournalCommand.with(InstantSource.system()), new FinesCommand());
  }

  private int tell(List<Return> returns) {
    PolicyFineExplainer explainer = new PolicyFineExplainer(policy);
    int told = 0;
    try (SqliteJournal journal = journal()) {
      for (Return one : returns) {
        EventTime at = at(one.back());
        ItemId item = new ItemId("3018000000" + (1000 + told));
        long entry =
            journal.append(
                NewEntry.of(
                    new CirculationEvent.ItemReturned(item, at, CirculationEvent.How.SEEN, true),
                    Optional.empty(),
                    List.of(),
                    List.of()));
        Optional<FineTold> fine =
            explainer.explain(outcome(entry, item, one), at).fine().map(FineExplained::told);
        fine.ifPresent(sum -> journal.mark(entry, new Mark.Fine(sum)));
        told += fine.isPresent() ? 1 : 0;
      }
    }
    return told;
  }

  private static ReturnOutcome outcome(long entry, ItemId item, Return one) {
    Optional<DueDate> due = Optional.of(DueDate.of(LocalDate.parse(one.due()).atTime(23, 59)));
    return one.charge() == null
        ? new ReturnOutcome.Recorded(
            entry, item, Optional.empty(), due, ReturnOutcome.LentTo.NOT_KNOWN)
        : new ReturnOutcome.ReturnBooked(
            entry,
            item,
            "Harbours",
            ReturnOutcome.Sorting.USUAL,
            new ReturnOutcome.EndedLoan(
                WasOnLoan.YES,
                due,
                Optional.of(Money.parse(one.charge(), Money.of(0, "HKD").currency())),
                ReturnOutcome.LentTo.NOT_KNOWN));
  }

  private static EventTime at(String moment) {
    return new EventTime(
        OffsetDateTime.parse(moment), "boot", Duration.ZERO, Optional.empty(), false);
  }

  @Test
  void every_fine_that_was_told_in_a_day_comes_out_of_the_file_again() throws IOException {
    int told = tell(DAY);
    assertThat(told).isEqualTo(DAY.size() - 1);
    assertThat(
            station.with(
                "journal", "fines", "--data", dir.toString(), "--policy", policyFile.toString()))
        .isZero();
    Path file = Files.writeString(dir.resolve("told.csv"), station.out());
    assertThat(station.err()).isEmpty();
    int before = station.out().length();

    assertThat(station.with("fines", "--cases", file.toString())).isZero();

    List<Map<String, String>> rows = rows(station.out().substring(before));
    assertThat(rows).hasSize(told);
    for (Map<String, String> row : rows) {
      assertThat(row.get("amount_minor")).as("%s", row).isEqualTo(row.get("told_minor"));
    }
    assertThat(rows)
        .extracting(row -> row.get("told_minor"))
        .contains("900", "300", "3000", "0", "600");
    assertThat(rows).extracting(row -> row.get("class")).contains("adult", "children");
  }

  @Test
  void what_nobody_counted_here_or_no_rules_give_is_named_and_left_out() {
    tell(List.of(new Return("2026-11-16", "2026-11-24T18:44+08:00", "12.00")));
    try (SqliteJournal journal = journal()) {
      long entry =
          journal.append(
              NewEntry.of(
                  new CirculationEvent.ItemReturned(
                      new ItemId("30180000002000"),
                      at("2026-11-24T18:44+08:00"),
                      CirculationEvent.How.SEEN,
                      true),
                  Optional.empty(),
                  List.of(),
                  List.of()));
      journal.mark(
          entry,
          new Mark.Fine(
              new FineTold(
                  Optional.of(LocalDate.of(2026, 11, 16)),
                  Money.of(777, "HKD"),
                  FineTold.Comparison.NOT_COMPARABLE,
                  "c",
                  "another-1")));
    }

    assertThat(
            station.with(
                "journal", "fines", "--data", dir.toString(), "--policy", policyFile.toString()))
        .isEqualTo(1);

    assertThat(station.out()).isEmpty();
    assertThat(station.err())
        .contains("12.00", "the library's own figure", "7.77", "told by another-1");
  }

  private static List<Map<String, String>> rows(String table) {
    List<String> lines = table.lines().toList();
    List<String> columns = Arrays.asList(lines.getFirst().split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      // a cell with commas is quoted; here that is only the windows
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private SqliteJournal journal() {
    JournalOpening opening =
        new JournalStore(
                CLOCK,
                dir.resolve("keys/machine.key"),
                RecoveryKeys.key(),
                1 << 16,
                RANDOM,
                List.of())
            .open(dir.resolve("journal"));
    return switch (opening) {
      case JournalOpening.Opened(SqliteJournal journal) -> journal;
      case JournalOpening.SetAside _,
          JournalOpening.JournalReplaced _,
          JournalOpening.OtherForm _,
          JournalOpening.InUse _,
          JournalOpening.KeyUnfit _ ->
          throw new AssertionError("the journal does not open");
    };
  }
}
