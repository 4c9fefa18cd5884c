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
  /// Larger was not written by us.
  private static final long LARGEST = 1_000_000;

  /// Nothing where there is none.
  ///
  /// @throws IOException also when it is too large
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

  /// It is on disk when this returns.
  public void write(Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, null);
    DurableFiles.write(path, text.toString());
  }

  /// Out of the way; where that cannot be, it is written over.
  public void setAside() {
    try {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // It is written over, or stays and is told.
    }
  }
}
