package org.libstation.sync;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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

/// The central system as the desk and the outbox see it. While the link is down, requests return
/// `NotSent`. The gate reports every answer to the link. After an unknown answer it closes the
/// connection at once, so a late answer cannot be taken for the answer to another request.
///
/// @param atWork whether requests through this gate count as activity on the line
///   ([Link#quietFor()])
record Gate(CentralSystem central, Link link, ReentrantLock wire, boolean atWork)
    implements CentralSystem {

  @Override
  public Answer<Status> status() {
    return ask(central::status);
  }

  @Override
  public Answer<ItemLook> look(ItemId item) {
    return ask(() -> central.look(item));
  }

  @Override
  public Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    return ask(() -> central.patron(patron, pin, withLoans));
  }

  @Override
  public Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin) {
    return ask(() -> central.checkout(item, patron, pin));
  }

  @Override
  public Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt) {
    return ask(() -> central.lateCheckout(item, patron, lentAt));
  }

  @Override
  public Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt) {
    return ask(() -> central.checkin(item, returnedAt));
  }

  @Override
  public Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    return ask(() -> central.renew(item, patron, pin));
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    return ask(() -> central.account(patron, pin));
  }

  @Override
  public Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin) {
    return ask(() -> central.charges(patron, pin));
  }

  @Override
  public Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    return ask(() -> central.placeHold(item, patron, pin));
  }

  @Override
  public Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    return ask(() -> central.cancelHold(hold, patron, pin));
  }

  /// Takes its turn on the line, because it may ask the central system for its status.
  @Override
  public boolean takesPayments() {
    wire.lock();
    try {
      return central.takesPayments();
    } finally {
      wire.unlock();
    }
  }

  @Override
  public Answer<PaymentAccepted> pay(PatronId patron, Payment payment) {
    return ask(() -> central.pay(patron, payment));
  }

  @Override
  public void endSession(PatronId patron) {
    if (link.up()) {
      Answer<Boolean> _ =
          Link.oneAtATime(
              wire,
              () -> {
                central.endSession(patron);
                return new Answer.Accepted<>(true);
              });
    }
  }

  @Override
  public void hangUp() {
    central.hangUp();
  }

  @Override
  public void close() {
    central.close();
  }

  private void noteWork() {
    if (atWork) {
      link.asked();
    }
  }

  private <T> Answer<T> ask(Supplier<Answer<T>> request) {
    if (!link.up()) {
      return Answer.NotSent.because("the link is down");
    }
    noteWork();
    Answer<T> answer = Link.oneAtATime(wire, request);
    noteWork();
    switch (answer) {
      case Answer.Accepted<T> _, Answer.Refused<T> _ -> link.answered();
      case Answer.NotSent<T> _ -> link.lost(answer);
      case Answer.Unknown<T> _ -> {
        central.hangUp();
        link.lost(answer);
      }
    }
    return answer;
  }
}
