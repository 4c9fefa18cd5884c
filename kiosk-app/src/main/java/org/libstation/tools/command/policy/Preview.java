package org.libstation.tools.command.policy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.circulation.Money;
import org.libstation.fines.Assessment;
import org.libstation.fines.FineCounter;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Reader;
import org.libstation.fines.SuspensionDays;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;
import org.libstation.tools.cases.LoanCsv.LoanCsvRow;

/// Counts loans by two versions of a policy and lists those whose fine differs.
final class Preview {
  private final PolicyBundle held;
  private final PolicyBundle draft;
  private final Instant moment;
  private final Map<String, PlaceRules> heldRules = new HashMap<>();
  private final Map<String, PlaceRules> draftRules = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int counted;
  private int less;
  private int more;
  private Money before;
  private Money after;

  /// @param held the policy as known at the moment
  /// @param draft the policy with all its announcements, future ones too
  Preview(PolicyBundle held, PolicyBundle draft, Instant moment) {
    this.held = held;
    this.draft = draft;
    this.moment = moment;
    this.before = new Money(0, held.currency());
    this.after = before;
  }

  /// Counts one loan by both policies; a loan that cannot be counted becomes a fault.
  void count(LoanCsvRow row) {
    Optional<Cost> was =
        fine(held, place -> heldRules.computeIfAbsent(place, id -> held.at(moment, id)), row);
    Optional<Cost> will =
        fine(
            draft,
            place -> draftRules.computeIfAbsent(place, id -> draft.at(Instant.MAX, id)),
            row);
    if (was.isEmpty() || will.isEmpty()) {
      faults.add(row.item() + ": the policy has no such class, place or patron class");
      return;
    }
    counted++;
    before = before.plus(was.get().sum());
    after = after.plus(will.get().sum());
    int difference = will.get().compareTo(was.get());
    if (difference != 0) {
      less += difference < 0 ? 1 : 0;
      more += difference > 0 ? 1 : 0;
      lines.add(
          "%s: due %s, %s: %s -> %s"
              .formatted(
                  row.item(),
                  row.due().toLocalDate(),
                  row.returned().map(back -> "back " + back.toLocalDate()).orElse("still out"),
                  was.get(),
                  will.get()));
    }
  }

  /// @param days days without borrowing
  private record Cost(Money sum, long days) implements Comparable<Cost> {
    static Cost of(Assessment found) {
      return new Cost(found.amount(), found.suspension().map(SuspensionDays::days).orElse(0L));
    }

    @Override
    public int compareTo(Cost other) {
      int sums = Long.compare(sum.minor(), other.sum.minor());
      return sums != 0 ? sums : Long.compare(days, other.days);
    }

    @Override
    public String toString() {
      return days == 0 ? sum.toString() : sum + " and " + days + " days without borrowing";
    }
  }

  private Optional<Cost> fine(
      PolicyBundle bundle, Function<String, PlaceRules> of, LoanCsvRow row) {
    String place = row.place().orElse(bundle.lendingPlace());
    boolean known =
        bundle.places().containsKey(place)
            && row.patronClass().map(bundle.patrons()::containsKey).orElse(true);
    if (!known) {
      return Optional.empty();
    }
    PlaceRules rules = of.apply(place);
    return Optional.ofNullable(
            rules.classes().get(row.lendingClass().orElse(bundle.estimateClass())))
        .map(lendingClass -> fine(rules, lendingClass, row));
  }

  private Cost fine(PlaceRules rules, LendingClass lendingClass, LoanCsvRow row) {
    ZoneId zone = rules.zone();
    LocalDateTime returned = row.returned().orElseGet(() -> LocalDateTime.ofInstant(moment, zone));
    OverdueLoan loan =
        OverdueLoan.of(
                row.due().atZone(zone), List.of(), returned.atZone(zone), rules.lent(lendingClass))
            .items(row.items(), Optional.empty())
            .estimated(true)
            .recalled(row.recalled());
    Reader reader =
        new Reader(
            Optional.of(row.patronClass().orElse("")),
            rules.place().id(),
            Optional.of(row.media().orElse("")));
    FineCounter counter = rules.fineCounter();
    return Cost.of(
        counter.assess(
            lendingClass.fines(reader), counter.upToLoss(lendingClass.lost(), loan, true)));
  }

  /// One line for each loan whose fine differs.
  List<String> lines() {
    return lines;
  }

  /// One line for each loan that could not be counted.
  List<String> faults() {
    return faults;
  }

  String summary() {
    return "%d loans: %d would cost less, %d more, %d as before; %s -> %s"
        .formatted(counted, less, more, counted - less - more, before, after);
  }
}
