package org.libstation.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.command.PrintingCommand;
import org.libstation.lab.release.NewestPatches;
import org.libstation.lab.release.NewestPatches.Compared;
import org.libstation.lab.release.PartsList;
import org.libstation.lab.release.ScannerReport;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks a release before it is signed.
@Command(name = "release")
public final class ReleaseCommand extends PrintingCommand {
  private static final int OPEN = 1;

  private final NewestPatches.Maven maven;

  @Option(names = "--check", required = true)
  private boolean check;

  @Option(names = "--parts", paramLabel = "FILE")
  private @Nullable Path parts;

  @Option(names = "--advisories", paramLabel = "FILE")
  private @Nullable Path advisories;

  @Option(names = "--reason", paramLabel = "WORDS")
  private @Nullable String reason;

  private boolean wantsReason;

  public ReleaseCommand(NewestPatches.Maven maven) {
    this.maven = maven;
  }

  @Override
  protected int run() throws IOException, InterruptedException {
    if (!check) {
      throw new SiteProblem("expected --check");
    }
    PartsList list = PartsList.read(parts == null ? newest() : parts);
    say("parts: " + list.file() + ", " + list.libraries().size() + " libraries");
    boolean clean = advisories(list);
    patches(list);
    boolean given = reason != null && !reason.isBlank();
    if (wantsReason) {
      say(given ? "reason: " + reason : "this needs a reason: --reason WORDS");
    }
    return clean && (given || !wantsReason) ? 0 : OPEN;
  }

  private static Path newest() throws IOException {
    Path folder = Path.of(System.getProperty("libstation.home", "."), "target", "package");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .filter(file -> file.toString().endsWith(".cdx.json"))
            .max(Comparator.comparing(ReleaseCommand::changed))
            .orElseThrow(() -> none(folder));
      }
    }
    throw none(folder);
  }

  private static SiteProblem none(Path folder) {
    return new SiteProblem("there is no CycloneDX file in " + folder + ": ./station package first");
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  /// Checks the scanner's report.
  ///
  /// @return false when an advisory applies; no reason can excuse that
  private boolean advisories(PartsList list) {
    if (advisories == null) {
      say("advisories not checked");
      wantsReason = true;
      return true;
    }
    ScannerReport report = ScannerReport.read(advisories, list);
    say("advisories: " + report.findings().size() + " found by " + report.scanner());
    report
        .findings()
        .forEach(
            each -> say("  " + each.part() + ": " + (each.id() + " " + each.severity()).strip()));
    return report.findings().isEmpty();
  }

  private void patches(PartsList list) throws IOException, InterruptedException {
    progress("asking Maven for newer patch releases");
    Path folder = Files.createTempDirectory("libstation-release");
    Compared compared;
    try {
      compared = NewestPatches.of(list.libraries(), folder, maven);
    } catch (IOException e) {
      say("patch releases: not compared (Maven cannot be started: " + e.getMessage() + ")");
      wantsReason = true;
      return;
    } finally {
      Files.deleteIfExists(folder.resolve("pom.xml"));
      Files.deleteIfExists(folder);
    }
    if (!compared.unknown().isEmpty()) {
      say(
          "patch releases: not compared for %d of %d libraries (the Maven repository does not answer)"
              .formatted(compared.unknown().size(), list.libraries().size()));
      wantsReason = true;
    }
    if (!compared.behind().isEmpty()) {
      say("patch releases: " + compared.behind().size() + " libraries have a newer one");
      compared.behind().forEach((library, newest) -> say("  " + library + ", newest " + newest));
      wantsReason = true;
    } else if (compared.unknown().isEmpty()) {
      say("patch releases: each library is the newest");
    }
  }
}
