package org.libstation.journal;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.Money;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.TaskNote;

/// A piece of evidence about an entry. Marks are only ever added, never changed or removed.
public sealed interface Mark {

  /// About the acting request, which asks another system to change something: that it may be sent,
  /// and its outcome.
  sealed interface OfRequest extends Mark {}

  /// The answer of a later look, which is a question that changes nothing.
  sealed interface Looked extends Mark {}

  /// What was done with the item in hand, or is still to be done.
  sealed interface OfItem extends Mark {}

  /// What happened to the card number that was kept.
  sealed interface OfCard extends Mark {}

  /// The acting request may be sent from now on.
  ///
  /// @param more what else the request says, such as the time of a return; empty if nothing
  record Sending(Act act, String more) implements OfRequest {
    /// Makes the mark of a request that says nothing more.
    public static Sending of(Act act) {
      return new Sending(act, "");
    }

    /// Returns the stored text: the act's word and whatever follows it.
    public String message() {
      return more.isEmpty() ? act.word() : act.word() + " " + more;
    }
  }

  /// What a later look at the item found.
  ///
  /// @param inPatronsList whether the item was in the patron's list of loans; empty if that was not
  ///   asked
  record Observed(
      CirculationStatus status,
      Optional<DueDate> due,
      int holdQueue,
      Optional<Boolean> inPatronsList)
      implements Looked {}

  /// What a later look at the patron's account found (SIP2 message 63).
  ///
  /// @param owed amount owed (SIP2 field BV); empty if not given
  /// @param held whether the title was among the patron's holds; empty if that was not asked
  /// @param charge amount still open of the charge that the payment names; empty if it was not
  ///   listed
  record AccountSeen(Optional<Money> owed, Optional<Boolean> held, Optional<Money> charge)
      implements Looked {
    /// Makes the mark of a payment that names no charge.
    public static AccountSeen ofNoCharge(Optional<Money> owed, Optional<Boolean> held) {
      return new AccountSeen(owed, held, Optional.empty());
    }
  }

  /// The acting request was accepted.
  ///
  /// @param bit what the answer said about the security bit of a lent item
  /// @param reversal the terminal's numbers if money was given back
  record Accepted(
      Optional<DueDate> due, SecurityBitRule bit, Optional<String> reversal, String detail)
      implements OfRequest {
    /// Accepted; nothing in the answer forbids clearing the security bit.
    public static Accepted mayClear(Optional<DueDate> due, String detail) {
      return new Accepted(due, SecurityBitRule.MAY_CLEAR, Optional.empty(), detail);
    }

    /// The terminal gave back money that it had taken.
    ///
    /// @param numbers of the reversal, as the terminal reported them
    public static Accepted givenBack(String numbers) {
      return new Accepted(Optional.empty(), SecurityBitRule.MAY_CLEAR, Optional.of(numbers), "");
    }
  }

  /// The acting request was refused.
  record RequestRefused(Refusal.RefusalReason reason, String detail) implements OfRequest {}

  /// The request certainly was not sent.
  record NotSent(List<TaskNote> why) implements OfRequest {
    public NotSent {
      why = List.copyOf(why);
    }

    /// @param reason as the connection reports it; may be empty text
    public static NotSent said(String reason) {
      return new NotSent(reason.isEmpty() ? List.of() : List.of(TaskNote.text(reason)));
    }
  }

  /// The request may have been sent and its outcome is unknown. The wait before the next look
  /// (quarantine) counts from this mark.
  record OutcomeUnknown(List<TaskNote> why) implements OfRequest {
    public OutcomeUnknown {
      why = List.copyOf(why);
    }

    public static OutcomeUnknown of(TaskNote why) {
      return new OutcomeUnknown(List.of(why));
    }

    /// @param reason as the connection reports it; may be empty text
    public static OutcomeUnknown said(String reason) {
      return new OutcomeUnknown(reason.isEmpty() ? List.of() : List.of(TaskNote.text(reason)));
    }
  }

  /// The tag was cleared and read back, or the item has none, and the screen showed "take it".
  record Released() implements OfItem {}

  /// The item was not given out.
  record NotReleased(TaskNote why) implements OfItem {}

  /// Physical work at the station, to be done or done; a restart continues from these marks. They
  /// say nothing about a request or a card.
  sealed interface Watched extends OfItem {}

  /// The item was released while its tag lay on the pad, and was not seen taken until [Taken].
  /// Written together with [Released].
  record Lying() implements Watched {}

  /// The item was no longer on the pad after its visit.
  record Taken() implements Watched {}

  /// The item still lay on the pad long after its visit. Staff have a line about it, and its tag
  /// must be armed.
  record LeftLying() implements Watched {}

  /// A person said that the bin is being emptied. This entry is the newest thing in the bin.
  ///
  /// @param by that person's name
  record EmptyingBegun(String by) implements Watched {}

  /// Emptying was ended although the bin had not been taken out, or that is unknown.
  record EmptyingLeft() implements Watched {}

  /// The manifest of an emptied bin was printed.
  record ManifestPrinted() implements Watched {}

  /// Parts of a set that was handed over have not been seen yet. A [StaffLine] follows when staff
  /// are told of them. The newest of these marks counts.
  ///
  /// @param missing names the parts; empty once all have come
  record PartsAwaited(Optional<TaskNote> missing) implements Watched {}

  /// A printed slip lists what came into the drop.
  record OnSlip() implements Watched {}

  /// The tag was armed and read back.
  record Armed() implements OfItem {}

