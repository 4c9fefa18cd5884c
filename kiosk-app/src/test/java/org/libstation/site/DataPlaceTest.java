package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.app.StationRig;
import org.libstation.testkit.Calls;
import org.libstation.testkit.Needs;

class DataPlaceTest {
  @TempDir private Path dir = Path.of("");

  @Test
  void it_is_made_where_it_is_not_there() {
    DataPlace.check(dir.resolve("site/data"));
    assertThat(dir.resolve("site/data")).isDirectory();
  }

  @Test
  void a_place_that_cannot_be_is_told_with_user_path_and_what_to_do() throws Exception {
    // A file in its way, since root may write anywhere.
    Path data = Files.createFile(dir.resolve("file")).resolve("data");
    assertThatThrownBy(() -> DataPlace.check(data))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("user " + System.getProperty("user.name") + " may not write in")
        .hasMessageContaining(data.toString())
        .hasMessageContaining("chown");
  }

  /// `/etc/libstation` is root's, `data` lies inside, and the station runs as another.
  @Test
  @Tag("full")
  void a_site_of_root_is_told_in_one_line_to_the_user_who_runs_it() throws Exception {
    BuiltProgram.needed();
    Needs.programs("setpriv");
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Calls.succeeds(new ProcessBuilder("chmod", "-R", "a+rX", dir.toString()));
    Path said = dir.resolve("said");
    Process run =
        new ProcessBuilder(
                List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + BuiltProgram.arguments(),
                    "org.libstation.app.Main",
                    "run",
                    "--config",
                    site.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(run.waitFor()).isEqualTo(2);
    assertThat(Files.readAllLines(said, StandardCharsets.UTF_8))
        .singleElement()
        .asString()
        .contains("may not write in " + site.resolve("data"), "chown");
  }
}
