package org.libstation.station.policy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.libstation.circulation.StationClock;
import org.libstation.file.BoundedFile;
import org.libstation.file.DurableFiles;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Suspension;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.policy.feed.Feed;
import org.libstation.policy.feed.FileFeed;
import org.libstation.policy.feed.HttpFeed;
import org.libstation.policy.feed.PolicyStore;
import org.libstation.policy.feed.PolicySync;
import org.libstation.site.PolicyFile;
import org.libstation.site.Reason;
import org.libstation.site.SettingsFile;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.site.Surroundings;
import org.libstation.station.parts.Inbox;
import org.libstation.station.parts.OpenJournal;
import org.libstation.sync.FineRecount;
import org.libstation.sync.StepLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The station's feeds of rules and blocked cards, where its settings name them.
public final class PolicyFeeds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PolicyFeeds.class);

  /// The list of blocked cards that was taken last, beside the policy.
  private static final String BLOCKED = "blocked-cards.txt";

  /// How often the rules of the day are looked up.
  private static final Duration DAY = Duration.ofMinutes(1);

  private final StepLoop day;
  // One each: a feed that hangs holds no other one up.
  private final List<PolledFeed> feeds;
  private final AtomicReference<Supplier<Optional<LibraryNews.Announcement>>> further;

  private PolicyFeeds(
      StepLoop day,
      List<PolledFeed> feeds,
      AtomicReference<Supplier<Optional<LibraryNews.Announcement>>> further) {
    this.day = day;
    this.feeds = List.copyOf(feeds);
    this.further = further;
  }

  /// A feed, and how often it was asked.
  private static final class PolledFeed {
    private final StepLoop loop;
    private volatile long begun;
    private volatile long ended;

    PolledFeed(String name, Supplier<Duration> step) {
      loop =
          new StepLoop(
              name,
              () -> {
                long turn = begun + 1;
                begun = turn;
                Duration rest = step.get();
                ended = turn;
                return rest;
              });
    }

    BooleanSupplier now() {
      long before = begun;
      loop.wake();
      return () -> ended > before;
    }
  }

  /// Asks all feeds now.
  ///
  /// @return whether all were asked since; empty where there is none
  public Optional<BooleanSupplier> refresh() {
    List<BooleanSupplier> all = feeds.stream().map(PolledFeed::now).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(() -> all.stream().allMatch(BooleanSupplier::getAsBoolean));
  }

  /// A notice that no policy has, before all others.
  ///
  /// @param notice asked again and again; empty when its time is over
  public void announce(Supplier<Optional<LibraryNews.Announcement>> notice) {
    further.set(notice);
    day.wake();
  }

  /// The policy that a feed brought before, else the one that came with the site.
  ///
  /// @throws org.libstation.site.SiteProblem when a file that the settings name cannot be
  public static PolicyInForce inForce(StationSettings settings, Path site, StationClock clock) {
    return inForce(PolicyFile.of(settings, site), settings, site, clock);
  }

  /// As above.
  ///
  /// @param installed what came with the site
  public static PolicyInForce inForce(
      PolicyBundle installed, StationSettings settings, Path site, StationClock clock) {
    InstantSource now = corrected(clock);
    StationSettings.PolicyFeed feed = settings.policyFeed();
    PolicyBundle first =
        feed.isSet() ? store(settings, site, installed, now).held().orElse(installed) : installed;
    return new PolicyInForce(
        first, now, feed.isSet() ? Duration.ofHours(feed.oldAfterHours()) : Duration.ZERO);
  }

  public static PolicyFeeds of(
      StationSettings settings,
      Path site,
      StationClock clock,
      PolicyInForce inForce,
      OpenJournal journal,
      Inbox inbox) {
    StationSettings.PolicyFeed feed = settings.policyFeed();
    AtomicReference<Supplier<Optional<LibraryNews.Announcement>>> further =
        new AtomicReference<>(Optional::empty);
    StepLoop day = day(inForce, calendars(settings, site, inForce.now()), further, inbox);
    if (!feed.isSet()) {
      return new PolicyFeeds(day, List.of(), further);
    }
    PolicyBundle installed = PolicyFile.of(settings, site);
    ZoneId zone = settings.central().zone();
    PolicySync policy =
        new PolicySync(
            feed(site, feed.from()),
            store(settings, site, installed, corrected(clock)),
            corrected(clock),
            inForce.now().version(),
            Duration.ofMinutes(feed.everyMinutes()),
            better -> {
              inForce.take(better);
              recount(better, journal, clock);
            },
            state -> inbox.answer(new FlowEvent.PolicyTold(inForce.told(state, zone))));
    List<PolledFeed> feeds = new ArrayList<>(List.of(new PolledFeed("policy", policy::step)));
    if (!feed.blockedFrom().isEmpty()) {
      CardList cards = CardList.of(settings, site, installed.site(), inForce, corrected(clock));
      cards.readKept();
      feeds.add(new PolledFeed("blocked cards", cards::step));
    }
    return new PolicyFeeds(day, feeds, further);
  }

  /// Whether the rules that a start would go by know the places elsewhere.
  ///
  /// @throws org.libstation.site.SiteProblem when they do not, or cannot be read
  public static void checkPlaces(StationSettings settings, Path site) {
    PolicyBundle installed = PolicyFile.of(settings, site);
    boolean fed = settings.policyFeed().isSet();
    List<String> _ =
        calendars(
            settings,
            site,
            fed
                ? store(settings, site, installed, InstantSource.system()).held().orElse(installed)
                : installed);
  }

  /// The places elsewhere whose hours are known by the policy's calendars.
  private static List<String> calendars(StationSettings settings, Path site, PolicyBundle rules) {
    List<String> places =
        settings.alternatives().stream()
            .map(Surroundings.Alternative::place)
            .filter(place -> !place.isEmpty())
            .toList();
    for (String place : places) {
      if (!rules.places().containsKey(place)) {
        throw SettingsFile.problem(
            site,
            "station.alternatives.place",
            "expected a service point of the policy, one of "
                + String.join(", ", new TreeSet<>(rules.places().keySet())),
            new Reason(
                Reason.Word.PLACE,
                List.of(place),
                List.copyOf(new TreeSet<>(rules.places().keySet())),
                ""));
      }
    }
    return places;
  }

  /// What a notice stops and what is announced is a matter of the day: told when it changes.
  private static StepLoop day(
      PolicyInForce inForce,
      List<String> places,
      AtomicReference<Supplier<Optional<LibraryNews.Announcement>>> further,
      Inbox inbox) {
    AtomicReference<Suspension> told = new AtomicReference<>(Suspension.NONE);
    AtomicReference<LibraryNews> announced = new AtomicReference<>(LibraryNews.NONE);
    AtomicReference<Opening> opening = new AtomicReference<>(Opening.UNKNOWN);
    return new StepLoop(
        "rules of the day",
        () -> {
          LibraryNews news = inForce.news().after(further.get().get());
          if (!announced.getAndSet(news).equals(news)) {
            inbox.answer(new FlowEvent.NewsTold(news));
          }
          Opening hours = inForce.opening(places);
          if (!opening.getAndSet(hours).equals(hours)) {
            inbox.answer(new FlowEvent.OpeningTold(hours));
          }
          Suspension now = inForce.suspension();
          if (!told.getAndSet(now).equals(now)) {
            inbox.answer(new FlowEvent.SuspensionTold(now));
          }
          return DAY;
        });
  }

  /// Fines that were told here and come out lower by the newer rules: staff get a line each.
  private static void recount(PolicyBundle better, OpenJournal journal, StationClock clock) {
    journal
        .journal()
        .ifPresent(
            open -> {
              int lines =
                  new FineRecount(better, clock.now().corrected().toInstant()).tellStaff(open);
              log.info(
                  "policy {}: {} fines that were told come out lower", better.version(), lines);
            });
  }

  private static InstantSource corrected(StationClock clock) {
    return () -> clock.now().corrected().toInstant();
  }

  /// Opens a signed policy as the station of this site would now; nothing is changed.
  ///
  /// @throws SiteProblem when it would not take it, or when the site has no feed
  public static PolicyBundle asStation(Site site, String cover) {
    return asStation(site.settings(), site.directory(), cover);
  }

  static PolicyBundle asStation(StationSettings settings, Path site, String cover) {
    if (!settings.policyFeed().isSet()) {
      throw new SiteProblem(
          site + ": station.policy-feed is not set: this station takes no signed policy");
    }
    PolicyBundle installed = PolicyFile.of(settings, site);
    PolicyStore store = store(settings, site, installed, InstantSource.system());
    return switch (store.judge(cover)) {
      case PolicyStore.PolicyOfferOutcome.PolicyOfferRefused(_, String words) ->
          throw new SiteProblem(words);
      case PolicyStore.PolicyOfferOutcome.Same _ -> store.held().orElse(installed);
      case PolicyStore.PolicyOfferOutcome.PolicyTaken(var bundle) -> {
        List<String> _ = calendars(settings, site, bundle);
        yield bundle;
      }
    };
  }

  private static PolicyStore store(
      StationSettings settings, Path site, PolicyBundle installed, InstantSource clock) {
    return new PolicyStore(directory(settings, site), installed, key(settings, site), clock);
  }

  private static Path directory(StationSettings settings, Path site) {
    return site.resolve(settings.data()).resolve("policy");
  }

  private static PublicKey key(StationSettings settings, Path site) {
    Path file = site.resolve(settings.policyFeed().key());
    try {
      return SignedPolicy.publicKey(BoundedFile.text(file));
    } catch (IOException | IllegalArgumentException e) {
      throw SettingsFile.problem(
          site,
          "station.policy-feed.key",
          "expected a file with the library's public key: " + e.getMessage(),
          Reason.of(Reason.Word.BAD_KEY));
    }
  }

  private static Feed feed(Path site, String from) {
    return from.contains("://") ? new HttpFeed(URI.create(from)) : new FileFeed(site.resolve(from));
  }

  public void start() {
    day.start();
    feeds.forEach(feed -> feed.loop.start());
  }

  @Override
  public void close() {
    day.close();
    feeds.forEach(feed -> feed.loop.close());
  }

  /// The list of blocked cards: taken when it is proven, kept for the next start.
  private static final class CardList {
    private final Feed feed;
    private final Path kept;
    private final String site;
    private final byte[] hashKey;
    private final PublicKey key;
    private final PolicyInForce inForce;
    private final InstantSource clock;
    private final Duration every;
    private Optional<String> mark = Optional.empty();

    private CardList(
        Feed feed,
        Path kept,
        String site,
        byte[] hashKey,
        PublicKey key,
        PolicyInForce inForce,
        InstantSource clock,
        Duration every) {
      this.feed = feed;
      this.kept = kept;
      this.site = site;
      this.hashKey = hashKey;
      this.key = key;
      this.inForce = inForce;
      this.clock = clock;
      this.every = every;
    }

    static CardList of(
        StationSettings settings,
        Path config,
        String site,
        PolicyInForce inForce,
        InstantSource now) {
      StationSettings.PolicyFeed from = settings.policyFeed();
      return new CardList(
          PolicyFeeds.feed(config, from.blockedFrom()),
          directory(settings, config).resolve(BLOCKED),
          site,
          hashKey(config, from.hashKey()),
          PolicyFeeds.key(settings, config),
          inForce,
          now,
          Duration.ofMinutes(from.everyMinutes()));
    }

    private static byte[] hashKey(Path config, String file) {
      try {
        byte[] key = Base64.getMimeDecoder().decode(BoundedFile.text(config.resolve(file)).strip());
        if (key.length < BlockedCards.LEAST_KEY_BYTES) {
          throw new IllegalArgumentException("it is too short");
        }
        return key;
      } catch (IOException | IllegalArgumentException e) {
        throw SettingsFile.problem(
            config,
            "station.policy-feed.hash-key",
            "expected a file with at least 32 bytes in Base64: " + e.getMessage(),
            Reason.of(Reason.Word.BAD_KEY));
      }
    }

    void readKept() {
      try {
        if (Files.exists(kept)) {
          // It was proven to be of its time when it was taken; the clock may be wrong at a start.
          boolean _ = took(Files.readString(kept), BlockedCards.IssuePeriod.ALWAYS);
        }
      } catch (IOException e) {
        log.warn("the list of blocked cards that was held cannot be read: {}", e.getMessage());
      }
    }

    /// Fetches once.
    ///
    /// @return how long to rest
    Duration step() {
      switch (feed.fetch(mark)) {
        case Feed.Fetched.NotChanged _ -> {
          // It is the one that is held.
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
              "the list of blocked cards stays as it was: two lists say that they were issued at"
                  + " {}, and they differ",
              cards.issuedAt());
          yield false;
        }
        case BlockedCards.BlockedCardsReading.BlockedCardsRead(var cards) -> {
          inForce.block(cards);
          log.info("{} blocked cards are known, as of {}", cards.count(), cards.issuedAt());
          yield true;
        }
        case BlockedCards.BlockedCardsReading.BlockedCardsRefused(String words) -> {
          log.warn("the list of blocked cards stays as it was: {}", words);
          yield false;
        }
      };
    }

    /// Of the same moment as the one held, with other cards.
    private boolean isAnother(BlockedCards cards) {
      BlockedCards held = inForce.blocked();
      return cards.issuedAt().equals(held.issuedAt()) && !cards.holdsTheSame(held);
    }

    private void keep(String text) {
      try {
        DurableFiles.write(kept, text);
      } catch (IOException e) {
        log.warn("the list of blocked cards cannot be kept: {}", e.getMessage());
      }
    }
  }
}
