package org.libstation.lab.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.EventTime;
import org.libstation.command.Called;
import org.libstation.fleet.Beside;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.Samples;
import org.libstation.fleet.StationName;
import org.libstation.fleet.Topics;
import org.libstation.fleet.command.FleetCommand;
import org.libstation.fleet.mqtt.MqttBroker;
import org.libstation.fleet.order.Order;
import org.libstation.fleet.order.OrderActions;
import org.libstation.fleet.order.OrderCover;
import org.libstation.fleet.order.OrderDesk;
import org.libstation.fleet.order.OrderRefusal;
import org.libstation.fleet.order.StaffKeyFile;
import org.libstation.policy.document.FlatJson;
import org.libstation.process.log.LogFiles;
import org.libstation.site.FleetPlace;
import org.libstation.site.SettingKey;
import org.libstation.site.StationOrder;

/// Staff who order by `station fleet order`, and somebody with the broker's password who hears all
/// of it, says it again, alters it, holds it back, sends it to others and signs what they like.
final class OrderStorm implements AutoCloseable {
  private static final String FLEET = "libstation/v1";
  private static final List<StationOrder> ALL = List.of(StationOrder.values());
  private static final List<StationOrder> GIVEN =
      List.of(
          StationOrder.SETTLE,
          StationOrder.OUT_OF_SERVICE,
          StationOrder.BACK_IN_SERVICE,
          StationOrder.LIGHT_SCREEN);

  /// Of a line in the staff log.
  private static final Pattern TOLD =
      Pattern.compile("FLEET_ORDER (?:[a-z-]+ )?([0-9a-f]{16}): (received|refused).*\\(by (.*)\\)");

  private static final Pattern HEARD =
      Pattern.compile(
          " ([0-9a-f]{16}) (received|begun|done|failed|refused) by \\S+(?: .*reason=([a-z-]+).*)?");

  private final int port;
  private final List<String> stations;
  private final Path logs;
  private final List<StaffKeyFile> staff = new ArrayList<>();
  private final FleetPlace rules;
  private final KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

  /// What staff signed, by its text.
  private final Map<String, Signed> signed = new ConcurrentHashMap<>();

  /// Texts of the adversary's.
  private final Set<String> mine = ConcurrentHashMap.newKeySet();

  /// Ids of what must never be done.
  private final Set<String> never = ConcurrentHashMap.newKeySet();

  private final Map<String, Hands> hands = new ConcurrentHashMap<>();
  private final List<Broker.Message> answers = new CopyOnWriteArrayList<>();
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Line line;
  private final LogFiles written;
  private volatile boolean over;

  /// @param key its fingerprint
  private record Signed(String text, String id, String station, String key) {}

  /// What was begun at one station, over its restarts.
  private static final class Hands implements OrderActions {
    final List<Order> begun = new CopyOnWriteArrayList<>();
    volatile boolean out;

    @Override
    public Running begin(Order order) {
      begun.add(order);
      AtomicInteger looks = new AtomicInteger(ThreadLocalRandom.current().nextInt(4));
      return () ->
          looks.getAndDecrement() > 0
              ? new OrderProgress.OrderWaits()
              : new OrderProgress.OrderDone(Map.of("open", "0"));
    }

    @Override
    public void hold(StandingOrders standing) {
      out = standing.out();
    }
  }

  /// @param stations `LIBRARY/PLACE/STATION` each
  OrderStorm(Path folder, int port, List<String> stations) throws Exception {
    this.port = port;
    this.stations = stations;
    Path data = Files.createDirectories(folder.resolve("orders"));
    logs = data.resolve("logs");
    written = LogFiles.begin(data);
    SecureRandom random = new SecureRandom();
    for (String name : List.of("chan", "wong", "ho")) {
      staff.add(StaffKeyFile.make(logs.resolveSibling(name + ".pem"), new char[0], random));
    }
    rules =
        Samples.place(port)
            .with(
                c ->
                    c.host("127.0.0.1")
                        .library("l")
                        .place("p")
                        .station("s")
                        .orders(ALL)
                        .staffKeys(
                            List.of(
                                new FleetPlace.StaffKey("陳大文", staff.get(0).line(), ALL),
                                new FleetPlace.StaffKey(
                                    "Wong", staff.get(1).line(), List.of(StationOrder.SETTLE)))));
    line = new Line();
  }

