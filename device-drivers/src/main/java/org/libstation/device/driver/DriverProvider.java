package org.libstation.device.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.exam.Examination;
import org.libstation.device.link.LinkOpener;

/// Makes the devices of one model; found by [java.util.ServiceLoader]. A new device is one new
/// folder and one line in `META-INF/services/org.libstation.device.driver.DriverProvider`.
public interface DriverProvider {
  /// Of a device that says nothing of its line.
  Map<String, String> UNKNOWN_LINE = Map.of("baud", "115200");

  /// The word that chooses this driver in a configuration, such as `escpos`.
  String model();

  /// Makes the device; opens nothing. Reads all its options from [DriverSetup#options()] here, so
  /// that a wrong one is refused at the start and not at the first patron.
  ///
  /// @throws WrongOptionException naming the key and what was expected
  Device create(DriverSetup setup);

  /// How such a device is recognised when it was plugged into another one's port; empty when it
  /// answers nothing. Reads the same options as [#create].
  default Optional<Greeting> greeting(DriverSetup setup) {
    return Optional.empty();
  }

  /// What its devices are, as the rest of the station knows them.
  Class<? extends Device> kind();

  /// The kinds of address it can be at, the usual one first; at any other it is refused.
  ///
  /// @return some of `serial`, `tcp`, `file`, `pcsc`, `evdev`, `hidraw`
  default List<String> reachedBy() {
    return List.of("serial", "tcp");
  }

  /// How many first bytes of each piece on its wire hold no more than a command and a status: so
  /// many may stand in a trace, the rest is masked. 0 where every byte may be a person's.
  default int shown() {
    return 0;
  }

  /// More than so many bytes in a second are a flood, whatever its driver asked for.
  default int mostBytes() {
    return FloodGate.MOST_BYTES;
  }

  /// Where a new device is looked for as long as nobody says otherwise: at the port that the rules
  /// of the site give its name, on the line that is met most.
  ///
  /// @param name in `station.devices`
  default String usualAddress(String name, DeviceSheets sheets) {
    Map<String, String> line =
        usual(sheets).stream().findFirst().map(Usual::line).orElse(UNKNOWN_LINE);
    DeviceAddress address = new DeviceAddress("serial", "/dev/libstation/" + name, line);
    return address.with("baud", address.baud()).text();
  }

  /// How a technician's check examines such a device while its driver does not hold the line; empty
  /// when there is nothing to ask. Reads the same options as [#create].
  default Optional<Examination> examination(DriverSetup setup) {
    return Optional.empty();
  }

  /// The addresses it speaks to on a bus, which others with other addresses may share; empty where
  /// it needs its line for itself. Reads the same options as [#create].
  default Set<Integer> busAddresses(DriverSetup setup) {
    return Set.of();
  }

  /// How its bus is set up, once, by a technician; empty where it is on none. Reads the same
  /// options as [#create].
  ///
  /// @param lines from a speed of the bus to what opens it
  default Optional<BusSetup> busSetup(DriverSetup setup, IntFunction<LinkOpener> lines) {
    return Optional.empty();
  }

  /// The options with which such a reader makes of the bytes it read the number that somebody
  /// knows, the plainest first; empty where there are none, or nothing is set of that.
  ///
  /// @param bytes as [org.libstation.device.DeviceEvent.ScanSeen] says them
  default List<Map<String, String>> optionsMaking(String bytes, String number) {
    return List.of();
  }

  /// A way in which such a device is often met.
  ///
  /// @param line options of a serial address, such as `baud`
  /// @param options of the driver
  record Usual(Map<String, String> line, Map<String, String> options) {
    public Usual {
      line = Map.copyOf(line);
      options = Map.copyOf(options);
    }
  }

  /// How such a device is looked for on a port of which nothing is known, the likeliest first;
  /// empty where it is on no serial port or answers nothing.
  default List<Usual> usual(DeviceSheets sheets) {
    return List.of();
  }

  /// Where on this computer such a device may be that answers nothing, and is found by a code that
  /// a hand holds before it; empty where it is found by its answer, or not at all.
  default List<Listening> listening(DeviceSheets sheets) {
    return List.of();
  }

  /// Devices that the system knows of and names itself, so that none of them is asked anything;
  /// empty where it knows of none, or their driver is found in another way.
  default List<ListedDevice> listed() {
    return List.of();
  }

  /// A device that the system names.
  ///
  /// @param address its driver finds it there
  /// @param options of its driver
  /// @param says what it is said to be; may be empty
  record ListedDevice(DeviceAddress address, Map<String, String> options, String says) {
    public ListedDevice {
      options = Map.copyOf(options);
    }
  }

  /// A place where a device may say what it reads.
  ///
  /// @param heard opens it beside whoever else hears it: nothing is taken from anybody
  /// @param address its driver finds it there
  /// @param reads from all that came and the code that was held before it to the options by which
  ///   its driver reads that code; empty where it was not that code
  record Listening(
      DeviceAddress heard,
      DeviceAddress address,
      BiFunction<byte[], String, Optional<Map<String, String>>> reads) {}
}
