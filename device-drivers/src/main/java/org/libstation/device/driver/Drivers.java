package org.libstation.device.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceListener;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.exam.Examination;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// The drivers this program has.
public final class Drivers {
  private Drivers() {}

  /// The models that can be configured, sorted.
  public static Iterable<String> models() {
    return byModel().keySet();
  }

  /// Whether the program has a driver of that name.
  public static boolean known(String model) {
    return byModel().containsKey(model);
  }

  /// Makes a device that is reached at its own address.
  ///
  /// @throws IllegalArgumentException when the model, an option or the address is wrong; the
  ///   message names it and what was expected ([WrongOptionException] for an option)
  public static Device create(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceListener listener) {
    return create(model, name, address, options, clock, listener, LinkOpeners.of(address));
  }

  /// Makes one of a site's devices. If a device is plugged into another's port, [Ports] finds it.
  ///
  /// @param ports shared by all devices of the site
  /// @throws IllegalArgumentException as above
  public static Device create(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceListener listener,
      DeviceSheets sheets,
      Ports ports) {
    return create(
        model, name, address, options, clock, listener, ports.opener(address), sheets, ports);
  }

  /// Makes a device that is reached by a given opener, such as that of a twin in a simulation.
  ///
  /// @throws IllegalArgumentException as above
  public static Device create(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceListener listener,
      LinkOpener opener) {
    return create(
        model,
        name,
        address,
        options,
        clock,
        listener,
        opener,
        DeviceSheets.shipped(),
        new Ports(clock));
  }

  private static Device create(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceListener listener,
      LinkOpener opener,
      DeviceSheets sheets,
      Ports ports) {
    DriverProvider provider = provider(model, address);
    DriverOptions read = new DriverOptions(options);
    DriverSetup setup =
        ports.watched(
            new DriverSetup(
                name,
                address,
                read,
                clock,
                listener,
                new FloodGate(opener, clock, provider.mostBytes()),
                sheets));
    Device device = provider.create(setup);
    ports.made(name, device, provider.greeting(setup));
    read.refuseUnknown("the driver '" + model + "'");
    return device;
  }

  /// How a device is examined; empty if its model has no examination.
  ///
  /// @throws IllegalArgumentException as [#create]
  public static Optional<Examination> examination(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceSheets sheets) {
    return provider(model, address).examination(unopened(name, address, options, clock, sheets));
  }

  /// How a device is recognised; empty if it answers no question.
  ///
  /// @throws IllegalArgumentException as [#create]
  public static Optional<Greeting> greeting(
      String model,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceSheets sheets) {
    return provider(model, address).greeting(unopened(model, address, options, clock, sheets));
  }

  /// The addresses a device uses on a bus, see [DriverProvider#busAddresses].
  ///
  /// @throws IllegalArgumentException as [#create]
  public static Set<Integer> busAddresses(
      String model,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceSheets sheets) {
    return provider(model, address).busAddresses(unopened(model, address, options, clock, sheets));
  }

  /// How a device's bus is set up, see [DriverProvider#busSetup].
  ///
  /// @param lines opens the link at a given bus speed
  /// @throws IllegalArgumentException as [#create]
  public static Optional<BusSetup> busSetup(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceSheets sheets,
      IntFunction<LinkOpener> lines) {
    return provider(model, address)
        .busSetup(unopened(name, address, options, clock, sheets), lines);
  }

  /// The interface of a model's devices.
  ///
  /// @throws IllegalArgumentException if there is no such model
  public static Class<? extends Device> kind(String model) {
    return provider(model).kind();
  }

  /// Number of first bytes of each piece on the wire that may stand in a trace, see
  /// [DriverProvider#shown].
  ///
  /// @throws IllegalArgumentException if there is no such model
  public static int shown(String model) {
    return provider(model).shown();
  }

  /// The address of a new device if none is configured, see [DriverProvider#usualAddress].
  ///
  /// @param name in `station.devices`
  /// @throws IllegalArgumentException if there is no such model
  public static String usualAddress(String model, String name, DeviceSheets sheets) {
    return provider(model).usualAddress(name, sheets);
  }

  /// How to look for devices of a model, see [DriverProvider#usual].
  ///
  /// @throws IllegalArgumentException if there is no such model
  public static List<DriverProvider.Usual> usual(String model, DeviceSheets sheets) {
    return provider(model).usual(sheets);
  }

  /// The option sets that turn read bytes into a known number, see [DriverProvider#optionsMaking].
  ///
  /// @throws IllegalArgumentException if there is no such model
  public static List<Map<String, String>> optionsMaking(String model, String bytes, String number) {
    return provider(model).optionsMaking(bytes, number);
  }

  /// The places of a model's devices that are found by a code, see [DriverProvider#listening].
  ///
  /// @throws IllegalArgumentException if there is no such model
  public static List<DriverProvider.Listening> listening(String model, DeviceSheets sheets) {
    return provider(model).listening(sheets);
  }

  /// The devices of a model that the operating system identifies, see [DriverProvider#listed].
  ///
  /// @throws IllegalArgumentException if there is no such model
  public static List<DriverProvider.ListedDevice> listed(String model) {
    return provider(model).listed();
  }

  /// The options that a driver reads, with their defaults.
  ///
  /// @param options as configured; some options are read only if another has a certain value
  /// @throws IllegalArgumentException as [#create]
  public static List<DriverOptions.KnownOption> options(
      String model,
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceSheets sheets) {
    DriverSetup setup = unopened(name, address, options, clock, sheets);
    Device _ = provider(model, address).create(setup);
    return setup.options().known();
  }

  private static DriverProvider provider(String model) {
    Map<String, DriverProvider> providers = byModel();
    DriverProvider provider = providers.get(model);
    if (provider == null) {
      String expected = "one of " + String.join(", ", providers.keySet());
      throw new WrongOptionException(
          WrongOptionException.MODEL,
          OptionRule.ONE_OF,
          List.copyOf(providers.keySet()),
          expected,
          "there is no driver '" + model + "'; expected: " + expected);
    }
    return provider;
  }

  /// @throws WrongOptionException if the model needs another scheme of address
  private static DriverProvider provider(String model, DeviceAddress address) {
    DriverProvider provider = provider(model);
    List<String> kinds = provider.reachedBy();
    if (!kinds.contains(address.scheme())) {
      String all = String.join(":, ", kinds) + ":";
      throw WrongOptionException.address(
          OptionRule.ADDRESS_FORM,
          List.of(String.join(":…, ", kinds) + ":…"),
          "the driver '%s' is reached by %s, not by '%s:'"
              .formatted(model, all.replaceFirst(", (?=[a-z]+:$)", " or "), address.scheme()));
    }
    return provider;
  }

  private static DriverSetup unopened(
      String name,
      DeviceAddress address,
      Map<String, String> options,
      DeviceClock clock,
      DeviceSheets sheets) {
    LinkOpener none =
        new LinkOpener() {
          @Override
          public ByteLink open() throws LinkLostException {
            throw new LinkLostException("opened by somebody else only");
          }

          @Override
          public String describe() {
            return address.toString();
          }
        };
    return new DriverSetup(name, address, new DriverOptions(options), clock, _ -> {}, none, sheets);
  }

  private static Map<String, DriverProvider> byModel() {
    Map<String, DriverProvider> found = new TreeMap<>();
    for (DriverProvider provider :
        ServiceLoader.load(DriverProvider.class, Drivers.class.getClassLoader())) {
      found.put(provider.model(), provider);
    }
    return found;
  }
}
