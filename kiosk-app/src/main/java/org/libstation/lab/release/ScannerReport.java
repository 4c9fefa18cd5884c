package org.libstation.lab.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.libstation.site.SiteProblem;

/// Findings of an advisory scanner in a list of parts.
///
/// It reads the JSON of three scanners, and recognises each by members that only that one writes:
///
/// - OSV-Scanner: `results[].packages[]`, `--format json` (google/osv-scanner, pkg/models);
/// - Grype: `matches[]` and `descriptor`, `-o json` (anchore/grype, grype/presenter/models);
/// - Dependency-Check: `reportSchema` and `dependencies[]`, `--format JSON` (DependencyCheck,
///   templates/jsonReport.vsl).
///
/// @param scanner its name
/// @param scanned name of the file that it scanned; empty if the report does not say
/// @param named libraries that the report names, with or without a finding; not those that it marks
///   as copied into another archive
/// @param findings advisories that apply
public record ScannerReport(
    String scanner,
    Optional<String> scanned,
    Set<MavenComponent> named,
    List<AdvisoryFinding> findings) {

  /// Mark of Dependency-Check for a library that is copied into another archive (JarAnalyzer).
  private static final String SHADED = " (shaded: ";

  /// An advisory that applies to a part.
  ///
  /// @param part the library, or the scanner's name for it
  /// @param id of the advisory, such as `CVE-2025-41249`
  /// @param severity in the scanner's words; may be empty
  public record AdvisoryFinding(String part, String id, String severity) {}

  public ScannerReport {
    named = Set.copyOf(named);
    findings = List.copyOf(findings);
  }

  /// @throws SiteProblem when the file is cut off, is no report of these scanners, or is a report
  ///   about other parts
  public static ScannerReport read(Path file, PartsList parts) {
    JsonTree json = JsonTree.read(file);
    ScannerReport report;
    if (json.get("results").isRows()) {
      report = osv(json);
    } else if (json.get("matches").isRows() && json.has("descriptor")) {
      report = grype(json);
    } else if (json.has("reportSchema") && json.get("dependencies").isRows()) {
      report = dependencyCheck(json);
    } else {
      throw new SiteProblem(file + ": expected the JSON of osv-scanner, grype or dependency-check");
    }
    report.isAbout(parts, file);
    return report;
  }

  /// Checks that the report is about these parts. An empty report could be about anything, so
  /// something in it must refer to our parts.
  ///
  /// If a report names another version of a library beside ours, it is still about this build: the
  /// other version is a copy inside another library.
  private void isAbout(PartsList parts, Path file) {
    for (MavenComponent each : named) {
      Optional<MavenComponent> ours = parts.otherVersion(each);
      if (ours.isPresent() && !named.contains(ours.get())) {
        throw new SiteProblem(
            "%s is about another build: it names %s, and %s has %s"
                .formatted(file, each, parts.file(), ours.get()));
      }
    }
    boolean namesOurs = named.stream().anyMatch(parts.libraries()::contains);
    if (!namesOurs && !scanned.equals(Optional.of(parts.file()))) {
      throw new SiteProblem(
          "%s names no library of %s: scan that file (osv-scanner with --all-packages, so that a"
                  .formatted(file, parts.file())
              + " report without findings names what was scanned)");
    }
  }

  private static ScannerReport osv(JsonTree json) {
    Set<MavenComponent> named = new TreeSet<>();
    List<AdvisoryFinding> findings = new ArrayList<>();
    Optional<String> scanned = Optional.empty();
    for (JsonTree result : json.rows("results")) {
      scanned = scanned.or(() -> fileName(result.get("source").text("path")));
      for (JsonTree row : result.rows("packages")) {
        JsonTree of = row.get("package");
        String[] names = of.text("name").split(":", 2);
        if (of.text("ecosystem").equals("Maven") && names.length == 2) {
          named.add(new MavenComponent(names[0], names[1], of.text("version")));
        }
        for (JsonTree each : row.rows("vulnerabilities")) {
          findings.add(
              new AdvisoryFinding(
                  of.text("name") + " " + of.text("version"),
                  cve(each),
                  each.get("database_specific").text("severity")));
        }
      }
    }
    return new ScannerReport("osv-scanner", scanned, named, findings);
  }

  /// The CVE number of an advisory if OSV knows one, with OSV's own name; else that name.
  private static String cve(JsonTree vulnerability) {
    String id = vulnerability.text("id");
    return Stream.concat(vulnerability.rows("aliases").stream().map(JsonTree::text), Stream.of(id))
        .filter(each -> each.startsWith("CVE-"))
        .findFirst()
        .map(known -> known.equals(id) ? id : known + " (" + id + ")")
        .orElse(id);
  }

  private static ScannerReport grype(JsonTree json) {
    Set<MavenComponent> named = new TreeSet<>();
    List<AdvisoryFinding> findings = new ArrayList<>();
    for (JsonTree match : json.rows("matches")) {
      JsonTree artifact = match.get("artifact");
      JsonTree of = match.get("vulnerability");
      Optional<MavenComponent> library = MavenComponent.ofPurl(artifact.text("purl"));
      library.ifPresent(named::add);
      findings.add(
          new AdvisoryFinding(
              library
                  .map(MavenComponent::toString)
                  .orElse(artifact.text("name") + " " + artifact.text("version")),
              of.text("id"),
              of.text("severity")));
    }
    JsonTree source = json.get("source");
    Optional<String> scanned =
        source.text("type").equals("sbom-file")
            ? fileName(source.text("target"))
            : Optional.empty();
    return new ScannerReport("grype", scanned, named, findings);
  }

  private static ScannerReport dependencyCheck(JsonTree json) {
    Set<MavenComponent> named = new TreeSet<>();
    List<AdvisoryFinding> findings = new ArrayList<>();
    for (JsonTree dependency : json.rows("dependencies")) {
      List<MavenComponent> libraries =
          dependency.rows("packages").stream()
              .flatMap(each -> MavenComponent.ofPurl(each.text("id")).stream())
              .toList();
      if (!dependency.text("fileName").contains(SHADED)) {
        named.addAll(libraries);
      }
      String part =
          libraries.isEmpty() ? dependency.text("fileName") : libraries.getFirst().toString();
      for (JsonTree each : dependency.rows("vulnerabilities")) {
        findings.add(new AdvisoryFinding(part, each.text("name"), each.text("severity")));
      }
    }
    return new ScannerReport("dependency-check", Optional.empty(), named, findings);
  }

  private static Optional<String> fileName(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
