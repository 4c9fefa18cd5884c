package org.libstation.central;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;
import org.libstation.circulation.WasOnLoan;

/// The library's central system. One request at a time; every call ends within the deadline of the
/// site's dialect. Requests that only look are never [Answer.Unknown]: unanswered, they are
/// [Answer.NotSent].
public interface CentralSystem extends AutoCloseable {

  /// Connects and logs in if need be, and asks whether it is ready (SIP2 99/98).
  Answer<Status> status();

  /// What it says of an item (17/18). An unknown item is refused with UNKNOWN_ITEM.
  Answer<ItemLook> look(ItemId item);

  /// What it says of a patron (63/64). An unknown card is accepted with `known` false.
  ///
  /// @param pin judged where no list is wanted; with one it only opens what is told to nobody
  ///   without it
  /// @param withLoans whether the list of loans is wanted
  Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans);

  /// Asks to lend (11/12), renewal policy N, no block N.
  Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Reports a loan that the station gave earlier (11/12), as [#checkout] asks for one.
  ///
  /// @param lentAt the moment of the loan, sent as its date
  Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt);

  /// Reports a return (09/10), no block N.
  ///
  /// @param returnedAt the moment that counts
  Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt);

  /// Asks to renew one item (29/30).
  Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin);

  /// The patron's charges, holds and messages (63 with its lists, 17 for what they only name).
  /// Asking has no effect.
  ///
  /// @param pin where nothing is told without it
  Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin);

  /// What the patron owes, charge by charge, and nothing else (63 with its list of fines).
  ///
  /// @param pin where nothing is told without it
  Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin);

  /// Asks to hold the item's title for the patron (15/16, mode +), to be picked up at the station's
  /// own place.
  Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Asks to give a hold up (15/16, mode -). Asked again it is refused and changes nothing.
  ///
  /// @param hold as the account lists it
  Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin);

  /// Returns whether 37 is supported; false where that is not known. Call it before the terminal
  /// takes money.
  boolean takesPayments();

  /// Reports money that the patron paid here (37/38), for the charge it names or to be spread over
  /// all that is owed. Never repeated without a look: nearly all central systems book it twice
  /// then.
  Answer<PaymentAccepted> pay(PatronId patron, Payment payment);

  /// Says that the patron's session is over (35/36); polite, never vital.
  void endSession(PatronId patron);

  /// Closes the connection, so that the next request goes out on a fresh one and no late answer can
  /// be taken for another's.
  void hangUp();

  @Override
  void close();

  /// @param online whether it reaches its own database (98, first field)
  /// @param difference its clock, read in the zone the site says, minus ours as it stands; empty
  ///   when it sent no readable time
  record Status(boolean online, Optional<Duration> difference, String libraryName) {}

  /// @param renewed it was on this patron's account already and was renewed (renewal ok = Y)
  /// @param mayClear whether the security bit may be cleared (desensitize Y or U, CI not Y)
  record CheckoutResult(String title, DueDate due, boolean renewed, boolean mayClear) {}

  /// @param held somebody waits for it: it is kept for them
  /// @param wasOnLoan whether a loan ended, as far as the answer tells
  /// @param charge the loan's own charge, where the system names it
  /// @param borrower whose loan ended (AA), where that can be a card number; only to be judged
  record CheckinResult(
      String title,
      Optional<String> sortBin,
      boolean held,
      boolean alert,
      WasOnLoan wasOnLoan,
      Optional<Money> charge,
      Optional<PatronId> borrower) {}

  /// @param renewed renewal ok
  record Renewal(String title, DueDate due, boolean renewed) {}

  /// @param available whether it can be had at once
  /// @param queue the patron's place among those who wait (BR), from 1, where told
  /// @param pickUpAt where it will wait (BS), where told
  record HoldPlaced(
      String title, boolean available, OptionalInt queue, Optional<String> pickUpAt) {}

  /// @param reference the payment's own number as the central system echoed it (BK)
  record PaymentAccepted(Optional<String> reference) {}
}
