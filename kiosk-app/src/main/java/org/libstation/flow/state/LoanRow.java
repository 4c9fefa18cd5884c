package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;

/// One loan on the account page.
///
/// @param due the present due date; after a renewal, the new one
@RecordBuilder
public record LoanRow(
    ItemId item, String title, Optional<DueDate> due, boolean overdue, RenewalState renewing)
    implements LoanRowBuilder.With {

  /// Orders overdue loans first, then by due date; loans without a readable due date come last.
  public static final Comparator<LoanRow> MOST_URGENT_FIRST =
      Comparator.comparing((LoanRow row) -> !row.overdue())
          .thenComparing(
              row -> row.due().flatMap(DueDate::at).orElse(LocalDateTime.MAX),
              Comparator.naturalOrder());

  /// State of a renewal.
  public sealed interface RenewalState {

    /// The patron did not ask.
    record RenewalNotAsked() implements RenewalState {}

    /// The desk has been asked.
    record RenewalPending() implements RenewalState {}

    record RenewalGranted() implements RenewalState {}

    record NotRenewed(Code code) implements RenewalState {}

    /// The request is on disk and is sent later. Until it is granted, the due date stays.
    record RenewingQueued(OffsetDateTime at) implements RenewalState {}
  }
}
