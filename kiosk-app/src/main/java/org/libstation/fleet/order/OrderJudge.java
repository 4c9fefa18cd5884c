package org.libstation.fleet.order;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.Language;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.document.FlatJson;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.SettingKey;
import org.libstation.site.StationOrder;

/// Whether a message is an order that this station is to carry out, by its rules and its clock
/// alone; whether it came before is asked elsewhere. Nothing is read before its size is known, and
/// nothing of the order before its signature.
///
/// @param station `LIBRARY/PLACE/STATION`
/// @param allowed what it does at all
/// @param keys whose orders it takes
record OrderJudge(String station, List<StationOrder> allowed, List<StaffKey> keys) {
  /// No order counts for longer, so that one that was held back is none any more.
  static final Duration LONGEST = Duration.ofMinutes(15);

  static final Duration LONGEST_NOTICE = Duration.ofDays(31);

  /// A notice is read in passing.
  static final int MOST_SIGNS = 200;

  private static final Set<String> HEAD =
      Set.of("schema", "station", "id", "number", "expires", "order");

  /// What a message is.
  sealed interface Judged {
    /// @param key its fingerprint
    /// @param who behind the key
    record ProvenOrder(Order order, String key, String who) implements Judged {}

    /// @param id of the order, where it has one
    /// @param key its fingerprint; empty text before it is proven, as `who` behind it
    /// @param number of the order; 0 before it is proven to be for this station
    record OrderRefused(String id, String key, String who, long number, OrderRefusal why)
        implements Judged {}
  }

  private static final class OrderRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient OrderRefusal why;

    OrderRefusedException(OrderRefusal why) {
      super(why.english(), null, false, false);
      this.why = why;
    }
  }

  Judged judge(byte[] message, EventTime now) {
    String id = "";
    String fingerprint = "";
    String who = "";
    long number = 0;
    try {
      Map<String, String> cover = read(message);
      require(OrderCover.SCHEMA.equals(cover.get("schema")), version(cover));
      String text = cover.getOrDefault("order", "");
      Map<String, String> order = FlatJson.read(text).orElse(Map.of());
      id = Optional.ofNullable(order.get("id")).filter(OrderJudge::isId).orElse("");
      StaffKey key = key(cover.getOrDefault("key", ""));
      require(
          OrderCover.fits(
              text, cover.getOrDefault("signature", ""), SignedPolicy.bareKey(key.key())),
          OrderRefusal.FORGED);
      fingerprint = cover.getOrDefault("key", "");
      who = key.name();
      require(OrderCover.SCHEMA.equals(order.get("schema")), version(order));
      require(!id.isEmpty(), OrderRefusal.JUNK);
      require(order.getOrDefault("number", "").matches("[1-9][0-9]{0,17}"), OrderRefusal.JUNK);
      require(station.equals(order.get("station")), OrderRefusal.OTHER_STATION);
      number = Long.parseLong(order.getOrDefault("number", ""));
      return new Judged.ProvenOrder(proven(order, number, key, now), fingerprint, who);
    } catch (OrderRefusedException e) {
      return new Judged.OrderRefused(id, fingerprint, who, number, e.why);
    }
  }

  private static OrderRefusal version(Map<String, String> cover) {
    return cover.getOrDefault("schema", "").startsWith("libstation-order-")
        ? OrderRefusal.VERSION
        : OrderRefusal.JUNK;
  }

  private static Map<String, String> read(byte[] message) throws OrderRefusedException {
    require(message.length <= OrderCover.MOST_BYTES, OrderRefusal.JUNK);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
      return FlatJson.read(text).orElseThrow(() -> new OrderRefusedException(OrderRefusal.JUNK));
    } catch (CharacterCodingException _) {
      throw new OrderRefusedException(OrderRefusal.JUNK);
    }
  }

  private StaffKey key(String fingerprint) throws OrderRefusedException {
    for (StaffKey each : keys) {
      PublicKey key = SignedPolicy.bareKey(each.key());
      if (OrderCover.fingerprint(key).equals(fingerprint)) {
        return each;
      }
    }
    throw new OrderRefusedException(OrderRefusal.KEY_UNKNOWN);
  }

  private Order proven(Map<String, String> order, long number, StaffKey key, EventTime now)
      throws OrderRefusedException {
    require(!now.doubtful(), OrderRefusal.CLOCK_DOUBTFUL);
    require(order.containsKey("expires"), OrderRefusal.NO_EXPIRY);
    Instant expires = moment(order, "expires", OrderRefusal.NO_EXPIRY);
    Instant at = now.corrected().toInstant();
    require(at.isBefore(expires), OrderRefusal.EXPIRED);
    require(!expires.isAfter(at.plus(LONGEST)), OrderRefusal.TOO_FAR);
    String word = order.getOrDefault("order", "");
    StationOrder what =
        Arrays.stream(StationOrder.values())
            .filter(each -> SettingKey.word(each).equals(word))
            .findFirst()
            .orElseThrow(() -> new OrderRefusedException(OrderRefusal.UNKNOWN_ORDER));
    require(allowed.contains(what), OrderRefusal.NOT_ALLOWED_HERE);
    require(key.orders().contains(what), OrderRefusal.NOT_ALLOWED_KEY);
    Map<String, String> with = new HashMap<>(order);
    with.keySet().removeAll(HEAD);
    require(fits(what, with, at), OrderRefusal.WRONG_WITH);
    return new Order(order.getOrDefault("id", ""), station, number, expires, what, with);
  }

  private static boolean fits(StationOrder what, Map<String, String> with, Instant at)
      throws OrderRefusedException {
    return switch (what) {
      case OUT_OF_SERVICE, BACK_IN_SERVICE, RESTART, SETTLE, REFRESH_POLICY, LIGHT_SCREEN ->
          with.isEmpty();
      case NOTICE -> with.isEmpty() || isNotice(with, at);
      case CHECK -> has(with, Order.With.CHECK, "[a-z0-9-]{1,40}");
      case SUPPORT_BUNDLE ->
          with.keySet().equals(Set.of(Order.With.REPLY_KEY))
              && SealedBundle.isKey(with.getOrDefault(Order.With.REPLY_KEY, ""));
      case PRINT_MANIFEST -> has(with, Order.With.BIN, "now|last");
    };
  }

  private static boolean has(Map<String, String> with, String name, String form) {
    return with.keySet().equals(Set.of(name)) && with.getOrDefault(name, "").matches(form);
  }

  private static boolean isNotice(Map<String, String> with, Instant at)
      throws OrderRefusedException {
    Map<String, String> texts = new HashMap<>(with);
    texts.remove(Order.With.UNTIL);
    Instant until = moment(with, Order.With.UNTIL, OrderRefusal.WRONG_WITH);
    return until.isAfter(at)
        && !until.isAfter(at.plus(LONGEST_NOTICE))
        && texts.keySet().equals(Set.copyOf(SettingKey.words(Language.class)))
        && texts.values().stream().allMatch(OrderJudge::isLine);
  }

  private static boolean isLine(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= MOST_SIGNS
        && text.codePoints().noneMatch(OrderJudge::isUnseen);
  }

  /// What turns a line around, hides in it or ends it.
  private static boolean isUnseen(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static Instant moment(Map<String, String> of, String name, OrderRefusal why)
      throws OrderRefusedException {
    try {
      return Instant.parse(of.getOrDefault(name, ""));
    } catch (DateTimeException _) {
      throw new OrderRefusedException(why);
    }
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{16}");
  }

  private static void require(boolean so, OrderRefusal why) throws OrderRefusedException {
    if (!so) {
      throw new OrderRefusedException(why);
    }
  }
}
