package org.libstation.device.driver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The serial ports of a Linux computer, each once and by the name that stays.
public final class SerialPorts {
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
    List<Path> names = new ArrayList<>();
    in(dev.resolve("libstation"), "*", names);
    in(dev.resolve("serial").resolve("by-id"), "*", names);
    configured.stream().map(Path::of).filter(Files::exists).forEach(names::add);
    in(dev.resolve("serial").resolve("by-path"), "*", names);
    List<Path> plain = new ArrayList<>();
    in(dev, PLAIN, plain);
    plain.stream().filter(this::isThere).forEach(names::add);
    Map<Path, String> best = new LinkedHashMap<>();
    for (Path name : names) {
      real(name)
          // A printer of USB's printer class has a name of ours too.
          .filter(real -> !String.valueOf(real.getFileName()).startsWith("lp"))
          .ifPresent(real -> best.putIfAbsent(real, name.toString()));
    }
    return List.copyOf(best.values());
  }

  private static void in(Path folder, String glob, List<Path> names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, glob)) {
      all.forEach(found::add);
    } catch (IOException _) {
      // Nothing of that kind is plugged in.
    }
    found.sort(Comparator.naturalOrder());
    names.addAll(found);
  }

  private static Optional<Path> real(Path name) {
    try {
      return Optional.of(name.toRealPath());
    } catch (IOException _) {
      return Optional.empty();
    }
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
