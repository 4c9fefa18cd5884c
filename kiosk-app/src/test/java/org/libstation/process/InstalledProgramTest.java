package org.libstation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledProgramTest {
  @TempDir Path versions;

  @Test
  void it_is_superseded_when_current_leads_to_another_version() throws Exception {
    Path mine = Files.createDirectory(versions.resolve("1.0"));
    Path other = Files.createDirectory(versions.resolve("1.1"));
    assertThat(InstalledProgram.superseded(mine)).isFalse();
    Path current = Files.createSymbolicLink(versions.resolve("current"), mine.getFileName());
    assertThat(InstalledProgram.superseded(mine)).isFalse();
    Files.delete(current);
    Files.createSymbolicLink(current, other.getFileName());
    assertThat(InstalledProgram.superseded(mine)).isTrue();
    assertThat(InstalledProgram.superseded(other)).isFalse();
  }

  @Test
  void a_link_to_nothing_supersedes_nothing() throws Exception {
    Path mine = Files.createDirectory(versions.resolve("1.0"));
    Files.createSymbolicLink(versions.resolve("current"), Path.of("1.2"));
    assertThat(InstalledProgram.superseded(mine)).isFalse();
  }
}
