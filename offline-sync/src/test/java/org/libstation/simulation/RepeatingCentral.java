package org.libstation.simulation;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;

/// The planted bug *resend on doubt*: what was not answered is asked again.
///
/// @param moneyAlone whether only payments are
public record RepeatingCentral(CentralSystem central, boolean moneyAlone) implements CentralSystem {
  public RepeatingCentral(CentralSystem central) {
    this(central, false);
  }

  @Override
  public Answer<Status> status() {
    return central.status();
  }

  @Override
  public Answer<ItemLook> look(ItemId item) {
    return central.look(item);
  }

  @Override
  public Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    return central.patron(patron, pin, withLoans);
  }

  @Override
  public Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin) {
    return twice(() -> central.checkout(item, patron, pin));
  }

  @Override
  public Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt) {
    return twice(() -> central.lateCheckout(item, patron, lentAt));
  }

  @Override
  public Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt) {
    return twice(() -> central.checkin(item, returnedAt));
  }

  @Override
  public Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    return twice(() -> central.renew(item, patron, pin));
  }

  private <T> Answer<T> twice(Supplier<Answer<T>> request) {
    return moneyAlone ? request.get() : untilAnswered(request);
  }

  private static <T> Answer<T> untilAnswered(Supplier<Answer<T>> request) {
    Answer<T> first = request.get();
    return first instanceof Answer.Unknown<T> ? request.get() : first;
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    return central.account(patron, pin);
  }

  @Override
  public Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin) {
    return central.charges(patron, pin);
  }

  @Override
  public Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    return twice(() -> central.placeHold(item, patron, pin));
  }

  @Override
  public Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    return twice(() -> central.cancelHold(hold, patron, pin));
  }

  @Override
  public boolean takesPayments() {
    return central.takesPayments();
  }

  @Override
  public Answer<PaymentAccepted> pay(PatronId patron, Payment payment) {
    return untilAnswered(() -> central.pay(patron, payment));
  }

  @Override
  public void endSession(PatronId patron) {
    central.endSession(patron);
  }

  @Override
  public void hangUp() {
    central.hangUp();
  }

  @Override
  public void close() {
    central.close();
  }
}
