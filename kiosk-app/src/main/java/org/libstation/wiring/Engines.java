package org.libstation.wiring;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.JournalException;
import org.libstation.parts.Devices;
import org.libstation.parts.Inbox;
import org.libstation.parts.OpenJournal;
import org.libstation.parts.Settlement;
import org.libstation.parts.SpeechParts;
import org.libstation.parts.StaleCards;
import org.libstation.rules.PolicyFeeds;
import org.libstation.run.FlowLoop;
import org.libstation.run.StationWatch;
import org.libstation.sync.Link;
import org.libstation.sync.Outbox;
import org.libstation.sync.StartLook;
import org.libstation.sync.StepLoop;

/// Starts what runs on its own, and ends it.
final class Engines implements AutoCloseable {
  /// How often a disk that ran full is looked at.
  private static final Duration ROOM = Duration.ofSeconds(10);

  private final int closeDropAt;
  private final FlowLoop loop;
  private final Consumer<Effect> effects;
  private final Devices devices;
  private final OpenJournal journal;
  private final PolicyFeeds feeds;
  private final SpeechParts speech;
  private final Inbox inbox;
  private final StepLoop linkLoop;
  private final Optional<StepLoop> outboxLoop;
  private final StepLoop watchLoop;
  private final StepLoop roomLoop;
  private final StepLoop staleLoop;
  private final Optional<StepLoop> startLookLoop;

  Engines(
      FlowLoop loop,
      Consumer<Effect> effects,
      Devices devices,
      Link link,
      Settlement settlement,
      OpenJournal journal,
      StationWatch watch,
      PolicyFeeds feeds,
      StaleCards stale,
      Optional<StartLook> startLook,
      SpeechParts speech,
      Inbox inbox,
      Duration watchEvery,
      int closeDropAt) {
    this.closeDropAt = closeDropAt;
    this.loop = loop;
    this.effects = effects;
    this.devices = devices;
    this.journal = journal;
    this.feeds = feeds;
    this.speech = speech;
    this.inbox = inbox;
    this.outboxLoop =
        settlement.outbox().map(outbox -> new StepLoop("outbox", () -> step(outbox, watch)));
    this.startLookLoop = startLook.map(look -> new StepLoop("start look", look::step));
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
              if (!link.up()) {
                // A request that was just lost set the next probe sooner than the loop sleeps.
                linkLoop.wake();
              }
              return watchEvery;
            });
    this.roomLoop =
        new StepLoop(
            "room",
            () -> {
              journal.takeRoomAgain();
              return ROOM;
            });
    this.staleLoop =
        new StepLoop(
            "stale cards",
            () -> {
              int _ = stale.leave();
              return StaleCards.EVERY;
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

  void start() {
    if (journal.health() != JournalHealth.GOOD) {
      inbox.answer(new FlowEvent.JournalChanged(journal.health(), journal.cause()));
    }
    loop.start();
    effects.accept(new Effect.ReadUnarmed());
    effects.accept(new Effect.ReadUntaken());
    if (devices.hasDrop()) {
      effects.accept(new Effect.ReadBin(closeDropAt));
    }
    devices.start();
    linkLoop.start();
    outboxLoop.ifPresent(StepLoop::start);
    watchLoop.start();
    roomLoop.start();
    staleLoop.start();
    startLookLoop.ifPresent(StepLoop::start);
    feeds.start();
    speech.start(inbox);
  }

  @Override
  public void close() {
    devices.close();
    feeds.close();
    watchLoop.close();
    roomLoop.close();
    staleLoop.close();
    startLookLoop.ifPresent(StepLoop::close);
    outboxLoop.ifPresent(StepLoop::close);
    linkLoop.close();
  }
}
