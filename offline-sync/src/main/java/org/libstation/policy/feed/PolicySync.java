package org.libstation.policy.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.feed.Feed.Fetched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls a feed and passes on each policy that the store takes.
///
/// [#step()] does one fetch; for one thread at a time.
public final class PolicySync {
  private static final Logger LOG = LoggerFactory.getLogger(PolicySync.class);

  private final Feed feed;
  private final PolicyStore store;
  private final InstantSource clock;
  private final Duration every;
  private final Consumer<PolicyBundle> taken;
  private final Consumer<PolicySyncState> told;
  private Optional<String> mark = Optional.empty();
  private PolicySyncState state;

  /// The state of the feed, for a technician.
  ///
  /// @param version of the policy held
  /// @param confirmedAt when the feed last confirmed that it is the newest; empty if it never did
  /// @param trouble what was wrong with the last fetch, in plain words
  public record PolicySyncState(
      String version, Optional<Instant> confirmedAt, Optional<String> trouble) {}

  /// @param inForce version of the policy that is used until another one is taken
  /// @param every pause between two fetches
  /// @param taken receives each policy that the store takes
  /// @param told receives the state after each fetch, even an unchanged one
  public PolicySync(
      Feed feed,
      PolicyStore store,
      InstantSource clock,
      String inForce,
      Duration every,
      Consumer<PolicyBundle> taken,
      Consumer<PolicySyncState> told) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
    this.every = every;
    this.taken = taken;
    this.told = told;
    this.state =
        new PolicySyncState(
            store.held().map(PolicyBundle::version).orElse(inForce),
            Optional.empty(),
            Optional.empty());
  }

  /// Fetches once.
  ///
  /// @return pause before the next step
  public Duration step() {
    state =
        switch (feed.fetch(mark)) {
          case Fetched.NotChanged _ -> confirmed(state.version());
          case Fetched.FeedUnreachable(String why) -> trouble(why);
          case Fetched.Document(String text, Optional<String> itsMark) -> offered(text, itsMark);
        };
    told.accept(state);
    return every;
  }

  private PolicySyncState offered(String text, Optional<String> itsMark) {
    try {
      return switch (store.offer(text)) {
        case PolicyStore.PolicyOfferOutcome.PolicyTaken(var bundle) -> {
          LOG.info("the station holds policy {} from now on", bundle.version());
          mark = itsMark;
          taken.accept(bundle);
          yield confirmed(bundle.version());
        }
        case PolicyStore.PolicyOfferOutcome.Same _ -> {
          mark = itsMark;
          yield confirmed(state.version());
        }
        case PolicyStore.PolicyOfferOutcome.PolicyOfferRefused(_, String words) -> trouble(words);
      };
    } catch (IOException e) {
      return trouble("the policy cannot be saved: " + e.getMessage());
    }
  }

  private PolicySyncState confirmed(String version) {
    return new PolicySyncState(version, Optional.of(clock.instant()), Optional.empty());
  }

  private PolicySyncState trouble(String why) {
    if (!state.trouble().equals(Optional.of(why))) {
      LOG.warn("the station keeps policy {}: {}", state.version(), why);
    }
    return new PolicySyncState(state.version(), state.confirmedAt(), Optional.of(why));
  }
}
