package org.libstation.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.LyingTag;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.flow.state.Effect;
import org.libstation.sync.Desk;
import org.libstation.sync.DropDesk;
import org.libstation.tag.TagContent;

/// Stands between the parts of a station and passes everything on, but for its bug.
final class Miswired implements DeviceListener {
  private static final long NOBODYS_COMMAND = -1;

  private final Miswiring bug;
  private final DeviceListener bridge;
  private final Map<TagUid, DeviceEvent.TagArrived> onPad = new HashMap<>();
  private boolean padAnswers = true;

  Miswired(Miswiring bug, DeviceListener bridge) {
    this.bug = bug;
    this.bridge = bridge;
  }

  @Override
  public void on(DeviceEvent event) {
    if (event instanceof DeviceEvent.TagArrived tag && tag.device().equals("pad")) {
      onPad.put(tag.uid(), tag);
    } else if (event instanceof DeviceEvent.TagLeft tag && tag.device().equals("pad")) {
      onPad.remove(tag.uid());
    }
    if (event instanceof DeviceEvent.HealthChanged(String device, DeviceHealth health)
        && device.equals("pad")) {
      padAnswers = health instanceof DeviceHealth.Ready;
      if (bug == Miswiring.SILENT_READER_COUNTS && !padAnswers) {
        return;
      }
    }
    bridge.on(event);
  }

  Consumer<Effect> runner(Consumer<Effect> runner, TagReader pad) {
    return switch (bug) {
      case CLEARED_BEFORE_WRITTEN ->
          effect -> {
            if (effect instanceof Effect.Lend lend) {
              clear(lend.item(), pad);
            }
            runner.accept(effect);
          };
      case FORMER_TAGS_LENT ->
          effect -> {
            if (effect instanceof Effect.BeginSession) {
              onPad.values().forEach(this::readAnew);
            }
            runner.accept(effect);
          };
      case LOOK_NOT_AWAITED, SILENT_READER_COUNTS ->
          effect -> {
            boolean untrue = bug == Miswiring.LOOK_NOT_AWAITED || !padAnswers;
            if (effect instanceof Effect.LookAnew && untrue) {
              bridge.on(new DeviceEvent.FieldListed(pad.name()));
            }
            runner.accept(effect);
          };
      case NONE,
          CLEARED_WHEN_ASKED,
          RELEASED_BEFORE_CLEARED,
          NOT_SECURED_IS_SILENT,
          UNTAKEN_IN_MEMORY ->
          runner;
    };
  }

  private void clear(ItemId item, TagReader pad) {
    for (DeviceEvent.TagArrived tag : onPad.values()) {
      if (tag.content() instanceof TagContent.Item lying
          && lying.primaryId().equals(item.value())) {
        boolean _ = pad.setSecurity(NOBODYS_COMMAND, tag.uid(), TagSecurity.CLEARED);
      }
    }
  }

  private void readAnew(DeviceEvent.TagArrived tag) {
    bridge.on(new DeviceEvent.TagLeft(tag.device(), tag.uid()));
    bridge.on(tag);
  }

  TagReader reader(TagReader reader) {
    return bug == Miswiring.CLEARED_WHEN_ASKED ? new HastyReader(reader, bridge) : reader;
  }

  Desk desk(Desk desk) {
    return switch (bug) {
      case RELEASED_BEFORE_CLEARED, NOT_SECURED_IS_SILENT, UNTAKEN_IN_MEMORY ->
          new WrongDesk(desk, bug);
      case NONE,
          CLEARED_WHEN_ASKED,
          CLEARED_BEFORE_WRITTEN,
          FORMER_TAGS_LENT,
          SILENT_READER_COUNTS,
          LOOK_NOT_AWAITED ->
          desk;
    };
  }

  private record HastyReader(TagReader reader, DeviceListener listener) implements TagReader {
    @Override
    public boolean setSecurity(long command, TagUid uid, TagSecurity to) {
      boolean taken = reader.setSecurity(command, uid, to);
      if (taken) {
        listener.on(
            new DeviceEvent.SecuritySet(
                reader.name(), command, uid, new TagOutcome.TagWriteVerified()));
      }
      return taken;
    }

    @Override
    public void lookAnew() {
      reader.lookAnew();
    }

    @Override
    public boolean rewrite(long command, TagUid uid, TagContent.Item to) {
      return reader.rewrite(command, uid, to);
    }

    @Override
    public boolean readSecurity(long command, TagUid uid) {
      return reader.readSecurity(command, uid);
    }

    @Override
    public List<LyingTag> lying() {
      return reader.lying();
    }

    @Override
    public boolean write(long command, TagUid uid, int dsfid, byte[] bytes) {
      return reader.write(command, uid, dsfid, bytes);
    }

