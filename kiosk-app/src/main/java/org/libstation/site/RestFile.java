package org.libstation.site;

import static org.libstation.file.table.FieldTable.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldRow;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.sync.LongRest;
import org.libstation.sync.LongRest.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rests of the station that were not judged yet, in `rest-since` of the data directory. Each line
/// holds three parts: the last sign of life ([MomentText]), the start that ended the rest, and the
/// newest entry's number at that start. The file exists from a start until the central system has
/// sent its time.
public final class RestFile implements LongRest.Memory {
  private static final Logger log = LoggerFactory.getLogger(RestFile.class);

  private static final FieldRow<Rest> LINE =
      new FieldRow<>(
          MomentText.BLANK,
          FieldTable.of(
              Rest::new,
              component(Rest::sign, FieldTable.prefixed("sign ", MomentText.FIELDS)),
              component(Rest::start, FieldTable.prefixed("start ", MomentText.FIELDS)),
              component("newest", Rest::newest, FieldText.LONG)),
          Stream.of(
                  MomentText.WORDS.stream().map(word -> "sign " + word),
                  MomentText.WORDS.stream().map(word -> "start " + word),
                  Stream.of("newest"))
              .flatMap(Function.identity())
              .toList());

  private final Path file;

  /// @param data the station's data directory
  public RestFile(Path data) {
    this.file = data.resolve("rest-since");
  }

  /// Returns the stored rests; an unreadable one counts as a long rest.
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
      return LINE.read(line);
    } catch (IllegalArgumentException e) {
      return notKnown(e);
    }
  }

  private Rest notKnown(Exception why) {
    log.warn(
        "cannot read {}; the station looks up the open entries again: {}", file, why.getMessage());
    return Rest.notKnown();
  }

  @Override
  public void keep(List<Rest> rests) {
    try {
      if (rests.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        DurableFiles.write(
            file,
            rests.stream().map(rest -> LINE.write(rest) + '\n').collect(Collectors.joining()));
      }
    } catch (IOException e) {
      log.warn("{} cannot be written: {}", file, e.getMessage());
    }
  }
}
