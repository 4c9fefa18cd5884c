package org.libstation.device.link.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.NoRightsException;
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

  /// A thread that hangs in a read or write would keep a USB printer open for ever.
  @Test
  void a_device_that_takes_nothing_ends_the_write_and_can_be_opened_anew() throws Exception {
    try (Pty pty = Pty.open()) {
      Path path = Path.of(pty.slavePath());
      long before = openDescriptors(path);
      for (int turn = 0; turn < 3; turn++) {
        try (ByteLink link = new FileLinkOpener(path, true).open()) {
          assertThatThrownBy(() -> link.write(new byte[1 << 20], Duration.ofMillis(200)))
              .isInstanceOf(LinkLostException.class)
              .hasMessageContaining("took no more bytes");
          assertThat(openDescriptors(path)).isEqualTo(before);
          assertThatThrownBy(() -> link.read(new byte[1], SECOND))
              .isInstanceOf(LinkLostException.class);
        }
      }
    }
  }

  private static long openDescriptors(Path path) throws IOException {
    try (Stream<Path> own = Files.list(Path.of("/proc/self/fd"))) {
      return own.filter(each -> leadsTo(each, path)).count();
    }
  }

  private static boolean leadsTo(Path descriptor, Path path) {
    try {
      return Files.readSymbolicLink(descriptor).equals(path);
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void closed_from_another_thread_a_write_ends_and_the_file_is_free() throws Exception {
    try (Pty pty = Pty.open()) {
      Path path = Path.of(pty.slavePath());
      long before = openDescriptors(path);
      ByteLink link = new FileLinkOpener(path, true).open();
      CompletableFuture<Exception> ended = new CompletableFuture<>();
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      link.write(new byte[1 << 22], Duration.ofMinutes(4));
                    } catch (LinkLostException e) {
                      ended.complete(e);
                    }
                  });
      assertThat(pty.master().read(new byte[16], Duration.ofMinutes(1))).isPositive();
      link.close();
      assertThat(ended.get(2, TimeUnit.MINUTES)).hasMessageContaining("is gone");
      writer.join();
      assertThat(openDescriptors(path)).isEqualTo(before);
    }
  }

  @Test
  void what_is_no_printer_has_no_port_status() throws Exception {
    try (Pty pty = Pty.open();
        ByteLink link = new FileLinkOpener(Path.of(pty.slavePath()), true).open()) {
      assertThat(link.portStatus()).isEmpty();
    }
  }

  @Test
  void a_file_that_may_not_be_opened_for_both_ways_says_what_is_wrong() {
    assertThatThrownBy(() -> new FileLinkOpener(dir, true).open())
        .isInstanceOf(LinkLostException.class)
        .hasMessageContaining("could not be opened");
  }

  @Test
  void a_file_that_is_not_there_says_so() {
    assertThatThrownBy(() -> new FileLinkOpener(dir.resolve("none"), true).open())
        .isInstanceOf(LinkLostException.class)
        .hasMessageContaining("is not there");
  }

  /// EACCES; root is never told so.
  @Test
  void a_port_that_may_not_be_opened_is_told_as_that_with_its_rights() {
    assertThat(FileLinkOpener.refused(Path.of("/dev/null"), 13))
        .isInstanceOf(NoRightsException.class)
        .hasMessageContaining("/dev/null may not be opened (owner root, group root, mode 0666)");
  }
}
