package org.libstation.device.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The serial ports of a Linux computer, each listed once by its most stable name.
public final class SerialPorts {
  /// Files with names of our own rules that are no serial ports: printers of USB's printer class,
  /// and scanners that act as keyboards.
  private static final Pattern OTHERS = Pattern.compile("(lp|event|hidraw).*");

  private static final String PLAIN = "tty{USB,ACM,AMA,S}[0-9]*";

  private final Path dev;
  private final Path tty;

  /// @param dev the folder of device files: `/dev`
  /// @param tty the kernel's description of each: `/sys/class/tty`
  SerialPorts(Path dev, Path tty) {
    this.dev = dev;
    this.tty = tty;
  }

  public static SerialPorts ofThisComputer() {
    return new SerialPorts(Path.of("/dev"), Path.of("/sys/class/tty"));
  }

  /// The best name of each port. In order: a name of our own rules (`/dev/libstation`), by serial
  /// number (`by-id`), the configured path, by socket (`by-path`), and last `ttyUSB0`. The last may
  /// lead to another device after the next start.
  ///
  /// @param configured further paths that are ports too, if they exist
  public List<String> list(Collection<String> configured) {
    List<Path> names = new ArrayList<>(DeviceNames.in(dev.resolve("libstation"), "*"));
    names.addAll(DeviceNames.in(dev.resolve("serial").resolve("by-id"), "*"));
    configured.stream().map(Path::of).filter(Files::exists).forEach(names::add);
    names.addAll(DeviceNames.in(dev.resolve("serial").resolve("by-path"), "*"));
    DeviceNames.in(dev, PLAIN).stream().filter(this::isThere).forEach(names::add);
    return DeviceNames.best(names).entrySet().stream()
        .filter(each -> !OTHERS.matcher(String.valueOf(each.getKey().getFileName())).matches())
        .map(Map.Entry::getValue)
        .toList();
  }

  /// Whether a port exists. The kernel lists 32 lines of a mainboard in any case; type 0 marks an
  /// absent one.
  private boolean isThere(Path port) {
    Path type = tty.resolve(String.valueOf(port.getFileName())).resolve("type");
    try {
      return !Files.exists(type) || !Files.readString(type).strip().equals("0");
    } catch (IOException _) {
      return true;
    }
  }
}
