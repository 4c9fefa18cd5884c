package org.libstation.site;

import static org.libstation.site.SettingException.require;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the station's news go and its orders come from, where it is one of many: a broker that
/// speaks MQTT 5.
///
/// @param host empty = there is no fleet, and nothing of it is loaded
/// @param prefix the first part of every topic
/// @param library with `place` and `station` the name of this station in the fleet
/// @param login file of two lines, `name: …` and `password: …`, that only its owner can read; empty
///   = by the certificate below, or by nothing
/// @param orders what this station does when it is told from afar; empty = nothing
/// @param staffKeys who may tell it
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

  public boolean isSet() {
    return !host.isEmpty();
  }

  /// The same, that takes no orders.
  public FleetPlace without() {
    return with(place -> place.orders(List.of()).staffKeys(List.of()));
  }

  /// A key that signs orders.
  ///
  /// @param name whose it is
  /// @param key Ed25519, X.509 in Base64: the line in the middle of a public key's PEM file
  /// @param orders what it may order, of those that the station does; empty = nothing
  public record StaffKey(
      @SiteSetting(hidden = Hidden.IN_REPORTS, is = Shape.STAFF_NAME) String name,
      @SiteSetting(is = Shape.STAFF_KEY) String key,
      @DefaultValue List<StationOrder> orders) {
    public StaffKey {
      orders = List.copyOf(orders);
    }
  }
}
