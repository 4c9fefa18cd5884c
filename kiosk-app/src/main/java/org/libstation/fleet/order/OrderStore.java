package org.libstation.fleet.order;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.libstation.fleet.WholeFile;
import org.libstation.fleet.order.OrderActions.ShownNotice;
import org.libstation.fleet.order.OrderActions.StandingOrders;
import org.libstation.site.StationOrder;

/// That an order is carried out once: the highest number of each key, on disk before anything is
/// done, with what holds until another order ends it. One file, written whole or not at all.
///
/// A file that cannot be read is set aside, and no order is taken until its time is over: one that
/// was taken before would else be taken again.
final class OrderStore {
  /// Orders whose id is known, to tell one that came twice from one that came late.
  static final int MOST_IDS = 64;

  private final WholeFile file;
  private final Map<String, Long> numbers = new HashMap<>();
  private final Deque<String> ids = new ArrayDeque<>();
  private final Map<String, OpenOrder> open = new LinkedHashMap<>();
  private StandingOrders standing = StandingOrders.NOTHING;
  private Optional<Instant> blind = Optional.empty();
  private boolean kept = true;

  /// An order whose end was not told yet.
  ///
  /// @param key its fingerprint
  /// @param who behind it
  record OpenOrder(String id, String key, String who, StationOrder what) {}

  private OrderStore(Path data) {
    file = new WholeFile(data.resolve(OrderDesk.FILE));
  }

  /// @param data the station's data directory
  /// @param now by its clock
  static OrderStore open(Path data, Instant now) {
    OrderStore store = new OrderStore(data);
    try {
      store.take(store.file.read());
    } catch (IOException | IllegalArgumentException | DateTimeException _) {
      store.file.setAside();
      OrderStore fresh = new OrderStore(data);
      fresh.blind = Optional.of(now.plus(OrderJudge.LONGEST));
      fresh.kept = fresh.written();
      return fresh;
    }
    return store;
  }

  /// Whether the file there says that the station is out of service.
  static boolean isOut(Path data) {
    try {
      return Boolean.parseBoolean(value(new WholeFile(data.resolve(OrderDesk.FILE)).read(), "out"));
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  private void take(Properties read) {
    blind = Optional.ofNullable(read.getProperty("blind")).map(Instant::parse);
    for (String name : read.stringPropertyNames()) {
      if (name.startsWith("number.")) {
        numbers.put(name.substring("number.".length()), Long.parseLong(value(read, name)));
      }
    }
    Stream.of(value(read, "ids").split(" ")).filter(id -> !id.isEmpty()).forEach(ids::add);
    for (int at = 0; read.containsKey("open." + at); at++) {
      String[] parts = value(read, "open." + at).split(" ", 4);
      open.put(
          parts[0], new OpenOrder(parts[0], parts[1], parts[3], StationOrder.valueOf(parts[2])));
    }
    Map<String, String> texts = new HashMap<>();
    for (String name : read.stringPropertyNames()) {
      if (name.startsWith("notice.text.")) {
        texts.put(name.substring("notice.text.".length()), value(read, name));
      }
    }
    standing =
        new StandingOrders(
            Boolean.parseBoolean(value(read, "out")),
            Optional.ofNullable(read.getProperty("notice.until"))
                .map(until -> new ShownNotice(Instant.parse(until), texts)));
  }

  private static String value(Properties read, String name) {
    return read.getProperty(name, "");
  }

  StandingOrders standing() {
    return standing;
  }

  /// Begun, and their end not told: after a start, those that a former run began.
  List<OpenOrder> open() {
    return List.copyOf(open.values());
  }

  /// Whether all of it is on disk.
  boolean kept() {
    return kept;
  }

  /// Takes an order, once: it is on disk when this returns nothing.
  ///
  /// @return why it is not taken
  Optional<OrderRefusal> take(Order order, String key, String who, Instant now) {
    if (ids.contains(order.id())) {
      return Optional.of(OrderRefusal.REPLAYED);
    }
    if (order.number() <= numbers.getOrDefault(key, 0L)) {
      return Optional.of(OrderRefusal.REORDERED);
    }
    if (blind.filter(now::isBefore).isPresent()) {
      return Optional.of(OrderRefusal.NOT_KEPT);
    }
    StandingOrders before = standing;
    taken(key, order.number(), order.id());
    open.put(order.id(), new OpenOrder(order.id(), key, who, order.what()));
    standing = standing(order);
    blind = Optional.empty();
    if (!written()) {
      // Nothing of it counts but that its number is taken.
      standing = before;
      open.remove(order.id());
      kept = false;
      return Optional.of(OrderRefusal.NOT_KEPT);
    }
    kept = true;
    return Optional.empty();
  }

  private void taken(String key, long number, String id) {
    numbers.put(key, number);
    ids.add(id);
    if (ids.size() > MOST_IDS) {
      ids.remove();
    }
  }

  /// That one was refused: whoever was told no is not to see it done later, by a copy.
  void burn(String key, long number, String id) {
    if (number > numbers.getOrDefault(key, 0L)) {
      taken(key, number, id);
      kept = written();
    }
  }

  private StandingOrders standing(Order order) {
    return switch (order.what()) {
      case OUT_OF_SERVICE -> new StandingOrders(true, standing.notice());
      case BACK_IN_SERVICE -> new StandingOrders(false, standing.notice());
      case NOTICE -> {
        Map<String, String> texts = new HashMap<>(order.with());
        Optional<String> until = Optional.ofNullable(texts.remove(Order.With.UNTIL));
        yield new StandingOrders(
            standing.out(), until.map(moment -> new ShownNotice(Instant.parse(moment), texts)));
      }
      case RESTART, SETTLE, REFRESH_POLICY, LIGHT_SCREEN, CHECK, SUPPORT_BUNDLE, PRINT_MANIFEST ->
          standing;
    };
  }

  /// Nothing holds any more, and nobody is told the end of what was begun; what was taken before is
  /// still not taken again.
  void forget() {
    if (!standing.equals(StandingOrders.NOTHING) || !open.isEmpty()) {
      standing = StandingOrders.NOTHING;
      open.clear();
      kept = written();
    }
  }

  /// Something that held does so no more.
  void stands(StandingOrders left) {
    standing = left;
    kept = written();
  }

  /// Its end was told.
  void ended(String id) {
    if (open.remove(id) != null) {
      kept = written();
    }
  }

  /// Tries to have it on disk.
  void write() {
    kept = written();
  }

  private boolean written() {
    Properties all = new Properties();
    blind.ifPresent(until -> all.setProperty("blind", until.toString()));
    numbers.forEach((key, number) -> all.setProperty("number." + key, String.valueOf(number)));
    all.setProperty("ids", String.join(" ", ids));
    int at = 0;
    for (OpenOrder each : open.values()) {
      all.setProperty(
          "open." + at++, String.join(" ", each.id(), each.key(), each.what().name(), each.who()));
    }
    all.setProperty("out", String.valueOf(standing.out()));
    standing
        .notice()
        .ifPresent(
            notice -> {
              all.setProperty("notice.until", notice.until().toString());
              notice.texts().forEach((tag, text) -> all.setProperty("notice.text." + tag, text));
            });
    try {
      file.write(all);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
