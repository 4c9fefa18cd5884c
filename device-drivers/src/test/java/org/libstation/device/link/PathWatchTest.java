package org.libstation.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class PathWatchTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path temp;
  private Path dir = Path.of("");
  private int before;

  @BeforeEach
  void resolveTheFolder() throws IOException {
    dir = temp.toRealPath();
    before = FolderWatcher.shared().folders();
  }

  @AfterEach
  void nothingIsWatchedAnyMore() {
    assertThat(FolderWatcher.shared().folders()).isEqualTo(before);
  }

  @Test
  void a_file_that_comes_is_noticed_and_another_is_not() throws IOException {
    try (PathWatch watch = armed("ttyUSB0");
        PathWatch other = armed("ttyUSB1")) {
      assertThat(watch.appeared()).isFalse();
      Files.createFile(dir.resolve("ttyUSB0"));
      appears(watch);
      assertThat(other.appeared()).isFalse();
      watch.arm();
      assertThat(watch.appeared()).as("armed anew").isFalse();
      Files.delete(dir.resolve("ttyUSB0"));
      Files.createFile(dir.resolve("ttyUSB0"));
      appears(watch);
    }
  }

  @Test
  void what_is_there_already_has_not_come() throws IOException {
    Files.createFile(dir.resolve("ttyUSB0"));
    try (PathWatch watch = armed("ttyUSB0");
        PathWatch next = armed("ttyUSB1")) {
      Files.createFile(dir.resolve("ttyUSB1"));
      appears(next);
      assertThat(watch.appeared()).isFalse();
    }
  }

  /// A folder that goes in the very moment in which it is to be watched is no reason to watch
  /// nothing: many rounds, so that this moment is met.
  @Test
  @Tag("full")
  void a_path_in_folders_that_are_not_there_yet_is_noticed_whenever_they_went_and_came()
      throws IOException {
    Path byId = dir.resolve("serial/by-id");
    try (PathWatch watch = armed("serial/by-id/usb-Maker_Pad-if00")) {
      for (int round = 0; round < 200; round++) {
        Files.createDirectories(byId);
        Files.createFile(byId.resolve("usb-Maker_Pad-if00"));
        appears(watch);
        watch.arm();
        Files.delete(byId.resolve("usb-Maker_Pad-if00"));
        Files.delete(byId);
        Files.delete(dir.resolve("serial"));
      }
    }
  }

  @Test
  void a_link_that_is_made_anew_is_noticed_as_udev_makes_it() throws IOException {
    Files.createFile(dir.resolve("ttyUSB0"));
    Files.createFile(dir.resolve("ttyUSB1"));
    Path byId = Files.createDirectories(dir.resolve("serial/by-id"));
    Path link = Files.createSymbolicLink(byId.resolve("pad"), Path.of("../../ttyUSB0"));
    try (PathWatch watch = armed("serial/by-id/pad")) {
      Path fresh = Files.createSymbolicLink(byId.resolve("pad.new"), Path.of("../../ttyUSB1"));
      assertThat(watch.appeared()).isFalse();
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      appears(watch);
    }
  }

  @Test
  void what_a_link_leads_to_is_noticed_when_it_comes_after_the_link() throws IOException {
    Files.createDirectories(dir.resolve("libstation"));
    Files.createSymbolicLink(dir.resolve("libstation/pad"), Path.of("../ttyUSB0"));
    try (PathWatch watch = armed("libstation/pad")) {
      Files.createFile(dir.resolve("ttyUSB0"));
      appears(watch);
    }
  }

  @Test
  void a_folder_that_is_a_link_itself_is_watched_where_it_leads() throws IOException {
    Path real = Files.createDirectories(dir.resolve("real"));
    Files.createSymbolicLink(dir.resolve("names"), real);
    try (PathWatch watch = armed("names/pad")) {
      Files.createFile(real.resolve("pad"));
      appears(watch);
    }
  }

  @Test
  void a_link_without_its_target_has_not_come() throws IOException {
    try (PathWatch watch = armed("pad");
        PathWatch next = armed("next")) {
      Files.createSymbolicLink(dir.resolve("pad"), Path.of("nowhere"));
      Files.createFile(dir.resolve("next"));
      appears(next);
      assertThat(watch.appeared()).isFalse();
      Files.createFile(dir.resolve("nowhere"));
      appears(watch);
    }
  }

  @Test
  void links_in_a_circle_end() throws IOException {
    Files.createSymbolicLink(dir.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(dir.resolve("b"), Path.of("a"));
    try (PathWatch watch = armed("a/pad")) {
      assertThat(watch.appeared()).isFalse();
    }
  }

  private PathWatch armed(String path) {
    PathWatch watch = new PathWatch(dir.resolve(path));
    watch.arm();
    return watch;
  }

  private static void appears(PathWatch watch) {
    await().pollInterval(Duration.ofMillis(1)).atMost(LIMIT).until(watch::appeared);
  }
}
