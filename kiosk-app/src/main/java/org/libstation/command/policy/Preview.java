package org.libstation.command.policy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.cases.LoanCsv.Row;
import org.libstation.circulation.Money;
import org.libstation.fines.FineCounter;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Reader;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;

/// Counts loans by two states of a policy and keeps those whose fine differs.
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

  /// @param held as it is known at the moment
  /// @param draft with all it will ever announce
  Preview(PolicyBundle held, PolicyBundle draft, Instant moment) {
    this.held = held;
    this.draft = draft;
    this.moment = moment;
    this.before = new Money(0, held.currency());
    this.after = before;
  }

  void count(Row row) {
    Optional<Money> was =
        fine(held, place -> heldRules.computeIfAbsent(place, id -> held.at(moment, id)), row);
    Optional<Money> will =
        fine(
            draft,
            place -> draftRules.computeIfAbsent(place, id -> draft.at(Instant.MAX, id)),
            row);
    if (was.isEmpty() || will.isEmpty()) {
      faults.add(row.item() + ": the policy has no such class, place or patron class");
      return;
    }
    counted++;
    before = before.plus(was.get());
    after = after.plus(will.get());
    int difference = Long.compare(will.get().minor(), was.get().minor());
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

  private Optional<Money> fine(PolicyBundle bundle, Function<String, PlaceRules> of, Row row) {
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

  private Money fine(PlaceRules rules, LendingClass lendingClass, Row row) {
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
    return counter
        .assess(lendingClass.fines(reader), counter.upToLoss(lendingClass.lost(), loan, true))
        .amount();
  }

  List<String> lines() {
    return lines;
  }

  List<String> faults() {
    return faults;
  }

  String summary() {
    return "%d loans: %d would cost less, %d more, %d as before; %s -> %s"
        .formatted(counted, less, more, counted - less - more, before, after);
  }
}
