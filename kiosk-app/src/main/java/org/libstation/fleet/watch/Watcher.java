package org.libstation.fleet.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.BrokerFault;
import org.libstation.fleet.NewsDesk;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;
import org.libstation.fleet.watch.Agreement.Notification;
import org.libstation.fleet.watch.Incident.Kind;
import org.libstation.fleet.watch.Incident.Subject;
import org.libstation.sync.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the stations of a fleet. Each step processes the messages, finds faults and sends
/// alerts. Several watchers send each alert once; a watcher that is alone, or cannot reach the
/// others, sends it too.
public final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

  /// How long a closed incident is kept for questions of other watchers.
  private static final Duration KEPT = Duration.ofDays(2);

  /// Wait at the end for an alert that is being sent; longer than any way takes.
  private static final Duration LAST = Duration.ofSeconds(35);

  /// Most messages that wait; further ones are dropped and asked for again.
  private static final int MOST_HEARD = 20_000;

  private final Broker broker;
  private final Settings settings;
  private final WatchBook book;
  private final List<Way> ways;
  private final Consumer<Alert> print;
  private final Executor teller;
  private final NewsDesk.Time time;
  private final StationsSeen seen;
  private final ToldBook toldBook;
  private final Agreement agreement;
  private final Backoff pauses;
  private final BlockingQueue<WatchedMessage> heard = new ArrayBlockingQueue<>(MOST_HEARD);
  private final Map<String, Retry> retries = new HashMap<>();
  private final Set<String> failing = new HashSet<>();
  private volatile boolean dropped;
  private volatile Broker.@Nullable BrokerConnection connection;
  private Instant connectedAt = Instant.EPOCH;
  private Instant cut;
  private Duration next = Duration.ZERO;
  private String trouble = "";
  private @Nullable Telling telling;
  private boolean full;

  /// Whether other watchers were asked about alerts from before this start.
  private boolean asked;

  /// @param fleet `PREFIX/v1`
  /// @param name of the watcher, in alerts
  /// @param after how long a fault must last, and then be gone
  /// @param silent how long a station may be silent
  /// @param expected stations that must be there
  public record Settings(
      String fleet, String name, Duration after, Duration silent, List<StationName> expected) {
    boolean expects(String station) {
      return expected.stream().map(StationName::text).anyMatch(station::equals);
    }
  }

  private record WatchedMessage(String topic, ByteBuffer text, boolean kept) {}

  /// An alert that is being sent.
  private record Telling(Notification unit, boolean agreed, FutureTask<Optional<String>> done) {}

  private record Retry(Duration at, Backoff pauses) {}

  /// @param ways all ways to send alerts
  /// @param print takes each alert when it is due, whichever watcher sends it
  /// @param teller runs the sending, which may wait
  public Watcher(
      Broker broker,
      Settings settings,
      WatchBook book,
      List<Way> ways,
      Consumer<Alert> print,
      Executor teller,
      NewsDesk.Time time) {
    this.broker = broker;
    this.settings = settings;
    this.book = book;
    this.ways = List.copyOf(ways);
    this.print = print;
    this.teller = teller;
    this.time = time;
    this.seen = new StationsSeen(settings.fleet());
    this.cut = time.wall().instant();
    this.pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, time.random());
    this.toldBook = new ToldBook(book, seen, settings.after(), time.wall());
    this.agreement = new Agreement(book.id(), "%08x".formatted(time.random().nextInt()), toldBook);
  }

  /// Does one round.
  ///
  /// @return pause until the next
  public Duration step() {
    Duration now = time.monotonic().get();
    Instant wall = time.wall().instant();
    try {
      connect(now, wall);
      hear(now, wall);
      doubt(now, wall);
      judge(wall);
      tell(now, wall);
      speak(now);
    } catch (BrokerException e) {
      failed(e, now, wall);
    }
    return LOOK;
  }

  private void connect(Duration now, Instant wall) throws BrokerException {
    Broker.BrokerConnection open = connection;
    if (open != null && !open.isOpen()) {
      throw new BrokerException(BrokerFault.LOST, "", "the connection was lost");
    }
    if (open != null || now.compareTo(next) < 0) {
      return;
    }
    Topics all = Topics.ofAll(settings.fleet());
    connection =
        broker.connect(
            new Broker.Hello(
                "libstation-watch-" + book.id(),
                Optional.empty(),
                List.of(all.presence(), all.state(), Topics.watch(settings.fleet())),
                true,
                (topic, text) -> came(topic, text, false),
                (topic, text) -> came(topic, text, true)));
    connectedAt = wall;
    dropped = true;
    agreement.connected(now);
  }

  private void came(String topic, byte[] text, boolean kept) {
    dropped |= !heard.offer(new WatchedMessage(topic, ByteBuffer.wrap(text), kept));
  }

  private void failed(BrokerException e, Duration now, Instant wall) {
    Broker.BrokerConnection open = connection;
    connection = null;
    if (open != null) {
      open.close();
      cut = wall;
    }
    if (!trouble.equals(e.why())) {
      log.warn("{}: the fleet is not seen: {}", e.kind().code(), e.why());
      trouble = e.why();
    }
    next = now.plus(pauses.next());
  }

  private void hear(Duration now, Instant wall) throws BrokerException {
    Broker.BrokerConnection open = connection;
    if (open != null && dropped) {
      dropped = false;
      open.publish(new Broker.Message(Topics.ofAll(settings.fleet()).who(), "", false), WITHIN);
      if (!trouble.isEmpty()) {
        log.info("the fleet is seen again");
      }
      trouble = "";
      pauses.reset();
    }
    String between = Topics.watch(settings.fleet());
    for (WatchedMessage each = heard.poll(); each != null; each = heard.poll()) {
      if (each.topic().equals(between)) {
        agreement.hear(new String(each.text().array(), StandardCharsets.UTF_8), now);
      } else {
        seen.hear(each.topic(), each.text().array(), wall, each.kept());
      }
    }
  }

  /// Marks doubtful incidents, once, after the other watchers have had time to give their state.
  private void doubt(Duration now, Instant wall) {
    if (!asked && connection != null && agreement.isJoined(now)) {
      asked = true;
      if (book.isPair()) {
        toldBook.doubt(wall);
      }
      book.pair(agreement.hasOthers());
    } else if (agreement.hasOthers()) {
      book.pair(true);
    }
  }

  /// Finds present faults. Without a connection, nothing is known of the stations.
  private void judge(Instant wall) {
    set(new Subject(Kind.NO_BROKER, settings.name(), "", ""), "0.0", connection == null, wall);
    set(new Subject(Kind.TOO_MANY, settings.name(), "", ""), "0.0", full, wall);
    full = false;
    if (connection == null) {
      return;
    }
    for (StationsSeen.Station each : seen.all()) {
      boolean gone = each.isGone(wall, connectedAt, settings.silent());
      // A station that has not yet sent a message is not reported as well again.
      if (gone || each.spoke(connectedAt)) {
        set(new Subject(Kind.GONE, each.name(), each.id(), ""), each.mark(), gone, wall);
      }
      if (!gone && each.isThere()) {
        each.firstFault()
            .ifPresent(
                fault ->
                    set(
                        new Subject(Kind.FAULT, each.name(), each.id(), fault),
                        each.mark(),
                        true,
                        wall));
      }
    }
    boolean waited = Duration.between(connectedAt, wall).compareTo(settings.silent()) >= 0;
    // Computed once for all: a whole fleet may be gone.
    Set<String> stations =
        seen.all().stream().map(StationsSeen.Station::name).collect(Collectors.toSet());
    Set<String> gone =
        book.all().stream()
            .filter(Incident::isGone)
            .map(matter -> matter.subject().station())
            .collect(Collectors.toSet());
    for (StationName expected : settings.expected()) {
      String name = expected.text();
      boolean there = stations.contains(name);
      if (there || waited) {
        boolean known = there || gone.contains(name);
        set(new Subject(Kind.GONE, name, "", ""), "0.0", !known, wall);
      }
    }
    for (Incident matter : book.all()) {
      Subject subject = matter.subject();
      Optional<StationsSeen.Station> station = seen.of(subject.station(), subject.installation());
      if (subject.kind() == Kind.FAULT
          && station.isPresent()
          && isOver(matter, station.get())
          && matter.see(false, wall)) {
        book.change();
      }
    }
  }

  /// Whether a fault is over. For a station that is gone this is unknown; but a fault that was not
  /// reported before hurts nobody now.
  private static boolean isOver(Incident fault, StationsSeen.Station station) {
    return station.isThere()
        ? station.state().isPresent() && !station.has(fault.subject().what())
        : fault.news().isEmpty();
  }

  private void set(Subject subject, String mark, boolean there, Instant wall) {
    Optional<Incident> known = book.of(subject.key());
    if (known.isPresent() && !known.get().isClosed(names())) {
      if (known.get().see(there, wall)) {
        book.change();
      }
    } else if (there) {
      full |=
          !book.open(
              known
                  .map(it -> it.next(mark, wall, settings.after()))
                  .orElseGet(() -> new Incident(subject, mark, wall, Instant.EPOCH)));
    }
  }

  private List<String> names() {
    return ways.stream().map(Way::name).toList();
  }

  private void tell(Duration now, Instant wall) {
    if (connection != null) {
      toldBook.anew(wall);
    }
    for (Incident matter : book.all()) {
      if (matter.look(wall, settings.after())) {
        book.change();
        matter.news().ifPresent(step -> print.accept(matter.alert(step, wall, settings.name())));
      }
    }
    book.remove(
        matter ->
            matter.isOver(wall, settings.after(), KEPT, names())
                || (matter.isOld(wall)
                    && matter.subject().kind() != Kind.TOO_MANY
                    && connection != null
                    && seen.of(matter.subject().station(), matter.subject().installation())
                        .isEmpty()
                    && !settings.expects(matter.subject().station())));
    // On disk before any alert is sent.
    book.write();
    told(now, wall);
    if (telling != null) {
      return;
    }
    boolean alone =
        connection == null && Duration.between(cut, wall).compareTo(settings.after()) >= 0;
    Optional<Notification> agreed = agreement.agreed(now);
    if (agreed.isPresent()) {
      begin(agreed.get(), true, wall);
      return;
    }
    // A failing way, which may be slow, holds up no other.
    List<Way> order =
        ways.stream().sorted(Comparator.comparing(way -> failing.contains(way.name()))).toList();
    for (Way way : order) {
      for (Incident matter : book.all()) {
        Optional<Notification> unit = due(matter, way, now);
        boolean own = matter.subject().kind().isOfTheWatch();
        if (unit.isPresent() && (own || alone)) {
          begin(unit.get(), false, wall);
          return;
        }
        if (unit.isPresent() && connection != null && agreement.isFree(unit.get(), now)) {
          agreement.ask(unit.get(), now);
        }
      }
    }
  }

  private Optional<Notification> due(Incident matter, Way way, Duration now) {
    return matter
        .next(way.name())
        .map(
            step ->
                new Notification(
                    matter.subject().key(),
                    step,
                    way.name(),
                    matter.since(),
                    matter.mark(),
                    matter.over()))
        .filter(
            unit -> {
              Retry retry = retries.get(unit.name());
              return retry == null || now.compareTo(retry.at()) >= 0;
            });
  }

  private void begin(Notification unit, boolean agreed, Instant wall) {
    Incident matter = book.of(unit.key()).orElse(null);
    Way way = ways.stream().filter(it -> it.name().equals(unit.way())).findFirst().orElseThrow();
    FutureTask<Optional<String>> done =
        new FutureTask<>(
            () -> {
              try {
                if (matter != null) {
                  way.tell(matter.alert(unit.step(), wall, settings.name()));
                }
                return Optional.empty();
              } catch (IOException e) {
                return Optional.of(String.valueOf(e.getMessage()));
              }
            });
    telling = new Telling(unit, agreed, done);
    teller.execute(done);
  }

  /// Checks whether the alert being sent was accepted.
  private void told(Duration now, Instant wall) {
    Telling under = telling;
    if (under == null || !under.done().isDone()) {
      return;
    }
    Optional<String> why;
    try {
      why = under.done().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      why = Optional.of(String.valueOf(e.getCause()));
    }
    telling = null;
    Notification unit = under.unit();
    if (why.isEmpty()) {
      retries.remove(unit.name());
      failing.remove(unit.way());
      book.of(unit.key()).ifPresent(matter -> matter.told(unit.way(), unit.step(), wall));
      book.change();
      // On disk before the other watchers hear it.
      book.write();
    } else {
      Backoff backoff =
          Optional.ofNullable(retries.get(unit.name()))
              .map(Retry::pauses)
              .orElseGet(() -> new Backoff(FIRST_RETRY, LONGEST_RETRY, time.random()));
      Duration pause = backoff.next();
      failing.add(unit.way());
      retries.put(unit.name(), new Retry(now.plus(pause), backoff));
      log.warn(
          "{} did not take the alert; next try in {} s: {}",
          unit.way(),
          pause.toSeconds(),
          why.get());
    }
    if (under.agreed()) {
      agreement.end(unit, why.isEmpty());
    }
  }

  private void speak(Duration now) throws BrokerException {
    Broker.BrokerConnection open = connection;
    if (open != null) {
      for (String text : agreement.out(now)) {
        open.publish(new Broker.Message(Topics.watch(settings.fleet()), text, false), WITHIN);
      }
    }
  }

  /// Ends a wait for a broker that cannot be reached, so that the loop can be closed at once.
  public void interrupt() {
    if (connection == null) {
      broker.close();
    }
  }

  /// Ends after the last step: waits for the alert being sent, keeps the result and announces it.
  /// Unsent alerts are sent after the next start.
  public void end() {
    Telling under = telling;
    try {
      if (under != null) {
        under.done().get(LAST.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("an alert may be sent again: {}", e.toString());
    }
    try {
      told(time.monotonic().get(), time.wall().instant());
      speak(time.monotonic().get());
    } catch (BrokerException e) {
      log.warn("{}: an alert may be sent again: {}", e.kind().code(), e.why());
    }
    Broker.BrokerConnection open = connection;
    if (open != null) {
      open.close();
    }
    broker.close();
  }
}
