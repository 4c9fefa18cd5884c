package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The version of Libstation: that of the installed package, else that of the sources.
public final class Version {
  static final String OF_SOURCES = "0.1.0";

  /// File beside the program, written when it is packed.
  private static final String FILE = "version";

  private Version() {}

  public static String number() {
    return of(Path.of(System.getProperty("libstation.home", ".")));
  }

  /// @param home the program's directory
  static String of(Path home) {
    try {
      String packed = Files.readString(home.resolve(FILE)).strip();
      return packed.isEmpty() ? OF_SOURCES : packed;
    } catch (IOException _) {
      return OF_SOURCES;
    }
  }
}
