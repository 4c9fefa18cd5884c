package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Calls;

/// The commands of operate.md and backup.md in docs/administrator that pack a station, on machines
/// that lack a part.
class OperatePageTest {
  private static final List<Path> PAGES =
      Stream.of("operate.md", "backup.md")
          .map(page -> Path.of("..", "docs", "administrator", page))
          .toList();

  /// The words behind it on the page are two spaces away.
  private static final Pattern PACKS = Pattern.compile("(?m)^ +(cd / && tar -cz.*?)(?: {2,}.*)?$");

  @TempDir private Path machine = Path.of("");
  @TempDir private Path stick = Path.of("");

  @Test
  void what_a_machine_has_not_is_left_out_and_the_rest_is_packed_without_an_error()
      throws Exception {
    Files.createDirectories(machine.resolve("etc/libstation"));
    Files.createDirectories(machine.resolve("var/lib/libstation"));
    Files.writeString(machine.resolve("etc/libstation/station.yaml"), "station:\n");
    List<String> commands = new ArrayList<>();
    for (Path page : PAGES) {
      Matcher found = PACKS.matcher(Files.readString(page));
      while (found.find()) {
        commands.add(found.group(1));
      }
    }
    assertThat(commands).hasSize(3);
    for (boolean rule : List.of(false, true)) {
      if (rule) {
        Path rules = Files.createDirectories(machine.resolve("etc/udev/rules.d"));
        Files.writeString(rules.resolve("70-libstation.rules"), "# ours\n");
      }
      for (String command : commands) {
        String here = command.replace("cd /", "cd " + machine).replace("/mnt/", stick + "/");
        assertThat(Calls.status(new ProcessBuilder("sh", "-c", here))).as(here).isZero();
        String archive = here.replaceAll(".* -czpf (\\S+) .*", "$1");
        String look = "tar -tzf " + archive + " | grep -c 70-libstation.rules";
        assertThat(Calls.status(new ProcessBuilder("sh", "-c", look))).isEqualTo(rule ? 0 : 1);
      }
    }
  }
}
