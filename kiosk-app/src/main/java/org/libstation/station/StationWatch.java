package org.libstation.station;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;

/// Reports changes of the link and of the journal's disk to the flow. One thread calls it at
/// intervals. Other parts report their journal faults through it.
public final class StationWatch {
  private final BooleanSupplier linkUp;
  private final Supplier<DiskState> disk;
  private final Supplier<JournalHealth> whenRoomy;
  private final Supplier<Optional<JournalCause>> cause;
  private final Consumer<FlowEvent> answers;
  private Optional<Boolean> lastLink = Optional.empty();
  private DiskState lastDisk = DiskState.ROOMY;

  /// @param cause why the journal cannot be used although its disk has room; empty if it can
  /// @param whenRoomy the journal's health while its disk has room, because free space mends no
  ///   other fault
  public StationWatch(
      BooleanSupplier linkUp,
      Supplier<DiskState> disk,
      Supplier<JournalHealth> whenRoomy,
      Supplier<Optional<JournalCause>> cause,
      Consumer<FlowEvent> answers) {
    this.linkUp = linkUp;
    this.disk = disk;
    this.whenRoomy = whenRoomy;
    this.cause = cause;
    this.answers = answers;
  }

  /// Reports what changed since the last look.
  public void look() {
    boolean up = linkUp.getAsBoolean();
    if (lastLink.filter(last -> last == up).isEmpty()) {
      lastLink = Optional.of(up);
      answers.accept(new FlowEvent.LinkChanged(up ? LinkState.ONLINE : LinkState.SILENT));
    }
    DiskState now = disk.get();
    if (now != lastDisk) {
      lastDisk = now;
      answers.accept(
          new FlowEvent.JournalChanged(
              switch (now) {
                case ROOMY -> whenRoomy.get();
                case BALLAST_USED -> JournalHealth.NEARLY_FULL;
                case FULL -> JournalHealth.DISK_FULL;
              },
              now == DiskState.ROOMY ? cause.get() : Optional.empty()));
    }
  }

  /// Reports a journal fault of a part that answers no effect of the flow. Told at once, so that
  /// the station takes nothing in that it could not record.
  public void met(JournalException trouble) {
    answers.accept(
        new FlowEvent.JournalChanged(
            JournalTrouble.of(trouble, disk), JournalTrouble.cause(trouble)));
  }
}
