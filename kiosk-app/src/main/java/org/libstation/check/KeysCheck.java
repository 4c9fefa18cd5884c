package org.libstation.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// That nobody but the station's own user can read its private keys. Mends it.
public final class KeysCheck implements Check {
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

  private final Path keys;

  /// @param keys the directory of the station's keys
  public KeysCheck(Path keys) {
    this.keys = keys;
  }

  @Override
  public String id() {
    return "keys";
  }

  @Override
  public Duration limit() {
    return Duration.ofSeconds(3);
  }

  @Override
  public Verdict run() {
    if (!Files.isDirectory(keys)) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.untold"));
    }
    List<Path> open = open();
    List<String> names = open.stream().map(file -> file.getFileName().toString()).toList();
    CheckPhrase told = CheckPhrase.of("told.keys", names.size());
    return open.isEmpty()
        ? new Verdict.Good(told)
        : Verdict.of(
            told,
            List.of(
                new Finding(
                    "G13",
                    Finding.Severity.ATTENTION,
                    CheckPhrase.of("told.plain", String.join(", ", names)),
                    true)));
  }

  private List<Path> open() {
    try (Stream<Path> files = Files.list(keys)) {
      return files
          .filter(file -> !file.getFileName().toString().contains("public"))
          .filter(Files::isRegularFile)
          .filter(KeysCheck::isOpen)
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static boolean isOpen(Path file) {
    try {
      Set<PosixFilePermission> all = Files.getPosixFilePermissions(file);
      return all.stream()
          .anyMatch(it -> it.name().startsWith("GROUP") || it.name().startsWith("OTHERS"));
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  @Override
  public boolean fix(Finding finding) {
    boolean changed = false;
    for (Path file : open()) {
      try {
        Files.setPosixFilePermissions(file, OWN);
        changed = true;
      } catch (IOException _) {
        // Another user's file: it stays as it is, and the finding with it.
      }
    }
    return changed;
  }
}
