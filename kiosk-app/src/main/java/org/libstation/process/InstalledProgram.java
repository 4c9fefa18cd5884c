package org.libstation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where this program is among its installed versions. A package puts each version in a directory
/// with its name; the link `current` beside them leads to the one in use.
public final class InstalledProgram {
  private static final String CURRENT = "current";

  private InstalledProgram() {}

  private static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("libstation.home"))
        .map(home -> Path.of(home).toAbsolutePath().normalize());
  }

  /// Returns the version, which is its directory's name; empty text if the program is not in such a
  /// directory.
  public static String name() {
    return home()
        .filter(home -> Files.isSymbolicLink(home.resolveSibling(CURRENT)))
        .map(home -> home.getFileName().toString())
        .orElse("");
  }

  /// Whether the next start will use another version.
  public static boolean superseded() {
    return home().filter(InstalledProgram::superseded).isPresent();
  }

  static boolean superseded(Path home) {
    Path current = home.resolveSibling(CURRENT);
    try {
      return Files.isSymbolicLink(current)
          && Files.isDirectory(current)
          && !Files.isSameFile(current, home);
    } catch (IOException _) {
      return false;
    }
  }
}
