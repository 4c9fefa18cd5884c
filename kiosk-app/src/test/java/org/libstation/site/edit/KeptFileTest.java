package org.libstation.site.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.site.edit.KeptFile.FileChangeOutcome;

class KeptFileTest {
  private static final Instant NOW = Instant.parse("2026-11-27T00:10:00Z");

  @TempDir Path dir;

  private Path file = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    file = dir.resolve("station.yaml");
    Files.writeString(file, "0");
  }

  private KeptFile kept() throws IOException {
    return new KeptFile(file);
  }

  private void write(String text) throws IOException {
    assertThat(kept().write(kept().text(), text, NOW)).isEqualTo(FileChangeOutcome.WRITTEN);
  }

  private List<String> versions() throws IOException {
    return kept().versions().stream()
        .map(
            version -> {
              try {
                return Files.readString(version.path()) + (version.undone() ? "u" : "");
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  private boolean back() throws IOException {
    KeptFile kept = kept();
    var version = kept.previous();
    if (version.isPresent()) {
      assertThat(kept.putBack(kept.text(), version.get(), NOW))
          .isEqualTo(FileChangeOutcome.WRITTEN);
    }
    return version.isPresent();
  }

  @Test
  void the_last_ten_are_kept_and_no_more() throws IOException {
    for (int i = 1; i <= 14; i++) {
      write(String.valueOf(i));
    }
    assertThat(kept().text()).isEqualTo("14");
    assertThat(versions()).containsExactly("13", "12", "11", "10", "9", "8", "7", "6", "5", "4");
    assertThat(kept().versions().getFirst().replaced()).isEqualTo(NOW);
  }

  @Test
  void going_back_goes_on_back_and_what_was_given_up_is_kept() throws IOException {
    write("1");
    write("2");
    assertThat(back()).isTrue();
    assertThat(kept().text()).isEqualTo("1");
    assertThat(versions()).containsExactly("2u", "0");
    assertThat(back()).isTrue();
    assertThat(kept().text()).isEqualTo("0");
    assertThat(back()).isFalse();
    write("3");
    assertThat(back()).isTrue();
    assertThat(kept().text()).isEqualTo("0");
    assertThat(versions()).contains("3u", "2u", "1u");
  }

  @Test
  void somebody_elses_change_is_not_overwritten() throws IOException {
    KeptFile kept = kept();
    String from = kept.text();
    Files.writeString(file, "by an editor");
    assertThat(kept.write(from, "1", NOW)).isEqualTo(FileChangeOutcome.CHANGED_MEANWHILE);
    assertThat(kept.text()).isEqualTo("by an editor");
    assertThat(versions()).isEmpty();
  }

  @Test
  void two_changes_at_once_do_not_mix() throws IOException {
    write("1");
    try (FileChannel lock =
            FileChannel.open(dir.resolve("kept").resolve(".lock"), StandardOpenOption.WRITE);
        FileLock _ = lock.lock()) {
      assertThatThrownBy(() -> kept().write("1", "2", NOW))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("under way");
    }
    assertThat(kept().text()).isEqualTo("1");
  }

  @Test
  void what_a_power_cut_left_behind_is_in_nobodys_way() throws IOException {
    // Cut while the new text was written, and once more after the old one was kept.
    write("1");
    Files.writeString(dir.resolve(".station.yaml.new"), "hal");
    Files.writeString(dir.resolve("kept").resolve(".station.yaml.000002.new"), "ha");
    Files.writeString(dir.resolve("kept").resolve("station.yaml.000002.20261127T001100Z"), "1");
    assertThat(kept().text()).isEqualTo("1");
    write("2");
    assertThat(kept().text()).isEqualTo("2");
    assertThat(versions()).containsExactly("1", "0");
    try (Stream<Path> all = Files.walk(dir)) {
      assertThat(all.filter(path -> path.toString().endsWith(".new"))).isEmpty();
    }
  }

  @Test
  void rights_stay_and_copies_are_the_owners_alone_and_a_link_stays_a_link() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = dir.resolve("link.yaml");
    Files.createSymbolicLink(link, file);
    KeptFile linked = new KeptFile(link);
    assertThat(linked.write("0", "1", NOW)).isEqualTo(FileChangeOutcome.WRITTEN);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).isEqualTo("1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(linked.versions().getFirst().path())))
        .isEqualTo("rw-------");
  }
}
