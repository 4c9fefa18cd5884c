package org.libstation.process;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldRow;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// The last restarts of a station, newest last, in `restarts.log` in its data directory (UTF-8).
/// Each line has three parts separated by tabs: `2026-11-26T20:01:07+08:00`, `K42`, `it did not
/// answer: flow`.
public final class RestartLog {
  public static final String FILE = "restarts.log";

  /// Most records; older ones are dropped.
  public static final int MOST = 100;

  private static final FieldRow<RestartRecord> LINE =
      FieldRow.of(
          "\t",
          FieldTable.of(
              RestartRecord::new,
              component("at", RestartRecord::at, FieldText.of(OffsetDateTime::parse)),
              text("code", RestartRecord::code),
              text("cause", RestartRecord::cause)),
          "at",
          "code",
          "cause");

  private final Path file;

  /// @param data data directory of the station
  public RestartLog(Path data) {
    this.file = data.resolve(FILE);
  }

  /// Returns the recorded restarts; empty if there were none.
  ///
  /// @throws IOException if the file exists but cannot be read
  public List<RestartRecord> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<RestartRecord> all = new ArrayList<>();
    text.lines().forEach(line -> parse(line).ifPresent(all::add));
    return List.copyOf(all);
  }

  /// Skips a line that a power failure cut short.
  private static Optional<RestartRecord> parse(String line) {
    try {
      return Optional.of(LINE.read(line));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Adds a record, and drops the oldest if there are too many.
  public void add(RestartRecord restart) throws IOException {
    List<RestartRecord> all = new ArrayList<>(read());
    all.add(restart);
    StringBuilder text = new StringBuilder();
    for (RestartRecord each : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      text.append(LINE.write(each)).append('\n');
    }
    DurableFiles.write(file, text.toString());
  }
}