  /// What a station has beside its news, made anew at each of its starts.
  Beside desk(Topics topics, Path data) {
    return new OrderDesk(
        topics,
        () -> rules,
        hands.computeIfAbsent(topics.station().orElseThrow().text(), _ -> new Hands()),
        () ->
            new EventTime(
                OffsetDateTime.now(ZoneOffset.UTC),
                "boot",
                Duration.ofNanos(System.nanoTime()),
                Optional.empty(),
                false),
        data);
  }

  void begin() {
    // Ho's key stands at no station, or no longer.
    for (StaffKeyFile key : staff) {
      goOn(
          "staff " + key.path().getFileName(),
          new Random(key.path().hashCode()),
          r -> give(key, r));
    }
    goOn("adversary", new Random(7), this::disturb);
  }

  private interface Part {
    void go(Random random) throws Exception;
  }

  private void goOn(String name, Random random, Part part) {
    threads.add(
        Thread.ofPlatform()
            .name(name)
            .daemon()
            .start(
                () -> {
                  try {
                    while (!over) {
                      part.go(random);
                    }
                  } catch (Exception | AssertionError e) {
                    faults.add(e);
                  }
                }));
  }

  /// One order by one member of staff, who sees it through or, where nobody answers, gives it up.
  private void give(StaffKeyFile key, Random random) throws Exception {
    String station = stations.get(random.nextInt(stations.size()));
    StationOrder what = GIVEN.get(random.nextInt(GIVEN.size()));
    Instant now = Instant.now();
    switch (random.nextInt(6)) {
      case 0 -> {
        // A broker holds the first back until the second was there.
        Signed first = sign(key, station, StationOrder.OUT_OF_SERVICE, now.plusSeconds(300));
        Signed second = sign(key, station, StationOrder.BACK_IN_SERVICE, now.plusSeconds(300));
        line.say(station, second.text());
        line.say(station, first.text());
      }
      case 1 -> {
        Signed late = sign(key, station, what, now.minusSeconds(random.nextInt(1, 300)));
        Signed far = sign(key, station, what, now.plusSeconds(random.nextInt(1200, 9000)));
        for (Signed each : List.of(late, far)) {
          never.add(each.id());
          line.say(station, each.text());
        }
      }
      default -> {
        String expires = String.valueOf(random.nextInt(10) == 0 ? 3 : 600);
        int exit =
            new Called(
                    FleetCommand.with(
                        InstantSource.system(),
                        () -> Duration.ZERO,
                        InputStream.nullInputStream(),
                        new SecureRandom()))
                .with(
                    "fleet",
                    "order",
                    "--key",
                    key.path().toString(),
                    "--broker",
                    "127.0.0.1:" + port,
                    "--station",
                    station,
                    "--wait",
                    "2",
                    "--expires",
                    expires,
                    SettingKey.word(what));
        assertThat(exit).isIn(0, 1, 4);
      }
    }
  }

  private Signed sign(StaffKeyFile key, String station, StationOrder what, Instant expires)
      throws Exception {
    String id = Order.newId(new SecureRandom());
    long number = key.next(Instant.now());
    String text =
        OrderCover.sign(
            new Order(id, StationName.parse(station), number, expires, what, Map.of()),
            key.key(),
            key.fingerprint());
    Signed one = new Signed(text, id, station, key.fingerprint());
    signed.put(text, one);
    return one;
  }

  /// One thing that the adversary does with what was heard so far.
  private void disturb(Random random) throws Exception {
    List<Signed> heard = List.copyOf(signed.values());
    if (!heard.isEmpty()) {
      Signed one = heard.get(random.nextInt(heard.size()));
      String other = stations.get(random.nextInt(stations.size()));
      StaffKeyFile chan = staff.getFirst();
      switch (random.nextInt(8)) {
        case 0 -> line.say(other, one.text());
        // Altered; another key under Chan's name; a key of one's own.
        case 1 -> line.say(other, own(one.text().replace(one.station(), other)));
        case 2 -> line.say(one.station(), own(one.text().replace("settle", "restart")));
        case 3 -> line.say(other, own(forged(other, chan.fingerprint())));
        case 4 -> line.say(other, own(forged(other, OrderCover.fingerprint(stranger.getPublic()))));
        case 5 -> {
          if (!answers.isEmpty()) {
            // What was answered is said again, the newest first.
            List<Broker.Message> some = List.copyOf(answers);
            for (Broker.Message each : some.reversed().subList(0, Math.min(9, some.size()))) {
              line.say(each);
            }
          }
        }
        default -> line.say(one.station(), one.text());
      }
    }
    await().pollDelay(Duration.ofMillis(4)).until(() -> true);
  }

