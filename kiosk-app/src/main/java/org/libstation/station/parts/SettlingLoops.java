package org.libstation.station.parts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.journal.JournalException;
import org.libstation.station.StationWatch;
import org.libstation.sync.Link;
import org.libstation.sync.Outbox;
import org.libstation.sync.StepLoop;

/// The link's probe, what is sent over it, and the watch over both, each with who wakes it.
public final class SettlingLoops {
  private static final Duration WATCH = Duration.ofMillis(500);

  private final StepLoop probing;
  private final Optional<StepLoop> sending;
  private final StepLoop watching;

  public SettlingLoops(Link link, DeskAndOutbox settlement, OpenJournal journal, Inbox inbox) {
    StationWatch watch =
        new StationWatch(
            link::up, journal::diskState, journal::health, journal::cause, inbox::answer);
    Optional<StepLoop> outboxes =
        settlement.outbox().map(outbox -> new StepLoop("outbox", () -> step(outbox, watch)));
    StepLoop probes =
        new StepLoop(
            "link",
            () -> {
              boolean before = link.up();
              Duration rest = link.step();
              if (!before && link.up()) {
                // What waits is settled now, not at the outbox's next look.
                outboxes.ifPresent(StepLoop::wake);
              }
              return rest;
            });
    sending = outboxes;
    probing = probes;
    watching =
        new StepLoop(
            "watch",
            () -> {
              watch.look();
              if (!link.up()) {
                // A request that was just lost set the next probe sooner than the loop sleeps.
                probes.wake();
              }
              return WATCH;
            });
  }

  private static Duration step(Outbox outbox, StationWatch watch) {
    try {
      return outbox.step();
    } catch (JournalException e) {
      watch.met(e);
      throw e;
    }
  }

  /// In the order in which they start.
  public List<StepLoop> all() {
    return sending
        .map(outbox -> List.of(probing, outbox, watching))
        .orElseGet(() -> List.of(probing, watching));
  }

  /// Has those who settle do it now.
  public void wake() {
    probing.wake();
    sending.ifPresent(StepLoop::wake);
  }
}
