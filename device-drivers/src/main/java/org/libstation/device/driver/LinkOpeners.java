package org.libstation.device.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.device.DeviceAddress;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.file.FileLinkOpener;
import org.libstation.device.link.input.EvdevLinkOpener;
import org.libstation.device.link.input.HidrawLinkOpener;
import org.libstation.device.link.pcsc.PcscLinkOpener;
import org.libstation.device.link.serial.SerialLinkOpener;
import org.libstation.device.link.serial.SerialSettings;
import org.libstation.device.link.tcp.TcpLinkOpener;

/// Makes the [LinkOpener] for an address.
public final class LinkOpeners {
  private LinkOpeners() {}

  /// Makes the opener; opens nothing yet.
  ///
  /// @throws IllegalArgumentException when the address is wrong; the message says what was expected
  public static LinkOpener of(DeviceAddress address) {
    try {
      return opener(address);
    } catch (WrongOptionException e) {
      throw e.inAddress();
    }
  }

  private static LinkOpener opener(DeviceAddress address) {
    return switch (address.scheme()) {
      case "serial" -> serial(address);
      case "tcp" -> tcp(address);
      case "file" -> file(address);
      case "pcsc" -> pcsc(address);
      case "evdev" -> evdev(address);
      case "hidraw" -> {
        only(address, Set.of());
        yield new HidrawLinkOpener(Path.of(address.place()), Path.of("/sys/class/hidraw"));
      }
      default ->
          throw WrongOptionException.address(
              OptionRule.ADDRESS_FORM,
              List.of("serial:/dev/ttyUSB0?baud=9600"),
              "a device address begins with serial:, tcp:, file:, pcsc:, evdev: or hidraw:, not '"
                  + address.scheme()
                  + ":'");
    };
  }

  private static LinkOpener serial(DeviceAddress address) {
    only(address, Set.of("baud", "frame"));
    DriverOptions options = new DriverOptions(address.options());
    int baud = options.baud();
    String[] frames = DeviceAddress.FRAMES.toArray(String[]::new);
    String frame = options.choice("frame", DeviceAddress.USUAL_FRAME, frames);
    return new SerialLinkOpener(address.place(), SerialSettings.of(baud, frame));
  }

  private static LinkOpener tcp(DeviceAddress address) {
    only(address, Set.of());
    int colon = address.place().lastIndexOf(':');
    String port = address.place().substring(colon + 1);
    if (colon <= 0 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      throw WrongOptionException.address(
          OptionRule.ADDRESS_FORM,
          List.of("tcp:192.0.2.7:10001"),
          "a tcp address looks like tcp:192.0.2.7:10001, not 'tcp:" + address.place() + "'");
    }
    return new TcpLinkOpener(address.place().substring(0, colon), Integer.parseInt(port));
  }

  private static LinkOpener file(DeviceAddress address) {
    only(address, Set.of("mode"));
    DriverOptions options = new DriverOptions(address.options());
    boolean reads = options.choice("mode", "readwrite", "readwrite", "write").equals("readwrite");
    return new FileLinkOpener(Path.of(address.place()), reads);
  }

  private static LinkOpener pcsc(DeviceAddress address) {
    only(address, Set.of());
    return new PcscLinkOpener(address.place());
  }

  private static LinkOpener evdev(DeviceAddress address) {
    only(address, Set.of("grab"));
    DriverOptions options = new DriverOptions(address.options());
    boolean alone = options.choice("grab", "yes", "yes", "no").equals("yes");
    return new EvdevLinkOpener(Path.of(address.place()), alone);
  }

  private static void only(DeviceAddress address, Set<String> known) {
    for (String key : address.options().keySet()) {
      if (!known.contains(key)) {
        String expected = known.isEmpty() ? "no options" : "one of " + String.join(", ", known);
        throw new WrongOptionException(
            key,
            OptionRule.UNKNOWN_KEY,
            List.copyOf(new TreeSet<>(known)),
            expected,
            "an address "
                + address.scheme()
                + ": has no option '"
                + key
                + "'; expected: "
                + expected);
      }
    }
  }
}
