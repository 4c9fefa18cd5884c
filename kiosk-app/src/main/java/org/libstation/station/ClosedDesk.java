package org.libstation.station;

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
import org.libstation.journal.JournalException;
import org.libstation.sync.Desk;
import org.libstation.sync.DropDesk;

/// The desk of a station whose journal cannot be used. Each request that needs the journal throws
/// its fault; requests to the central system are not sent either.
public final class ClosedDesk implements Desk {
  private final JournalException trouble;

  public ClosedDesk(Optional<JournalException> trouble) {
    this.trouble =
        trouble.orElseGet(
            () -> new JournalException(JournalException.FaultKind.DISK, "there is no journal"));
  }

  private JournalException closed() {
    return new JournalException(trouble.kind(), String.valueOf(trouble.getMessage()), trouble);
  }

  @Override
  public Answer<PatronLook> identify(PatronId patron, Optional<Pin> pin) {
    throw closed();
  }

  @Override
  public List<LoanOutcome.Lent> unfinished(PatronId patron) {
    return List.of();
  }

  @Override
  public Optional<ItemLook> lookAhead(ItemId item) {
    return Optional.empty();
  }

  @Override
  public void beginSession() {}

  @Override
  public LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged) {
    throw closed();
  }

  @Override
  public void released(long entry) {
    throw closed();
  }

  @Override
  public void notReleased(long entry, TaskNote reason) {
    throw closed();
  }

  @Override
  public void lies(long entry) {
    throw closed();
  }

  @Override
  public void taken(List<Long> entries) {
    throw closed();
  }

  @Override
  public List<UntakenLoan> untaken() {
    return List.of();
  }

  @Override
  public void leftLying(long entry, TaskNote reason) {
    throw closed();
  }

  @Override
  public long received(
      ItemId item, EventTime handedOver, How how, boolean tagged, Optional<TaskNote> missing) {
    throw closed();
  }

  @Override
  public List<UnarmedReturn> unarmed() {
    return List.of();
  }

  @Override
  public void armed(long entry) {
    throw closed();
  }

  @Override
  public void notSecured(long entry, TaskNote reason) {
    throw closed();
  }

  @Override
  public void awaitsParts(long entry, Optional<TaskNote> missing) {
    throw closed();
  }

  @Override
  public void tellAwaitedParts() {
    // Nothing was read, so there is nothing to report.
  }

  @Override
  public void setIncomplete(long entry, TaskNote what) {
    throw closed();
  }

  @Override
  public ReturnOutcome settleReturn(long entry) {
    throw closed();
  }

  @Override
  public void fineTold(long entry, FineTold told) {
    throw closed();
  }

  @Override
  public void finding(long entry, TaskNote what) {
    throw closed();
  }

  @Override
  public ItemStanding standing(ItemId item) {
    throw closed();
  }

  @Override
  public Answer<List<LoanLine>> loans(PatronId patron, Optional<Pin> pin, ListProgress progress) {
    throw closed();
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    throw closed();
  }

  @Override
  public HoldOutcome placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    throw closed();
  }

  @Override
  public HoldOutcome cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    throw closed();
  }

  @Override
  public Answer<PatronLook> owes(PatronId patron, Optional<Pin> pin) {
    throw closed();
  }

  @Override
  public boolean hasOpenPayment(PatronId patron) {
    throw closed();
  }

  @Override
  public PaymentOutcome pay(PatronId patron, Optional<Pin> pin, PaymentRequest wish, Payer payer) {
    throw closed();
  }

  @Override
  public RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    throw closed();
  }

  @Override
  public void endSession(PatronId patron) {}

  @Override
  public DropDesk drop() {
    throw closed();
  }
}
