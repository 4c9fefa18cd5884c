package org.libstation.sync;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;

/// Replaces the central system in a rehearsal. Requests that only look (17, 63, 99) go to the real
/// one; requests that act (11, 09, 29) are never sent. Their answers are predicted from what the
/// real system says of patron and item. A prediction is kept, so that later entries of the same
/// item are judged as if the action had been carried out.
final class RehearsedCentral implements CentralSystem {
  /// Length of a predicted loan or renewal, in days.
  private static final int DAYS = 14;

  private final CentralSystem real;
  private final Map<ItemId, ItemLook> foretold = new HashMap<>();
  private final Map<PatronId, Integer> lent = new HashMap<>();

  RehearsedCentral(CentralSystem real) {
    this.real = real;
  }

  @Override
  public Answer<Status> status() {
    return real.status();
  }

  @Override
  public Answer<ItemLook> look(ItemId item) {
    ItemLook known = foretold.get(item);
    return known == null ? real.look(item) : new Answer.Accepted<>(known);
  }

  @Override
  public Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    return real.patron(patron, pin, withLoans);
  }

  @Override
  public Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin) {
    return seen(patron)
        .then(
            seen ->
                noLoan(item, patron, seen)
                    .<Answer<CheckoutResult>>map(Answer.Refused::new)
                    .orElseGet(() -> lent(item, patron)));
  }

  /// Why the central system would refuse a loan, as far as its looks show.
  private Optional<Refusal> noLoan(ItemId item, PatronId patron, PatronLook seen) {
    if (!seen.known()) {
      return refusal(Refusal.RefusalReason.UNKNOWN_PATRON);
    }
    if (seen.blocks().contains(PatronBlock.CARD_LOST)) {
      return refusal(Refusal.RefusalReason.CARD_LOST);
    }
    if (!seen.mayBorrow()) {
      return refusal(Refusal.RefusalReason.PATRON_BLOCKED);
    }
    boolean full =
        seen.chargedLimit().isPresent()
            && seen.chargedCount().isPresent()
            && seen.chargedCount().getAsInt() + lent.getOrDefault(patron, 0)
                >= seen.chargedLimit().getAsInt();
    if (full) {
      return refusal(Refusal.RefusalReason.LIMIT_REACHED);
    }
    return look(item) instanceof Answer.Accepted<ItemLook>(var look)
            && look.status() == CirculationStatus.ON_HOLD_SHELF
        ? refusal(Refusal.RefusalReason.HELD_FOR_ANOTHER)
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(Refusal.RefusalReason reason) {
    return Optional.of(Refusal.of(reason));
  }

  private Answer<CheckoutResult> lent(ItemId item, PatronId patron) {
    DueDate due = later(Optional.empty());
    String title = become(item, CirculationStatus.CHARGED, Optional.of(due));
    lent.merge(patron, 1, Integer::sum);
    return new Answer.Accepted<>(new CheckoutResult(title, due, false, SecurityBitRule.MAY_CLEAR));
  }

  @Override
  public Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt) {
    return checkout(item, patron, Optional.empty());
  }

  @Override
  public Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt) {
    String title = become(item, CirculationStatus.AVAILABLE, Optional.empty());
    return new Answer.Accepted<>(
        new CheckinResult(
            title,
            Optional.empty(),
            false,
            false,
            WasOnLoan.YES,
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    return seen(patron)
        .then(
            seen ->
                noRenewal(item, seen)
                    .<Answer<Renewal>>map(Answer.Refused::new)
                    .orElseGet(() -> renewed(item)));
  }

  private Optional<Refusal> noRenewal(ItemId item, PatronLook seen) {
    if (!seen.known()) {
      return refusal(Refusal.RefusalReason.UNKNOWN_PATRON);
    }
    if (seen.blocks().contains(PatronBlock.RENEWAL_DENIED)) {
      return refusal(Refusal.RefusalReason.PATRON_BLOCKED);
    }
    return look(item) instanceof Answer.Accepted<ItemLook>(var look) && look.holdQueue() > 0
        ? refusal(Refusal.RefusalReason.HELD_FOR_ANOTHER)
        : Optional.empty();
  }

  private Answer<Renewal> renewed(ItemId item) {
    Optional<DueDate> before =
        look(item) instanceof Answer.Accepted<ItemLook>(var look) ? look.due() : Optional.empty();
    DueDate due = later(before);
    String title = become(item, CirculationStatus.CHARGED, Optional.of(due));
    return new Answer.Accepted<>(new Renewal(title, due, true));
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    return real.account(patron, pin);
  }

  @Override
  public Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin) {
    return real.charges(patron, pin);
  }

  @Override
  public Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    return hold(patron);
  }

  @Override
  public Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    return hold(patron);
  }

  private Answer<HoldPlaced> hold(PatronId patron) {
    return known(patron, new HoldPlaced("", false, OptionalInt.empty(), Optional.empty()));
  }

  @Override
  public boolean takesPayments() {
    return real.takesPayments();
  }

  /// Checks only whether the card is known; acceptance of the sum depends on the library's own
  /// books.
  @Override
  public Answer<PaymentAccepted> pay(PatronId patron, Payment payment) {
    return known(patron, new PaymentAccepted(Optional.of(payment.reference())));
  }

  /// Looks the patron up. A look changes nothing, so one without an answer counts as not sent.
  private Answer<PatronLook> seen(PatronId patron) {
    Answer<PatronLook> look = real.patron(patron, Optional.empty(), false);
    return look instanceof Answer.Unknown<PatronLook>(var reason, _)
        ? Answer.NotSent.because(reason)
        : look;
  }

  private <T> Answer<T> known(PatronId patron, T done) {
    return seen(patron)
        .then(
            seen ->
                seen.known()
                    ? new Answer.Accepted<>(done)
                    : new Answer.Refused<>(Refusal.of(Refusal.RefusalReason.UNKNOWN_PATRON)));
  }

  private String become(ItemId item, CirculationStatus status, Optional<DueDate> due) {
    ItemLook before =
        look(item) instanceof Answer.Accepted<ItemLook>(var look)
            ? look
            : new ItemLook(item, "", status, due, 0, Optional.empty(), Optional.empty());
    foretold.put(item, before.with(c -> c.item(item).status(status).due(due)));
    return before.title();
  }

  /// Returns a date after the given one. The real date depends on the library's rules.
  private static DueDate later(Optional<DueDate> before) {
    return before
        .flatMap(DueDate::at)
        .map(at -> DueDate.of(at.plusDays(DAYS)))
        .orElseGet(() -> new DueDate("as the library decides", Optional.empty()));
  }

  @Override
  public void endSession(PatronId patron) {
    // The real system is not told of a rehearsal.
  }

  @Override
  public void hangUp() {
    real.hangUp();
  }

  @Override
  public void close() {
    real.close();
  }
}
