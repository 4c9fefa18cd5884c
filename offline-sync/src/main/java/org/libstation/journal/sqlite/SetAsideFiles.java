package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libstation.file.DurableFiles;

/// The directories `set-aside-1`, `set-aside-2` … in a journal's directory. Each holds either a
/// corrupt journal under its old names, with `salvaged.txt` once it was salvaged, or a
/// [JournalBreak].
final class SetAsideFiles {
  /// How many numbers a generation has. The journal after the n-th that was set aside counts from n
  /// times this. So an entry that is brought over keeps its number and comes before all later ones.
  static final long GENERATION = 100_000_000L;

  static final String SALVAGED = "salvaged.txt";
  private static final String PREFIX = "set-aside-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]{1,6}");

  private SetAsideFiles() {}

  /// Moves the journal to a directory of its own. The log is copied first and deleted last, because
  /// SQLite drops a log without its file. So a power cut in between loses nothing.
  ///
  /// @return the journal at its new place
  static Path move(Path file) throws IOException {
    Path directory = DurableFiles.directoryOf(file);
    int n = generations(directory).stream().mapToInt(i -> i).max().orElse(0);
    Path aside = directory.resolve(PREFIX + n);
    if (n == 0 || Files.exists(aside.resolve(JournalFiles.FILE)) || JournalBreak.isNotedIn(aside)) {
      aside = next(directory);
    }
    return moveTo(file, aside);
  }

  /// Moves the journal as [#move] does, into this directory. Files that are missing are skipped; a
  /// journal that was moved there before stays.
  static Path moveTo(Path file, Path aside) throws IOException {
    Path directory = DurableFiles.directoryOf(file);
    Files.createDirectories(aside);
    Path log = sibling(file, "-wal");
    Path movedFile = aside.resolve(JournalFiles.FILE);
    if (Files.exists(movedFile)) {
      return movedFile;
    }
    boolean alone = !Files.exists(file) || Files.size(file) == 0;
    Path movedLog = sibling(movedFile, "-wal");
    if (Files.exists(log) && !(alone && Files.exists(movedLog))) {
      Files.copy(log, movedLog, StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.syncFile(movedLog);
    }
    DurableFiles.syncDirectory(aside);
    if (Files.exists(file)) {
      Files.move(file, movedFile, StandardCopyOption.ATOMIC_MOVE);
    }
    DurableFiles.syncDirectory(aside);
    DurableFiles.syncDirectory(directory);
    Files.deleteIfExists(log);
    Files.deleteIfExists(sibling(file, "-shm"));
    return movedFile;
  }

  static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /// Returns the newest journal that was set aside and not salvaged; empty if there is none.
  static Optional<Path> unsalvaged(Path directory) throws IOException {
    List<Integer> generations = generations(directory);
    return generations.reversed().stream()
        .map(n -> directory.resolve(PREFIX + n))
        .filter(aside -> Files.exists(aside.resolve(JournalFiles.FILE)))
        .filter(aside -> !JournalBreak.isNotedIn(aside))
        .filter(aside -> !Files.exists(aside.resolve(SALVAGED)))
        .map(aside -> aside.resolve(JournalFiles.FILE))
        .findFirst();
  }

  /// Returns all of these directories, whatever happened to their content, oldest first.
  static List<Path> directories(Path directory) throws IOException {
    return generations(directory).stream().map(n -> directory.resolve(PREFIX + n)).toList();
  }

  /// Returns the directory after all that exist; it is not made yet.
  static Path next(Path directory) throws IOException {
    int newest = generations(directory).stream().mapToInt(i -> i).max().orElse(0);
    return directory.resolve(PREFIX + (newest + 1));
  }

  /// Reports whether a file is a journal that was set aside, by the name of its directory.
  static boolean isSetAside(Path file) {
    return NAME.matcher(DurableFiles.directoryOf(file).getFileName().toString()).matches();
  }

  /// Returns the journals that were set aside as damaged, oldest first, as far as their files still
  /// exist. One that was merely the wrong journal is a [JournalBreak] and not listed.
  static List<SetAsideJournal> all(Path directory) throws IOException {
    return generations(directory).stream()
        .map(n -> directory.resolve(PREFIX + n))
        .filter(aside -> Files.exists(aside.resolve(JournalFiles.FILE)))
        .filter(aside -> !JournalBreak.isNotedIn(aside))
        .map(aside -> new SetAsideJournal(aside, Files.exists(aside.resolve(SALVAGED))))
        .toList();
  }

  /// Returns the number after which a new journal in this directory counts.
  static long lastNumber(Path directory) throws IOException {
    IntStream generations = generations(directory).stream().mapToInt(i -> i);
    return generations.max().orElse(0) * GENERATION;
  }

  /// Returns the number after which the journal counts that began, or continued, when this
  /// directory was made.
  static long lastNumberAt(Path setAside) {
    String name = String.valueOf(setAside.getFileName());
    return Integer.parseInt(name.substring(PREFIX.length())) * GENERATION;
  }

  /// Returns the numbers N of the directories, ascending. A directory stays when its files are
  /// removed, so the count never goes back.
  private static List<Integer> generations(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .map(name -> Integer.valueOf(name.substring(PREFIX.length())))
          .sorted()
          .toList();
    }
  }
}
