package org.libstation.policy;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.libstation.fines.CalendarOwner;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LoanPeriod;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Reader;
import org.libstation.fines.ReaderFine;

/// The rules for the items of one lending class.
///
/// @param readers different fines for some readers, places or media; the first that fits holds
/// @param renewals how often one loan may be renewed
/// @param calendarOwner whose calendar decides which days count
/// @param lost what a lost item costs
/// @param backdate how a return counts that staff or a message dates earlier than its scan
@RecordBuilder
public record LendingClass(
    String name,
    LoanPeriod period,
    int renewals,
    FinePolicy fines,
    List<ReaderFine> readers,
    CalendarOwner calendarOwner,
    LostItemFee lost,
    Backdate backdate)
    implements LendingClassBuilder.With {
  public LendingClass {
    readers = List.copyOf(readers);
  }

  private static final long DAY_SECONDS = 86_400;

  /// How a backdated return counts.
  ///
  /// @param recalculates whether the fine is counted to the given date; otherwise to the scan (Koha
  ///   `CalculateFinesOnBackdate`)
  /// @param takesDueTime whether only the date is kept, with the time of day of the due moment
  ///   (Evergreen)
  public record Backdate(boolean recalculates, boolean takesDueTime) {}

  /// Whole days counted after the day of borrowing, before the due date is rolled; 0 for loans
  /// shorter than a day.
  public int loanDays() {
    return Math.toIntExact(period.length() * period.unit().seconds() / DAY_SECONDS);
  }

  /// The same rules under this version name, which every assessment records.
  LendingClass versioned(String version) {
    return with(
        c ->
            c.fines(fines.withVersion(version))
                .readers(
                    readers.stream()
                        .map(other -> other.withFines(other.fines().withVersion(version)))
                        .toList()));
  }

  /// The fines for this reader. An unknown property of the reader counts as absent.
  public FinePolicy fines(Reader reader) {
    return ReaderFine.of(fines, readers, reader);
  }
}
