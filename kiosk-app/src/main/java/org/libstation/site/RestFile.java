package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Collectors;
import org.libstation.file.DurableFiles;
import org.libstation.sync.LongRest;
import org.libstation.sync.LongRest.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rests that were not judged yet, in `rest-since` of the data directory. Each is one line: the
/// last sign of life ([MomentText]), the start that ended the rest, and the number of the journal's
/// newest entry at that start. The file is there from the start until the central system has told
/// its time.
public final class RestFile implements LongRest.Memory {
  private static final Logger log = LoggerFactory.getLogger(RestFile.class);

  private final Path file;

  /// @param data the station's data directory
  public RestFile(Path data) {
    this.file = data.resolve("rest-since");
  }

  /// Returns what was kept; what cannot be read counts as a long rest.
  @Override
  public List<Rest> kept() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(this::rest).toList()
          : List.of();
    } catch (IOException e) {
      return List.of(notKnown(e));
    }
  }

  private Rest rest(String line) {
    try {
      List<String> words = List.of(line.split(" ", -1));
      if (words.size() != 2 * MomentText.WORDS + 1) {
        throw new DateTimeException("not two moments and a number");
      }
      return new Rest(
          MomentText.read(words.subList(0, MomentText.WORDS)),
          MomentText.read(words.subList(MomentText.WORDS, 2 * MomentText.WORDS)),
          Long.parseLong(words.getLast()));
    } catch (DateTimeException | NumberFormatException e) {
      return notKnown(e);
    }
  }

  private Rest notKnown(Exception why) {
    log.warn("{} cannot be read, open entries are looked up again: {}", file, why.getMessage());
    return Rest.notKnown();
  }

  @Override
  public void keep(List<Rest> rests) {
    try {
      if (rests.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        DurableFiles.write(file, rests.stream().map(RestFile::line).collect(Collectors.joining()));
      }
    } catch (IOException e) {
      log.warn("{} cannot be written: {}", file, e.getMessage());
    }
  }

  private static String line(Rest rest) {
    return "%s %s %d\n"
        .formatted(MomentText.of(rest.sign()), MomentText.of(rest.start()), rest.newest());
  }
}
