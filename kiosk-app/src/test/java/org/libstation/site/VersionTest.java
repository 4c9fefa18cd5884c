package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The version that the program tells.
class VersionTest {
  @TempDir private Path home = Path.of("");

  @Test
  void a_program_of_a_package_tells_the_version_of_the_package() throws IOException {
    Files.writeString(home.resolve("version"), "1.0\n");
    assertThat(Version.of(home)).isEqualTo("1.0");
  }

  @Test
  void a_program_of_a_checkout_tells_the_version_of_its_sources() throws IOException {
    assertThat(Version.of(home)).isEqualTo(Version.OF_SOURCES);
    Files.writeString(home.resolve("version"), " \n");
    assertThat(Version.of(home)).isEqualTo(Version.OF_SOURCES);
    assertThat(Files.readString(Path.of("../pom.xml")))
        .containsPattern("\n  <version>" + Version.OF_SOURCES + "(-SNAPSHOT)?</version>");
  }
}
