package org.libstation.station.policy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.libstation.circulation.StationClock;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.LibraryNews;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.feed.PolicySync;
import org.libstation.site.PolicyFeedSettings;
import org.libstation.site.PolicyFile;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.OpenJournal;
import org.libstation.sync.FineRecount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds, starts and ends the configured feeds of policies and blocked cards, and the rules of the
/// day.
public final class PolicyFeeds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PolicyFeeds.class);

  private final RulesOfTheDay day;
  private final List<FeedPoller> feeds;

  private PolicyFeeds(RulesOfTheDay day, List<FeedPoller> feeds) {
    this.day = day;
    this.feeds = List.copyOf(feeds);
  }

  /// Builds the configured feeds without starting them.
  ///
  /// @throws org.libstation.site.SiteProblem if a file that the settings name is wrong
  public static PolicyFeeds of(
      StationSettings settings,
      Path site,
      StationClock clock,
      PolicyInForce inForce,
      OpenJournal journal,
      Inbox inbox) {
    PolicyFeedSettings feed = new PolicyFeedSettings(settings, site);
    RulesOfTheDay day = new RulesOfTheDay(inForce, feed.alternativePlaces(inForce.now()), inbox);
    if (!feed.isSet()) {
      return new PolicyFeeds(day, List.of());
    }
    PolicyBundle installed = PolicyFile.of(settings, site);
    InstantSource now = PolicyInForce.corrected(clock);
    ZoneId zone = settings.central().zone();
    PolicySync policy =
        new PolicySync(
            feed.policy(),
            feed.store(installed, now),
            now,
            inForce.now().version(),
            feed.every(),
            better -> {
              inForce.take(better);
              recount(better, journal, now);
            },
            state -> inbox.answer(new FlowEvent.PolicyTold(inForce.told(state, zone))));
    List<FeedPoller> feeds = new ArrayList<>(List.of(new FeedPoller("policy", policy::step)));
    feed.blockedCards()
        .map(from -> new BlockedCardsSync(from, feed, installed.site(), inForce, now))
        .ifPresent(
            cards -> {
              cards.readKept();
              feeds.add(new FeedPoller("blocked cards", cards::step));
            });
    return new PolicyFeeds(day, feeds);
  }

  /// Makes a staff task for each fine told to a patron that the newer policy lowers.
  private static void recount(PolicyBundle better, OpenJournal journal, InstantSource now) {
    journal
        .journal()
        .ifPresent(
            open -> {
              int lines = new FineRecount(better, now.instant()).tellStaff(open);
              log.info(
                  "policy {}: {} fines come out lower than patrons were told",
                  better.version(),
                  lines);
            });
  }

  /// Polls all feeds now.
  ///
  /// @return reports whether all were polled since; empty if there is no feed
  public Optional<BooleanSupplier> refresh() {
    List<BooleanSupplier> all = feeds.stream().map(FeedPoller::refresh).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(() -> all.stream().allMatch(BooleanSupplier::getAsBoolean));
  }

  /// Shows an announcement from outside the policy before all others.
  ///
  /// @param announcement read repeatedly; empty when it is over
  public void announce(Supplier<Optional<LibraryNews.Announcement>> announcement) {
    day.announce(announcement);
  }

  public void start() {
    day.start();
    feeds.forEach(FeedPoller::start);
  }

  @Override
  public void close() {
    day.close();
    feeds.forEach(FeedPoller::close);
  }
}