  private String own(String text) {
    if (!signed.containsKey(text)) {
      mine.add(text);
    }
    return text;
  }

  private String forged(String station, String fingerprint) {
    Order order =
        new Order(
            Order.newId(ThreadLocalRandom.current()),
            StationName.parse(station),
            System.currentTimeMillis(),
            Instant.now().plusSeconds(300),
            StationOrder.OUT_OF_SERVICE,
            Map.of());
    never.add(order.id());
    return OrderCover.sign(order, stranger.getPrivate(), fingerprint);
  }

  /// The adversary's connection.
  private final class Line implements AutoCloseable {
    private final Broker broker =
        new MqttBroker(
            "127.0.0.1", port, new MqttBroker.BrokerAccess(Optional.empty(), Optional.empty()));
    private Broker.@Nullable BrokerConnection open;

    void say(String station, String text) {
      say(
          new Broker.Message(
              Topics.ofName(FLEET, StationName.parse(station)).orders(), text, false));
    }

    /// Or nothing, where the broker is away.
    synchronized void say(Broker.Message message) {
      try {
        if (open == null || !open.isOpen()) {
          Topics all = Topics.ofAll(FLEET);
          List<String> listens = List.of(all.orders(), all.answers());
          open =
              broker.connect(
                  Broker.Hello.fromNow("adversary", Optional.empty(), listens, this::hear));
        }
        open.publish(message, Duration.ofSeconds(10));
      } catch (BrokerException _) {
        open = null;
      }
    }

    private void hear(String topic, byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      Map<String, String> said = FlatJson.read(text).orElseThrow();
      if (topic.endsWith("/answers")) {
        answers.add(new Broker.Message(topic, text, false));
        reasons.add(said.getOrDefault("reason", ""));
      } else if (!mine.contains(text)) {
        Map<String, String> order = FlatJson.read(said.getOrDefault("order", "")).orElseThrow();
        signed.putIfAbsent(
            text,
            new Signed(
                text,
                order.getOrDefault("id", ""),
                order.getOrDefault("station", ""),
                said.getOrDefault("key", "")));
      }
    }

    @Override
    public void close() {
      broker.close();
      if (open != null) {
        open.close();
      }
    }
  }

  /// Staff and adversary end.
  void end() throws InterruptedException {
    over = true;
    for (Thread each : threads) {
      each.join(Duration.ofMinutes(1));
    }
    assertThat(faults).isEmpty();
  }

