package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PlaceRules;

/// Fills an empty ledger with stock, patrons and loans. Dates are relative to the opening day, so a
/// demo looks the same on any day.
final class Seed {
  private static final LocalTime OPENING = LocalTime.of(10, 0);

  private final LibraryTables tables;
  private final LibraryRules rules;
  private final PlaceRules policy;
  private final LocalDate today;

  private Seed(LibraryTables tables, LibraryRules rules, LocalDate today) {
    this.tables = tables;
    this.rules = rules;
    this.policy = rules.policy().whole();
    this.today = today;
  }

  /// Fills the ledger from `seed.txt`.
  ///
  /// @param today the opening day
  static void fill(LibraryTables tables, LibraryRules rules, LocalDate today) {
    Seed seed = new Seed(tables, rules, today);
    Stock.items().forEach(tables.items()::add);
    String section = "";
    for (String raw : Resources.text("seed.txt").lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        section = line;
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] columns = line.split(" \\| ", -1);
        String[] head = columns[0].strip().split(" ", -1);
        switch (section) {
          case "[patrons]" -> seed.patron(head, columns[1]);
          case "[loans]" -> seed.loan(head, columns);
          case "[holds]" -> seed.hold(head, columns);
          case "[charges]" -> seed.charge(head, columns[1]);
          default -> throw new IllegalStateException("seed.txt has a section " + section);
        }
      }
    }
  }

  private void patron(String[] head, String name) {
    String card = Barcodes.card(Integer.parseInt(head[0]));
    tables
        .members()
        .add(
            new Member(
                card,
                PinDigest.of(card, head[1]),
                name,
                Member.MemberClass.valueOf(head[2].toUpperCase(java.util.Locale.ROOT)),
                today.plusDays(Integer.parseInt(head[3])),
                Member.MemberState.valueOf(head[4].toUpperCase(java.util.Locale.ROOT))));
  }

  private void loan(String[] head, String[] columns) {
    StockItem item = Stock.copy(columns[1], Integer.parseInt(columns[2].strip()));
    LocalDate lastDay = today.minusDays(Integer.parseInt(head[1]));
    int renewals = Integer.parseInt(head[2]);
    int period = Math.max(1, lendingClass(item).loanDays());
    LocalDate firstDay = lastDay.minusDays((long) renewals * (period - 1));
    Loan loan =
        tables
            .loans()
            .begin(
                item.barcode(),
                Barcodes.card(Integer.parseInt(head[0])),
                RequestOrigin.COUNTER.station(),
                at(firstDay),
                due(item, firstDay));
    for (int renewal = 1; renewal <= renewals; renewal++) {
      LocalDate on = firstDay.plusDays((long) renewal * (period - 1));
      loan = tables.loans().renew(loan, on, due(item, on));
    }
  }

  private LocalDateTime due(StockItem item, LocalDate lent) {
    return policy
        .due(lendingClass(item), lent.atTime(OPENING).atZone(rules.zone()))
        .toLocalDateTime();
  }

  private LendingClass lendingClass(StockItem item) {
    return LibraryRules.lendingClass(policy, item.itemClass());
  }

  private void hold(String[] head, String[] columns) {
    boolean ready = head[2].equals("ready");
    StockItem item = Stock.copy(columns[1], Math.max(1, Integer.parseInt(columns[2].strip())));
    tables
        .holds()
        .add(
            item.titleNumber(),
            Barcodes.card(Integer.parseInt(head[0])),
            at(today.minusDays(Integer.parseInt(head[1]))),
            ready ? Optional.of(item.barcode()) : Optional.empty());
  }

  private void charge(String[] head, String what) {
    tables
        .charges()
        .add(
            Barcodes.card(Integer.parseInt(head[0])),
            Optional.empty(),
            what,
            Money.parse(head[1], rules.policy().currency()),
            "from before the opening day");
  }

  private OffsetDateTime at(LocalDate day) {
    ZoneId zone = rules.zone();
    return day.atTime(OPENING).atZone(zone).toOffsetDateTime();
  }
}
