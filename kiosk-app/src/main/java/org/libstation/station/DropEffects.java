package org.libstation.station;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.libstation.circulation.BinContents;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.sync.Desk;
import org.libstation.sync.DropDesk;

/// Carries out the flow's effects on the drop's journal entries.
final class DropEffects {
  private final Desk desk;
  private final Consumer<FlowEvent> answers;

  DropEffects(Desk desk, Consumer<FlowEvent> answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /// @throws org.libstation.journal.JournalException if the journal could not be written; then
  ///   nothing was done
  void carryOut(Effect.DropEffect effect) {
    switch (effect) {
      case Effect.ReadBin read -> readBin(read);
      case Effect.DropMark mark -> mark(mark);
      case Effect.WriteObject write -> write(write);
      case Effect.IdentifyObject identify -> identify(identify);
      case Effect.EmptyBinEffect bin -> emptied(bin);
    }
  }

  private void readBin(Effect.ReadBin read) {
    DropDesk drop = desk.drop();
    answers.accept(new FlowEvent.DropFound(drop.undone()));
    answers.accept(new FlowEvent.BinTold(read.closeAt(), drop.history(), drop.contents().size()));
  }

  private void mark(Effect.DropMark mark) {
    switch (mark) {
      case Effect.BeginEmptying(String by) -> desk.drop().emptyingBegun(by);
      case Effect.LeaveEmptying _ -> desk.drop().emptyingLeft();
      case Effect.MarkListed(long emptying) -> desk.drop().listed(emptying);
      case Effect.MarkOnSlip(var entries) -> desk.drop().onSlip(entries);
    }
  }

  private void write(Effect.WriteObject write) {
    String sign = write.sign().map(Enum::name).orElse("");
    long entry = desk.drop().objectDropped(write.at(), write.dark(), sign);
    answers.accept(new FlowEvent.ObjectWritten(write.object(), entry));
  }

  private void identify(Effect.IdentifyObject said) {
    OptionalLong back =
        switch (desk.drop().identify(said.entry(), said.item(), said.by(), said.tagged())) {
          case DropDesk.Identification.ItemIdentified(long entry) -> OptionalLong.of(entry);
          case DropDesk.Identification.NoObject _,
              DropDesk.Identification.KnownAlready _,
              DropDesk.Identification.ClosedAlready _,
              DropDesk.Identification.LentSince _ ->
              OptionalLong.empty();
        };
    answers.accept(new FlowEvent.ObjectIdentified(said.object(), back, said.item()));
  }

  private void emptied(Effect.EmptyBinEffect bin) {
    BinContents contents = desk.drop().emptied(bin.taken(), bin.by(), bin.counted(), bin.percent());
    answers.accept(new FlowEvent.BinWritten(contents));
  }
}
