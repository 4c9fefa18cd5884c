package org.libstation.fleet.order;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.Beside;
import org.libstation.fleet.Broker;
import org.libstation.fleet.BrokerException;
import org.libstation.fleet.Topics;
import org.libstation.fleet.order.OrderActions.OrderProgress;
import org.libstation.service.FleetService;
import org.libstation.site.FleetPlace;
import org.libstation.site.SettingKey;
import org.libstation.site.StationOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes orders as they come, each once, and answers with their progress: *refused*; or *received*
/// (on disk), *begun*, then *done* or *failed*. Answers wait while the broker is away. The staff
/// log has each step with the name of the key's holder. The name never leaves the station.
public final class OrderDesk implements Beside {
  /// Name of the file in the station's data directory; exists once an order was taken.
  public static final String FILE = FleetService.ORDERS_FILE;

  /// Most messages that wait for a look; further ones are dropped.
  static final int MOST_WAITING = 16;

  static final int MOST_UNDER_WAY = 8;

  /// Most answers that wait; beyond that the oldest are dropped.
  static final int MOST_ANSWERS = 64;

  /// Most refusals that the staff log takes within an hour, each once. Whoever heard an order can
  /// repeat it; repetitions must not push other lines out of the staff log.
  static final int MOST_REFUSALS = 100;

  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// How long a message without a valid key or signature is reported as a finding.
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(OrderDesk.class);
  private static final Logger staff = LoggerFactory.getLogger("staff");

  private final Topics topics;
  private final Supplier<FleetPlace> rules;
  private final OrderActions deeds;
  private final Supplier<EventTime> clock;
  private final OrderStore store;
  private final Queue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicInteger dropped = new AtomicInteger();
  private final Deque<Broker.Message> answers = new ArrayDeque<>();
  private final Map<String, OrderUnderWay> underWay = new LinkedHashMap<>();
  private final Deque<Broker.Message> parts = new ArrayDeque<>();
  private Optional<Duration> stranger = Optional.empty();
  private final Set<String> refusals = new HashSet<>();
  private Duration hour = Duration.ZERO;
  private boolean begun;

  /// An order that was begun, with its progress.
  private record OrderUnderWay(OrderStore.OpenOrder order, OrderActions.Running deed) {}

  /// @param rules the fleet settings in the station's own file, as they are now
  /// @param data the station's data directory
  public OrderDesk(
      Topics topics,
      Supplier<FleetPlace> rules,
      OrderActions deeds,
      Supplier<EventTime> clock,
      Path data) {
    this.topics = topics;
    this.rules = rules;
    this.deeds = deeds;
    this.clock = clock;
    this.store = OrderStore.open(data, instant(clock.get()));
    hold();
  }

  /// Whether an order keeps this station out of service; false if that cannot be read.
  ///
  /// @param data the station's data directory
  /// @param rules the fleet settings in the station's own file
  public static boolean isOut(Path data, FleetPlace rules) {
    return rules.orders().contains(StationOrder.OUT_OF_SERVICE) && OrderStore.isOut(data);
  }

  /// Ends all standing orders, because the station's own file allows no orders at this start. They
  /// do not come back when the file allows orders again.
  ///
  /// @param data the station's data directory
  public static void forget(Path data, EventTime now) {
    if (Files.exists(data.resolve(FILE))) {
      OrderStore.open(data, instant(now)).forget();
    }
  }

  private static Instant instant(EventTime time) {
    return time.corrected().toInstant();
  }

  @Override
  public Optional<String> topic() {
    return Optional.of(topics.orders());
  }

  @Override
  public void heard(byte[] message) {
    // A message larger than an order gets no answer: it is not even read.
    if (message.length > OrderCover.MOST_BYTES || !waiting.offer(message)) {
      dropped.incrementAndGet();
    }
  }

  @Override
  public List<String> codes() {
    List<String> codes = new ArrayList<>();
    if (stranger.filter(at -> clock.get().monotonic().minus(at).compareTo(HOUR) < 0).isPresent()) {
      codes.add("G76");
    }
    if (!store.kept()) {
      codes.add("G77");
    }
    return codes;
  }

  @Override
  public void step(Optional<Broker.BrokerConnection> open) throws BrokerException {
    if (!begun) {
      begun = true;
      store.open().forEach(this::afterStart);
    }
    if (!store.kept()) {
      store.write();
    }
    hold();
    if (dropped.getAndSet(0) > 0) {
      strange(OrderRefusal.JUNK);
    }
    for (byte[] message = waiting.poll(); message != null; message = waiting.poll()) {
      take(message);
    }
    look();
    if (open.isPresent()) {
      say(open.get(), answers);
      say(open.get(), parts);
    }
  }

  /// Ends standing orders that the station's own file no longer allows. They do not come back when
  /// the file allows them again.
  private void hold() {
    List<StationOrder> allowed = rules.get().orders();
    OrderActions.StandingOrders now = store.standing();
    OrderActions.StandingOrders left =
        new OrderActions.StandingOrders(
            now.out() && allowed.contains(StationOrder.OUT_OF_SERVICE),
            now.notice().filter(_ -> allowed.contains(StationOrder.NOTICE)));
    if (!left.equals(now)) {
      store.stands(left);
    }
    deeds.hold(left);
  }

