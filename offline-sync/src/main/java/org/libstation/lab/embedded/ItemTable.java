package org.libstation.lab.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The table `item`: all copies of the library, by barcode.
final class ItemTable {
  private static final String COLUMNS =
      "select barcode, title_number, title, author, language, class, media_type, call_number,"
          + " parts from item ";

  private final LibraryDatabase database;

  ItemTable(LibraryDatabase database) {
    this.database = database;
  }

  void add(StockItem item) {
    database.update(
        "insert into item values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        item.barcode(),
        item.titleNumber(),
        item.title(),
        item.author(),
        item.language(),
        item.itemClass().word(),
        item.mediaType(),
        item.callNumber(),
        item.parts());
  }

  Optional<StockItem> find(String barcode) {
    return database.one(COLUMNS + "where barcode = ?", ItemTable::item, barcode.strip());
  }

  /// The first copy of a title.
  Optional<StockItem> firstOf(int titleNumber) {
    return database.one(
        COLUMNS + "where title_number = ? order by barcode limit 1", ItemTable::item, titleNumber);
  }

  private static StockItem item(ResultSet row) throws SQLException {
    return new StockItem(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        ItemClass.ofWord(row.getString(6)).orElseThrow(),
        row.getString(7),
        row.getString(8),
        row.getInt(9));
  }
}
