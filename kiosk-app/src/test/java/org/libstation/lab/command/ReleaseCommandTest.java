package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libstation.command.Called;
import org.libstation.lab.release.NewestPatches.MavenRun;

class ReleaseCommandTest {
  private static final Path SAMPLES = Path.of("src/test/resources/advisories");

  private final List<String> asked = new ArrayList<>();
  private MavenRun answer =
      new MavenRun(true, "[INFO] No dependencies in Dependencies have newer versions.");
  private final Called station =
      new Called(
          new ReleaseCommand(
              (folder, words) -> {
                asked.add(Files.readString(folder.resolve("pom.xml")) + words);
                return answer;
              }));

  private int checked(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "release",
                "--check",
                "--parts",
                SAMPLES.resolve("libstation_0.1.0.cdx.json").toString()));
    words.addAll(List.of(more));
    return station.with(words.toArray(String[]::new));
  }

  private static String sample(String name) {
    return SAMPLES.resolve(name).toString();
  }

  @Test
  void a_release_of_newest_libraries_without_advisories_is_good() {
    assertThat(checked("--advisories", sample("osv-clean.json"))).isZero();
    assertThat(station.out())
        .contains(
            "4 libraries", "advisories: 0 found by osv-scanner", "each library is the newest");
    assertThat(asked).singleElement().asString().contains("spring-core", "6.2.10", "-U");
  }

  @Test
  void without_a_report_it_says_so_and_wants_a_reason() {
    assertThat(checked()).isOne();
    assertThat(station.out()).contains("advisories not checked", "--reason WORDS");
    assertThat(checked("--reason", " ")).isOne();
    assertThat(checked("--reason", "the IT department scans")).isZero();
    assertThat(station.out()).contains("reason: the IT department scans");
  }

  @Test
  void an_advisory_that_applies_is_no_release_whatever_the_reason() {
    assertThat(checked("--advisories", sample("grype-finding.json"), "--reason", "hurry")).isOne();
    assertThat(station.out())
        .contains("org.springframework:spring-core 6.2.10: GHSA-jmp9-x22r-554x High");
  }

  @Test
  void a_report_of_another_build_is_refused() {
    assertThat(checked("--advisories", sample("grype-before.json"))).isEqualTo(2);
    assertThat(station.err()).contains("another build");
  }

  @Test
  void an_older_library_is_named_with_its_newest_patch_and_wants_a_reason() {
    answer =
        new MavenRun(
            true,
            """
            [INFO] The following dependencies in Dependencies have newer versions:
            [INFO]   ch.qos.logback:logback-core ......................... 1.5.34 -> 1.5.38
            [INFO]   org.springframework:spring-core ...
            [INFO]                                             6.2.10 -> 6.2.14
            """);
    assertThat(checked("--advisories", sample("osv-clean.json"))).isOne();
    assertThat(station.out())
        .contains(
            "2 libraries have a newer one",
            "ch.qos.logback:logback-core 1.5.34, newest 1.5.38",
            "org.springframework:spring-core 6.2.10, newest 6.2.14");
    assertThat(checked("--advisories", sample("osv-clean.json"), "--reason", "tried next week"))
        .isZero();
  }

  @Test
  void without_a_network_nothing_was_compared() {
    answer =
        new MavenRun(
            true,
            """
            [WARNING] Could not transfer metadata org.yaml:snakeyaml/maven-metadata.xml from/to central: refused
            [WARNING] Could not transfer metadata ch.qos.logback:logback-core/maven-metadata.xml from/to central: refused
            """);
    assertThat(checked("--advisories", sample("osv-clean.json"))).isOne();
    assertThat(station.out())
        .contains("not compared for 2 of 4 libraries", "this needs a reason")
        .doesNotContain("each library is the newest");
    answer = new MavenRun(false, "[ERROR] Plugin could not be resolved");
    assertThat(checked("--advisories", sample("osv-clean.json"))).isOne();
    assertThat(station.out()).contains("not compared for 4 of 4 libraries");
  }

  @Test
  void without_maven_nothing_was_compared() {
    Called none =
        new Called(
            new ReleaseCommand(
                (folder, words) -> {
                  throw new IOException("mvn: no such file");
                }));
    assertThat(
            none.with(
                "release",
                "--check",
                "--parts",
                sample("libstation_0.1.0.cdx.json"),
                "--reason",
                "x"))
        .isZero();
    assertThat(none.out()).contains("not compared (Maven cannot be started: mvn: no such file)");
  }
}
