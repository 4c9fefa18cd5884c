package org.libstation.station.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Suspension;
import org.libstation.station.parts.Inbox;
import org.libstation.sync.StepLoop;

/// Reports to the flow when news, opening hours or suspensions of the policy in force change.
final class RulesOfTheDay implements AutoCloseable {
  /// Interval between two looks at the policy.
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final PolicyInForce inForce;
  private final List<String> places;
  private final Inbox inbox;
  private final StepLoop loop = new StepLoop("rules of the day", this::step);
  private final AtomicReference<Supplier<Optional<LibraryNews.Announcement>>> further =
      new AtomicReference<>(Optional::empty);
  private LibraryNews news = LibraryNews.NONE;
  private Opening opening = Opening.UNKNOWN;
  private Suspension suspension = Suspension.NONE;

  /// @param places the alternative places whose opening hours are reported
  RulesOfTheDay(PolicyInForce inForce, List<String> places, Inbox inbox) {
    this.inForce = inForce;
    this.places = List.copyOf(places);
    this.inbox = inbox;
  }

  void start() {
    loop.start();
  }

  /// Shows an announcement from outside the policy before all others.
  ///
  /// @param announcement read at each look; empty when it is over
  void announce(Supplier<Optional<LibraryNews.Announcement>> announcement) {
    further.set(announcement);
    loop.wake();
  }

  private Duration step() {
    LibraryNews newsNow = inForce.news().after(further.get().get());
    if (!newsNow.equals(news)) {
      news = newsNow;
      inbox.answer(new FlowEvent.NewsTold(newsNow));
    }
    Opening openingNow = inForce.opening(places);
    if (!openingNow.equals(opening)) {
      opening = openingNow;
      inbox.answer(new FlowEvent.OpeningTold(openingNow));
    }
    Suspension suspensionNow = inForce.suspension();
    if (!suspensionNow.equals(suspension)) {
      suspension = suspensionNow;
      inbox.answer(new FlowEvent.SuspensionTold(suspensionNow));
    }
    return EVERY;
  }

  @Override
  public void close() {
    loop.close();
  }
}
