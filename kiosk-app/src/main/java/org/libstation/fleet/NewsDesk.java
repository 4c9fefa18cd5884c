package org.libstation.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes a station's news: on change, every minute, and when a page asks who is there. It runs
/// on its own thread, and no other part waits for it. News that cannot be sent now are sent later;
/// of several states only the newest. Each call of [#step()] does one round.
public final class NewsDesk {
  private static final Logger log = LoggerFactory.getLogger(NewsDesk.class);

  static final Duration EVERY = Duration.ofSeconds(60);

  /// Longest random delay of an answer to *who is there*, which reaches all stations at once.
  static final Duration JITTER = Duration.ofSeconds(5);

  /// Shortest time between two states, however much changes.
  static final Duration LEAST = Duration.ofSeconds(1);

  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration GOOD_BYE = Duration.ofSeconds(2);

  /// How long a fault is reported after another installation spoke under this station's name.
  private static final Duration NAMESAKE = Duration.ofMinutes(3);

  /// More messages than this between two steps are no requests: the connection is closed.
  private static final int FLOOD = 500;

  /// Most hours sent in one step.
  private static final int AT_ONCE = 20;

  private final Broker broker;
  private final Topics topics;
  private final String version;
  private final NewsStore store;
  private final FleetJournal journal;
  private final Function<HourFigures, Optional<News>> news;
  private final Supplier<Optional<Instant>> visit;
  private final Beside beside;
  private final Time time;
  private final AtomicInteger heard = new AtomicInteger();
  private volatile boolean asked;
  private volatile @Nullable Instant namesake;
  private Broker.@Nullable BrokerConnection connection;
  private Optional<News> told = Optional.empty();
  private Duration toldAt = Duration.ZERO;
  private Duration due = Duration.ZERO;
  private Duration next = Duration.ZERO;
  private Instant lookAgain = Instant.EPOCH;
  private Duration begun = Duration.ZERO;
  private volatile boolean reached;
  private int failures;
  private long connections;
  private long number;
  private volatile List<String> codes = List.of();
  private volatile Optional<BrokerException> trouble = Optional.empty();
  private volatile @Nullable BrokerException takenOver;

  /// Faults that this class itself finds, beside those of the broker. Documented in
  /// docs/technician/codes.md.
  private enum NewsTrouble {
    NAMESAKE("G68", "another station uses this station's name in the fleet"),
    NOT_KEPT("G69", "the fleet status cannot be saved on disk");

    private final String code;
    private final String english;

    NewsTrouble(String code, String english) {
      this.code = code;
      this.english = english;
    }
  }

  /// @param monotonic time since any fixed moment
  public record Time(InstantSource wall, Supplier<Duration> monotonic, RandomGenerator random) {}

  /// @param version of the program
  /// @param news makes the station's news with these figures; empty before anything is known
  /// @param visit hour of the last visit
  /// @param beside further use of the connection
  public NewsDesk(
      Broker broker,
      Topics topics,
      String version,
      NewsStore store,
      FleetJournal journal,
      Function<HourFigures, Optional<News>> news,
      Supplier<Optional<Instant>> visit,
      Beside beside,
      Time time) {
    this.broker = broker;
    this.topics = topics;
    this.version = version;
    this.store = store;
    this.journal = journal;
    this.news = news;
    this.visit = visit;
    this.beside = beside;
    this.time = time;
  }

  /// Codes of the faults of the fleet connection (`docs/technician/codes.md`), sorted; empty when
  /// all is well.
  public List<String> codes() {
    return codes;
  }

  /// Why the broker cannot be used now, or that it gave the connection to another client within the
  /// last minutes. Empty if the broker has the news, and before the first attempt.
  public Optional<BrokerException> trouble() {
    return trouble.or(() -> Optional.ofNullable(takenOver));
  }

  /// Whether the broker took news in this run and still takes them.
  public boolean reached() {
    return reached && trouble.isEmpty();
  }

  /// Does one round: count, connect, publish, check.
  ///
  /// @return pause until the next call
  public Duration step() {
    count();
    Duration now = time.monotonic().get();
    Broker.BrokerConnection open = connection;
    try {
      if (open != null && (!open.isOpen() || heard.getAndSet(0) > FLOOD)) {
        drop(open);
        throw open.lost()
            .orElseGet(() -> new BrokerException(BrokerFault.LOST, "", "the connection was lost"));
      }
      if (open == null && now.compareTo(next) >= 0) {
        open = connect();
        connection = open;
      }
      if (open != null) {
        now = time.monotonic().get();
        tell(open, now);
        beside.step(Optional.of(open));
        if (trouble.isPresent() || !reached) {
          log.info("the fleet's broker took the station's status");
        }
        reached = true;
        trouble = Optional.empty();
        // A broker that accepts connections but no messages is not retried at full speed.
        failures = now.minus(begun).compareTo(EVERY) > 0 ? 0 : failures;
      } else {
        beside.step(Optional.empty());
      }
    } catch (BrokerException e) {
      failed(e);
    }
    look();
    return LOOK;
  }

  private Broker.BrokerConnection connect() throws BrokerException {
    connections++;
    Broker.BrokerConnection fresh =
        broker.connect(
            Broker.Hello.fromNow(
                "libstation-" + topics.id(),
                Optional.of(presence(Presence.LOST, Optional.empty())),
                Stream.concat(topics.listened().stream(), beside.topic().stream()).toList(),
                this::hear));
    try {
      fresh.publish(presence(Presence.BORN, Optional.of(time.wall().instant())), WITHIN);
    } catch (BrokerException e) {
      fresh.close();
      throw e;
    }
    told = Optional.empty();
    begun = time.monotonic().get();
    return fresh;
  }

