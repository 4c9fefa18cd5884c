package org.libstation.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.flow.FlowEvent;
import org.libstation.flow.StationFacts.JournalHealth;
import org.libstation.flow.StationFacts.Link;
import org.libstation.journal.DiskState;

/// Says when the link or the journal's disk changed; asked by one thread, now and then.
public final class StationWatch {
  private final BooleanSupplier linkUp;
  private final Supplier<DiskState> disk;
  private final Consumer<FlowEvent> answers;
  private Optional<Boolean> lastLink = Optional.empty();
  private DiskState lastDisk = DiskState.ROOMY;

  public StationWatch(
      BooleanSupplier linkUp, Supplier<DiskState> disk, Consumer<FlowEvent> answers) {
    this.linkUp = linkUp;
    this.disk = disk;
    this.answers = answers;
  }

  /// Tells what changed since the last look.
  public void look() {
    boolean up = linkUp.getAsBoolean();
    if (lastLink.filter(last -> last == up).isEmpty()) {
      lastLink = Optional.of(up);
      answers.accept(new FlowEvent.LinkChanged(up ? Link.ONLINE : Link.SILENT));
    }
    DiskState now = disk.get();
    if (now != lastDisk) {
      lastDisk = now;
      answers.accept(
          new FlowEvent.JournalChanged(
              switch (now) {
                case ROOMY -> JournalHealth.GOOD;
                case BALLAST_USED -> JournalHealth.NEARLY_FULL;
                case FULL -> JournalHealth.DISK_FULL;
              }));
    }
  }
}
