package org.libstation.station.parts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.journal.JournalException;
import org.libstation.station.StationWatch;
import org.libstation.sync.Link;
import org.libstation.sync.Outbox;
import org.libstation.sync.StepLoop;

/// Runs three loops: the probe of the link, the outbox, and the watch over link and journal. A loop
/// wakes another one when there is work for it.
public final class SettlingLoops {
  private static final Duration WATCH = Duration.ofMillis(500);

  private final StepLoop probing;
  private final Optional<StepLoop> sending;
  private final StepLoop watching;

  /// Makes the loops without starting them.
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
                // Settles waiting entries now, not at the outbox's next look.
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
                // A request that just failed set the next probe earlier than the loop's sleep.
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

  /// The loops, in the order of their start.
  public List<StepLoop> all() {
    return sending
        .map(outbox -> List.of(probing, outbox, watching))
        .orElseGet(() -> List.of(probing, watching));
  }

  /// Runs the probe and the outbox now.
  public void wake() {
    probing.wake();
    sending.ifPresent(StepLoop::wake);
  }
}
