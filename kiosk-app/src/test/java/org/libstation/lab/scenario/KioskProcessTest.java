package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.station.driven.ScenarioProblem;

class KioskProcessTest {
  @TempDir private Path dir = Path.of("");

  @Test
  void a_station_whose_virtual_machine_does_not_come_up_says_why() throws Exception {
    Path arguments = dir.resolve("station.args");
    // What `station cache` leaves, and what a bench asked for on top of it.
    Files.writeString(
        arguments, "-XX:AOTMode=record\n-XX:AOTConfiguration=x\n-XX:AOTCache=\"there.aot\"\n");
    String before = System.getProperty("libstation.args");
    System.setProperty("libstation.args", arguments.toString());
    try {
      assertThatThrownBy(
              () ->
                  KioskProcess.start(List.of(), List.of(), dir.resolve("errors"), Optional.empty()))
          .isInstanceOf(ScenarioProblem.class)
          .hasMessageContaining("AOTCache must not be specified");
    } finally {
      if (before == null) {
        System.clearProperty("libstation.args");
      } else {
        System.setProperty("libstation.args", before);
      }
    }
  }
}
