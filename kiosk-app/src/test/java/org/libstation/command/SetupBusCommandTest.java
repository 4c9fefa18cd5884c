package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.pty.PtyTwin;

@Timeout(300)
class SetupBusCommandTest {
  @TempDir Path dir;

  /// A site whose bin is at the end of this line.
  private String site(String path) throws IOException {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    Path yaml = site.resolve("station.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace("serial:/dev/libstation/bin?baud=115200", "serial:" + path + "?baud=9600"));
    return site.toString();
  }

  @Test
  void over_a_real_line_each_module_is_found_and_told() throws IOException {
    try (PtyTwin line = PtyTwin.plugged(new BinTwin(), 9600, Optional.of(dir.resolve("bus")))) {
      Called called = new Called(new SetupBusCommand());
      String site = site(line.path());
      assertThat(called.with("setup-bus", "--config", site)).isZero();
      assertThat(called.out())
          .contains("Waveshare Modbus RTU IO 8CH: answers already as slave 1 at 9600 baud")
          .contains("answers already as slave 80 at 9600 baud");
    }
  }

  @Test
  void a_line_that_is_not_there_is_said() throws IOException {
    Called called = new Called(new SetupBusCommand());
    String site = site(dir.resolve("nothing").toString());
    assertThat(called.with("setup-bus", "--config", site)).isEqualTo(1);
    assertThat(called.out()).contains("is not there: is it plugged in and switched on?");
  }

  @Test
  void the_bound_is_said_for_each_speed() throws IOException {
    Called called = new Called(new SetupBusCommand());
    String site = site("/dev/null");
    assertThat(called.with("setup-bus", "--config", site, "--timing")).isZero();
    assertThat(called.out())
        .contains("inputs are read at 9600 baud every 42 ms at worst (24 a second)")
        .contains("at 115200 baud every 11 ms at worst (95 a second)");
  }
}
