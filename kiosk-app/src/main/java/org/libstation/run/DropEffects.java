package org.libstation.run;

import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.libstation.circulation.BinContents;
import org.libstation.device.Lamp;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.sync.Desk;
import org.libstation.sync.DropDesk;

/// Carries out what the drop wants: its own entries on the desk's thread, its lamp at once.
final class DropEffects {
  private final Desk desk;
  private final StationDevices devices;
  private final Function<String, FlowEvent> typed;
  private final Consumer<FlowEvent> answers;

  DropEffects(
      Desk desk,
      StationDevices devices,
      Function<String, FlowEvent> typed,
      Consumer<FlowEvent> answers) {
    this.desk = desk;
    this.devices = devices;
    this.typed = typed;
    this.answers = answers;
  }

  void readBin(Effect.ReadBin read) {
    DropDesk drop = desk.drop();
    answers.accept(new FlowEvent.DropFound(drop.undone()));
    answers.accept(new FlowEvent.BinTold(read.closeAt(), drop.history(), drop.contents().size()));
  }

  void mark(Effect.DropMark mark) {
    switch (mark) {
      case Effect.BeginEmptying(String by) -> desk.drop().emptyingBegun(by);
      case Effect.LeaveEmptying _ -> desk.drop().emptyingLeft();
      case Effect.MarkListed(long emptying) -> desk.drop().listed(emptying);
      case Effect.MarkOnSlip(var entries) -> desk.drop().onSlip(entries);
    }
  }

  void write(Effect.WriteObject write) {
    long entry = desk.drop().objectDropped(write.at(), write.dark(), write.sign());
    answers.accept(new FlowEvent.ObjectWritten(write.object(), entry));
  }

  void identify(Effect.IdentifyObject said) {
    OptionalLong back =
        switch (desk.drop().identify(said.entry(), said.item(), said.by(), said.tagged())) {
          case DropDesk.Identification.Done(long entry) -> OptionalLong.of(entry);
          case DropDesk.Identification.NoObject _,
              DropDesk.Identification.KnownAlready _,
              DropDesk.Identification.ClosedAlready _,
              DropDesk.Identification.LentSince _ ->
              OptionalLong.empty();
        };
    answers.accept(new FlowEvent.ObjectIdentified(said.object(), back, said.item()));
  }

  void emptied(Effect.EmptyBin bin) {
    BinContents contents = desk.drop().emptied(bin.taken(), bin.by(), bin.counted(), bin.percent());
    answers.accept(new FlowEvent.BinWritten(contents));
  }

  void judge(String digits) {
    answers.accept(typed.apply(digits));
  }

  void lamp(DropLamp lamp) {
    Lamp sign =
        switch (lamp) {
          case STEADY -> Lamp.STEADY;
          case QUICK -> Lamp.QUICK;
          case SLOW -> Lamp.SLOW;
          case OFF -> Lamp.OFF;
        };
    devices.bin().ifPresent(bin -> bin.lamp(sign));
  }
}
