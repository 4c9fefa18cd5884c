package org.libstation.fleet;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.libstation.file.DurableFiles;

/// A small file that is written whole or not at all.
public record WholeFile(Path path) {
  /// Size limit in bytes; this program writes no larger file.
  private static final long LARGEST = 1_000_000;

  /// Reads the file; empty if there is none.
  ///
  /// @throws IOException also when the file is too large
  public Properties read() throws IOException {
    Properties properties = new Properties();
    if (Files.exists(path)) {
      if (Files.size(path) > LARGEST) {
        throw new IOException(path + " is too large");
      }
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  /// Writes the file; it is on disk when this returns.
  public void write(Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, null);
    DurableFiles.write(path, text.toString());
  }

  /// Renames the file to `….damaged`. If that fails, the next write replaces it.
  public void setAside() {
    try {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // The next write replaces the file, or fails and is reported.
    }
  }
}
