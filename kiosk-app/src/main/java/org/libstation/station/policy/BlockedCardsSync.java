package org.libstation.station.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.policy.feed.Feed;
import org.libstation.site.PolicyFeedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the list of blocked cards, verifies it, and stores it for the next start.
final class BlockedCardsSync {
  private static final Logger log = LoggerFactory.getLogger(BlockedCardsSync.class);

  private final Feed feed;
  private final Path kept;
  private final String site;
  private final byte[] hashKey;
  private final PublicKey key;
  private final PolicyInForce inForce;
  private final InstantSource clock;
  private final Duration every;
  private Optional<String> mark = Optional.empty();

  /// @param site the site's name in the lists
  /// @throws org.libstation.site.SiteProblem if a key that the settings name cannot be read
  BlockedCardsSync(
      Feed feed,
      PolicyFeedSettings settings,
      String site,
      PolicyInForce inForce,
      InstantSource clock) {
    this.feed = feed;
    this.kept = settings.keptBlockedCards();
    this.site = site;
    this.hashKey = settings.hashKey();
    this.key = settings.key();
    this.inForce = inForce;
    this.clock = clock;
    this.every = settings.every();
  }

  /// Reads the list that an earlier run stored.
  void readKept() {
    try {
      if (Files.exists(kept)) {
        // The issue time was checked on acceptance. At a start the clock may be wrong.
        boolean _ = took(Files.readString(kept), BlockedCards.IssuePeriod.ALWAYS);
      }
    } catch (IOException e) {
      log.warn("cannot read the saved list of blocked cards: {}", e.getMessage());
    }
  }

  /// Fetches the list once.
  ///
  /// @return how long to wait before the next call
  Duration step() {
    switch (feed.fetch(mark)) {
      case Feed.Fetched.NotChanged _ -> {
        // The station has this list already.
      }
      case Feed.Fetched.FeedUnreachable(String why) -> log.warn("blocked cards: {}", why);
      case Feed.Fetched.Document(String text, Optional<String> its) -> {
        Instant before = inForce.blocked().issuedAt();
        if (took(text, BlockedCards.IssuePeriod.after(before, clock.instant()))) {
          mark = its;
          keep(text);
        }
      }
    }
    return every;
  }

  private boolean took(String text, BlockedCards.IssuePeriod span) {
    return switch (BlockedCards.read(text, site, span, hashKey, key)) {
      case BlockedCards.BlockedCardsReading.BlockedCardsRead(var cards) when isAnother(cards) -> {
        log.warn(
            "the station keeps its list of blocked cards: two lists have the same time of issue,"
                + " {}, but they differ",
            cards.issuedAt());
        yield false;
      }
      case BlockedCards.BlockedCardsReading.BlockedCardsRead(var cards) -> {
        inForce.block(cards);
        log.info("{} blocked cards are known, as of {}", cards.count(), cards.issuedAt());
        yield true;
      }
      case BlockedCards.BlockedCardsReading.BlockedCardsRefused(String words) -> {
        log.warn("the station keeps its list of blocked cards: {}", words);
        yield false;
      }
    };
  }

  /// Whether this list was issued at the same moment as the current one but names other cards.
  private boolean isAnother(BlockedCards cards) {
    BlockedCards held = inForce.blocked();
    return cards.issuedAt().equals(held.issuedAt()) && !cards.holdsTheSame(held);
  }

  private void keep(String text) {
    try {
      DurableFiles.write(kept, text);
    } catch (IOException e) {
      log.warn("cannot save the list of blocked cards: {}", e.getMessage());
    }
  }
}
