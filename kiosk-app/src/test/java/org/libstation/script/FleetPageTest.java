package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Needs;

/// The fleet's page, built as `./station package` builds it and tried by its own tests: its parts
/// under Node.js, the whole of it in Chromium beside mosquitto (`kiosk-app/src/fleet-page/test`).
@Tag("full")
class FleetPageTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final String SCRIPT = HOME.resolve("config/package/fleet-page").toString();

  @TempDir private Path folder = Path.of("");

  @Test
  void it_is_built_and_its_own_tests_are_green() throws Exception {
    Needs.programs("node", "npm", "chromium", "mosquitto", "mosquitto_passwd");
    PackageTest.call(List.of(SCRIPT, "--out", folder.resolve("page").toString(), "--test"));
  }

  @Test
  void the_same_sources_give_the_same_bytes_and_nothing_names_a_registry() throws Exception {
    Needs.programs("node", "npm");
    for (String name : List.of("one", "two")) {
      PackageTest.call(List.of(SCRIPT, "--out", folder.resolve(name).toString()));
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(folder.resolve("one"))) {
      files = found.sorted().toList();
    }
    assertThat(files)
        .extracting(each -> each.getFileName().toString())
        .contains("index.html", "page.js", "style.css", "LICENCES.txt");
    for (Path file : files) {
      assertThat(folder.resolve("two").resolve(file.getFileName().toString()))
          .hasSameBinaryContentAs(file);
    }
    assertThat(HOME.resolve("kiosk-app/src/fleet-page/package-lock.json"))
        .content()
        .contains("\"integrity\"")
        .doesNotContain("\"resolved\"");
  }
}
