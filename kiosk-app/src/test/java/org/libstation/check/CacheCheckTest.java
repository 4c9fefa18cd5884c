package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cache that is not used makes no noise: somebody must look.
class CacheCheckTest {
  @TempDir private Path dir = Path.of("");

  /// A virtual machine that says this of our first class.
  private Path java(String source) throws IOException {
    Path java = dir.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        echo "$@" >"%s"
        echo "java.lang.Object source: shared objects file"
        echo "%s"
        exit 0
        """
            .formatted(dir.resolve("asked"), source));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return java;
  }

  private Verdict verdict(String arguments, String source)
      throws IOException, InterruptedException {
    Path file = Files.writeString(dir.resolve("station.args"), arguments);
    return CacheCheck.of(Optional.of(file), java(source), Duration.ofSeconds(20)).run();
  }

  @Test
  void one_that_is_used_is_good() throws Exception {
    assertThat(
            verdict(
                "-XX:AOTCache=\"/opt/x.aot\"\n",
                "org.libstation.app.Main source: shared objects file"))
        .isEqualTo(new Verdict.Good(CheckPhrase.of("told.cache.used")));
    assertThat(dir.resolve("asked"))
        .content()
        .contains("@" + dir.resolve("station.args"), "org.libstation.app.Main --version");
  }

  @Test
  void one_that_is_passed_over_is_found() throws Exception {
    assertThat(
            verdict(
                "-XX:AOTCache=\"/opt/x.aot\"\n",
                "org.libstation.app.Main source: file:/opt/kiosk-app.jar"))
        .isInstanceOfSatisfying(
            Verdict.WithFindings.class,
            found -> assertThat(found.findings()).extracting(Finding::code).containsExactly("G72"));
  }

  @Test
  void a_program_that_was_never_given_one_has_none_to_use() throws Exception {
    assertThat(verdict("-cp\n\"x\"\n", "org.libstation.app.Main source: file:/x.jar"))
        .isInstanceOf(Verdict.NotApplicable.class);
    assertThat(dir.resolve("asked")).doesNotExist();
  }

  @Test
  void of_a_machine_that_says_nothing_nothing_is_known() throws Exception {
    assertThat(verdict("-XX:AOTCache=\"/opt/x.aot\"\n", "no such file"))
        .isInstanceOf(Verdict.NotApplicable.class);
  }
}
