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
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;

/// The library's central system, which takes one request at a time. Every call ends within the
/// deadline of the site's dialect. A request that only looks never ends as [Answer.Unknown]: if no
/// answer comes, it is [Answer.NotSent].
public interface CentralSystem extends AutoCloseable {

  /// Asks whether the central system is ready (SIP2 99/98). Connects and logs in first, if
  /// necessary.
  Answer<Status> status();

  /// Looks an item up (17/18). An unknown item is refused with UNKNOWN_ITEM.
  Answer<ItemLook> look(ItemId item);

  /// Looks a patron up (63/64). For an unknown card the answer is Accepted, with `known` false.
  ///
  /// @param pin verified if `withLoans` is false; otherwise sent only if the central system tells
  ///   nothing without it
  /// @param withLoans whether to read the list of loans
  Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans);

  /// Asks for a loan (11/12), with renewal policy N and no block N.
  Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Reports a loan that the station gave earlier (11/12). The request is the same as in
  /// [#checkout].
  ///
  /// @param lentAt the moment of the loan, sent as the request's date
  Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt);

  /// Reports a return (09/10), with no block N.
  ///
  /// @param returnedAt the moment that counts as the return
  Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt);

  /// Asks for the renewal of one loan (29/30).
  Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Reads the patron's charges, holds and messages. Sends 63 for each list, and 17 for items that
  /// a list names only by number. Changes nothing.
  ///
  /// @param pin sent only if the central system tells nothing without it
  Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin);

  /// Reads what the patron owes, charge by charge (63 with its list of fines).
  ///
  /// @param pin as in [#account]
  Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin);

  /// Asks for a hold on the item's title (15/16, mode +). The patron will pick it up at the
  /// station's own location.
  Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin);

  /// Asks to cancel a hold (15/16, mode -). If it is asked again, the central system refuses and
  /// nothing changes.
  ///
  /// @param hold as the account lists it
  Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin);

  /// Whether the central system takes payments (37); false if that is not known. Call it before the
  /// terminal takes money.
  boolean takesPayments();

  /// Reports money that the patron paid here (37/38). The payment names its charge, or is spread
  /// over all that is owed. Never repeat it without a look: nearly all central systems then book it
  /// twice.
  Answer<PaymentAccepted> pay(PatronId patron, Payment payment);

  /// Reports the end of the patron's session (35/36). Nothing depends on it.
  void endSession(PatronId patron);

  /// Closes the connection. The next request uses a fresh one, so no late answer is taken for its
  /// own.
  void hangUp();

  @Override
  void close();

  /// How the central system is at this moment.
  ///
  /// @param online whether it reaches its own database (98, first field)
  /// @param difference its clock, read in the site's time zone, minus the station's uncorrected
  ///   clock; empty if it sent no readable time
  record Status(boolean online, Optional<Duration> difference, String libraryName) {}

  /// A booked loan.
  ///
  /// @param renewed the item was already on loan to this patron and was renewed (renewal ok = Y)
  /// @param bit the security bit may be cleared if desensitize is Y or U, and CI is not Y
  record CheckoutResult(String title, DueDate due, boolean renewed, SecurityBitRule bit) {}

  /// A booked return.
  ///
  /// @param held whether the item is kept for another patron's hold
  /// @param wasOnLoan whether a loan ended, as far as the answer says
  /// @param charge the loan's own charge, if the central system names it
  /// @param borrower card whose loan ended (AA), if AA can be a card number; for decisions only
  record CheckinResult(
      String title,
      Optional<String> sortBin,
      boolean held,
      boolean alert,
      WasOnLoan wasOnLoan,
      Optional<Money> charge,
      Optional<PatronId> borrower) {}

  /// A renewed loan.
  ///
  /// @param renewed whether the central system reports a renewal (renewal ok)
  record Renewal(String title, DueDate due, boolean renewed) {}

  /// A hold that was placed or cancelled.
  ///
  /// @param available whether the item can be had at once
  /// @param queue the patron's place in the queue (BR), from 1, if given
  /// @param pickUpAt where the item will wait (BS), if given
  record HoldPlaced(
      String title, boolean available, OptionalInt queue, Optional<String> pickUpAt) {}

  /// A booked payment.
  ///
  /// @param reference the station's reference of the payment, as the central system echoed it (BK)
  record PaymentAccepted(Optional<String> reference) {}
}
