package org.libstation.lab.release;

import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.lab.release.ScannerReport.AdvisoryFinding;
import org.libstation.site.SiteProblem;

class ScannerReportTest {
  private static final Path SAMPLES = Path.of("src/test/resources/advisories");
  private static final PartsList PARTS =
      PartsList.read(SAMPLES.resolve("libstation_0.1.0.cdx.json"));

  @TempDir Path dir;

  private static ScannerReport of(String sample) {
    return ScannerReport.read(SAMPLES.resolve(sample), PARTS);
  }

  @Test
  void the_parts_are_the_libraries_and_not_our_own_archives() {
    assertThat(PARTS.libraries())
        .contains(new MavenComponent("org.openjfx", "javafx-base", "26.0.2"))
        .hasSize(4)
        .noneMatch(each -> each.group().equals("org.libstation"));
  }

  @ParameterizedTest
  @CsvSource({
    "osv-finding.json, osv-scanner, org.springframework:spring-core 6.2.10,"
        + " CVE-2025-41249 (GHSA-jmp9-x22r-554x), HIGH",
    "grype-finding.json, grype, org.springframework:spring-core 6.2.10, GHSA-jmp9-x22r-554x, High",
    "dependency-check-finding.json, dependency-check, org.springframework:spring-core 6.2.10,"
        + " CVE-2025-41249, HIGH"
  })
  void a_finding_is_told_with_its_library(
      String sample, String scanner, String part, String id, String severity) {
    ScannerReport report = of(sample);
    assertThat(report.scanner()).isEqualTo(scanner);
    assertThat(report.findings()).containsExactly(new AdvisoryFinding(part, id, severity));
  }

  @ParameterizedTest
  @ValueSource(strings = {"osv-clean.json", "grype-empty.json", "dependency-check-clean.json"})
  void a_report_about_our_parts_may_be_without_findings(String sample) {
    assertThat(of(sample).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "osv-empty.json",
        "osv-other.json",
        "grype-other.json",
        "dependency-check-empty.json",
        "dependency-check-other.json"
      })
  void a_report_that_names_none_of_our_parts_is_refused(String sample) {
    assertThatThrownBy(() -> of(sample))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("names no library of libstation_0.1.0.cdx.json");
  }

  /// A copy of a library inside another archive has a version of its own, and its findings count.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "osv-clean.json; \"packages\": [;"
            + " {\"package\": {\"name\": \"org.yaml:snakeyaml\", \"version\": \"1.33\","
            + " \"ecosystem\": \"Maven\"}, \"vulnerabilities\": [{\"id\": \"CVE-2022-1471\"}]},",
        "grype-finding.json; \"matches\": [;"
            + " {\"vulnerability\": {\"id\": \"CVE-2022-1471\"}, \"artifact\":"
            + " {\"purl\": \"pkg:maven/org.springframework/spring-core@5.3.1\"}},",
        "dependency-check-clean.json; \"dependencies\": [;"
            + " {\"isVirtual\": true, \"fileName\": \"other.jar (shaded: org.yaml:snakeyaml:1.33)\","
            + " \"packages\": [{\"id\": \"pkg:maven/org.yaml/snakeyaml@1.33\"}],"
            + " \"vulnerabilities\": [{\"name\": \"CVE-2022-1471\"}]},",
      })
  void a_report_that_also_names_a_library_inside_another_is_about_this_build(
      String sample, String list, String inside) throws IOException {
    Path report =
        Files.writeString(
            dir.resolve("report.json"),
            Files.readString(SAMPLES.resolve(sample)).replaceFirst(quote(list), list + inside));

    assertThat(ScannerReport.read(report, PARTS).findings())
        .extracting(AdvisoryFinding::id)
        .contains("CVE-2022-1471");
  }

  @Test
  void a_copy_inside_another_archive_is_no_proof_of_this_build() throws IOException {
    String earlier =
        Files.readString(SAMPLES.resolve("dependency-check-clean.json"))
            .replace("snakeyaml@2.5", "snakeyaml@2.4")
            .replaceFirst(
                quote("\"dependencies\": ["),
                "\"dependencies\": [{\"fileName\": \"a.jar (shaded: org.yaml:snakeyaml:2.5)\","
                    + " \"packages\": [{\"id\": \"pkg:maven/org.yaml/snakeyaml@2.5\"}]},");
    Path report = Files.writeString(dir.resolve("report.json"), earlier);

    assertThatThrownBy(() -> ScannerReport.read(report, PARTS))
        .hasMessageContainingAll("another build", "snakeyaml 2.4", "snakeyaml 2.5");
  }

  @Test
  void a_report_about_an_earlier_build_is_refused() {
    assertThatThrownBy(() -> of("grype-before.json"))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContainingAll("another build", "spring-core 6.2.9", "spring-core 6.2.10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"osv-finding.json", "grype-finding.json", "dependency-check-clean.json"})
  void a_file_that_was_cut_off_is_refused_with_its_line(String sample) throws IOException {
    String whole = Files.readString(SAMPLES.resolve(sample));
    for (int length = 0; length < whole.length() - 2; length += 97) {
      Path cut = Files.writeString(dir.resolve("cut.json"), whole.substring(0, length));
      assertThatThrownBy(() -> ScannerReport.read(cut, PARTS)).isInstanceOf(SiteProblem.class);
    }
    Path cut = Files.writeString(dir.resolve("cut.json"), whole.substring(0, whole.length() / 2));
    assertThatThrownBy(() -> ScannerReport.read(cut, PARTS))
        .hasMessageContainingAll("cut.json, line ", "not JSON, or cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"results\": {}}", "{\"matches\": []}", "hello", "{} {}"})
  void anything_else_is_refused(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("other.json"), text);
    assertThatThrownBy(() -> ScannerReport.read(file, PARTS))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("other.json");
  }

  @Test
  void a_list_of_parts_that_names_no_library_is_refused() {
    assertThatThrownBy(() -> PartsList.read(SAMPLES.resolve("grype-empty.json")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("expected a CycloneDX file");
    assertThatThrownBy(() -> PartsList.read(dir.resolve("none.json")))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("there is no file");
  }
}
