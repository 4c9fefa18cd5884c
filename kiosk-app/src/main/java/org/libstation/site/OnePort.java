package org.libstation.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.RealPort;
import org.libstation.site.StrictYaml.YamlText;
import org.libstation.site.edit.YamlTree;

/// Checks that each device of a site has its own port, even if one port has several names. Modules
/// of one bus may share a line if their addresses differ and speed and frame are the same.
public final class OnePort {
  private OnePort() {}

  /// A configured device with its parsed address.
  private record TakenPort(
      String name, StationSettings.DeviceEntry entry, DeviceAddress address, int line) {

    String key() {
      return "station.devices." + name + ".address";
    }

    String speed() {
      return address.baud() + " " + address.frame();
    }

    /// The bus addresses that the device uses on its line; empty if it needs the line alone. A
    /// wrong model or option is reported when the device is made.
    Set<Integer> bus(Path site) {
      try {
        return new TreeSet<>(
            Drivers.busAddresses(
                entry.model(),
                address,
                entry.options(),
                DeviceClock.system(),
                DeviceSheets.of(site.resolve("devices"))));
      } catch (IllegalArgumentException _) {
        return Set.of();
      }
    }
  }

  /// @param site the directory of `station.yaml`
  /// @throws SiteProblem if two devices share a port; names both lines
  public static void check(Path site, StationSettings settings) {
    check(site, SettingsFile.text(site), settings);
  }

  /// @param text the current or the proposed text of `station.yaml`
  public static void check(Path site, YamlText text, StationSettings settings) {
    YamlTree lines = YamlTree.ofAny(text.yaml());
    Map<RealPort, List<TakenPort>> ports = new HashMap<>();
    settings
        .devices()
        .forEach(
            (name, entry) -> {
              Optional<DeviceAddress> address = read(entry.address());
              if (address.isPresent()) {
                int line = lines.place("station.devices." + name.word() + ".address").line();
                TakenPort taken = new TakenPort(name.word(), entry, address.get(), line);
                List<TakenPort> there =
                    ports.computeIfAbsent(RealPort.of(address.get()), _ -> new ArrayList<>());
                there.forEach(other -> both(site, text, other, taken));
                there.add(taken);
              }
            });
  }

  /// A wrong address is reported when the device is made.
  private static Optional<DeviceAddress> read(String address) {
    try {
      return Optional.of(DeviceAddress.parse(address));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static void both(Path site, YamlText text, TakenPort one, TakenPort other) {
    Set<Integer> some = one.bus(site);
    Set<Integer> others = other.bus(site);
    boolean bus = !some.isEmpty() && !others.isEmpty();
    if (!bus) {
      throw problem(text, one, other, "");
    }
    if (!Collections.disjoint(some, others) || !one.speed().equals(other.speed())) {
      throw problem(
          text,
          one,
          other,
          ", or on a bus other addresses (%s and %s now) and the same baud and frame"
              .formatted(some, others));
    }
  }

  /// Reports the lower of the two lines, which was probably added last.
  private static SiteProblem problem(YamlText text, TakenPort one, TakenPort other, String bus) {
    TakenPort upper = one.line() <= other.line() ? one : other;
    TakenPort lower = one.line() <= other.line() ? other : one;
    String what =
        "%s is also the port of %s (%s, line %d: %s); expected a port of its own for each device"
                .formatted(
                    lower.address().place(), upper.name(), text.place(), upper.line(), upper.key())
            + bus;
    return StrictYaml.problem(
        List.of(text),
        lower.key(),
        what,
        Reason.of(Reason.Word.SAME_PORT, "", upper.name(), String.valueOf(upper.line())));
  }
}
