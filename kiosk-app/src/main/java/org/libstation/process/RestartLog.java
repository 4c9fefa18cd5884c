package org.libstation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.file.DurableFiles;

/// The last restarts of a station, the newest last: `restarts.log` in its data directory, UTF-8,
/// one line each of three parts with a tab between: `2026-11-26T20:01:07+08:00`, `K42`, `it did not
/// answer: flow`.
public final class RestartLog {
  public static final String FILE = "restarts.log";

  /// More are not kept.
  public static final int MOST = 100;

  private static final int PARTS = 3;

  private final Path file;

  /// @param data the station's data directory
  public RestartLog(Path data) {
    this.file = data.resolve(FILE);
  }

  /// Those that are known; empty when there were none.
  ///
  /// @throws IOException when the file is there and cannot be read
  public List<RestartRecord> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<RestartRecord> all = new ArrayList<>();
    text.lines().forEach(line -> parse(line).ifPresent(all::add));
    return List.copyOf(all);
  }

  /// A line that was cut off by a power failure is left out.
  private static Optional<RestartRecord> parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RestartRecord(OffsetDateTime.parse(parts[0]), parts[1], parts[2]));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Adds one; the oldest goes when there are too many.
  public void add(RestartRecord restart) throws IOException {
    List<RestartRecord> all = new ArrayList<>(read());
    all.add(restart);
    StringBuilder text = new StringBuilder();
    for (RestartRecord each : all.subList(Math.max(0, all.size() - MOST), all.size())) {
      text.append(each.at())
          .append('\t')
          .append(each.code())
          .append('\t')
          .append(each.cause())
          .append('\n');
    }
    DurableFiles.write(file, text.toString());
  }
}