  /// The tag could not be armed.
  record NotSecured(TaskNote why) implements OfItem {}

  /// The item was returned while the site captures holds at emptying, and waits for that.
  record HeldForEmptying() implements OfItem {}

  /// The bin was emptied, so a return that waited for this goes on.
  record Emptied() implements OfItem {}

  /// Where the central system sent a returned item.
  ///
  /// @param bin the sort group; empty for the default one
  /// @param held whether a patron waits for the item
  record Sorted(Optional<String> bin, boolean held) implements OfItem {}

  /// This return is an object that could not be read when it came
  /// ([org.libstation.circulation.CirculationEvent.ObjectDropped]).
  ///
  /// @param object the number of the entry of that object
  /// @param by who identified it: a name, `patron` or `station`
  record ReturnIdentified(long object, String by) implements OfItem {}

  /// The entry waits until other stations have reported (setting `siblings`).
  record HeldForSiblings() implements OfItem {}

  /// Staff should know or do something about this entry.
  record StaffLine(StaffReason kind, List<TaskNote> notes) implements Mark {
    public StaffLine {
      notes = List.copyOf(notes);
    }

    public static StaffLine of(StaffReason kind, TaskNote... notes) {
      return new StaffLine(kind, List.of(notes));
    }

    /// Why staff got the line.
    public enum StaffReason {
      BOOKED_NOT_TAKEN,
      PERHAPS_NOT_TAKEN,
      NOT_SECURED,
      /// A set came back without some of its parts.
      SET_INCOMPLETE,
      RETURN_NOT_DECIDABLE,
      RETURN_REFUSED,
      LOAN_REFUSED,
      LOAN_ON_ANOTHER_CARD,
      LOAN_IN_DOUBT,
      RENEWAL_NOT_GRANTED,
      RENEWAL_IN_DOUBT,
      HOLD_IN_DOUBT,
      /// The terminal was asked, and it is unknown whether it took the money.
      TERMINAL_IN_DOUBT,
      /// The terminal took another amount than it was asked for.
      TERMINAL_OTHER_SUM,
      /// Money was taken, but the central system does not book it.
      PAYMENT_REFUSED,
      /// Money was taken, the central system does not book it, and it is unknown whether the
      /// terminal gave it back.
      GIVING_BACK_IN_DOUBT,
      /// Money was taken, and it is unknown whether it was booked.
      PAYMENT_IN_DOUBT,
      FOUND_ON_LOAN_ELSEWHERE,
      /// An unidentified object is in the bin.
      OBJECT_UNIDENTIFIED,
      /// A damaged journal was salvaged, and an unknown number of its entries could not be read.
      ENTRIES_LOST,
      CLOCK_DOUBTFUL,
      /// Newer rules charge less than the patron was told.
      FINE_CHANGED,
      /// The entry is settled, but the due date has changed since.
      DUE_DATE_MOVED,
      /// An ask came to nothing, but the item has been on loan since.
      LENT_AFTER_ALL,
      /// A return was booked, but the same loan exists again.
      RETURN_GONE,
      /// Several settled entries of one hour are gone at the central system together.
      RECORDS_LOST,
      FINDING
    }
  }

  /// The entry is closed.
  ///
  /// @param by who closed it: `station`, or the name of a member of staff
  record EntryClosed(ClosingReason reason, String by) implements Mark {

    /// Why the entry was closed.
    public enum ClosingReason {
      /// The central system accepted the request.
      SETTLED,
      /// An ask was not carried out; nothing follows from it.
      ABANDONED,
      /// An ask was refused.
      REFUSED,
      /// An ask was replaced by the station's own loan, or declined by the offline rules.
      WITHDRAWN,
      /// A look showed that it was already done.
      FOUND_DONE,
      /// A look showed that the item was already back.
      FOUND_RETURNED,
      /// A named person put it right.
      BY_STAFF
    }
  }

  /// What another look found some time after the entry was settled. This mark keeps the look from
  /// being repeated for ever: it records that it was made, when, and what it found.
  ///
  /// @param status as the central system gave it; [CirculationStatus#OTHER] if it gave none
  record SeenAgain(SecondLookResult seen, CirculationStatus status, Optional<DueDate> due)
      implements Looked {

    /// How the look compares with what was settled.
    public enum SecondLookResult {
      /// Everything is as it was settled.
      AS_SETTLED,
      /// The item is on loan as settled, but with another due date.
      DUE_DATE_MOVED,
      /// The item of a loan is on the shelf: it came back, or the loan was never booked.
      ON_THE_SHELF,
      /// The loan of a returned item exists again.
      RETURN_GONE,
      /// The due date of a renewal is the one before it.
      RENEWAL_GONE,
      /// An ask came to nothing, but the item is on loan.
      LENT_AFTER_ALL,
      /// Something else happened to the item since, as is usual.
      MOVED_ON,
      /// The answer does not decide it: it has no due date, or none that can be compared.
      NOT_TOLD,
      /// The look itself was not answered.
      NO_ANSWER
    }
  }

  /// What the patron was told about the fine of this return.
  record Fine(FineTold told) implements Mark {}

  /// A named person did what the staff lines so far ask for. This ends the staff lines of the
  /// entry. An entry that is with staff is closed in the same write.
  ///
  /// @param reason how it was put right, in that person's words
  record StaffDone(String by, String reason) implements Mark {}

  /// Staff opened the sealed card number.
  record CardOpened(String by) implements OfCard {}

  /// The sealed card number was encrypted to the library's key, exported, and erased here.
  record CardExported(String keyId) implements OfCard {}
}
