package org.libstation.lab.embedded;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;

/// Reads a library's ledger from its file, also while the library runs. It changes nothing.
public final class LedgerReader implements AutoCloseable {
  private final LibraryTables tables;

  private LedgerReader(LibraryTables tables) {
    this.tables = tables;
  }

  /// @throws LedgerException if there is no such file, or it is no ledger
  public static LedgerReader open(Path file) {
    return new LedgerReader(LibraryTables.readOnly(file));
  }

  /// A loan that has not ended.
  ///
  /// @param card card of the patron; never show it whole
  public record OpenLoan(
      ItemId item, String title, String card, LocalDateTime due, OffsetDateTime lentAt) {
    @Override
    public String toString() {
      return "OpenLoan[" + item + ", due " + due + "]";
    }
  }

  public List<OpenLoan> openLoans() {
    return tables.loans().allOpen().stream().map(this::open).toList();
  }

  /// The open loan of an item; empty if it is not on loan.
  public Optional<OpenLoan> openLoan(ItemId item) {
    return tables.loans().openOf(item.value()).map(this::open);
  }

  private OpenLoan open(Loan loan) {
    String title = tables.items().find(loan.item()).map(StockItem::title).orElse("");
    return new OpenLoan(new ItemId(loan.item()), title, loan.card(), loan.due(), loan.lentAt());
  }

  /// Returns every request to change something, in order, whether done or refused. The state of the
  /// opening day is not included.
  public List<LedgerAction> actions() {
    return tables.actions().from(0);
  }

  /// Returns the requests that were done for one station.
  ///
  /// @param station its login name
  public List<LedgerAction> actionsDone(String station) {
    return actions().stream()
        .filter(action -> action.done() && action.station().equals(station))
        .toList();
  }

  /// Returns all charges, paid or not.
  public List<Charge> charges() {
    return tables.charges().all();
  }

  /// Returns all loans, ended ones included.
  public List<Loan> loans() {
    return tables.loans().all();
  }

  @Override
  public void close() {
    tables.close();
  }
}
