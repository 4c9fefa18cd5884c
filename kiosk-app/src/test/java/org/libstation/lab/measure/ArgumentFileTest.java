package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFileTest {
  @TempDir private Path dir = Path.of("");

  private ArgumentFile file() throws Exception {
    Path path = dir.resolve("station.args");
    Files.writeString(path, "-Xmx512m\n-Dlibstation.args=\"" + path + "\"\n-cp\n\"lib/*\"\n");
    return new ArgumentFile(path);
  }

  @Test
  void a_cache_is_named_once_however_often_it_is_made() throws Exception {
    ArgumentFile file = file();
    file.use(dir.resolve("one.aot"));
    file.use(dir.resolve("two.aot"));
    assertThat(file.path()).content().contains("two.aot").doesNotContain("one.aot");
    file.useNone();
    assertThat(file.path()).content().doesNotContain("AOTCache").contains("-Xmx512m");
  }

  @Test
  void a_copy_to_measure_with_names_no_cache_for_its_children_either() throws Exception {
    ArgumentFile file = file();
    file.use(dir.resolve("station.aot"));
    ArgumentFile plain = file.plainCopy(dir.resolve("plain.args"));
    assertThat(plain.path())
        .content()
        .doesNotContain("AOTCache")
        .contains("-Dlibstation.args=\"" + plain.path() + "\"")
        .doesNotContain("/station.args");
  }
}
