package org.libstation.journal;

import java.util.Optional;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.Money;
import org.libstation.circulation.Refusal;

/// A mark is evidence about an entry; marks are only ever added.
public sealed interface Mark {

  /// About the acting request: that it may leave, and how it went.
  sealed interface OfRequest extends Mark {}

  /// What a look said later.
  sealed interface Looked extends Mark {}

  /// What was done with the item in hand, or waits to be.
  sealed interface OfItem extends Mark {}

  /// What became of the card that was kept.
  sealed interface OfCard extends Mark {}

  /// A request that acts may leave from now on.
  ///
  /// @param more what the request says besides, such as the moment of a return; empty when nothing
  record Sending(Act act, String more) implements OfRequest {
    /// The request says nothing besides.
    public static Sending of(Act act) {
      return new Sending(act, "");
    }

    /// As it lies in a journal: the act's word, and what more there is.
    public String message() {
      return act == Act.OTHER || more.isEmpty() ? act.word() + more : act.word() + " " + more;
    }

    /// Reads what [#message()] wrote, and whatever else lies in a journal.
    public static Sending read(String message) {
      int space = message.indexOf(' ');
      String first = space < 0 ? message : message.substring(0, space);
      String rest = space < 0 ? "" : message.substring(space + 1);
      Optional<Act> act = Act.of(first);
      // Without a second word nothing more is said; a space at the end would be lost.
      return act.isPresent() && (space < 0 || !rest.isEmpty())
          ? new Sending(act.get(), rest)
          : new Sending(Act.OTHER, message);
    }
  }

  /// What a look said later.
  ///
  /// @param inPatronsList whether the item stood in the patron's loan list, when that was asked
  record Observed(
      CirculationStatus status,
      Optional<DueDate> due,
      int holdQueue,
      Optional<Boolean> inPatronsList)
      implements Looked {}

  /// What a look at the patron's account said later (63).
  ///
  /// @param owed BV, when told
  /// @param held whether the title stood among the patron's holds, when that was asked
  /// @param charge what was open of the charge that the payment names, when it was listed
  record AccountSeen(Optional<Money> owed, Optional<Boolean> held, Optional<Money> charge)
      implements Looked {
    /// No charge is named.
    public static AccountSeen ofNoCharge(Optional<Money> owed, Optional<Boolean> held) {
      return new AccountSeen(owed, held, Optional.empty());
    }
  }

  /// How the acting request was answered.
  ///
  /// @param bit what was said about the security bit of what is lent
  record Accepted(Optional<DueDate> due, Bit bit, String detail) implements OfRequest {
    /// Nothing was said against clearing it.
    public static Accepted mayClear(Optional<DueDate> due, String detail) {
      return new Accepted(due, Bit.MAY_CLEAR, detail);
    }

    /// What a checkout may do to the item's security bit.
    public enum Bit {
      MAY_CLEAR,
      /// CI = Y.
      KEEP
    }

    private static final String GIVEN_BACK = "given back as ";

    /// Money that was taken is given back.
    ///
    /// @param numbers of the reversal, as the terminal told them
    public static Accepted givenBack(String numbers) {
      return mayClear(Optional.empty(), GIVEN_BACK + numbers);
    }

    /// The terminal's numbers of a reversal; empty where this is none.
    public Optional<String> reversal() {
      return detail.startsWith(GIVEN_BACK)
          ? Optional.of(detail.substring(GIVEN_BACK.length()))
          : Optional.empty();
    }

    private static final String KEPT = "security bit not to be touched";

    /// As it lies in a journal, and as staff read it: one text, in the place of the detail.
    public String message() {
      return bit == Bit.KEEP ? KEPT : detail;
    }

    /// Reads what [#message()] wrote, and whatever else lies in a journal.
    public static Accepted read(Optional<DueDate> due, String message) {
      return message.equals(KEPT)
          ? new Accepted(due, Bit.KEEP, "")
          : Accepted.mayClear(due, message);
    }
  }

  record RequestRefused(Refusal.RefusalReason reason, String detail) implements OfRequest {}

  /// It certainly did not leave.
  record NotSent(String detail) implements OfRequest {}

  /// It left, and nobody knows what became of it: quarantine begins at this mark.
  record OutcomeUnknown(String detail) implements OfRequest {}

  /// The tag was cleared and read back (or the item has none) and "take it" was shown.
  record Released() implements OfItem {}

  record NotReleased(String detail) implements OfItem {}

  /// What the station still has to do with in the physical world, or has done there: what a restart
  /// goes on with. It says nothing about a request or a card.
  sealed interface Watched extends OfItem {}

  /// It was released while its tag lay on the pad; not seen taken until [Taken]. Written with
  /// [Released], as one.
  record Lying() implements Watched {}

  /// After its visit it was not on the pad any more.
  record Taken() implements Watched {}

  /// It still lay on the pad long after its visit: staff have their line, its tag is to be armed.
  record LeftLying() implements Watched {}

  /// Somebody said that the bin is being emptied; this is the newest thing in it.
  ///
  /// @param by who: a name
  record EmptyingBegun(String by) implements Watched {}

  /// Emptying was left, and the bin had not gone, or nobody knows.
  record EmptyingLeft() implements Watched {}

  /// The manifest of an emptied bin came out.
  record ManifestPrinted() implements Watched {}

  /// Parts of a set that was handed over were not seen yet; once they are told to staff a
  /// [StaffLine] follows. The newest of these marks counts.
  ///
  /// @param missing names them; empty when all have come
  record PartsAwaited(String missing) implements Watched {}

