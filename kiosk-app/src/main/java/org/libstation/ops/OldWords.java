package org.libstation.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;
import org.libstation.central.TextShape;
import org.libstation.circulation.Refusal;
import org.libstation.file.DurableFiles;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalWords;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a central system's own words out of all that older programs left in the data directory,
/// once, before anything else is opened: with them came other readers' names and numbers.
///
/// The journal and what was set aside of it: [JournalWords]. Logs are written anew, line by line.
/// What cannot be changed line by line is removed, for it can be made again or was a copy: traces,
/// support bundles, and receipts that a demo or training station or a printer of files kept. A file
/// tells that it was done; until then the next start does it again.
public final class OldWords {
  private static final Logger log = LoggerFactory.getLogger(OldWords.class);

  /// In the data directory: nothing is left in logs, traces, bundles and kept receipts.
  static final String DONE = "words-erased";

  /// A log that is being written anew; never one of theirs.
  private static final String DRAFT = ".words";

  private static final int ZEROS = 64 * 1024;

  /// What the program's own records said of a refusal.
  private static final Pattern RECORD =
      Pattern.compile(
          "(centralText=|Refused\\[reason=[A-Z_]+, detail=|reason=[a-z ]+ \\| detail=)"
              + "([^\\]\\r\\n]*)");

  /// The reason of a refusal, and behind it what the central system wrote.
  private static final Pattern REASON =
      Pattern.compile(
          Arrays.stream(Refusal.Reason.values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "((?<=[:;=] )(?:", ")) ([^\\r\\n]*)")));

  private OldWords() {}

  /// What was taken out.
  ///
  /// @param lines of logs
  /// @param traces removed
  /// @param bundles removed
  /// @param papers kept receipts removed
  /// @param done whether nothing is left
  public record Erased(
      JournalWords.Erased journal, int lines, int traces, int bundles, int papers, boolean done) {

    /// One line of counts, where there was anything.
    public void tell() {
      if (!done) {
        log.warn("words of the central system are left in some file until the next start");
      }
      if (journal.marks() + journal.places() + lines + traces + bundles + papers > 0) {
        log.info("{}", words());
      }
    }

    String words() {
      return ("words of the central system were erased: marks %d, places set aside %d, lines of"
              + " logs %d; removed: traces %d, support bundles %d, kept receipts %d")
          .formatted(journal.marks(), journal.places(), lines, traces, bundles, papers);
    }
  }

  /// Of a site: its data directory, and where its receipts are kept as files.
  public static Erased erase(StationSettings settings, Path site) {
    Stream<Path> kept =
        settings.receipts().isEmpty() ? Stream.of() : Stream.of(site.resolve(settings.receipts()));
    return erase(site.resolve(settings.data()), kept.toList());
  }

  /// For a station that is stopped, what was done in words.
  ///
  /// @throws SiteProblem when something is left, or a station runs
  public static String erased(Site site) {
    Erased erased = erase(site.settings(), site.directory());
    if (!erased.done() || !erased.journal().done()) {
      throw new SiteProblem(
          erased.words()
              + "; something is left: end the station, and see that the disk is not full");
    }
    return erased.words();
  }

  /// @param papers directories of kept receipts
  static Erased erase(Path data, List<Path> papers) {
    JournalWords.Erased journal = new JournalWords.Erased(0, 0, false);
    int lines = 0;
    int traces = 0;
    int bundles = 0;
    int receipts = 0;
    boolean done = false;
    try {
      journal = JournalWords.erase(data.resolve("journal"));
      if (Files.exists(data.resolve(DONE))) {
        return new Erased(journal, 0, 0, 0, 0, true);
      }
      // Of a start that was cut off; the logs themselves are still there.
      int _ = removed(files(data.resolve("logs"), name -> name.endsWith(DRAFT)));
      for (Path file : files(data.resolve("logs"), name -> name.contains(".log"))) {
        lines += cleaned(file);
      }
      traces =
          removed(
              files(
                  data.resolve("traces"),
                  name -> name.endsWith(".trace") || name.contains(".log")));
      bundles = removed(files(data.resolve("support"), name -> name.endsWith(".zip")));
      for (Path place : papers) {
        receipts += removed(files(place, name -> name.matches("receipt-\\d+\\.pdf(\\.new)?")));
      }
      if (Files.isDirectory(data)) {
        Files.writeString(data.resolve(DONE), "1" + System.lineSeparator());
      }
      done = true;
    } catch (IOException | JournalException e) {
      log.warn("words of the central system cannot be erased yet: {}", e.toString());
    }
    return new Erased(journal, lines, traces, bundles, receipts, done);
  }

  private static List<Path> files(Path directory, Predicate<String> named) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> named.test(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    }
  }

  /// A byte a character, so that whatever else is in a log stays as it is.
  private static int cleaned(Path file) throws IOException {
    String before = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    StringBuilder after = new StringBuilder(before.length());
    int lines = 0;
    for (String line : before.split("(?<=\\n)", -1)) {
      String clean = clean(line);
      lines += clean.equals(line) ? 0 : 1;
      after.append(clean);
    }
    if (lines > 0) {
      replace(file, after.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return lines;
  }

  /// A line of a log as it may stay.
  static String clean(String line) {
    String clean = line;
    for (CentralProvider each : Centrals.all()) {
      clean = each.withoutWords(clean);
    }
    clean = shaped(RECORD, clean);
    return shaped(REASON, clean);
  }

  private static String shaped(Pattern pattern, String line) {
    return pattern
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group().substring(0, found.start(2) - found.start())
                        + TextShape.of(found.group(2))));
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + DRAFT);
    Files.write(draft, bytes);
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
      DurableFiles.replace(draft, file);
      overwrite(old);
    }
  }

  private static int removed(List<Path> files) throws IOException {
    for (Path file : files) {
      remove(file);
    }
    return files.size();
  }

  private static void remove(Path file) throws IOException {
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
      overwrite(old);
    }
    Files.deleteIfExists(file);
  }

  private static void overwrite(FileChannel file) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
    long size = file.size();
    for (long at = 0; at < size; ) {
      zeros.clear().limit((int) Math.min(ZEROS, size - at));
      at += file.write(zeros, at);
    }
    file.force(true);
  }
}
