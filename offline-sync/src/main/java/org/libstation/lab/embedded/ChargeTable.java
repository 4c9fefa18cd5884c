package org.libstation.lab.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;

/// The table `charge`: the charges of all patrons, oldest first.
final class ChargeTable {
  private static final String COLUMNS =
      "select number, card, loan, item, what, amount_minor, paid_minor, currency, explanation"
          + " from charge ";

  private final LibraryDatabase database;

  ChargeTable(LibraryDatabase database) {
    this.database = database;
  }

  void add(String card, Optional<Loan> loan, String what, Money amount, String explanation) {
    database.update(
        """
        insert into charge
          (card, loan, item, what, amount_minor, paid_minor, currency, explanation)
        values (?, ?, ?, ?, ?, 0, ?, ?)
        """,
        card,
        loan.map(Loan::number).orElse(null),
        loan.map(Loan::item).orElse(null),
        what,
        amount.minor(),
        amount.currency().getCurrencyCode(),
        explanation);
  }

  void pay(Charge charge, long minor) {
    database.update(
        "update charge set paid_minor = paid_minor + ? where number = ?", minor, charge.number());
  }

  List<Charge> openOf(String card) {
    return database.query(
        COLUMNS + "where card = ? and paid_minor < amount_minor order by number",
        ChargeTable::charge,
        card);
  }

  /// Returns all charges of a card, paid ones included.
  List<Charge> allOf(String card) {
    return database.query(COLUMNS + "where card = ? order by number", ChargeTable::charge, card);
  }

  List<Charge> all() {
    return database.query(COLUMNS + "order by number", ChargeTable::charge);
  }

  private static Charge charge(ResultSet row) throws SQLException {
    String currency = row.getString(8);
    long loan = row.getLong(3);
    return new Charge(
        row.getLong(1),
        row.getString(2),
        loan == 0 ? Optional.empty() : Optional.of(loan),
        Optional.ofNullable(row.getString(4)),
        row.getString(5),
        Money.of(row.getLong(6), currency),
        Money.of(row.getLong(7), currency),
        row.getString(9));
  }
}
