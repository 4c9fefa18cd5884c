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
import java.util.Set;
import org.libstation.circulation.EventTime;
import org.libstation.fleet.StationName;
import org.libstation.fleet.order.OrderCover.OrderHead;
import org.libstation.fleet.order.OrderCover.OrderText;
import org.libstation.fleet.order.OrderCover.SignedText;
import org.libstation.flow.state.Language;
import org.libstation.policy.SignedPolicy;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.SettingKey;
import org.libstation.site.StationOrder;

/// Decides whether a message is an order for this station, by the station's rules and clock alone.
/// [OrderStore] checks whether the order came before. The message is read only after its size is
/// known, the order only after its signature is checked.
///
/// @param allowed orders that the station carries out
/// @param keys keys whose orders it takes
record OrderJudge(StationName station, List<StationOrder> allowed, List<StaffKey> keys) {
  /// Longest lifetime of an order. The limit makes an order useless to someone who held it back.
  static final Duration LONGEST = Duration.ofMinutes(15);

  static final Duration LONGEST_NOTICE = Duration.ofDays(31);

  /// Most characters of a notice, which patrons read in passing.
  static final int MOST_SIGNS = 200;

  /// The verdict on a message.
  sealed interface Judged {
    /// @param key its fingerprint
    /// @param who holder of the key
    record ProvenOrder(Order order, String key, String who) implements Judged {}

    /// @param id of the order; empty if it has none
    /// @param key its fingerprint; empty, like `who`, before the signature is proven
    /// @param number of the order; 0 before the order is proven to be for this station
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

  /// Judges a message at this moment.
  Judged judge(byte[] message, EventTime now) {
    String id = "";
    String fingerprint = "";
    String who = "";
    long number = 0;
    try {
      SignedText cover = read(message);
      require(cover.schema().equals(OrderCover.SCHEMA), version(cover.schema()));
      OrderText order = OrderCover.ORDER.read(cover.order()).orElse(OrderCover.NO_ORDER);
      OrderHead head = order.head();
      id = isId(head.id()) ? head.id() : "";
      StaffKey key = key(cover.key());
      require(
          OrderCover.fits(cover.order(), cover.signature(), SignedPolicy.bareKey(key.key())),
          OrderRefusal.FORGED);
      fingerprint = cover.key();
      who = key.name();
      require(head.schema().equals(OrderCover.SCHEMA), version(head.schema()));
      require(!id.isEmpty(), OrderRefusal.JUNK);
      require(head.number().matches("[1-9][0-9]{0,17}"), OrderRefusal.JUNK);
      require(head.station().equals(station.text()), OrderRefusal.OTHER_STATION);
      number = Long.parseLong(head.number());
      return new Judged.ProvenOrder(proven(order, number, key, now), fingerprint, who);
    } catch (OrderRefusedException e) {
      return new Judged.OrderRefused(id, fingerprint, who, number, e.why);
    }
  }

  private static OrderRefusal version(String schema) {
    return schema.startsWith("libstation-order-") ? OrderRefusal.VERSION : OrderRefusal.JUNK;
  }

  private static SignedText read(byte[] message) throws OrderRefusedException {
    require(message.length <= OrderCover.MOST_BYTES, OrderRefusal.JUNK);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
      return OrderCover.COVER
          .read(text)
          .orElseThrow(() -> new OrderRefusedException(OrderRefusal.JUNK));
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

  private Order proven(OrderText order, long number, StaffKey key, EventTime now)
      throws OrderRefusedException {
    require(!now.doubtful(), OrderRefusal.CLOCK_DOUBTFUL);
    Instant expires = moment(order.head().expires(), OrderRefusal.NO_EXPIRY);
    Instant at = now.corrected().toInstant();
    require(at.isBefore(expires), OrderRefusal.EXPIRED);
    require(!expires.isAfter(at.plus(LONGEST)), OrderRefusal.TOO_FAR);
    String word = order.head().order();
    StationOrder what =
        Arrays.stream(StationOrder.values())
            .filter(each -> SettingKey.word(each).equals(word))
            .findFirst()
            .orElseThrow(() -> new OrderRefusedException(OrderRefusal.UNKNOWN_ORDER));
    require(allowed.contains(what), OrderRefusal.NOT_ALLOWED_HERE);
    require(key.orders().contains(what), OrderRefusal.NOT_ALLOWED_KEY);
    require(fits(what, order.with(), at), OrderRefusal.WRONG_WITH);
    return new Order(order.head().id(), station, number, expires, what, order.with());
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
    Instant until = moment(with.getOrDefault(Order.With.UNTIL, ""), OrderRefusal.WRONG_WITH);
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

  /// Whether a character reverses a line, hides in it or ends it.
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

  private static Instant moment(String text, OrderRefusal why) throws OrderRefusedException {
    try {
      return Instant.parse(text);
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
