package org.libstation.sync;

import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;

/// Compares an item in this station's journal with the central system's present answer.
///
/// @param last the journal's last entry about the item; empty if it never moved here
/// @param central the central system's answer to a look
public record ItemAudit(
    ItemId item, Optional<JournalEntry> last, Answer<ItemLook> central, AuditComparison verdict) {

  /// The result of the comparison.
  public enum AuditComparison {
    AGREES,
    /// The entry is not settled yet; the central system will still be told.
    NOT_SETTLED_YET,
    /// The item moved elsewhere since, or one of the two is wrong; a person can find out.
    DIFFERS,
    /// This journal knows nothing of the item.
    NEVER_HERE,
    /// The central system's status, such as *in transit*, does not say whether the item is on loan.
    NOT_COMPARABLE,
    NO_ANSWER
  }

  /// @param last the journal's last entry about the item
  /// @param central the answer to a look (17) made just now
  public static ItemAudit of(ItemId item, Optional<JournalEntry> last, Answer<ItemLook> central) {
    return new ItemAudit(item, last, central, verdict(last, central));
  }

  private static AuditComparison verdict(Optional<JournalEntry> last, Answer<ItemLook> central) {
    return switch (central) {
      case Answer.NotSent<ItemLook> _, Answer.Unknown<ItemLook> _ -> AuditComparison.NO_ANSWER;
      case Answer.Refused<ItemLook> _ ->
          last.isPresent() ? AuditComparison.DIFFERS : AuditComparison.NEVER_HERE;
      case Answer.Accepted<ItemLook>(var look) ->
          last.map(entry -> verdict(entry, look)).orElse(AuditComparison.NEVER_HERE);
    };
  }

  private static AuditComparison verdict(JournalEntry last, ItemLook look) {
    if (!look.status().onLoan() && !look.status().onShelf()) {
      return AuditComparison.NOT_COMPARABLE;
    }
    if (isOut(last.what()) == look.status().onLoan()) {
      return AuditComparison.AGREES;
    }
    return last.state() == EntryState.CLOSED
        ? AuditComparison.DIFFERS
        : AuditComparison.NOT_SETTLED_YET;
  }

  private static boolean isOut(CirculationEvent move) {
    return switch (move) {
      case CirculationEvent.LoanAsked _, CirculationEvent.LoanGiven _ -> true;
      case CirculationEvent.ItemReturned _, CirculationEvent.NoMove _ -> false;
    };
  }
}
