package org.libstation.journal;

import java.util.List;
import org.libstation.circulation.CirculationEvent;

/// Marks for an open entry that may have been settled without this journal's knowledge: the journal
/// is an older one, or may be a copy.
public final class PerhapsSettled {
  private PerhapsSettled() {}

  /// Returns the marks by which the entry's request counts as sent and not answered, so that it is
  /// looked up before anything is sent. A request that was cut short gets its missing answer first:
  /// only a mark that answers no request says that more may have happened.
  ///
  /// @return nothing where nothing of the entry is sent any more, or nothing ever is
  public static List<Mark> asSent(JournalEntry entry, String why) {
    return switch (entry.state()) {
      case CLOSED, WITH_STAFF, ACCEPTED, REFUSED -> List.of();
      case WRITTEN, WAITING, IN_DOUBT ->
          switch (entry.what()) {
            case CirculationEvent.LoanAsked _,
                CirculationEvent.LoanGiven _,
                CirculationEvent.ItemReturned _,
                CirculationEvent.RenewAsked _,
                CirculationEvent.HoldAsked _,
                CirculationEvent.PaymentAsked _,
                CirculationEvent.MoneyTaken _ ->
                isCutShort(entry)
                    ? List.of(
                        new Mark.OutcomeUnknown("the station was cut short"),
                        new Mark.OutcomeUnknown(why))
                    : List.of(new Mark.OutcomeUnknown(why));
            case CirculationEvent.ObjectDropped _,
                CirculationEvent.BinEmptied _,
                CirculationEvent.EntriesLost _ ->
                List.of();
          };
    };
  }

  private static boolean isCutShort(JournalEntry entry) {
    return entry.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.OfRequest.class::isInstance)
        .findFirst()
        .filter(Mark.Sending.class::isInstance)
        .isPresent();
  }
}
