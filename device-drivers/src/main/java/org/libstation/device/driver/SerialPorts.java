package org.libstation.device.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The serial ports of a Linux computer, each once and by the name that stays.
public final class SerialPorts {
  /// A printer of USB's printer class and a scanner that types have names of ours too.
  private static final Pattern OTHERS = Pattern.compile("(lp|event|hidraw).*");

  private static final String PLAIN = "tty{USB,ACM,AMA,S}[0-9]*";

  private final Path dev;
  private final Path tty;

  /// @param dev where devices lie: `/dev`
  /// @param tty what the kernel tells of each: `/sys/class/tty`
  SerialPorts(Path dev, Path tty) {
    this.dev = dev;
    this.tty = tty;
  }

  public static SerialPorts ofThisComputer() {
    return new SerialPorts(Path.of("/dev"), Path.of("/sys/class/tty"));
  }

  /// The best name of each port: one of our own rules (`/dev/libstation`), by its serial number
  /// (`by-id`), the configured one, by its socket (`by-path`), and only then `ttyUSB0`, which may
  /// lead to another device after the next start.
  ///
  /// @param configured paths that are ports too, where they are there
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

  /// The kernel names 32 lines of a mainboard whether they are there or not: type 0 is not there.
  private boolean isThere(Path port) {
    Path type = tty.resolve(String.valueOf(port.getFileName())).resolve("type");
    try {
      return !Files.exists(type) || !Files.readString(type).strip().equals("0");
    } catch (IOException _) {
      return true;
    }
  }
}
