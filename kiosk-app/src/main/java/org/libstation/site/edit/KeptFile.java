package org.libstation.site.edit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.file.BoundedFile;
import org.libstation.file.DurableFiles;

/// A text file whose previous versions are kept in the folder `kept` beside it.
///
/// At any moment the file holds the old text or the new one, complete. A new version is first
/// written beside the file and synced to disk. Then it replaces the file. After a power cut, the
/// next change removes leftover files.
public final class KeptFile {
  public static final int MOST = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String PRIVATE = "rw-------";

  private final Path file;
  private final Path folder;
  private final Pattern name;

  /// @param file the file; if it is a link, its target is changed
  public KeptFile(Path file) throws IOException {
    this.file = file.toRealPath();
    this.folder = this.file.resolveSibling("kept");
    this.name =
        Pattern.compile(
            Pattern.quote(String.valueOf(this.file.getFileName()))
                + "\\.([0-9]{6})\\.([0-9]{8}T[0-9]{6}Z)(\\.undone)?");
  }

  /// A previous version.
  ///
  /// @param number later versions have higher numbers
  /// @param replaced when another version replaced it
  /// @param undone whether it was withdrawn by going back
  public record KeptVersion(int number, Instant replaced, boolean undone, Path path) {}

  /// Result of a change.
  public enum FileChangeOutcome {
    WRITTEN,
    /// Not written: another change was made to the file since it was read.
    CHANGED_MEANWHILE
  }

  /// The current text.
  public String text() throws IOException {
    return BoundedFile.text(file);
  }

  /// The kept versions, newest first.
  public List<KeptVersion> versions() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<KeptVersion> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(path -> version(path).ifPresent(all::add));
    }
    all.sort(Comparator.comparingInt(KeptVersion::number).reversed());
    return List.copyOf(all);
  }

  private Optional<KeptVersion> version(Path path) {
    Matcher matcher = name.matcher(String.valueOf(path.getFileName()));
    return matcher.matches()
        ? Optional.of(
            new KeptVersion(
                Integer.parseInt(matcher.group(1)),
                Instant.from(TIME.parse(matcher.group(2))),
                matcher.group(3) != null,
                path))
        : Optional.empty();
  }

  /// The version to go back to: the newest one that was not withdrawn and differs from the current
  /// text. Empty if there is none.
  public Optional<KeptVersion> previous() throws IOException {
    String now = text();
    for (KeptVersion version : versions()) {
      if (!version.undone() && !Files.readString(version.path()).equals(now)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /// @param from the text that the change started from
  /// @throws IOException if the file cannot be written, or another change is running; the file is
  ///   unchanged
  public FileChangeOutcome write(String from, String text, Instant now) throws IOException {
    return replace(from, text, now, null);
  }

  /// Restores a kept version. The current text is kept as withdrawn.
  ///
  /// @param from the text that the decision was based on
  public FileChangeOutcome putBack(String from, KeptVersion version, Instant now)
      throws IOException {
    return replace(from, Files.readString(version.path()), now, version);
  }

  private FileChangeOutcome replace(
      String from, String text, Instant now, @Nullable KeptVersion back) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel lock =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = locked(lock)) {
      if (!text().equals(from)) {
        return FileChangeOutcome.CHANGED_MEANWHILE;
      }
      keep(from, now, back != null);
      put(file, text, Files.getPosixFilePermissions(file));
      if (back != null) {
        Files.deleteIfExists(back.path());
      }
      forget();
      return FileChangeOutcome.WRITTEN;
    }
  }

  private static FileLock locked(FileChannel lock) throws IOException {
    try {
      @Nullable FileLock held = lock.tryLock();
      if (held != null) {
        return held;
      }
    } catch (OverlappingFileLockException _) {
      // This program itself holds the lock.
    }
    throw new IOException("another change is under way");
  }

  private void keep(String text, Instant now, boolean undone) throws IOException {
    List<KeptVersion> all = versions();
    if (!undone
        && !all.isEmpty()
        && !all.getFirst().undone()
        && Files.readString(all.getFirst().path()).equals(text)) {
      // A change that a power cut interrupted has kept this text already.
      return;
    }
    int number = all.isEmpty() ? 1 : all.getFirst().number() + 1;
    put(
        folder.resolve(
            "%s.%06d.%s%s"
                .formatted(file.getFileName(), number, TIME.format(now), undone ? ".undone" : "")),
        text,
        PosixFilePermissions.fromString(PRIVATE));
  }

  /// Writes the file completely or not at all.
  private static void put(Path place, String text, Set<PosixFilePermission> rights)
      throws IOException {
    Path beside = place.resolveSibling("." + place.getFileName() + ".new");
    boolean _ = Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    try {
      Files.writeString(beside, text);
      Files.setPosixFilePermissions(beside, rights);
      DurableFiles.replace(beside, place);
    } finally {
      boolean _ = Files.deleteIfExists(beside);
    }
  }

  private void forget() throws IOException {
    List<KeptVersion> all = versions();
    for (KeptVersion old : all.subList(Math.min(MOST, all.size()), all.size())) {
      boolean _ = Files.deleteIfExists(old.path());
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path each : left.filter(path -> path.toString().endsWith(".new")).toList()) {
        boolean _ = Files.deleteIfExists(each);
      }
    }
  }
}
