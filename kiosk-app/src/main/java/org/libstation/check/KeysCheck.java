package org.libstation.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks that only the station's own user can read its private keys, and can mend this. It also
/// checks that a live station does not store its private recovery key, which must outlive the
/// station.
public final class KeysCheck implements Check {
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

  private final Path keys;
  private final Path devices;
  private final boolean live;

  /// @param keys the directory of the station's keys
  /// @param devices the directory of the site's device sheets, which also holds the keys of its
  ///   cards and printers (`*.keys`)
  /// @param live whether the station serves patrons; a demo stores its recovery key itself
  public KeysCheck(Path keys, Path devices, boolean live) {
    this.keys = keys;
    this.devices = devices;
    this.live = live;
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
    if (!Files.isDirectory(keys) && secrets().isEmpty()) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.untold"));
    }
    List<Path> open = open();
    List<Finding> findings = new ArrayList<>();
    if (!open.isEmpty()) {
      findings.add(new Finding("G13", Finding.Severity.ATTENTION, names(open), true));
    }
    List<Path> strayed =
        live ? files(keys, file -> named(file).startsWith("recovery-private")) : List.of();
    if (!strayed.isEmpty()) {
      findings.add(new Finding("G14", Finding.Severity.ATTENTION, names(strayed), false));
    }
    CheckPhrase told = CheckPhrase.of("told.keys", open.size());
    return findings.isEmpty() ? new Verdict.Good(told) : Verdict.of(told, findings);
  }

  private static CheckPhrase names(List<Path> files) {
    return CheckPhrase.of(
        "told.plain", files.stream().map(KeysCheck::named).collect(Collectors.joining(", ")));
  }

  private static String named(Path file) {
    return file.getFileName().toString();
  }

  private List<Path> open() {
    return Stream.concat(
            files(keys, file -> !named(file).contains("public")).stream(), secrets().stream())
        .filter(KeysCheck::isOpen)
        .toList();
  }

  private List<Path> secrets() {
    return files(devices, file -> named(file).endsWith(".keys"));
  }

  private static List<Path> files(Path folder, Predicate<Path> which) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).filter(which).sorted().toList();
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
        // The file belongs to another user; it stays as it is, and so does the finding.
      }
    }
    return changed;
  }
}
