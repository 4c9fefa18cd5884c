package org.libstation.fleet.order;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.field;
import static org.libstation.file.table.FieldTable.numbered;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.prefixed;
import static org.libstation.file.table.FieldTable.text;
import static org.libstation.file.table.FieldText.words;

import java.io.IOException;
import java.nio.file.Path;
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
import org.libstation.file.table.FieldProperties;
import org.libstation.file.table.FieldRow;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.fleet.WholeFile;
import org.libstation.fleet.order.OrderActions.ShownNotice;
import org.libstation.fleet.order.OrderActions.StandingOrders;
import org.libstation.site.StationOrder;

/// Ensures that an order is carried out only once. It keeps the highest order number of each key,
/// on disk before anything is done, and the standing orders. One file, written whole or not at all.
///
/// An unreadable file is set aside. No order is then taken for [OrderJudge#LONGEST], because an
/// order taken before could otherwise be taken again.
final class OrderStore {
  /// Most order IDs kept, to tell a repeated order from one that came out of sequence.
  static final int MOST_IDS = 64;

  private final WholeFile file;
  private final Map<String, Long> numbers = new HashMap<>();
  private final Deque<String> ids = new ArrayDeque<>();
  private final Map<String, OpenOrder> open = new LinkedHashMap<>();
  private StandingOrders standing = StandingOrders.NOTHING;
  private Optional<Instant> blind = Optional.empty();
  private boolean kept = true;

  /// An order whose end was not answered yet.
  ///
  /// @param key its fingerprint
  /// @param who holder of the key
  record OpenOrder(String id, String key, String who, StationOrder what) {}

  /// `who` comes last because it may have blanks.
  private static final FieldText<OpenOrder> OPEN =
      FieldRow.of(
              " ",
              FieldTable.of(
                  (id, key, what, who) -> new OpenOrder(id, key, who, what),
                  text("id", OpenOrder::id),
                  text("key", OpenOrder::key),
                  component("what", OpenOrder::what, words(StationOrder.values(), Enum::name)),
                  text("who", OpenOrder::who)),
              "id",
              "key",
              "what",
              "who")
          .withOpenEnd()
          .text();

  private static final FieldText<List<String>> IDS =
      new FieldText<>(
          ids -> String.join(" ", ids),
          text -> Stream.of(text.split(" ")).filter(id -> !id.isEmpty()).toList());

  private static final String NOTICE_UNTIL = "notice.until";

  private static final FieldTable<ShownNotice> NOTICE =
      FieldTable.of(
          ShownNotice::new,
          component(NOTICE_UNTIL, ShownNotice::until, FieldText.of(Instant::parse)),
          component(ShownNotice::texts, prefixed("notice.text.", FieldTable.map(FieldText.TEXT))));

  private static final FieldTable<StandingOrders> STANDING =
      FieldTable.of(
          StandingOrders::new,
          component("out", StandingOrders::out, FieldText.of(Boolean::parseBoolean), false),
          component(StandingOrders::notice, optional(NOTICE_UNTIL, NOTICE)));

  private static final FieldProperties<KeptOrders> PROPERTIES =
      new FieldProperties<>(
          FieldTable.of(
              KeptOrders::new,
              optional("blind", KeptOrders::blind, FieldText.of(Instant::parse)),
              component(KeptOrders::numbers, prefixed("number.", FieldTable.map(FieldText.LONG))),
              component("ids", KeptOrders::ids, IDS, List.of()),
              component(KeptOrders::open, numbered("open.", "", field("", OPEN))),
              component(KeptOrders::standing, STANDING)));

  /// Content of the file.
  private record KeptOrders(
      Optional<Instant> blind,
      Map<String, Long> numbers,
      List<String> ids,
      List<OpenOrder> open,
      StandingOrders standing) {}

  private OrderStore(Path data) {
    file = new WholeFile(data.resolve(OrderDesk.FILE));
  }

  /// Reads the file, or starts afresh if it cannot be read.
  ///
  /// @param data the station's data directory
  /// @param now by the station's clock
  static OrderStore open(Path data, Instant now) {
    OrderStore store = new OrderStore(data);
    try {
      store.take(PROPERTIES.read(store.file.read()));
    } catch (IOException | IllegalArgumentException _) {
      store.file.setAside();
      OrderStore fresh = new OrderStore(data);
      fresh.blind = Optional.of(now.plus(OrderJudge.LONGEST));
      fresh.kept = fresh.written();
      return fresh;
    }
    return store;
  }

  /// Whether the file in this directory says that the station is out of service.
  static boolean isOut(Path data) {
    try {
      Properties read = new WholeFile(data.resolve(OrderDesk.FILE)).read();
      return Boolean.parseBoolean(read.getProperty("out"));
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  private void take(KeptOrders kept) {
    blind = kept.blind();
    numbers.putAll(kept.numbers());
    ids.addAll(kept.ids());
    kept.open().forEach(each -> open.put(each.id(), each));
    standing = kept.standing();
  }

  /// Orders in force.
  StandingOrders standing() {
    return standing;
  }

  /// Orders that were begun and whose end was not answered; after a start, those of the earlier
  /// run.
  List<OpenOrder> open() {
    return List.copyOf(open.values());
  }

  /// Whether everything is on disk.
  boolean kept() {
    return kept;
  }

  /// Takes an order once. If the result is empty, the order is on disk.
  ///
  /// @return why the order is not taken; empty = taken
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
      // Undo all except that the number is taken.
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

  /// Records the number of a refused order: after a refusal, a copy of the order must not be
  /// carried out.
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

  /// Drops all standing orders and all open orders without an answer. Orders taken before are still
  /// not taken again.
  void forget() {
    if (!standing.equals(StandingOrders.NOTHING) || !open.isEmpty()) {
      standing = StandingOrders.NOTHING;
      open.clear();
      kept = written();
    }
  }

  /// Records which standing orders remain.
  void stands(StandingOrders left) {
    standing = left;
    kept = written();
  }

  /// Forgets an open order whose end was answered.
  void ended(String id) {
    if (open.remove(id) != null) {
      kept = written();
    }
  }

  /// Tries to write everything to disk.
  void write() {
    kept = written();
  }

  private boolean written() {
    try {
      file.write(
          PROPERTIES.write(
              new KeptOrders(
                  blind, numbers, List.copyOf(ids), List.copyOf(open.values()), standing)));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
