package org.libstation.lab.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.libstation.fines.OverdueLoan.LoanRenewal;

/// The tables `loan` and `renewal`. An item has one open loan at most; each renewal of a loan has
/// its own row.
final class LoanTable {
  private static final String COLUMNS =
      "select number, item, card, station, lent_at, first_due, due, renewals, returned_at from"
          + " loan ";

  private final LibraryDatabase database;

  LoanTable(LibraryDatabase database) {
    this.database = database;
  }

  Loan begin(String item, String card, String station, OffsetDateTime lentAt, LocalDateTime due) {
    long number =
        database.insert(
            """
            insert into loan (item, card, station, lent_at, first_due, due, renewals)
            values (?, ?, ?, ?, ?, ?, 0)
            """,
            item,
            card,
            station,
            lentAt.toString(),
            due.toString(),
            due.toString());
    return find(number).orElseThrow();
  }

  Loan renew(Loan loan, LocalDate on, LocalDateTime newDue) {
    database.update(
        "insert into renewal values (?, ?, ?)",
        loan.number(),
        on.toString(),
        newDue.toLocalDate().toString());
    database.update(
        "update loan set due = ?, renewals = renewals + 1 where number = ?",
        newDue.toString(),
        loan.number());
    return find(loan.number()).orElseThrow();
  }

  Loan end(Loan loan, OffsetDateTime returnedAt) {
    database.update(
        "update loan set returned_at = ? where number = ?", returnedAt.toString(), loan.number());
    return find(loan.number()).orElseThrow();
  }

  Optional<Loan> find(long number) {
    return database.one(COLUMNS + "where number = ?", LoanTable::loan, number);
  }

  Optional<Loan> openOf(String item) {
    return database.one(COLUMNS + "where item = ? and returned_at is null", LoanTable::loan, item);
  }

  List<Loan> openOfCard(String card) {
    return database.query(
        COLUMNS + "where card = ? and returned_at is null order by number", LoanTable::loan, card);
  }

  List<Loan> allOpen() {
    return database.query(COLUMNS + "where returned_at is null order by number", LoanTable::loan);
  }

  List<Loan> all() {
    return database.query(COLUMNS + "order by number", LoanTable::loan);
  }

  /// @param zone time zone of the library
  List<LoanRenewal> renewals(long loan, ZoneId zone) {
    return database.query(
        "select on_day, new_due from renewal where loan = ? order by rowid",
        row ->
            LoanRenewal.ofDays(
                LocalDate.parse(row.getString(1)), LocalDate.parse(row.getString(2)), zone),
        loan);
  }

  private static Loan loan(ResultSet row) throws SQLException {
    return new Loan(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        OffsetDateTime.parse(row.getString(5)),
        LocalDateTime.parse(row.getString(6)),
        LocalDateTime.parse(row.getString(7)),
        row.getInt(8),
        Optional.ofNullable(row.getString(9)).map(OffsetDateTime::parse));
  }
}
