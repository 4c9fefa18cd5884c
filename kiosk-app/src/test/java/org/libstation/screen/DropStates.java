package org.libstation.screen;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.WasOnLoan;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.Step;
import org.libstation.flow.state.TagReading;

/// The states of a book drop, each reached by what happens to a drop.
final class DropStates {
  private static final ItemId BOOK = new ItemId("31234000012342");
  private static final ItemId OTHER = new ItemId("31234000020022");

  private final Flow flow;
  private FlowState state;
  private Duration at = States.TIME.monotonic();
  private long entry = 40;
  private long job;

  private DropStates(FlowSettings settings) {
    flow = new Flow(settings, _ -> "");
    state = FlowState.initial(settings, time());
    for (DeviceRole role : List.of(DeviceRole.DROP, DeviceRole.DROP_READER, DeviceRole.PRINTER)) {
      tell(
          new FlowEvent.DeviceChanged(
              DeviceLine.plain(role, role.name(), DeviceCondition.READY, "", "")));
    }
    tell(new FlowEvent.BinTold(95, BinHistory.NONE, 20));
    tell(new FlowEvent.BinFilled(41));
  }

  private EventTime time() {
    EventTime begin = States.TIME;
    return new EventTime(
        begin.wall().withHour(21).withMinute(14).plus(at.minus(begin.monotonic())),
        begin.bootId(),
        at,
        Optional.empty(),
        false);
  }

  private DropStates tell(FlowEvent event) {
    Step step = flow.step(state, event);
    state = step.state();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Receive receive) {
        tell(new FlowEvent.ReceivedWritten(receive.row(), ++entry));
      } else if (effect instanceof Effect.Print print) {
        job = print.job();
      } else if (effect instanceof Effect.WriteObject write) {
        tell(new FlowEvent.ObjectWritten(write.object(), ++entry));
      } else if (effect instanceof Effect.SettleReturn settle) {
        tell(
            new FlowEvent.ReturnSettled(
                new ReturnOutcome.ReturnBooked(
                    settle.entry(),
                    BOOK,
                    "",
                    ReturnOutcome.Sorting.USUAL,
                    new ReturnOutcome.EndedLoan(
                        WasOnLoan.YES,
                        Optional.empty(),
                        Optional.empty(),
                        ReturnOutcome.LentTo.NOT_KNOWN)),
                Optional.empty()));
      }
    }
    return this;
  }

  private DropStates flap(boolean closed) {
    return tell(new FlowEvent.DropChanged(closed, true, false));
  }

  private DropStates tag(String uid, TagReading reading) {
    return tell(new FlowEvent.TagArrived(Place.DROP, uid, reading, SecurityBit.CLEARED));
  }

  private DropStates book(String uid, ItemId item) {
    return tag(uid, new TagReading.ItemTag(item, 1, 1));
  }

  private DropStates falls() {
    return tell(new FlowEvent.EyeSaw(true))
        .tell(new FlowEvent.DropObjectPassed())
        .pass(250)
        .tell(new FlowEvent.EyeSaw(false))
        .tell(new FlowEvent.ShadowEnded(Duration.ofMillis(250)));
  }

  private DropStates pass(long millis) {
    at = at.plusMillis(millis);
    return tell(new FlowEvent.Tick(time()));
  }

  private static DropStates drop(FlowSettings settings) {
    return new DropStates(settings);
  }

  /// By name.
  static Map<String, FlowState> all(FlowSettings settings) {
    Map<String, FlowState> all = new LinkedHashMap<>();
    all.put("drop-ready", drop(settings).state);
    all.put("drop-open", drop(settings).flap(false).state);
    all.put("drop-reading", drop(settings).flap(false).book("E1", BOOK).state);
    all.put(
        "drop-foreign", drop(settings).flap(false).tag("E1", new TagReading.ForeignTag()).state);
    all.put("drop-passing", drop(settings).flap(false).falls().state);
    all.put("drop-answer", drop(settings).flap(false).book("E1", BOOK).falls().state);
    DropStates printing =
        drop(settings)
            .flap(false)
            .book("E1", BOOK)
            .falls()
            .tell(
                new FlowEvent.Pressed(new Key.ChooseReceipt(Key.ChooseReceipt.ReceiptForm.PLAIN)));
    all.put("drop-answer-printing", printing.state);
    all.put(
        "drop-answer-printed",
        printing.tell(new FlowEvent.PrintJobEnded(printing.job, Optional.empty())).state);
    all.put(
        "drop-answer-many",
        drop(settings)
            .flap(false)
            .book("E1", BOOK)
            .falls()
            .tag("E2", new TagReading.ForeignTag())
            .falls()
            .tag("E3", new TagReading.ItemTag(OTHER, 3, 1))
            .falls()
            .flap(true)
            .pass(9000)
            .state);
    all.put(
        "drop-together",
        drop(settings).flap(false).book("E1", BOOK).book("E2", OTHER).falls().state);
    all.put("drop-hand", hand(drop(settings)).state);
    all.put("drop-asking", drop(settings).flap(false).falls().pass(1600).state);
    all.put(
        "drop-asking-typed",
        drop(settings)
            .flap(false)
            .falls()
            .pass(1600)
            .tell(new FlowEvent.BarcodeRead(Place.DROP, new ScannedCode.BadCheck("1112")))
            .state);
    all.put(
        "drop-blocked",
        drop(settings)
            .flap(false)
            .tell(new FlowEvent.EyeSaw(true))
            .tell(new FlowEvent.DropObjectPassed())
            .pass(3500)
            .state);
    all.put("drop-full", drop(settings).tell(new FlowEvent.BinFilled(97)).pass(100).state);
    all.put(
        "drop-shut",
        drop(settings)
            .tell(new FlowEvent.JournalChanged(JournalHealth.DISK_FULL, Optional.empty()))
            .pass(100)
            .state);
    all.put("drop-nobin", drop(settings).tell(new FlowEvent.DropChanged(true, false, true)).state);
    all.put("drop-help", drop(settings).tell(new FlowEvent.Pressed(new Key.CallStaff())).state);
    all.put("emptying-out", emptying(settings).state);
    all.put(
        "emptying-in",
        emptying(settings)
            .tell(new FlowEvent.DropChanged(true, true, true))
            .tell(new FlowEvent.DropChanged(true, false, true))
            .tell(new FlowEvent.BinWritten(BinContents.EMPTY))
            .state);
    return all;
  }

  private static DropStates hand(DropStates drop) {
    return drop.flap(false)
        .tell(new FlowEvent.EyeSaw(true))
        .tell(new FlowEvent.DropObjectPassed())
        .pass(2000)
        .tell(new FlowEvent.EyeSaw(false))
        .tell(new FlowEvent.ShadowEnded(Duration.ofSeconds(2)));
  }

  private static DropStates emptying(FlowSettings settings) {
    DropStates drop =
        drop(settings)
            .tell(new FlowEvent.Pressed(new Key.Technician()))
            .tell(new FlowEvent.Pressed(new Key.Digit(1)))
            .tell(new FlowEvent.Pressed(new Key.Confirm()))
            .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN))
            .tell(new FlowEvent.Pressed(new Key.EmptyBin()));
    if (!(drop.state.screen() instanceof Screen.Emptying)) {
      throw new AssertionError(drop.state.screen());
    }
    return drop;
  }
}
