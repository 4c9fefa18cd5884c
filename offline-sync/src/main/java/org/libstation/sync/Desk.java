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
import org.libstation.circulation.UnarmedReturn;
import org.libstation.circulation.UntakenLoan;

/// Where a patron's wishes become entries and answers. There is one path: write the intent, ask,
/// settle; the link only decides how long settling takes.
///
/// Called by one thread (the desk's); each call may wait for the central system up to the deadline
/// of its dialect. Throws [org.libstation.journal.JournalException] when nothing can be written:
/// then nothing was lent.
public interface Desk {

  /// Who is this? Never written down.
  Answer<PatronLook> identify(PatronId patron, Optional<Pin> pin);

  /// Loans of this card that the central system accepted within the last minutes and that were not
  /// released (the station lost its power between the two). They are finished when their items lie
  /// on the pad: by [#released] or, where they are not there, by [#notReleased].
  List<LoanOutcome.Lent> unfinished(PatronId patron);

  /// Looks an item up while tags still arrive; harmless. Empty when unknown or unanswered.
  Optional<ItemLook> lookAhead(ItemId item);

  /// A new patron stands here: after a NotSent or Unknown the rest of a stack went to the offline
  /// rules; that ends now.
  void beginSession();

  /// Lends one item.
  ///
  /// @param tagged whether the item has a tag to clear
  LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged);

  /// The tag was cleared and read back, or the item has none: on disk before "take it" is shown.
  void released(long entry);

  /// A tag of a loan that was released without one was found on the pad, and is going to be
  /// cleared.
  void lies(long entry);

  /// Released loans that are not on the pad any more, now that their visit is over.
  void taken(List<Long> entries);

  /// Loans of former runs that may still lie on the pad with their tags cleared, as far as nothing
  /// else was done with their items since. Each is ended by [#taken], [#armed] or [#notSecured].
  List<UntakenLoan> untaken();

  /// The tag could not be cleared although placed again: staff get a line.
  void notReleased(long entry, String reason);

  /// It was released, and still lay on the pad long after its patron had gone: staff get a line,
  /// whether the loan is settled already or not, and once only. A loan that was not released is
  /// told to staff as such, and not here.
  void leftLying(long entry, String reason);

  /// An item was handed over: on disk when this returns.
  ///
  /// @param tagged whether a tag of it was read: then [#armed] or [#notSecured] must follow
  /// @param missing names parts of its set that were not seen yet: then [#awaitsParts] or
  ///   [#setIncomplete] must follow; empty when there are none
  /// @return the entry's number
  long received(ItemId item, EventTime handedOver, How how, boolean tagged, String missing);

  /// A further part of a set came.
  ///
  /// @param missing names those that were not seen yet; empty when all have come
  void awaitsParts(long entry, String missing);

  /// Parts that a former run still waited for when it was cut off: nobody knows whether they came,
  /// so staff get the line of [#setIncomplete].
  void tellAwaitedParts();

  /// Returns of former runs of which nobody knows whether their tags were armed, as far as their
  /// items were not lent since. Each is ended by [#armed] or [#notSecured].
  List<UnarmedReturn> unarmed();

  /// The tag of a return, or of a loan that was left lying, was armed and read back.
  void armed(long entry);

  /// It could not be armed: staff get a line, the return or the loan stands.
  void notSecured(long entry, String reason);

  /// A set was handed over and parts of it were not: staff get a line that stays open whatever
  /// becomes of the return.
  ///
  /// @param what names the missing parts
  void setIncomplete(long entry, String what);

  /// Looks and reports the return centrally, if that can be done now.
  ReturnOutcome settleReturn(long entry);

  /// The person was told this about the fine of a return.
  void fineTold(long entry, FineTold told);

  /// Something about an entry that staff should know; it changes nothing.
  ///
  /// @param what holds nothing personal
  void finding(long entry, String what);

  /// Where an item is, by journal and central system; for staff. It changes nothing.
  ItemStanding standing(ItemId item);

  /// The patron's loans with titles and due dates. What cannot be looked up within the patron's
  /// deadline is listed by its barcode alone.
  ///
  /// @param progress hears how many were looked up so far, and of how many
  Answer<List<LoanLine>> loans(PatronId patron, Optional<Pin> pin, ListProgress progress);

  /// How far a long list is. Must not wait.
  interface ListProgress {
    void reached(int done, int of);
  }

  /// The patron's charges, holds, messages and blocks.
  Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin);

  /// Asks to hold the title of an item: asked once, never promised.
  HoldOutcome placeHold(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Gives a hold up.
  ///
  /// @param hold as the account lists it
  HoldOutcome cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin);

  /// What the central system says of a card that is not the visit's own. Nothing is noted of it.
  Answer<PatronLook> owes(PatronId patron, Optional<Pin> pin);

  /// Whether money was taken, or may have been, for this card and the central system has not
  /// confirmed it yet. Asks nobody.
  boolean hasOpenPayment(PatronId patron);

  /// Takes what is owed, or a part of it, at the payment terminal, and reports it. Waits for the
  /// person at the terminal.
  ///
  /// @param wish where the account says something else now than the person was shown, nothing is
  ///   taken
  /// @param payer is shown what to do at the terminal now, in the calling thread, and may stop at
  ///   any time, also before the terminal was asked
  PaymentOutcome pay(PatronId patron, Optional<Pin> pin, PaymentRequest wish, Payer payer);

  /// Renews one item: asked, never promised.
  RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin);

  void endSession(PatronId patron);

  /// What concerns the book drop alone.
  DropDesk drop();
}
