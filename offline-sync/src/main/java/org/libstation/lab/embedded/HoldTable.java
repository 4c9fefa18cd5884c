package org.libstation.lab.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The table `hold`: holds on titles, in the order in which they were placed.
final class HoldTable {
  private static final String COLUMNS =
      "select number, title_number, card, state, item, until from hold"
          + " left join hold_kept on hold_kept.hold = hold.number ";

  private final LibraryDatabase database;

  HoldTable(LibraryDatabase database) {
    this.database = database;
  }

  void add(int titleNumber, String card, OffsetDateTime at, Optional<String> readyItem) {
    add(titleNumber, card, at, readyItem, at.toLocalDate().plusDays(TitleHold.SHELF_DAYS));
  }

  private void add(
      int titleNumber,
      String card,
      OffsetDateTime at,
      Optional<String> readyItem,
      LocalDate keptTill) {
    database.update(
        "insert into hold (title_number, card, placed_at, state, item) values (?, ?, ?, ?, ?)",
        titleNumber,
        card,
        at.toString(),
        readyItem.isPresent() ? "READY" : "WAITING",
        readyItem.orElse(null));
    if (readyItem.isPresent()) {
      database.update(
          "insert into hold_kept (hold, until) select number, ? from hold where item = ?"
              + " and state = 'READY'",
          keptTill.toString(),
          readyItem.get());
    }
  }

  /// Returns the holds on a title that are not filled yet, oldest first.
  List<TitleHold> unfilled(int titleNumber) {
    return database.query(
        COLUMNS
            + "where title_number = ? and state in ('WAITING', 'READY') order by placed_at, number",
        HoldTable::hold,
        titleNumber);
  }

  List<TitleHold> unfilledOfCard(String card) {
    return database.query(
        COLUMNS + "where card = ? and state in ('WAITING', 'READY') order by placed_at, number",
        HoldTable::hold,
        card);
  }

  Optional<TitleHold> readyOn(String item) {
    return database.one(COLUMNS + "where item = ? and state = 'READY'", HoldTable::hold, item);
  }

  /// @param keptTill last day on which the copy is kept on the holds shelf
  void ready(TitleHold hold, String item, LocalDate keptTill) {
    database.update(
        "update hold set state = 'READY', item = ? where number = ?", item, hold.number());
    database.update(
        "insert into hold_kept (hold, until) values (?, ?)", hold.number(), keptTill.toString());
  }

  void cancelled(TitleHold hold) {
    database.update(
        "update hold set state = 'CANCELLED', item = null where number = ?", hold.number());
  }

  void filled(TitleHold hold) {
    database.update("update hold set state = 'FILLED' where number = ?", hold.number());
  }

  private static TitleHold hold(ResultSet row) throws SQLException {
    return new TitleHold(
        row.getLong(1),
        row.getInt(2),
        row.getString(3),
        TitleHold.HoldState.valueOf(row.getString(4)),
        Optional.ofNullable(row.getString(5)),
        Optional.ofNullable(row.getString(6)).map(LocalDate::parse));
  }
}
