package org.libstation.site;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldLines;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records in a small file that a person tested an overdue return with the site's central system.
/// The file is in the data directory and names no patron and no item.
///
///     overdue-test      by Chan Tai-man
///                       at 2026-12-02T11:02:00+08:00
///                       central sip.example.org:6001
///                       dialect koha-25
public final class OverdueTestFile {
  private static final Logger log = LoggerFactory.getLogger(OverdueTestFile.class);

  private static final FieldLines<OverdueTestRun> LINES =
      new FieldLines<>(
          " ",
          FieldTable.of(
              OverdueTestRun::new,
              text("by", OverdueTestRun::by),
              component("at", OverdueTestRun::at, FieldText.of(OffsetDateTime::parse)),
              text("central", OverdueTestRun::central),
              text("dialect", OverdueTestRun::dialect)));

  private final Path file;

  /// A test that was done.
  ///
  /// @param by who reported it
  /// @param central host and port
  public record OverdueTestRun(String by, OffsetDateTime at, String central, String dialect) {
    /// Whether the test used the central system and dialect of these settings.
    public boolean holdsFor(StationSettings settings) {
      return central.equals(address(settings)) && dialect.equals(settings.central().dialect());
    }
  }

  /// @param data the station's data directory
  public OverdueTestFile(Path data) {
    this.file = data.resolve("overdue-test");
  }

  /// The test that is valid for these settings. Empty if none was recorded, or the central system
  /// or its dialect has changed since.
  public Optional<OverdueTestRun> done(StationSettings settings) {
    return read().filter(test -> test.holdsFor(settings));
  }

  private Optional<OverdueTestRun> read() {
    try {
      return Files.exists(file)
          ? Optional.of(LINES.read(Files.readAllLines(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      log.warn("cannot read {}; the overdue test counts as not done: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /// Records a test.
  ///
  /// @throws IOException if the record cannot be written
  public void keep(String by, OffsetDateTime at, StationSettings settings) throws IOException {
    DurableFiles.write(
        file,
        LINES.write(new OverdueTestRun(by, at, address(settings), settings.central().dialect())));
  }

  private static String address(StationSettings settings) {
    return settings.central().host() + ":" + settings.central().port();
  }
}