  /// What came into the drop stands on a slip that came out.
  record OnSlip() implements Watched {}

  /// The tag was armed and read back.
  record Armed() implements OfItem {}

  record NotSecured(String detail) implements OfItem {}

  /// Returned while the site captures holds at emptying: waits for that.
  record HeldForEmptying() implements OfItem {}

  /// The bin was emptied: a return that waited for it goes on.
  record Emptied() implements OfItem {}

  /// Where the central system sent a return.
  ///
  /// @param bin the sort group; empty = the default one
  /// @param held somebody waits for it
  record Sorted(Optional<String> bin, boolean held) implements OfItem {}

  /// This return is an object that could not be read when it came
  /// ([org.libstation.circulation.CirculationEvent.ObjectDropped]).
  ///
  /// @param object the number of that entry
  /// @param by who said what it is: a name, `patron` or `station`
  record ReturnIdentified(long object, String by) implements OfItem {}

  /// Waits until other stations have reported (`siblings`).
  record HeldForSiblings() implements OfItem {}

  /// A fact is held for something that staff should know.
  record StaffLine(StaffReason kind, String detail) implements Mark {

    public enum StaffReason {
      BOOKED_NOT_TAKEN,
      PERHAPS_NOT_TAKEN,
      NOT_SECURED,
      /// A set came back, and parts of it did not.
      SET_INCOMPLETE,
      RETURN_NOT_DECIDABLE,
      RETURN_REFUSED,
      LOAN_REFUSED,
      LOAN_ON_ANOTHER_CARD,
      LOAN_IN_DOUBT,
      RENEWAL_NOT_GRANTED,
      RENEWAL_IN_DOUBT,
      HOLD_IN_DOUBT,
      /// The terminal was asked, and nobody can tell whether it took the money.
      TERMINAL_IN_DOUBT,
      /// The terminal took something else than it was asked for.
      TERMINAL_OTHER_SUM,
      /// Money was taken, and the central system does not book it.
      PAYMENT_REFUSED,
      /// Money was taken, the central system does not book it, and nobody can tell whether the
      /// terminal gave it back.
      GIVING_BACK_IN_DOUBT,
      /// Money was taken, and nobody can tell whether it was booked.
      PAYMENT_IN_DOUBT,
      FOUND_ON_LOAN_ELSEWHERE,
      /// Something lies in the bin of which nobody knows what it is.
      OBJECT_UNIDENTIFIED,
      /// A damaged journal was salvaged, and an unknown number of its entries could not be read.
      ENTRIES_LOST,
      CLOCK_DOUBTFUL,
      /// Newer rules charge less than what was told.
      FINE_CHANGED,
      /// Settled, and the due date is another one since.
      DUE_DATE_MOVED,
      /// An ask that came to nothing, and the item is on loan since.
      LENT_AFTER_ALL,
      /// A return that was booked, and the same loan stands there again.
      RETURN_GONE,
      /// Several settled entries of one hour are gone together.
      RECORDS_LOST,
      FINDING
    }
  }

  /// The end of the entry.
  ///
  /// @param by who closed it: `station`, or a staff name
  record EntryClosed(ClosingReason reason, String by) implements Mark {

    public enum ClosingReason {
      /// The central system accepted it.
      SETTLED,
      /// An ask that was not done: nothing follows from it.
      ABANDONED,
      /// An ask that was refused.
      REFUSED,
      /// An ask replaced by the station's own loan, or declined by the offline rules.
      WITHDRAWN,
      /// A look showed that it was done already.
      FOUND_DONE,
      /// A look showed that the item was back already.
      FOUND_RETURNED,
      /// A named person put it right.
      BY_STAFF
    }
  }

  /// What a look said some time after the entry was settled. None is made twice for ever: the mark
  /// says that it was made, when, and what came of it.
  ///
  /// @param status as it was told; [CirculationStatus#OTHER] when nothing was
  record SeenAgain(SecondLookResult seen, CirculationStatus status, Optional<DueDate> due)
      implements Looked {

    /// What the look is beside what was settled.
    public enum SecondLookResult {
      /// It stands as it was settled.
      AS_SETTLED,
      /// On loan as settled, with another due date.
      DUE_DATE_MOVED,
      /// A loan whose item is on the shelf: back, or never there.
      ON_THE_SHELF,
      /// A return whose loan stands there again.
      RETURN_GONE,
      /// A renewal whose due date is the one before it.
      RENEWAL_GONE,
      /// An ask that came to nothing, and the item is on loan.
      LENT_AFTER_ALL,
      /// Something else was done with it since, as is usual.
      MOVED_ON,
      /// The answer leaves it open: no due date, or none that can be compared.
      NOT_TOLD,
      /// The look itself was not answered.
      NO_ANSWER
    }
  }

  /// What the person was told about the fine of this return.
  record Fine(FineTold told) implements Mark {}

  /// A named person did what the staff lines so far ask for. Lines of entries that are not with
  /// staff end with it; an entry that is, is closed beside it.
  ///
  /// @param by the person's name
  /// @param reason how it was put right, in that person's words
  record StaffDone(String by, String reason) implements Mark {}

  /// Staff opened the sealed card number.
  record CardOpened(String by) implements OfCard {}

  /// The sealed card number was exported to the library's key and erased here.
  record CardExported(String keyId) implements OfCard {}
}
