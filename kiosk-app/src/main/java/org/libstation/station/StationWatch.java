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

/// Says when the link or the journal's disk changed; asked by one thread, now and then. Trouble
/// that somebody else met at the journal is told here too.
public final class StationWatch {
  private final BooleanSupplier linkUp;
  private final Supplier<DiskState> disk;
  private final Supplier<JournalHealth> whenRoomy;
  private final Supplier<Optional<JournalCause>> cause;
  private final Consumer<FlowEvent> answers;
  private Optional<Boolean> lastLink = Optional.empty();
  private DiskState lastDisk = DiskState.ROOMY;

  /// @param cause why the journal cannot be used when its disk has room, where it cannot
  /// @param whenRoomy how the journal is when its disk has room: room again mends nothing else
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

  /// Tells what changed since the last look.
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

  /// The journal could not be read or written by someone who has no row of the flow to answer for:
  /// told at once, so that nothing is taken in that could not be written down.
  public void met(JournalException trouble) {
    answers.accept(
        new FlowEvent.JournalChanged(
            JournalTrouble.of(trouble, disk), JournalTrouble.cause(trouble)));
  }
}
