package org.libstation.device.driver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names of device files.
public final class DeviceNames {
  private DeviceNames() {}

  /// The files of a folder, sorted; empty if the folder does not exist.
  ///
  /// @param glob as in [Files#newDirectoryStream(Path, String)]
  public static List<Path> in(Path folder, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, glob)) {
      all.forEach(found::add);
    } catch (IOException _) {
      // Nothing of that kind is plugged in.
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /// The first name of each device, keyed by the file that the name resolves to. Names that lead
  /// nowhere are left out.
  public static Map<Path, String> best(List<Path> names) {
    Map<Path, String> best = new LinkedHashMap<>();
    for (Path name : names) {
      real(name).ifPresent(real -> best.putIfAbsent(real, name.toString()));
    }
    return best;
  }

  private static Optional<Path> real(Path name) {
    try {
      return Optional.of(name.toRealPath());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
