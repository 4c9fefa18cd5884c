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
  /// Line settings for a device that names none.
  Map<String, String> UNKNOWN_LINE = Map.of("baud", "115200");

  /// The word that chooses this driver in a configuration, such as `escpos`.
  String model();

  /// Makes the device without opening anything. Reads all options from [DriverSetup#options()]
  /// here, so that a wrong one is refused at start-up and not when the first patron comes.
  ///
  /// @throws WrongOptionException naming the key and what was expected
  Device create(DriverSetup setup);

  /// How to recognise such a device at another device's port; empty if it answers no question.
  /// Reads the same options as [#create].
  default Optional<Greeting> greeting(DriverSetup setup) {
    return Optional.empty();
  }

  /// The interface of its devices, by which the rest of the station uses them.
  Class<? extends Device> kind();

  /// The schemes of addresses the driver accepts, the usual one first. Any other is refused.
  ///
  /// @return some of `serial`, `tcp`, `file`, `pcsc`, `evdev`, `hidraw`
  default List<String> reachedBy() {
    return List.of("serial", "tcp");
  }

  /// Number of first bytes of each piece on the wire that hold no more than a command and a status.
  /// A trace shows these bytes and masks the rest. 0 if every byte may be personal data.
  default int shown() {
    return 0;
  }

  /// Most bytes in a second; more is a flood, whatever the driver requested.
  default int mostBytes() {
    return FloodGate.MOST_BYTES;
  }

  /// The address of a new device if none is configured. It is the port that the site's udev rules
  /// name after the device, with the most common line settings.
  ///
  /// @param name in `station.devices`
  default String usualAddress(String name, DeviceSheets sheets) {
    Map<String, String> line =
        usual(sheets).stream().findFirst().map(Usual::line).orElse(UNKNOWN_LINE);
    DeviceAddress address = new DeviceAddress("serial", "/dev/libstation/" + name, line);
    return address.with("baud", address.baud()).text();
  }

  /// How a technician's check examines such a device while its driver does not hold the line; empty
  /// if there is nothing to ask. Reads the same options as [#create].
  default Optional<Examination> examination(DriverSetup setup) {
    return Optional.empty();
  }

  /// The bus addresses the device uses; other devices may share the line under other addresses.
  /// Empty if the device needs its line for itself. Reads the same options as [#create].
  default Set<Integer> busAddresses(DriverSetup setup) {
    return Set.of();
  }

  /// How a technician sets up its bus, once; empty if the device is on no bus. Reads the same
  /// options as [#create].
  ///
  /// @param lines opens the link at a given bus speed
  default Optional<BusSetup> busSetup(DriverSetup setup, IntFunction<LinkOpener> lines) {
    return Optional.empty();
  }

  /// The option sets with which such a reader turns the bytes it read into a known number, the
  /// simplest first. Empty if there are none, or if the model has no such options.
  ///
  /// @param bytes as in [org.libstation.device.DeviceEvent.ScanSeen]
  default List<Map<String, String>> optionsMaking(String bytes, String number) {
    return List.of();
  }

  /// A common configuration of such a device.
  ///
  /// @param line options of a serial address, such as `baud`
  /// @param options of the driver
  record Usual(Map<String, String> line, Map<String, String> options) {
    public Usual {
      line = Map.copyOf(line);
      options = Map.copyOf(options);
    }
  }

  /// The configurations to try when looking for such a device on an unknown port, the likeliest
  /// first. Empty if it is on no serial port or answers no question.
  default List<Usual> usual(DeviceSheets sheets) {
    return List.of();
  }

  /// The possible places of a device that answers no question, on this computer. Such a device is
  /// found by a code presented to it. Empty if it is found by its answer, or not at all.
  default List<Listening> listening(DeviceSheets sheets) {
    return List.of();
  }

  /// Devices that the operating system knows and identifies, so that none needs to be asked. Empty
  /// if it knows none, or if they are found in another way.
  default List<ListedDevice> listed() {
    return List.of();
  }

  /// A device that the operating system identifies.
  ///
  /// @param address where its driver finds it
  /// @param options of its driver
  /// @param says the maker and model that the system gives; may be empty
  record ListedDevice(DeviceAddress address, Map<String, String> options, String says) {
    public ListedDevice {
      options = Map.copyOf(options);
    }
  }

  /// A place where a device may report what it reads.
  ///
  /// @param heard an address to listen at beside other users, without taking data from them
  /// @param address where its driver finds it
  /// @param reads gives the options with which the driver reads the presented code, from all bytes
  ///   received and that code; empty if the bytes are not that code
  record Listening(
      DeviceAddress heard,
      DeviceAddress address,
      BiFunction<byte[], String, Optional<Map<String, String>>> reads) {}
}
