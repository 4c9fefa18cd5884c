package org.libstation.policy;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.libstation.fines.CalendarOwner;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LoanPeriod;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Reader;
import org.libstation.fines.ReaderFine;

/// What holds for the items of one lending section.
///
/// @param readers other fines for some readers, places or media; the first that fits holds
/// @param renewals how often one loan may be renewed
/// @param calendarOwner whose calendar decides which days count
/// @param lost what a lost item costs
/// @param backdate what becomes of a return that staff, or a message, date earlier than its scan
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

  /// @param recalculates the fine is counted to the date that was given; else to the scan (Koha
  ///   `CalculateFinesOnBackdate`)
  /// @param takesDueTime only the date is kept, with the clock time of the due moment (Evergreen)
  public record Backdate(boolean recalculates, boolean takesDueTime) {}

  /// Whole days counted after the day of borrowing, before the due date is rolled; 0 for loans
  /// shorter than a day.
  public int loanDays() {
    return Math.toIntExact(period.length() * period.unit().seconds() / DAY_SECONDS);
  }

  /// Under this name of the rules in every assessment.
  LendingClass versioned(String version) {
    return with(
        c ->
            c.fines(fines.withVersion(version))
                .readers(
                    readers.stream()
                        .map(other -> other.withFines(other.fines().withVersion(version)))
                        .toList()));
  }

  /// What holds for this reader; what is not known counts as none.
  public FinePolicy fines(Reader reader) {
    return ReaderFine.of(fines, readers, reader);
  }
}
