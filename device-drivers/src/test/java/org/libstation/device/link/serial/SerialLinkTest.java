package org.libstation.device.link.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;
import org.libstation.lab.link.pty.Pty;

/// The real serial driver at one end of a real pseudo-terminal.
@Timeout(300)
class SerialLinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path dir;
  private final Pty pty = Pty.open();

  @AfterEach
  void unplug() {
    pty.close();
  }

  @Test
  void every_byte_value_passes_both_ways() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (ByteLink near = opener(pty.slavePath()).open()) {
      near.write(all, SECOND);
      assertThat(read(pty.master(), 256)).isEqualTo(all);
      pty.master().write(all, SECOND);
      assertThat(read(near, 256)).isEqualTo(all);
    }
  }

  @Test
  void a_long_print_passes_unchanged_while_the_far_end_reads() throws Exception {
    byte[] much = new byte[200_000];
    new Random(7).nextBytes(much);
    try (ByteLink near = opener(pty.slavePath()).open()) {
      CompletableFuture<byte[]> far =
          CompletableFuture.supplyAsync(() -> readUnchecked(pty.master(), much.length));
      near.write(much, Duration.ofSeconds(10));
      assertThat(far.get(180, TimeUnit.SECONDS)).isEqualTo(much);
    }
  }

  @Test
  void a_read_waits_about_as_long_as_it_was_told_and_returns_nothing() throws Exception {
    try (ByteLink near = opener(pty.slavePath()).open()) {
      long begun = System.nanoTime();
      assertThat(near.read(new byte[8], Duration.ofMillis(30))).isZero();
      assertThat(System.nanoTime() - begun)
          .isBetween(TimeUnit.MILLISECONDS.toNanos(29), TimeUnit.MILLISECONDS.toNanos(600));
      begun = System.nanoTime();
      assertThat(near.read(new byte[8], Duration.ofMillis(250))).isZero();
      assertThat(System.nanoTime() - begun)
          .isBetween(TimeUnit.MILLISECONDS.toNanos(249), TimeUnit.MILLISECONDS.toNanos(1200));
    }
  }

  @Test
  void an_unplug_ends_a_waiting_read_at_once() throws Exception {
    try (ByteLink near = opener(pty.slavePath()).open()) {
      CompletableFuture<Integer> reading =
          CompletableFuture.supplyAsync(() -> readOnce(near, Duration.ofSeconds(20)));
      long begun = System.nanoTime();
      pty.close();
      assertThatThrownBy(() -> reading.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .rootCause()
          .isInstanceOf(LinkLostException.class)
          .hasMessageContaining("is gone");
      assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }
  }

  @Test
  void a_write_after_an_unplug_is_a_lost_link_and_not_a_success() throws Exception {
    try (ByteLink near = opener(pty.slavePath()).open()) {
      pty.close();
      assertThatThrownBy(() -> near.write(new byte[] {1, 2, 3}, SECOND))
          .isInstanceOf(LinkLostException.class);
      assertThatThrownBy(() -> near.read(new byte[1], SECOND))
          .isInstanceOf(LinkLostException.class);
    }
  }

  @Test
  void a_write_nobody_takes_ends_by_its_deadline_and_the_link_is_lost() throws Exception {
    try (ByteLink near = opener(pty.slavePath()).open()) {
      byte[] tooMuch = new byte[300_000];
      long begun = System.nanoTime();
      assertThatThrownBy(() -> near.write(tooMuch, Duration.ofMillis(200)))
          .isInstanceOf(LinkLostException.class)
          .hasMessageContaining("took no more bytes for 200 ms");
      assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(5));
      assertThatThrownBy(() -> near.write(new byte[1], SECOND))
          .isInstanceOf(LinkLostException.class);
    }
  }

  @Test
  void closing_from_another_thread_ends_a_waiting_read() throws Exception {
    ByteLink near = opener(pty.slavePath()).open();
    CompletableFuture<Integer> reading =
        CompletableFuture.supplyAsync(() -> readOnce(near, Duration.ofSeconds(20)));
    near.close();
    near.close();
    assertThatThrownBy(() -> reading.get(5, TimeUnit.SECONDS))
        .rootCause()
        .isInstanceOf(LinkLostException.class);
  }

  @Test
  void a_path_that_is_not_there_says_so_in_words() {
    SerialLinkOpener opener = opener("/dev/serial/by-id/usb-none");
    assertThatThrownBy(opener::open)
        .isInstanceOf(LinkLostException.class)
        .hasMessage("/dev/serial/by-id/usb-none is not there: is it plugged in and switched on?");
  }

  @Test
  void a_port_that_is_open_already_is_refused_with_the_reason() throws Exception {
    try (ByteLink _ = opener(pty.slavePath()).open()) {
      assertThatThrownBy(opener(pty.slavePath())::open)
          .isInstanceOf(LinkLostException.class)
          .hasMessageContaining("has it");
    }
  }

  @Test
  void after_a_close_the_same_opener_opens_again() throws Exception {
    SerialLinkOpener opener = opener(pty.slavePath());
    opener.open().close();
    try (ByteLink near = opener.open()) {
      near.write(new byte[] {5}, SECOND);
      assertThat(read(pty.master(), 1)).containsExactly(5);
    }
  }

  @Test
  void a_line_with_parity_opens_again_on_the_same_pseudo_terminal() throws Exception {
    LinkOpener opener = new SerialLinkOpener(pty.slavePath(), SerialSettings.of(38400, "8E1"));
    opener.open().close();
    opener.open().close();
  }

  @Test
  void a_replug_under_the_same_name_leads_to_the_new_port() throws Exception {
    Path name = dir.resolve("scanner");
    pty.linkTo(name);
    SerialLinkOpener opener = opener(name.toString());
    ByteLink first = opener.open();
    try (Pty second = Pty.open()) {
      pty.close();
      assertThatThrownBy(() -> first.read(new byte[1], SECOND))
          .isInstanceOf(LinkLostException.class);
      second.linkTo(name);
      assertThat(second.slavePath()).isNotEqualTo(pty.slavePath());
      try (ByteLink again = opener.open()) {
        again.write(new byte[] {42}, SECOND);
        assertThat(read(second.master(), 1)).containsExactly(42);
      }
    }
    await().until(() -> !java.nio.file.Files.isSymbolicLink(name));
  }

  @Test
  void what_came_while_nobody_listened_is_not_delivered_later() throws Exception {
    pty.master().write(new byte[] {1, 2, 3}, SECOND);
    try (ByteLink near = opener(pty.slavePath()).open()) {
      assertThat(near.read(new byte[8], Duration.ofMillis(50))).isZero();
      pty.master().write(new byte[] {4}, SECOND);
      assertThat(read(near, 1)).containsExactly(4);
    }
  }

  @Test
  void xon_and_xoff_bytes_pass_as_data() throws Exception {
    byte[] control = {0x11, 0x13, 0x13, 0x11, 0x41};
    try (ByteLink near = opener(pty.slavePath()).open()) {
      near.write(control, SECOND);
      assertThat(read(pty.master(), 5)).isEqualTo(control);
      pty.master().write(control, SECOND);
      assertThat(read(near, 5)).isEqualTo(control);
    }
  }

  private static SerialLinkOpener opener(String path) {
    return new SerialLinkOpener(path, SerialSettings.of(9600, "8N1"));
  }

  private static int readOnce(ByteLink link, Duration timeout) {
    try {
      return link.read(new byte[8], timeout);
    } catch (LinkLostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] readUnchecked(ByteLink link, int count) {
    try {
      return read(link, count);
    } catch (LinkLostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(ByteLink link, int count) throws LinkLostException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (all.size() < count && System.nanoTime() < until) {
      all.write(buffer, 0, link.read(buffer, Duration.ofMillis(50)));
    }
    return all.toByteArray();
  }

  /// EACCES; root is never told so.
  @Test
  void a_port_that_may_not_be_opened_is_told_as_that_with_its_rights() {
    assertThat(SerialLinkOpener.refused("/dev/null", 13))
        .isInstanceOf(NoRightsException.class)
        .hasMessageContaining("/dev/null may not be opened (owner root, group root, mode 0666)");
  }
}
