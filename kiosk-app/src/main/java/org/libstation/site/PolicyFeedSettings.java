package org.libstation.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.libstation.file.BoundedFile;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.policy.feed.Feed;
import org.libstation.policy.feed.FileFeed;
import org.libstation.policy.feed.HttpFeed;
import org.libstation.policy.feed.PolicyStore;

/// The section `station.policy-feed` of a site's settings, and the files that it names.
///
/// A method that reads a file throws a [SiteProblem] if the file is wrong. The problem names the
/// setting.
public final class PolicyFeedSettings {
  /// The last accepted list of blocked cards. It lies beside the policy.
  private static final String BLOCKED = "blocked-cards.txt";

  private final StationSettings settings;
  private final Path site;

  /// @param site the directory of `station.yaml`
  public PolicyFeedSettings(StationSettings settings, Path site) {
    this.settings = settings;
    this.site = site;
  }

  private StationSettings.PolicyFeed feed() {
    return settings.policyFeed();
  }

  /// Whether the site has a feed.
  public boolean isSet() {
    return feed().isSet();
  }

  /// Time between two requests to a feed.
  public Duration every() {
    return Duration.ofMinutes(feed().everyMinutes());
  }

  /// Age at which an unconfirmed policy counts as old; zero when it never does.
  public Duration oldAfter() {
    return isSet() ? Duration.ofHours(feed().oldAfterHours()) : Duration.ZERO;
  }

  /// The feed of signed policies.
  public Feed policy() {
    return at(feed().from());
  }

  /// The feed of blocked cards; empty when the site has none.
  public Optional<Feed> blockedCards() {
    return feed().blockedFrom().isEmpty()
        ? Optional.empty()
        : Optional.of(at(feed().blockedFrom()));
  }

  private Feed at(String from) {
    return from.contains("://") ? new HttpFeed(URI.create(from)) : new FileFeed(site.resolve(from));
  }

  /// The file with the last accepted list of blocked cards.
  public Path keptBlockedCards() {
    return directory().resolve(BLOCKED);
  }

  private Path directory() {
    return site.resolve(settings.data()).resolve("policy");
  }

  /// The store of accepted policies.
  ///
  /// @param installed the policy that came with the site
  public PolicyStore store(PolicyBundle installed, InstantSource clock) {
    return new PolicyStore(directory(), installed, key(), clock);
  }

  /// The policy from which a start would continue: the one in the store, otherwise the installed
  /// one.
  public PolicyBundle newest(PolicyBundle installed, InstantSource clock) {
    return isSet() ? store(installed, clock).held().orElse(installed) : installed;
  }

  /// The library's public key, which verifies policies and lists of blocked cards.
  public PublicKey key() {
    try {
      return SignedPolicy.publicKey(BoundedFile.text(site.resolve(feed().key())));
    } catch (IOException | IllegalArgumentException e) {
      throw SettingsFile.problem(
          site,
          "station.policy-feed.key",
          "expected a file with the library's public key: " + e.getMessage(),
          Reason.of(Reason.Word.BAD_KEY));
    }
  }

  /// The secret key of the hashes in a list of blocked cards.
  public byte[] hashKey() {
    try {
      String text = BoundedFile.text(site.resolve(feed().hashKey()));
      byte[] key = Base64.getMimeDecoder().decode(text.strip());
      if (key.length < BlockedCards.LEAST_KEY_BYTES) {
        throw new IllegalArgumentException("it is too short");
      }
      return key;
    } catch (IOException | IllegalArgumentException e) {
      throw SettingsFile.problem(
          site,
          "station.policy-feed.hash-key",
          "expected a file with at least 32 bytes in Base64: " + e.getMessage(),
          Reason.of(Reason.Word.BAD_KEY));
    }
  }

  /// The alternative places whose opening hours come from the policy's calendars.
  ///
  /// @throws SiteProblem if the policy does not know one of them
  public List<String> alternativePlaces(PolicyBundle policy) {
    List<String> places =
        settings.alternatives().stream()
            .map(Surroundings.Alternative::place)
            .filter(place -> !place.isEmpty())
            .toList();
    for (String place : places) {
      if (!policy.places().containsKey(place)) {
        throw SettingsFile.problem(
            site,
            "station.alternatives.place",
            "expected a service point of the policy, one of "
                + String.join(", ", new TreeSet<>(policy.places().keySet())),
            new Reason(
                Reason.Word.PLACE,
                List.of(place),
                List.copyOf(new TreeSet<>(policy.places().keySet())),
                ""));
      }
    }
    return places;
  }

  /// Checks that the policy from which a start would continue knows the alternative places.
  ///
  /// @throws SiteProblem if it does not know one of them, or cannot be read
  public void checkPlaces() {
    PolicyBundle installed = PolicyFile.of(settings, site);
    List<String> _ = alternativePlaces(newest(installed, InstantSource.system()));
  }

  /// Opens a signed policy as this site's station would now. It changes nothing.
  ///
  /// @param signed the text of the signed policy
  /// @throws SiteProblem if the station would refuse the policy, or the site has no feed
  public PolicyBundle open(String signed) {
    if (!isSet()) {
      throw new SiteProblem(
          site + ": station.policy-feed is not set: this station takes no signed policy");
    }
    PolicyBundle installed = PolicyFile.of(settings, site);
    PolicyStore store = store(installed, InstantSource.system());
    return switch (store.judge(signed)) {
      case PolicyStore.PolicyOfferOutcome.PolicyOfferRefused(_, String words) ->
          throw new SiteProblem(words);
      case PolicyStore.PolicyOfferOutcome.Same _ -> store.held().orElse(installed);
      case PolicyStore.PolicyOfferOutcome.PolicyTaken(var bundle) -> {
        List<String> _ = alternativePlaces(bundle);
        yield bundle;
      }
    };
  }
}
