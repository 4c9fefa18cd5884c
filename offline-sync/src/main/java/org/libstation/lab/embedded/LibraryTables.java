package org.libstation.lab.embedded;

import java.nio.file.Path;
import java.time.LocalDate;

/// The library's ledger: its database and one class for each table. Not thread-safe.
public final class LibraryTables implements AutoCloseable {
  private final LibraryDatabase database;
  private final ItemTable items;
  private final MemberTable members;
  private final LoanTable loans;
  private final HoldTable holds;
  private final ChargeTable charges;
  private final ActionTable actions;

  private LibraryTables(LibraryDatabase database) {
    this.database = database;
    this.items = new ItemTable(database);
    this.members = new MemberTable(database);
    this.loans = new LoanTable(database);
    this.holds = new HoldTable(database);
    this.charges = new ChargeTable(database);
    this.actions = new ActionTable(database);
  }

  /// Opens the ledger in a file. A new ledger gets the state of the opening day.
  ///
  /// @param today opening day of a new ledger
  /// @throws LedgerException if it cannot be opened
  public static LibraryTables file(Path file, LibraryRules rules, LocalDate today) {
    return filled(LibraryDatabase.file(file), rules, today);
  }

  /// Makes a new ledger in memory with the state of the opening day.
  public static LibraryTables memory(LibraryRules rules, LocalDate today) {
    return filled(LibraryDatabase.memory(), rules, today);
  }

  /// A saved state of a ledger. New ledgers can be made from it many times, much faster than by
  /// filling them.
  public static final class Template {
    private final byte[] snapshot;

    private Template(byte[] snapshot) {
      this.snapshot = snapshot;
    }

    /// Makes a new ledger in memory with the saved state. Thread-safe.
    public LibraryTables begin() {
      return new LibraryTables(LibraryDatabase.memory(snapshot));
    }
  }

  /// Saves the state of the opening day, for simulations that need thousands of new libraries.
  public static Template template(LibraryRules rules, LocalDate today) {
    try (LibraryTables tables = memory(rules, today)) {
      return new Template(tables.database.snapshot());
    }
  }

  /// Saves the present state of this ledger.
  public Template copy() {
    return new Template(database.snapshot());
  }

  static LibraryTables readOnly(Path file) {
    return new LibraryTables(LibraryDatabase.readOnly(file));
  }

  private static LibraryTables filled(
      LibraryDatabase database, LibraryRules rules, LocalDate today) {
    LibraryTables tables = new LibraryTables(database);
    return database.transaction(
        () -> {
          if (database.count("select count(*) from item") == 0) {
            Seed.fill(tables, rules, today);
          }
          return tables;
        });
  }

  LibraryDatabase database() {
    return database;
  }

  ItemTable items() {
    return items;
  }

  MemberTable members() {
    return members;
  }

  LoanTable loans() {
    return loans;
  }

  HoldTable holds() {
    return holds;
  }

  ChargeTable charges() {
    return charges;
  }

  ActionTable actions() {
    return actions;
  }

  @Override
  public void close() {
    database.close();
  }
}
