package org.libstation.lab.link.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

@Timeout(300)
class PtyTwinTest {
  @TempDir Path dir;

  @Test
  void a_twin_answers_over_a_real_line_and_again_after_a_replug() throws Exception {
    Path name = dir.resolve("echo");
    try (PtyTwin twin = PtyTwin.plugged(received -> received, 115200, Optional.of(name))) {
      DeviceAddress address = DeviceAddress.parse("serial:" + twin.path() + "?baud=115200");
      ByteLink link = LinkOpeners.of(address).open();
      link.write(new byte[] {7}, Duration.ofSeconds(1));
      assertThat(link.read(new byte[1], Duration.ofSeconds(2))).isEqualTo(1);

      twin.unplug();
      assertThatThrownBy(() -> link.read(new byte[1], Duration.ofSeconds(2)))
          .isInstanceOf(LinkLostException.class);
      assertThat(Files.exists(name)).isFalse();

      twin.plug();
      try (ByteLink again = LinkOpeners.of(address).open()) {
        again.write(new byte[] {8}, Duration.ofSeconds(1));
        byte[] buffer = new byte[1];
        assertThat(again.read(buffer, Duration.ofSeconds(2))).isEqualTo(1);
        assertThat(buffer).containsExactly(8);
      }
    }
  }

  /// The station runs as another user than who emulates: the installed one is in both groups.
  @Test
  void the_group_of_the_line_may_open_it() throws Exception {
    try (PtyTwin twin = PtyTwin.plugged(received -> received, 115200, Optional.empty())) {
      PosixFileAttributes rights =
          Files.readAttributes(Path.of(twin.path()), PosixFileAttributes.class);
      assertThat(PosixFilePermissions.toString(rights.permissions())).isEqualTo("rw-rw----");
      assertThat(rights.group().getName()).isIn("dialout", "tty");
    }
  }
}
