package org.libstation.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.journal.Entries.ITEM;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.FineTold.Comparison;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Money;
import org.libstation.fines.Assessment;
import org.libstation.journal.Entries;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.MemoryJournal;
import org.libstation.journal.StaffToDo;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// The summer of 2020: on 6 July the library announced that fines count again from 20 July, and a
/// week later that they do not. A station that had not heard of the second told fines.
class FineRecountTest {
  private static final LocalDate DUE = LocalDate.parse("2020-07-17");
  private static final OffsetDateTime BACK = OffsetDateTime.parse("2020-07-24T18:30+08:00");
  private static final Instant HEARD_LAST = Instant.parse("2020-07-10T04:00:00Z");
  private static final Instant LATER = Instant.parse("2020-08-01T04:00:00Z");

  private final MemoryJournal journal = new MemoryJournal(new ManualStationClock());
  private PolicyBundle rules;

  @BeforeEach
  void read() throws IOException {
    rules =
        switch (PolicyReader.read(Path.of("../config/policy/hkpl-example.yaml"))) {
          case PolicyReading.PolicyRead(var good) -> good;
          case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
        };
  }

  @Test
  void a_fine_told_by_rules_that_were_withdrawn_comes_out_lower_and_staff_are_told_once() {
    PlaceRules then = rules.at(HEARD_LAST);
    Assessment told = then.estimate(then.estimateClass(), DUE, BACK.toLocalDate()).assessment();
    assertThat(told.amount().isZero()).as("by what the station knew").isFalse();
    long entry = returned(told.amount(), Comparison.NOT_COMPARABLE);

    FineRecount recount = new FineRecount(rules, LATER);
    assertThat(recount.differences(journal))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.counted().isZero()).isTrue();
              assertThat(it.note().values()).contains(told.amount().toString(), "2020-07-17");
            });
    assertThat(recount.tellStaff(journal)).isEqualTo(1);
    assertThat(recount.tellStaff(journal)).as("again").isZero();

    assertThat(StaffToDo.of(journal.all(1, 10)))
        .singleElement()
        .satisfies(
            todo -> {
              assertThat(todo.entry().number()).isEqualTo(entry);
              assertThat(todo.main().kind()).isEqualTo(Mark.StaffLine.StaffReason.FINE_CHANGED);
            });
  }

  @Test
  void what_the_library_confirmed_is_counted_by_the_class_by_which_it_comes_out() {
    Money confirmed =
        rules
            .at(HEARD_LAST)
            .estimate(
                rules.at(HEARD_LAST).classes().values().stream()
                    .filter(one -> !one.name().equals(rules.estimateClass()))
                    .findFirst()
                    .orElseThrow(),
                DUE,
                BACK.toLocalDate())
            .assessment()
            .amount();
    returned(confirmed, Comparison.AGREED);

    assertThat(new FineRecount(rules, LATER).differences(journal)).hasSize(1);
  }

  @Test
  void nobody_is_charged_more_for_days_that_were_announced_free() {
    returned(Money.of(0, "HKD"), Comparison.NOT_COMPARABLE);

    assertThat(new FineRecount(rules, HEARD_LAST).differences(journal)).isEmpty();
  }

  @Test
  void a_sum_that_no_rule_explains_and_the_librarys_own_figure_are_left_alone() {
    returned(Money.of(123_456, "HKD"), Comparison.AGREED);
    long own = journal.append(Entries.returned(ITEM, handedOver()));
    journal.mark(
        own,
        new Mark.Fine(
            new FineTold(Optional.empty(), Money.of(900, "HKD"), Comparison.DIFFERED, "", "")));

    assertThat(new FineRecount(rules, LATER).differences(journal)).isEmpty();
  }

  private long returned(Money told, Comparison comparison) {
    long entry = journal.append(Entries.returned(ITEM, handedOver()));
    journal.mark(
        entry,
        List.of(
            Mark.Accepted.mayClear(Optional.empty(), "09"),
            new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"),
            new Mark.Fine(new FineTold(Optional.of(DUE), told, comparison, "c", "p"))));
    JournalEntry written = journal.find(entry).orElseThrow();
    assertThat(StaffToDo.of(written)).isEmpty();
    return entry;
  }

  private static EventTime handedOver() {
    return new EventTime(BACK, "boot", Duration.ZERO, Optional.empty(), false);
  }
}
