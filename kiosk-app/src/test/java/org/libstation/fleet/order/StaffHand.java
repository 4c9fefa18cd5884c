package org.libstation.fleet.order;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.libstation.fleet.StationName;
import org.libstation.site.FleetPlace.StaffKey;
import org.libstation.site.StationOrder;

/// Somebody with a key, and the orders they write.
final class StaffHand {
  static final StationName STATION = StationName.parse("hkpl/central/box-2");
  static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  final KeyPair pair;
  final String fingerprint;
  private final String name;
  private long number = 100;

  StaffHand(String name) throws GeneralSecurityException {
    this.name = name;
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    fingerprint = OrderCover.fingerprint(pair.getPublic());
  }

  StaffKey may(StationOrder... orders) {
    return new StaffKey(
        name, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()), List.of(orders));
  }

  Order order(StationOrder what, Map<String, String> with) {
    number++;
    return new Order("%016x".formatted(number), STATION, number, NOW.plusSeconds(60), what, with);
  }

  Order order(StationOrder what) {
    return order(what, Map.of());
  }

  byte[] signed(Order order) {
    return bytes(OrderCover.sign(order, pair.getPrivate(), fingerprint));
  }

  /// Signs a text as it is.
  byte[] cover(String text) {
    return bytes(OrderCover.cover(text, pair.getPrivate(), fingerprint));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
