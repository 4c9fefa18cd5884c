package org.libstation.wiring;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.FlowEvent;
import org.libstation.flow.StationFacts.JournalHealth;
import org.libstation.run.FlowLoop;
import org.libstation.run.StationWatch;
import org.libstation.sync.Link;
import org.libstation.sync.StepLoop;

/// Starts what runs on its own, and ends it.
final class Engines implements AutoCloseable {
  private final FlowLoop loop;
  private final Devices devices;
  private final OpenJournal journal;
  private final Inbox inbox;
  private final StepLoop linkLoop;
  private final Optional<StepLoop> outboxLoop;
  private final StepLoop watchLoop;

  Engines(
      FlowLoop loop,
      Devices devices,
      Link link,
      Settlement settlement,
      OpenJournal journal,
      StationWatch watch,
      Inbox inbox,
      Duration watchEvery) {
    this.loop = loop;
    this.devices = devices;
    this.journal = journal;
    this.inbox = inbox;
    this.outboxLoop = settlement.outbox().map(outbox -> new StepLoop("outbox", outbox::step));
    this.linkLoop =
        new StepLoop(
            "link",
            () -> {
              boolean before = link.up();
              Duration rest = link.step();
              if (!before && link.up()) {
                // What waits is settled now, not at the outbox's next look.
                outboxLoop.ifPresent(StepLoop::wake);
              }
              return rest;
            });
    this.watchLoop =
        new StepLoop(
            "watch",
            () -> {
              watch.look();
              return watchEvery;
            });
  }

  void start() {
    if (journal.health() != JournalHealth.GOOD) {
      inbox.answer(new FlowEvent.JournalChanged(journal.health()));
    }
    loop.start();
    devices.start();
    linkLoop.start();
    outboxLoop.ifPresent(StepLoop::start);
    watchLoop.start();
  }

  @Override
  public void close() {
    devices.close();
    watchLoop.close();
    outboxLoop.ifPresent(StepLoop::close);
    linkLoop.close();
  }
}
