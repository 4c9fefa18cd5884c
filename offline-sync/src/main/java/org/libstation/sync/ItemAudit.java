package org.libstation.sync;

import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;

/// One item, as this station's journal has it and as the central system says just now.
///
/// @param last what this journal says of it last; empty when it never moved here
/// @param central what the central system answered to a look
public record ItemAudit(
    ItemId item, Optional<JournalEntry> last, Answer<ItemLook> central, AuditComparison verdict) {

  /// How the two compare.
  public enum AuditComparison {
    AGREES,
    /// Not settled yet: the central system will hear of it.
    NOT_SETTLED_YET,
    /// It moved elsewhere since, or one of the two is wrong; a person can tell.
    DIFFERS,
    /// This journal knows nothing of it.
    NEVER_HERE,
    /// The central system's status leaves it open, such as *in transit*.
    NOT_COMPARABLE,
    NO_ANSWER
  }

  /// @param last what this journal says of it last
  /// @param central asked just now (17)
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
