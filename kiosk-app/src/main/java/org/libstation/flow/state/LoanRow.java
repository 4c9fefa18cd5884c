package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;

/// A row is one loan on the account's page.
///
/// @param due the date that holds now; after a renewal the new one
@RecordBuilder
public record LoanRow(
    ItemId item, String title, Optional<DueDate> due, boolean overdue, RenewalState renewing)
    implements LoanRowBuilder.With {

  /// What is overdue, then what is due soonest; last what has no day that can be read.
  public static final Comparator<LoanRow> MOST_URGENT_FIRST =
      Comparator.comparing((LoanRow row) -> !row.overdue())
          .thenComparing(
              row -> row.due().flatMap(DueDate::at).orElse(LocalDateTime.MAX),
              Comparator.naturalOrder());

  /// How a renewal stands.
  public sealed interface RenewalState {

    /// Nobody asked.
    record RenewalNotAsked() implements RenewalState {}

    /// The desk has been asked.
    record RenewalPending() implements RenewalState {}

    record RenewalGranted() implements RenewalState {}

    record NotRenewed(Code code) implements RenewalState {}

    /// Written down to be asked later; until it is granted the date stays.
    record RenewingQueued(OffsetDateTime at) implements RenewalState {}
  }
}
