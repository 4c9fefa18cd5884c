package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.libstation.file.DurableFiles;
import org.libstation.sync.ZoneMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was seen of the central system's zone and what a technician said of it, two small files in
/// the data directory. The first is the running station's, the second the command's; either may go
/// without harm: then it is seen, or said, anew.
///
///     clock-seen        first 2026-11-25T02:00        clock-confirmed   zone Europe/London
///                       again 2026-11-26T02:00                          by Chan Tai-man
///                       zone Europe/London                              at 2026-11-26T11:02:00+08:00
///                       zone …
public final class ZoneFile implements ZoneMemory {
  private static final Logger log = LoggerFactory.getLogger(ZoneFile.class);

  private static final String FIRST = "first ";
  private static final String AGAIN = "again ";
  private static final String ZONE = "zone ";
  private static final String BY = "by ";
  private static final String AT = "at ";

  private final Path seen;
  private final Path confirmed;

  /// @param data the station's data directory
  public ZoneFile(Path data) {
    this.seen = data.resolve("clock-seen");
    this.confirmed = data.resolve("clock-confirmed");
  }

  @Override
  public Optional<ZoneCandidates> seen() {
    List<String> lines = lines(seen);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ZoneCandidates(
              new TreeSet<>(
                  values(lines, ZONE).stream().map(ZoneId::of).map(ZoneId::getId).toList()),
              LocalDateTime.parse(values(lines, FIRST).getFirst()),
              values(lines, AGAIN).stream().findFirst().map(LocalDateTime::parse)));
    } catch (DateTimeException | java.util.NoSuchElementException e) {
      log.warn("{} cannot be read, what it says counts as not seen: {}", seen, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void keep(ZoneCandidates fresh) {
    List<String> lines = new ArrayList<>();
    lines.add(FIRST + fresh.first());
    fresh.again().ifPresent(again -> lines.add(AGAIN + again));
    fresh.zones().forEach(zone -> lines.add(ZONE + zone));
    try {
      write(seen, lines);
      log.warn(
          "the central system's clock differs as another zone would ({} zones fit), seen first"
              + " {}{}",
          fresh.zones().size(),
          fresh.first(),
          fresh.again().map(again -> ", again " + again).orElse(""));
    } catch (IOException e) {
      log.warn("{} cannot be written, it will be seen anew: {}", seen, e.getMessage());
    }
  }

  @Override
  public Optional<ConfirmedZone> confirmed() {
    List<String> lines = lines(confirmed);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ConfirmedZone(
              ZoneId.of(values(lines, ZONE).getFirst()),
              values(lines, BY).getFirst(),
              OffsetDateTime.parse(values(lines, AT).getFirst())));
    } catch (DateTimeException | java.util.NoSuchElementException e) {
      log.warn("{} cannot be read, nothing counts as confirmed: {}", confirmed, e.getMessage());
      return Optional.empty();
    }
  }

  /// @throws IOException when it could not be kept: then it does not hold
  public void confirm(ConfirmedZone said) throws IOException {
    write(
        confirmed, List.of(ZONE + said.zone().getId(), BY + said.by(), AT + said.at().toString()));
  }

  @Override
  public void forget() {
    try {
      boolean was = Files.deleteIfExists(seen);
      boolean said = Files.deleteIfExists(confirmed);
      if (was || said) {
        log.warn("the central system's clock no longer differs as that zone would");
      }
    } catch (IOException e) {
      log.warn("{} cannot be removed: {}", seen, e.getMessage());
    }
  }

  private static List<String> values(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()).strip())
        .toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      log.warn("{} cannot be read: {}", file, e.getMessage());
      return List.of();
    }
  }

  private static void write(Path file, List<String> lines) throws IOException {
    DurableFiles.write(file, String.join("\n", lines) + "\n");
  }
}
