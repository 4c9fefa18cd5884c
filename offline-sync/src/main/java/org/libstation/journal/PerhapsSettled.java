package org.libstation.journal;

import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.Mark.StaffLine;

/// The mark on an open entry that may have been settled without this journal's knowledge: the
/// journal is an older one, or may be a copy. Its request counts as sent and not answered, so that
/// it is looked up before anything is sent. What concerns money, and a loan that was in doubt
/// already, goes to staff: no look decides it.
///
/// @param why for the mark of a request
/// @param toStaff for a line to staff
public record PerhapsSettled(String why, String toStaff) {

  /// Empty where nothing of the entry is sent any more, or nothing ever is.
  public Optional<Mark> mark(JournalEntry entry) {
    return switch (entry.state()) {
      case CLOSED, WITH_STAFF, ACCEPTED, REFUSED -> Optional.empty();
      case WRITTEN, WAITING, IN_DOUBT ->
          switch (entry.what()) {
            case CirculationEvent.LoanGiven _ when entry.state() == EntryState.IN_DOUBT ->
                line(StaffLine.StaffReason.LOAN_IN_DOUBT);
            case CirculationEvent.LoanAsked _,
                CirculationEvent.LoanGiven _,
                CirculationEvent.ItemReturned _,
                CirculationEvent.RenewAsked _,
                CirculationEvent.HoldAsked _ ->
                Optional.of(new Mark.Unknown(why));
            case CirculationEvent.PaymentAsked _ -> line(StaffLine.StaffReason.TERMINAL_IN_DOUBT);
            case CirculationEvent.MoneyTaken _ -> line(StaffLine.StaffReason.PAYMENT_IN_DOUBT);
            case CirculationEvent.ObjectDropped _,
                CirculationEvent.BinEmptied _,
                CirculationEvent.EntriesLost _ ->
                Optional.empty();
          };
    };
  }

  private Optional<Mark> line(StaffLine.StaffReason kind) {
    return Optional.of(new StaffLine(kind, toStaff));
  }
}