    @Override
    public String name() {
      return reader.name();
    }

    @Override
    public DeviceHealth health() {
      return reader.health();
    }

    @Override
    public void step() {
      reader.step();
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  private record WrongDesk(Desk desk, Miswiring bug) implements Desk {
    @Override
    public DropDesk drop() {
      return desk.drop();
    }

    @Override
    public LoanOutcome lend(ItemId item, PatronId patron, Optional<Pin> pin, boolean tagged) {
      LoanOutcome outcome = desk.lend(item, patron, pin, tagged);
      if (bug == Miswiring.RELEASED_BEFORE_CLEARED) {
        switch (outcome) {
          case LoanOutcome.Lent lent -> desk.released(lent.entry());
          case LoanOutcome.ToBeConfirmed given -> desk.released(given.entry());
          case LoanOutcome.NotLent _, LoanOutcome.AlreadyYours _ -> {}
        }
      }
      return outcome;
    }

    @Override
    public void released(long entry) {
      if (bug != Miswiring.RELEASED_BEFORE_CLEARED) {
        desk.released(entry);
      }
    }

    @Override
    public void notSecured(long entry, TaskNote reason) {
      if (bug != Miswiring.NOT_SECURED_IS_SILENT) {
        desk.notSecured(entry, reason);
      }
    }

    @Override
    public Answer<PatronLook> identify(PatronId patron, Optional<Pin> pin) {
      return desk.identify(patron, pin);
    }

    @Override
    public List<LoanOutcome.Lent> unfinished(PatronId patron) {
      return desk.unfinished(patron);
    }

    @Override
    public Optional<ItemLook> lookAhead(ItemId item) {
      return desk.lookAhead(item);
    }

    @Override
    public void beginSession() {
      desk.beginSession();
    }

    @Override
    public void notReleased(long entry, TaskNote reason) {
      desk.notReleased(entry, reason);
    }

    @Override
    public void lies(long entry) {
      desk.lies(entry);
    }

    @Override
    public void taken(List<Long> entries) {
      desk.taken(entries);
    }

    @Override
    public List<UntakenLoan> untaken() {
      return bug == Miswiring.UNTAKEN_IN_MEMORY ? List.of() : desk.untaken();
    }

    @Override
    public void leftLying(long entry, TaskNote reason) {
      desk.leftLying(entry, reason);
    }

    @Override
    public long received(
        ItemId item, EventTime handedOver, How how, boolean tagged, Optional<TaskNote> missing) {
      return desk.received(item, handedOver, how, tagged, missing);
    }

    @Override
    public List<UnarmedReturn> unarmed() {
      return desk.unarmed();
    }

    @Override
    public void armed(long entry) {
      desk.armed(entry);
    }

    @Override
    public void fineTold(long entry, FineTold told) {
      desk.fineTold(entry, told);
    }

    @Override
    public void finding(long entry, TaskNote what) {
      desk.finding(entry, what);
    }

    @Override
    public void awaitsParts(long entry, Optional<TaskNote> missing) {
      desk.awaitsParts(entry, missing);
    }

    @Override
    public void tellAwaitedParts() {
      desk.tellAwaitedParts();
    }

    @Override
    public void setIncomplete(long entry, TaskNote what) {
      desk.setIncomplete(entry, what);
    }

    @Override
    public ReturnOutcome settleReturn(long entry) {
      return desk.settleReturn(entry);
    }

    @Override
    public ItemStanding standing(ItemId item) {
      return desk.standing(item);
    }

    @Override
    public Answer<List<LoanLine>> loans(PatronId patron, Optional<Pin> pin, ListProgress progress) {
      return desk.loans(patron, pin, progress);
    }

    @Override
    public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
      return desk.account(patron, pin);
    }

    @Override
    public HoldOutcome placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
      return desk.placeHold(item, patron, pin);
    }

    @Override
    public HoldOutcome cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
      return desk.cancelHold(hold, patron, pin);
    }

    @Override
    public Answer<PatronLook> owes(PatronId patron, Optional<Pin> pin) {
      return desk.owes(patron, pin);
    }

    @Override
    public boolean hasOpenPayment(PatronId patron) {
      return desk.hasOpenPayment(patron);
    }

    @Override
    public PaymentOutcome pay(
        PatronId patron, Optional<Pin> pin, PaymentRequest wish, Payer payer) {
      return desk.pay(patron, pin, wish, payer);
    }

    @Override
    public RenewOutcome renew(ItemId item, PatronId patron, Optional<Pin> pin) {
      return desk.renew(item, patron, pin);
    }

    @Override
    public void endSession(PatronId patron) {
      desk.endSession(patron);
    }
  }
}
