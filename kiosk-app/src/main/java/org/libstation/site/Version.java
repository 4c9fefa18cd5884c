package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which Libstation this is: the version of the package that the program stands in, else that of
/// the sources.
public final class Version {
  static final String OF_SOURCES = "0.1.0";

  /// Packing writes it beside the program.
  private static final String FILE = "version";

  private Version() {}

  public static String number() {
    return of(Path.of(System.getProperty("libstation.home", ".")));
  }

  /// @param home where the program lies
  static String of(Path home) {
    try {
      String packed = Files.readString(home.resolve(FILE)).strip();
      return packed.isEmpty() ? OF_SOURCES : packed;
    } catch (IOException _) {
      return OF_SOURCES;
    }
  }
}
