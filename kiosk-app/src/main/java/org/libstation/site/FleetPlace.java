package org.libstation.site;

import static org.libstation.site.SettingException.require;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The MQTT 5 broker to which a station of a fleet reports, and from which it takes orders.
///
/// @param host empty = the station belongs to no fleet, and no fleet code is loaded
/// @param prefix the first part of every topic
/// @param library names this station in the fleet, together with `place` and `station`
/// @param login file of two lines, `name: …` and `password: …`, readable only by its owner; empty =
///   log in by the certificate below, or not at all
/// @param orders the orders that this station carries out; empty = none
/// @param staffKeys the keys that may sign orders
@RecordBuilder
public record FleetPlace(
    @DefaultValue("") @SiteSetting(form = FormGroup.FLEET) String host,
    @DefaultValue("8883") @SiteSetting(form = FormGroup.FLEET, is = Shape.PORT) int port,
    @DefaultValue("libstation") @SiteSetting(is = Shape.FLEET_NAME) String prefix,
    @DefaultValue("") @SiteSetting(form = FormGroup.FLEET, is = Shape.FLEET_NAME) String library,
    @DefaultValue("") @SiteSetting(form = FormGroup.FLEET, is = Shape.FLEET_NAME) String place,
    @DefaultValue("") @SiteSetting(form = FormGroup.FLEET, is = Shape.FLEET_NAME) String station,
    @DefaultValue("") String login,
    @DefaultValue TlsPlace tls,
    @DefaultValue List<StationOrder> orders,
    @DefaultValue List<StaffKey> staffKeys)
    implements FleetPlaceBuilder.With {
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

  public FleetPlace {
    orders = List.copyOf(orders);
    staffKeys = List.copyOf(staffKeys);
    require(isEachOnce(staffKeys, StaffKey::name), "staff-keys.*.name", Reason.of(Word.NAME_ONCE));
    require(isEachOnce(staffKeys, StaffKey::key), "staff-keys.*.key", Reason.of(Word.KEY_ONCE));
    require(
        Stream.of(library, place, station, prefix).noneMatch(String::isEmpty)
            || (host + library + place + station).isEmpty(),
        "host",
        Reason.of(Word.FLEET));
    require(
        login.isEmpty() || tls.enabled() || THIS_MACHINE.contains(host),
        "login",
        Reason.of(Word.FLEET_LOGIN));
  }

  private static boolean isEachOnce(List<StaffKey> keys, Function<StaffKey, String> of) {
    return keys.stream().map(of).distinct().count() == keys.size();
  }

  /// Whether the station belongs to a fleet.
  public boolean isSet() {
    return !host.isEmpty();
  }

  /// Returns a copy that accepts no orders.
  public FleetPlace without() {
    return with(place -> place.orders(List.of()).staffKeys(List.of()));
  }

  /// A key that signs orders.
  ///
  /// @param name its owner
  /// @param key Ed25519, X.509 in Base64: the line in the middle of a public key's PEM file
  /// @param orders those of the station's orders that it may sign; empty = none
  public record StaffKey(
      @SiteSetting(hidden = Hidden.IN_REPORTS, is = Shape.STAFF_NAME) String name,
      @SiteSetting(is = Shape.STAFF_KEY) String key,
      @DefaultValue List<StationOrder> orders) {
    public StaffKey {
      orders = List.copyOf(orders);
    }
  }
}
