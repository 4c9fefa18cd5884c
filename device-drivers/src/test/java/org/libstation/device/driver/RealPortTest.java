package org.libstation.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.lab.link.pty.PtyTwin;

class RealPortTest {
  @TempDir Path dir;

  private static RealPort of(String address) {
    return RealPort.of(DeviceAddress.parse(address));
  }

  @Test
  void links_to_one_device_are_one_port_whatever_they_are_called() throws IOException {
    Path real = Files.createFile(dir.resolve("ttyUSB0"));
    Path byId = Files.createDirectories(dir.resolve("serial/by-id")).resolve("usb-FTDI-if00");
    Files.createSymbolicLink(byId, Path.of("../../ttyUSB0"));
    Path ours = Files.createDirectories(dir.resolve("libstation")).resolve("pad");
    Files.createSymbolicLink(ours, byId);

    assertThat(of("serial:" + byId + "?baud=9600")).isEqualTo(of("serial:" + real));
    assertThat(of("serial:" + ours)).isEqualTo(of("file:" + real + "?mode=write"));
    assertThat(of("serial:" + dir + "/x/../ttyUSB0")).isEqualTo(of("serial:" + real));
    assertThat(of("serial:" + dir + "/ttyUSB1")).isNotEqualTo(of("serial:" + real));
  }

  @Test
  void what_is_not_plugged_in_is_known_by_its_name_as_far_as_its_links_lead() throws IOException {
    Path ours = dir.resolve("pad");
    Files.createSymbolicLink(ours, Path.of("ttyUSB7"));

    assertThat(of("serial:" + ours)).isEqualTo(of("serial:" + dir + "/ttyUSB7"));
    assertThat(of("serial:" + dir + "/gone")).isNotEqualTo(of("serial:" + ours));
  }

  @Test
  void links_in_a_ring_end() throws IOException {
    Files.createSymbolicLink(dir.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(dir.resolve("b"), Path.of("a"));

    assertThat(of("serial:" + dir + "/a")).isEqualTo(of("serial:" + dir + "/a"));
  }

  @Test
  void a_device_file_is_known_by_its_number() {
    assertThat(of("serial:/dev/null").name()).isEqualTo("device 1:3");
    assertThat(of("serial:/dev/zero")).isNotEqualTo(of("serial:/dev/null"));
  }

  @Test
  void two_pseudo_terminals_are_two_and_a_link_to_one_is_the_same() throws Exception {
    try (PtyTwin one = PtyTwin.plugged(new LineScannerTwin(), 9600, Optional.empty());
        PtyTwin other = PtyTwin.plugged(new LineScannerTwin(), 9600, Optional.empty())) {
      Path link = dir.resolve("scanner");
      Files.createSymbolicLink(link, Path.of(one.path()));

      assertThat(of("serial:" + link)).isEqualTo(of("serial:" + one.path()));
      assertThat(of("serial:" + one.path())).isNotEqualTo(of("serial:" + other.path()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tcp:Reader.local:10001,tcp:reader.local:010001,true",
    "tcp:127.0.0.1:4001,tcp:localhost:4001,true",
    "tcp:127.0.0.1:4001,tcp:0.0.0.0:4001,true",
    "tcp:127.0.0.1:4001,tcp:[::]:4001,true",
    "tcp:[::1]:4001,tcp:[0:0:0:0:0:0:0:1]:4001,true",
    "tcp:192.0.2.7:4001,tcp:192.0.2.7:4002,false",
    "tcp:192.0.2.7:4001,tcp:192.0.2.8:4001,false"
  })
  void a_port_of_the_network_is_its_host_and_number(String one, String other, boolean same) {
    assertThat(of(one).equals(of(other))).isEqualTo(same);
  }
}
