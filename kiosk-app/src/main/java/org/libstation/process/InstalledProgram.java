package org.libstation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where this program lies among its versions: as a package lays them, each in a directory by its
/// own name, and `current` beside them leads to the one in use.
public final class InstalledProgram {
  private static final String CURRENT = "current";

  private InstalledProgram() {}

  private static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("libstation.home"))
        .map(home -> Path.of(home).toAbsolutePath().normalize());
  }

  /// The version by its directory's name; empty text where the program does not lie in one of its
  /// own.
  public static String name() {
    return home()
        .filter(home -> Files.isSymbolicLink(home.resolveSibling(CURRENT)))
        .map(home -> home.getFileName().toString())
        .orElse("");
  }

  /// Another version than this one is in use from the next start on.
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