  private Broker.Message presence(Presence said, Optional<Instant> at) {
    var line = NewsJson.presence(topics.id(), store.boot(), connections, said);
    at.ifPresent(
        moment ->
            line.put("at", moment.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("version", version)
                .put("every-seconds", EVERY.toSeconds()));
    return new Broker.Message(topics.presence(), line.toString(), true);
  }

  /// Called by a thread of the connection.
  private void hear(String topic, byte[] message) {
    heard.incrementAndGet();
    if (beside.topic().filter(topic::equals).isPresent()) {
      beside.heard(message);
    } else if (topic.equals(topics.who())) {
      asked = true;
    } else if (topics.namesake(topic).isPresent()) {
      namesake = time.wall().instant();
    }
  }

  private void tell(Broker.BrokerConnection open, Duration now) throws BrokerException {
    Optional<News> current = news.apply(store.figures());
    if (current.isPresent()) {
      if (asked && due.isZero()) {
        due = now.plusMillis(time.random().nextLong(JITTER.toMillis()) + 1);
      }
      boolean changed = told.isEmpty() || !told.get().sameBut(current.get());
      Duration since = now.minus(toldAt);
      if (told.isEmpty()
          || since.compareTo(EVERY) >= 0
          || (changed && since.compareTo(LEAST) >= 0)
          || (!due.isZero() && now.compareTo(due) >= 0 && since.compareTo(LEAST) >= 0)) {
        asked = false;
        due = Duration.ZERO;
        Instant at = time.wall().instant().truncatedTo(ChronoUnit.SECONDS);
        String text =
            NewsJson.state(topics.id(), store.boot(), ++number, at, version, current.get());
        open.publish(new Broker.Message(topics.state(), text, true), WITHIN);
        told = current;
        toldAt = now;
      }
    }
    List<NewsStore.PendingHour> waiting = store.waiting();
    int some = Math.min(AT_ONCE, waiting.size());
    for (NewsStore.PendingHour hour : waiting.subList(0, some)) {
      String text =
          NewsJson.counts(topics.id(), store.boot(), hour.number(), hour.until(), hour.totals());
      open.publish(new Broker.Message(topics.counts(), text, false), WITHIN);
      store.taken();
    }
    if (some > 0) {
      store.write();
    }
  }

  /// Counts a full hour when it is over, with or without a connection.
  private void count() {
    Instant now = time.wall().instant();
    Instant until = HourCount.until(now);
    if (store.figures().until().equals(until) || now.isBefore(lookAgain)) {
      return;
    }
    lookAgain = now.plus(EVERY);
    try {
      journal.look(reading -> HourCount.take(store, reading, until, visit.get()));
    } catch (JournalException _) {
      // The journal's own check reports the fault; the hour is counted when the journal can be
      // read.
      lookAgain = now.plus(EVERY.multipliedBy(10));
    }
  }

  private void failed(BrokerException e) {
    Broker.BrokerConnection open = connection;
    if (open != null) {
      drop(open);
    }
    if (trouble.filter(before -> before.fault().equals(e.fault())).isEmpty()) {
      log.warn("{}: the station cannot send its status to the fleet: {}", e.kind().code(), e.why());
    }
    trouble = Optional.of(e);
    if (e.kind() == BrokerException.BrokerProblem.TAKEN_OVER) {
      namesake = time.wall().instant();
      takenOver = e;
    }
    // Full jitter: stations that lost a broker together do not come back together.
    long most =
        Math.min(
            LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, Long.SIZE / 4));
    failures++;
    next = time.monotonic().get().plusMillis(time.random().nextLong(most) + 1);
  }

  private void drop(Broker.BrokerConnection open) {
    connection = null;
    open.close();
  }

  private void look() {
    TreeSet<String> all = new TreeSet<>();
    trouble.ifPresent(now -> all.add(now.kind().code()));
    Instant spoke = namesake;
    if (spoke != null && time.wall().instant().isBefore(spoke.plus(NAMESAKE))) {
      all.add(NewsTrouble.NAMESAKE.code);
    } else {
      takenOver = null;
    }
    if (!store.kept()) {
      all.add(NewsTrouble.NOT_KEPT.code);
      store.write();
    }
    all.addAll(beside.codes());
    for (String code : all) {
      if (!codes.contains(code) && !code.equals(trouble.map(now -> now.kind().code()).orElse(""))) {
        log.warn(
            "{}: {}",
            code,
            Arrays.stream(NewsTrouble.values())
                .filter(one -> one.code.equals(code))
                .map(one -> one.english)
                .findFirst()
                .orElse("see docs/technician/codes.md"));
      }
    }
    codes = List.copyOf(all);
  }

  /// Ends a wait for the broker, so that the loop can be closed at once.
  public void interrupt() {
    if (trouble.isPresent()) {
      broker.close();
    }
  }

  /// Says goodbye and disconnects; call it after the last step.
  public void end() {
    Broker.BrokerConnection open = connection;
    if (open != null && open.isOpen()) {
      try {
        open.publish(presence(Presence.ENDED, Optional.of(time.wall().instant())), GOOD_BYE);
      } catch (BrokerException _) {
        // Then the broker sends the will instead.
      }
      drop(open);
    }
    broker.close();
  }
}
