package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Record that a person tried the return of an overdue item with the site's central system, a small
/// file in the data directory. It names no patron and no item.
///
///     overdue-test      by Chan Tai-man
///                       at 2026-12-02T11:02:00+08:00
///                       central sip.example.org:6001
///                       dialect koha-25
public final class OverdueTestFile {
  private static final Logger log = LoggerFactory.getLogger(OverdueTestFile.class);

  private static final String BY = "by ";
  private static final String AT = "at ";
  private static final String CENTRAL = "central ";
  private static final String DIALECT = "dialect ";

  private final Path file;

  /// A test that was done.
  ///
  /// @param by who says so
  /// @param central host and port
  public record OverdueTestRun(String by, OffsetDateTime at, String central, String dialect) {
    /// Whether it was done with the central system and the dialect that these settings name.
    public boolean holdsFor(StationSettings settings) {
      return central.equals(address(settings)) && dialect.equals(settings.central().dialect());
    }
  }

  /// @param data the station's data directory
  public OverdueTestFile(Path data) {
    this.file = data.resolve("overdue-test");
  }

  /// The test that holds for these settings; empty where none was recorded, or the central system
  /// or its dialect is another since.
  public Optional<OverdueTestRun> done(StationSettings settings) {
    return read().filter(test -> test.holdsFor(settings));
  }

  private Optional<OverdueTestRun> read() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      return Optional.of(
          new OverdueTestRun(
              value(lines, BY),
              OffsetDateTime.parse(value(lines, AT)),
              value(lines, CENTRAL),
              value(lines, DIALECT)));
    } catch (IOException | DateTimeException | java.util.NoSuchElementException e) {
      log.warn("{} cannot be read, no test counts as done: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /// @throws IOException when it cannot be kept
  public void keep(String by, OffsetDateTime at, StationSettings settings) throws IOException {
    DurableFiles.write(
        file,
        String.join(
            "\n",
            BY + by,
            AT + at,
            CENTRAL + address(settings),
            DIALECT + settings.central().dialect(),
            ""));
  }

  private static String address(StationSettings settings) {
    return settings.central().host() + ":" + settings.central().port();
  }

  private static String value(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
