package org.libstation.device.link.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.lab.link.pty.Pty;

@Timeout(300)
class FileLinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path dir;

  @Test
  void a_file_is_written_and_reading_finds_nothing_of_a_write_only_device() throws Exception {
    Path file = Files.createFile(dir.resolve("lp0"));
    try (ByteLink link = new FileLinkOpener(file, false).open()) {
      link.write(new byte[] {0x1B, 0x40}, SECOND);
      assertThat(link.read(new byte[1], Duration.ofMillis(10))).isZero();
    }
    assertThat(Files.readAllBytes(file)).containsExactly(0x1B, 0x40);
  }

  @Test
  void a_device_that_answers_is_read_and_its_unplug_is_noticed() throws Exception {
    try (Pty pty = Pty.open();
        ByteLink link = new FileLinkOpener(Path.of(pty.slavePath()), true).open()) {
      link.write(new byte[] {0x10, 0x04, 0x01}, SECOND);
      byte[] asked = new byte[3];
      assertThat(pty.master().read(asked, SECOND)).isEqualTo(3);
      pty.master().write(new byte[] {0x12}, SECOND);
      byte[] answer = new byte[1];
      assertThat(link.read(answer, SECOND)).isEqualTo(1);
      assertThat(answer).containsExactly(0x12);
      pty.unplug();
      assertThatThrownBy(() -> link.write(new byte[] {1}, SECOND))
          .isInstanceOf(LinkLostException.class);
      assertThatThrownBy(() -> link.read(answer, SECOND)).isInstanceOf(LinkLostException.class);
    }
  }

  @Test
  void a_file_that_is_not_there_says_so() {
    assertThatThrownBy(() -> new FileLinkOpener(dir.resolve("none"), true).open())
        .isInstanceOf(LinkLostException.class)
        .hasMessageContaining("is not there");
  }
}
