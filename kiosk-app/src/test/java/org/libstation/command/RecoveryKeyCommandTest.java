package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.site.Site;
import org.libstation.station.parts.JournalParts;

class RecoveryKeyCommandTest {
  @TempDir private Path dir;
  private Path site = Path.of("");
  private final StringBuilder printed = new StringBuilder();
  private final Called station =
      new Called(new RecoveryKeyCommand(RecoveryKeyCommandTest::kept, printed::append));

  @BeforeEach
  void makeSite() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
  }

  @Test
  void the_printed_half_opens_what_the_site_seals_for_the_other() throws IOException {
    Called making =
        new Called(
            new RecoveryKeyCommand(() -> LibraryKey.pair(new SecureRandom()), printed::append));
    assertThat(making.with("recovery-key", "--config", site.toString(), "--to", "-")).isZero();
    Path privatePem = Files.writeString(dir.resolve("safe.pem"), printed);
    LibraryKey sealedFor =
        LibraryKey.read(JournalParts.recoveryFile(Site.open(site).settings(), site).orElseThrow());
    assertThat(LibraryKey.readPrivate(privatePem))
        .isInstanceOfSatisfying(
            java.security.interfaces.RSAPrivateKey.class,
            key -> assertThat(key.getModulus()).isEqualTo(sealedFor.key().getModulus()));
    assertThat(making.err()).doesNotContain("PRIVATE KEY").contains("recovery-public.pem");
  }

  @Test
  void on_the_stations_own_disk_no_private_half_is_written() throws IOException {
    for (Path own : new Path[] {dir.resolve("private.pem"), site.resolve("data/private.pem")}) {
      Files.createDirectories(own.getParent());
      assertThat(made("--to", own.toString())).isEqualTo(2);
      assertThat(own).doesNotExist();
    }
    assertThat(station.err()).contains("is on the disk of", "on a stick");
    assertThat(site.resolve("recovery-public.pem")).doesNotExist();
  }

  @Test
  void on_a_machine_that_is_no_station_both_halves_lie_beside_each_other() throws IOException {
    Path safe = Files.createDirectories(dir.resolve("safe"));
    assertThat(station.with("recovery-key", "--to", safe.resolve("private.pem").toString()))
        .isZero();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(safe.resolve("private.pem"))))
        .isEqualTo("rw-------");
    assertThat(LibraryKey.read(safe.resolve("recovery-public.pem")).id()).isNotEmpty();
  }

  @Test
  void where_the_private_half_does_not_arrive_no_public_one_is_laid() throws IOException {
    Called full =
        new Called(
            new RecoveryKeyCommand(
                RecoveryKeyCommandTest::kept,
                _ -> {
                  throw new IOException("No space left on device");
                }));
    assertThat(full.with("recovery-key", "--config", site.toString(), "--to", "-")).isEqualTo(2);
    assertThat(full.err()).contains("no key was made", "discard what was", "No space left");
    try (var files = Files.list(site)) {
      assertThat(files).noneMatch(file -> file.toString().contains("recovery"));
    }
  }

  @Test
  void a_key_that_is_there_is_not_replaced() throws IOException {
    Path there = Files.writeString(site.resolve("recovery-public.pem"), "of the first station");
    assertThat(made("--to", "-")).isEqualTo(2);
    assertThat(there).hasContent("of the first station");
    assertThat(printed).isEmpty();
    assertThat(station.err()).contains("exists: a new key");
  }

  /// Making one takes seconds: where it does not matter which it is, it is the tests'.
  private static LibraryKey.LibraryKeyPair kept() {
    try {
      return new LibraryKey.LibraryKeyPair(
          RecoveryKeys.key(),
          Files.readString(RecoveryKeys.publicPem()),
          Files.readString(RecoveryKeys.privatePem()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int made(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "recovery-key";
    all[1] = "--config";
    all[2] = site.toString();
    System.arraycopy(words, 0, all, 3, words.length);
    return station.with(all);
  }
}