  /// What must be true when all is over.
  ///
  /// @param running stations that stand there now; the adversary says all orders to them again
  void judge(Collection<String> running) throws Exception {
    List<Signed> valid =
        signed.values().stream()
            .filter(it -> !never.contains(it.id()) && running.contains(it.station()))
            .filter(it -> !it.key().equals(staff.getLast().fingerprint()))
            .toList();
    assertThat(valid).hasSizeGreaterThan(stations.size());
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              Set<String> known = told().keySet();
              List<Signed> silent = valid.stream().filter(it -> !known.contains(it.id())).toList();
              silent.forEach(it -> line.say(it.station(), it.text()));
              assertThat(silent).isEmpty();
            });
    Map<String, Told> told = told();
    hands.forEach((station, of) -> done(station, of, told));
    Map<String, Long> begun = begun();
    for (Signed each : valid) {
      Told first = told.getOrDefault(each.id(), Told.NOTHING);
      assertThat(begun.getOrDefault(each.id(), 0L))
          .as("%s: %s", each, first)
          .isEqualTo(first.word().equals("received") ? 1 : 0);
    }
    assertThat(reasons)
        .contains(
            Stream.of(
                    OrderRefusal.REPLAYED,
                    OrderRefusal.REORDERED,
                    OrderRefusal.EXPIRED,
                    OrderRefusal.TOO_FAR,
                    OrderRefusal.FORGED,
                    OrderRefusal.KEY_UNKNOWN,
                    OrderRefusal.OTHER_STATION,
                    OrderRefusal.NOT_ALLOWED_KEY)
                .map(OrderRefusal::word)
                .toArray(String[]::new));
    assertThat(text("station"))
        .contains(
            "G76: the station refuses an order: " + OrderRefusal.FORGED.english(),
            "G76: the station refuses an order: " + OrderRefusal.KEY_UNKNOWN.english());
    for (StaffKeyFile key : staff) {
      desk(key, told, begun);
    }
  }

  /// Each at most once and in its key's order, none that staff did not give, and what holds is what
  /// the last one says.
  private void done(String station, Hands of, Map<String, Told> told) {
    Map<String, Long> numbers = new HashMap<>();
    for (Order each : of.begun) {
      assertThat(each.station().text()).isEqualTo(station);
      assertThat(never).doesNotContain(each.id());
      Told first = told.getOrDefault(each.id(), Told.NOTHING);
      assertThat(first.word()).as("the staff log on %s", each).isEqualTo("received");
      Long before = numbers.put(first.who(), each.number());
      assertThat(each.number()).as("%s", of.begun).isGreaterThan(before == null ? 0 : before);
    }
    assertThat(of.out)
        .as("%s: %s", station, of.begun)
        .isEqualTo(
            of.begun.stream()
                .map(Order::what)
                .filter(
                    what ->
                        what == StationOrder.OUT_OF_SERVICE || what == StationOrder.BACK_IN_SERVICE)
                .reduce((_, last) -> last)
                .filter(StationOrder.OUT_OF_SERVICE::equals)
                .isPresent());
  }

  private Map<String, Long> begun() {
    return hands.values().stream()
        .flatMap(it -> it.begun.stream())
        .collect(Collectors.groupingBy(Order::id, Collectors.counting()));
  }

  /// What the desk's log says of an order is what became of it.
  private void desk(StaffKeyFile key, Map<String, Told> told, Map<String, Long> begun)
      throws IOException {
    String log = Files.readString(key.path().resolveSibling(key.path().getFileName() + ".log"));
    assertThat(log).contains(" to hkpl/");
    Map<String, String> ends = new TreeMap<>();
    HEARD
        .matcher(log)
        .results()
        .filter(it -> it.group(2).matches("done|failed|refused"))
        .forEach(it -> ends.put(it.group(1), it.group(2) + " " + it.group(3)));
    assertThat(ends).isNotEmpty();
    if (key.equals(staff.getLast())) {
      assertThat(ends.values()).containsOnly("refused key-unknown");
      assertThat(begun).doesNotContainKeys(ends.keySet().toArray(String[]::new));
      return;
    }
    ends.forEach(
        (id, end) -> {
          assertThat(told).as(end).containsKey(id);
          // Of a copy; its own end was not heard in time.
          if (!end.matches("refused (replayed|forged)")) {
            assertThat(begun.getOrDefault(id, 0L))
                .as("%s %s: %s", id, end, told.get(id))
                .isEqualTo(end.startsWith("refused") ? 0 : 1);
          }
        });
  }

  /// The first that the staff log says of an order at its own station, by the order's id.
  ///
  /// @param word `received`, or `refused` and why
  private record Told(String word, String who) {
    static final Told NOTHING = new Told("", "");
  }

  private Map<String, Told> told() throws IOException {
    Map<String, Told> told = new HashMap<>();
    for (String line : text("staff").lines().toList()) {
      Matcher found = TOLD.matcher(line);
      if (found.find() && !line.contains(OrderRefusal.OTHER_STATION.english())) {
        told.putIfAbsent(found.group(1), new Told(found.group(2), found.group(3)));
      }
    }
    return told;
  }

  private String text(String log) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(logs)) {
      // The one without a day in its name is the newest.
      for (Path each :
          files
              .sorted(Comparator.comparingInt((Path it) -> it.toString().length()).reversed())
              .toList()) {
        if (each.getFileName().toString().startsWith(log + ".")) {
          all.append(Files.readString(each));
        }
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    over = true;
    line.close();
    written.close();
  }
}