  /// Ends an order that an earlier run began. A standing order was on disk from the start; for all
  /// others the progress is unknown.
  private void afterStart(OrderStore.OpenOrder order) {
    boolean done =
        switch (order.what()) {
          // A standing order that is no longer allowed does not count as done.
          case OUT_OF_SERVICE, NOTICE -> rules.get().orders().contains(order.what());
          case BACK_IN_SERVICE, RESTART -> true;
          case SETTLE, REFRESH_POLICY, LIGHT_SCREEN, CHECK, SUPPORT_BUNDLE, PRINT_MANIFEST -> false;
        };
    if (done) {
      end(order, OrderStep.DONE, Map.of());
    } else {
      end(order, OrderStep.FAILED, Map.of("reason", "cut-short"));
    }
  }

  private void take(byte[] message) {
    EventTime now = clock.get();
    FleetPlace place = rules.get();
    switch (new OrderJudge(topics.station().orElseThrow(), place.orders(), place.staffKeys())
        .judge(message, now)) {
      case OrderJudge.Judged.OrderRefused no -> {
        if (no.number() > 0) {
          store.burn(no.key(), no.number(), no.id());
        }
        refused(no.id(), no.who(), no.why());
      }
      case OrderJudge.Judged.ProvenOrder(Order order, String key, String who) -> {
        boolean busy = underWay.size() >= MOST_UNDER_WAY;
        if (busy) {
          store.burn(key, order.number(), order.id());
        }
        Optional<OrderRefusal> no =
            busy ? Optional.of(OrderRefusal.BUSY) : store.take(order, key, who, instant(now));
        if (no.isPresent()) {
          refused(order.id(), who, no.get());
        } else {
          begin(order, new OrderStore.OpenOrder(order.id(), key, who, order.what()));
        }
      }
    }
  }

  private void begin(Order order, OrderStore.OpenOrder open) {
    told(open, OrderStep.RECEIVED, Map.of());
    told(open, OrderStep.BEGUN, Map.of());
    hold();
    underWay.put(order.id(), new OrderUnderWay(open, begun(order)));
  }

  /// A bug in one order stops neither other orders nor the news.
  private OrderActions.Running begun(Order order) {
    try {
      return deeds.begin(order);
    } catch (RuntimeException e) {
      return () -> faulty(e);
    }
  }

  private static OrderProgress looked(OrderActions.Running deed) {
    try {
      return deed.look();
    } catch (RuntimeException e) {
      return faulty(e);
    }
  }

  private static OrderProgress faulty(RuntimeException e) {
    log.error("carrying out an order failed", e);
    return new OrderProgress.OrderFailed("fault");
  }

  private void look() {
    for (OrderUnderWay each : List.copyOf(underWay.values())) {
      OrderProgress look = parts.isEmpty() ? looked(each.deed()) : new OrderProgress.OrderWaits();
      switch (look) {
        case OrderProgress.OrderWaits _ -> {}
        case OrderProgress.BundleParts(List<String> texts) ->
            texts.forEach(text -> parts.add(new Broker.Message(topics.bundle(), text, false)));
        case OrderProgress.OrderDone(Map<String, String> told) ->
            end(each.order(), OrderStep.DONE, told);
        case OrderProgress.OrderFailed(String why) ->
            end(each.order(), OrderStep.FAILED, Map.of("reason", why));
      }
    }
  }

  private void end(OrderStore.OpenOrder order, OrderStep step, Map<String, String> told) {
    underWay.remove(order.id());
    store.ended(order.id());
    told(order, step, told);
  }

  private void told(OrderStore.OpenOrder order, OrderStep step, Map<String, String> told) {
    staff.info(
        "FLEET_ORDER {} {}: {} {} (by {})",
        SettingKey.word(order.what()),
        order.id(),
        step.word(),
        new TreeMap<>(told),
        order.who());
    answer(order.id(), step, told);
  }

  private void refused(String id, String who, OrderRefusal why) {
    if (why.isStranger()) {
      strange(why);
    } else if (isNews(id + why)) {
      staff.info("FLEET_ORDER {}: refused, {} (by {})", id, why.english(), who);
    }
    if (!id.isEmpty()) {
      answer(id, OrderStep.REFUSED, Map.of("reason", why.word()));
    }
  }

  private void strange(OrderRefusal why) {
    if (isNews(why.name())) {
      log.warn("G76: the station refuses an order: {}", why.english());
    }
    stranger = Optional.of(clock.get().monotonic());
  }

  /// Whether this refusal is to be logged.
  private boolean isNews(String refusal) {
    Duration now = clock.get().monotonic();
    if (now.minus(hour).compareTo(HOUR) >= 0) {
      hour = now;
      refusals.clear();
    }
    if (refusals.size() >= MOST_REFUSALS || !refusals.add(refusal)) {
      return false;
    }
    if (refusals.size() == MOST_REFUSALS) {
      staff.info(
          "FLEET_ORDER: more refusals within an hour than {} are not written", MOST_REFUSALS);
      return false;
    }
    return true;
  }

  private void answer(String order, OrderStep step, Map<String, String> told) {
    String at = instant(clock.get()).truncatedTo(ChronoUnit.SECONDS).toString();
    OrderAnswer.AnswerHead head =
        new OrderAnswer.AnswerHead(OrderCover.SCHEMA, topics.id(), order, step.word(), at);
    String text = OrderAnswer.TEXT.write(new OrderAnswer(head, told));
    answers.add(new Broker.Message(topics.answers(), text, false));
    if (answers.size() > MOST_ANSWERS) {
      answers.remove();
    }
  }

  private static void say(Broker.BrokerConnection open, Deque<Broker.Message> messages)
      throws BrokerException {
    for (Iterator<Broker.Message> each = messages.iterator(); each.hasNext(); each.remove()) {
      open.publish(each.next(), WITHIN);
    }
  }
}
