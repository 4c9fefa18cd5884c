package org.libstation.sync;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.LoanLine;
import org.libstation.circulation.LoanOutcome;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payer;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.Pin;
import org.libstation.circulation.RenewOutcome;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.UntakenLoan;

/// Turns a patron's requests into journal entries and answers. There is one path: write the intent,
/// ask the central system, settle. The link only decides how long settling takes.
///
/// Called by one thread, the desk's. Each call may wait for the central system up to the deadline
/// of its dialect. Throws [org.libstation.journal.JournalException] if the journal cannot be
/// written; then nothing was lent.
public interface Desk {

  /// Asks the central system who the patron is; writes nothing down.
  Answer<PatronLook> identify(PatronId patron, Optional<Pin> pin);

  /// Lists loans of this card that the central system accepted within the last minutes but the
  /// station did not release, because it lost power. Each is finished by [#released] once its item
  /// lies on the pad, else ended by [#notReleased].
  List<LoanOutcome.Lent> unfinished(PatronId patron);

  /// Looks an item up while tags still arrive; changes nothing. Empty if the item is unknown or the
  /// central system did not answer.
  Optional<ItemLook> lookAhead(ItemId item);

  /// Begins the session of a new patron. If the offline rules decided the rest of the last stack
  /// after a `NotSent` or `Unknown`, that ends now.
  void beginSession();

  /// Lends one item.
  ///
  /// @param tagged whether the item has a tag to clear
  LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged);

  /// Records that the tag was cleared and read back, or that the item has no tag. The record is on
  /// disk before the screen says "take it".
  void released(long entry);

  /// Records that the pad found a tag of a loan that was released without a tag. The tag is cleared
  /// next.
  void lies(long entry);

  /// Records that the items of these released loans were no longer on the pad when their visit was
  /// over.
  void taken(List<Long> entries);

  /// Lists loans of former runs whose items may still lie on the pad with cleared tags, unless lent
  /// or returned since. End each by [#taken], [#armed] or [#notSecured].
  List<UntakenLoan> untaken();

  /// Records that the tag could not be cleared although the item was placed again. Staff get a
  /// line.
  void notReleased(long entry, TaskNote reason);

  /// Records that a released item still lay on the pad long after its patron had gone. Staff get
  /// one line, once, whether the loan is settled or not. A loan that was not released gets its line
  /// from [#notReleased] instead.
  void leftLying(long entry, TaskNote reason);

  /// Records that an item was handed over. The entry is on disk when this method returns.
  ///
  /// @param tagged whether a tag of the item was read; then call [#armed] or [#notSecured] next
  /// @param missing names parts of its set not seen yet; then call [#awaitsParts] or
  ///   [#setIncomplete] next
  /// @return the entry's number
  long received(
      ItemId item, EventTime handedOver, How how, boolean tagged, Optional<TaskNote> missing);

  /// Records that a further part of a set was handed over.
  ///
  /// @param missing names the parts not seen yet; empty if all have come
  void awaitsParts(long entry, Optional<TaskNote> missing);

  /// Tells staff, as [#setIncomplete] does, about set parts that a former run still waited for when
  /// it was cut off. They may or may not have come.
  void tellAwaitedParts();

  /// Lists returns of former runs whose tags may not have been armed, unless their items were lent
  /// since. End each by [#armed] or [#notSecured].
  List<UnarmedReturn> unarmed();

  /// Records that the tag of a return, or of a loan that was left lying, was armed and read back.
  void armed(long entry);

  /// Records that the tag could not be armed. Staff get a line; the return or the loan stands.
  void notSecured(long entry, TaskNote reason);

  /// Records that a set was handed over without some of its parts. Staff get a line, which stays
  /// open whatever becomes of the return.
  ///
  /// @param what names the missing parts
  void setIncomplete(long entry, TaskNote what);

  /// Looks the item up and reports the return to the central system, if that can be done now.
  ReturnOutcome settleReturn(long entry);

  /// Records what the screen told the person about the fine of a return.
  void fineTold(long entry, FineTold told);

  /// Adds a finding for staff to an entry; it changes nothing else.
  ///
  /// @param what holds no personal data
  void finding(long entry, TaskNote what);

  /// Returns, for staff, where an item is by journal and central system; changes nothing.
  ItemStanding standing(ItemId item);

  /// Lists the patron's loans with titles and due dates. An item that cannot be looked up within
  /// the patron's deadline is listed by its barcode alone.
  ///
  /// @param progress is called with the number of items looked up so far and their total
  Answer<List<LoanLine>> loans(PatronId patron, Optional<Pin> pin, ListProgress progress);

  /// Receives the progress of a long list. Must not block.
  interface ListProgress {
    void reached(int done, int of);
  }

  /// Returns the patron's charges, holds, messages and blocks.
  Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin);

  /// Asks once to place a hold on an item's title; success is not promised.
  HoldOutcome placeHold(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Cancels a hold.
  ///
  /// @param hold as the account lists it
  HoldOutcome cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin);

  /// Returns what the central system says of a card other than the visit's own. Nothing is
  /// recorded.
  Answer<PatronLook> owes(PatronId patron, Optional<Pin> pin);

  /// Whether money was, or may have been, taken for this card without confirmation from the central
  /// system. Makes no request.
  boolean hasOpenPayment(PatronId patron);

  /// Takes all or part of what the patron owes at the payment terminal, and reports it. Waits for
  /// the person at the terminal.
  ///
  /// @param wish what the person was shown; if the account differs by now, nothing is taken
  /// @param payer is shown, in the calling thread, what to do at the terminal; may stop at any
  ///   time, even before the terminal is asked
  PaymentOutcome pay(PatronId patron, Optional<Pin> pin, PaymentRequest wish, Payer payer);

  /// Asks once to renew one item; success is not promised.
  RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Ends the patron's session, here and at the central system, and finishes pending erasures in
  /// the journal.
  void endSession(PatronId patron);

  /// The part of the desk that serves the book drop.
  DropDesk drop();
}
