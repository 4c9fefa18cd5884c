package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.file.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last sign of life before a long rest, one line in `rest-since` of the data directory. It is
/// there from the start until the rest was judged, so that a program that ends in between does not
/// take its own sign of life for the last one.
public final class RestFile implements Consumer<Optional<Instant>> {
  private static final Logger log = LoggerFactory.getLogger(RestFile.class);

  private final Path file;

  /// @param data the station's data directory
  public RestFile(Path data) {
    this.file = data.resolve("rest-since");
  }

  /// The sign that was kept; empty when none is, or it cannot be read.
  public Optional<Instant> kept() {
    try {
      return Files.exists(file)
          ? Optional.of(Instant.parse(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeException e) {
      log.warn("{} cannot be read, the rest is judged without it: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /// Keeps a sign; an empty one forgets what was kept.
  @Override
  public void accept(Optional<Instant> lastSign) {
    try {
      if (lastSign.isPresent()) {
        DurableFiles.write(file, lastSign.get() + "\n");
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      log.warn("{} cannot be written: {}", file, e.getMessage());
    }
  }
}
