package org.libstation.site;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldLines;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.sync.ZoneMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores which zones the central system's clock may have and which zone a technician confirmed.
/// These are two small files in the data directory. The running station writes the first, a command
/// the second. Losing one does no harm: the station detects the zone again, or the technician
/// confirms it again.
///
///     clock-seen        first 2026-11-25T02:00        clock-confirmed   zone Europe/London
///                       again 2026-11-26T02:00                          by Chan Tai-man
///                       zone Europe/London                              at 2026-11-26T11:02:00+08:00
///                       zone …
public final class ZoneFile implements ZoneMemory {
  private static final Logger log = LoggerFactory.getLogger(ZoneFile.class);

  private static final String BLANK = " ";

  /// One zone on each line.
  private static final FieldText<SortedSet<String>> ZONES =
      new FieldText<>(
          zones -> String.join("\n", zones),
          text ->
              text.lines()
                  .map(ZoneId::of)
                  .map(ZoneId::getId)
                  .collect(Collectors.toCollection(TreeSet::new)));

  private static final FieldLines<ZoneCandidates> SEEN =
      new FieldLines<>(
          BLANK,
          FieldTable.of(
              (first, again, zones) -> new ZoneCandidates(zones, first, again),
              component("first", ZoneCandidates::first, FieldText.of(LocalDateTime::parse)),
              optional("again", ZoneCandidates::again, FieldText.of(LocalDateTime::parse)),
              component("zone", ZoneCandidates::zones, ZONES)));

  private static final FieldLines<ConfirmedZone> CONFIRMED =
      new FieldLines<>(
          BLANK,
          FieldTable.of(
              ConfirmedZone::new,
              component("zone", ConfirmedZone::zone, new FieldText<>(ZoneId::getId, ZoneId::of)),
              text("by", ConfirmedZone::by),
              component("at", ConfirmedZone::at, FieldText.of(OffsetDateTime::parse))));

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
      return Optional.of(SEEN.read(lines));
    } catch (IllegalArgumentException e) {
      log.warn(
          "cannot read {}; the clock difference in it counts as not seen: {}",
          seen,
          e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void keep(ZoneCandidates fresh) {
    try {
      DurableFiles.write(seen, SEEN.write(fresh));
      log.warn(
          "the central system's clock differs by the offset of another zone ({} zones fit), seen first"
              + " {}{}",
          fresh.zones().size(),
          fresh.first(),
          fresh.again().map(again -> ", again " + again).orElse(""));
    } catch (IOException e) {
      log.warn(
          "cannot write {}; the clock difference will be recorded later: {}", seen, e.getMessage());
    }
  }

  @Override
  public Optional<ConfirmedZone> confirmed() {
    List<String> lines = lines(confirmed);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(CONFIRMED.read(lines));
    } catch (IllegalArgumentException e) {
      log.warn("cannot read {}; no zone counts as confirmed: {}", confirmed, e.getMessage());
      return Optional.empty();
    }
  }

  /// Stores a technician's confirmation.
  ///
  /// @throws IOException if it could not be stored; then it does not take effect
  public void confirm(ConfirmedZone said) throws IOException {
    DurableFiles.write(confirmed, CONFIRMED.write(said));
  }

  @Override
  public void forget() {
    try {
      boolean was = Files.deleteIfExists(seen);
      boolean said = Files.deleteIfExists(confirmed);
      if (was || said) {
        log.warn("the central system's clock no longer differs by the offset of that zone");
      }
    } catch (IOException e) {
      log.warn("{} cannot be removed: {}", seen, e.getMessage());
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      log.warn("{} cannot be read: {}", file, e.getMessage());
      return List.of();
    }
  }
}
