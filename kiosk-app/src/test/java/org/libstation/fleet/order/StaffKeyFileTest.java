package org.libstation.fleet.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.policy.SignedPolicy;

/// The file of one's own key.
final class StaffKeyFileTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder;

  private StaffKeyFile made(String passphrase) throws Exception {
    return StaffKeyFile.make(folder.resolve("chan.pem"), passphrase.toCharArray(), RANDOM);
  }

  private static char[] nobodyAsks() {
    throw new AssertionError("a passphrase was asked for");
  }

  @Test
  void it_is_its_owners_alone_and_signs_what_its_line_proves() throws Exception {
    StaffKeyFile made = made("");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())))
        .isEqualTo("rw-------");
    StaffKeyFile read = StaffKeyFile.read(made.path(), StaffKeyFileTest::nobodyAsks);
    assertThat(read).isEqualTo(made);
    assertThat(OrderCover.fingerprint(SignedPolicy.bareKey(read.line())))
        .isEqualTo(read.fingerprint());
    assertThat(read.toString()).doesNotContain("PRIVATE");
    assertThatThrownBy(() -> made("")).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void one_that_others_may_read_is_refused() throws Exception {
    StaffKeyFile made = made("");
    Files.setPosixFilePermissions(made.path(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> StaffKeyFile.read(made.path(), StaffKeyFileTest::nobodyAsks))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void a_passphrase_opens_it_and_no_other_one_does() throws Exception {
    StaffKeyFile made = made("correct horse");
    assertThat(Files.readString(made.path())).contains("BEGIN ENCRYPTED PRIVATE KEY");
    assertThat(StaffKeyFile.read(made.path(), "correct horse"::toCharArray)).isEqualTo(made);
    assertThatThrownBy(() -> StaffKeyFile.read(made.path(), "wrong horse"::toCharArray))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("passphrase");
  }

  @Test
  void what_is_no_key_is_told_without_what_is_in_it() throws Exception {
    Path junk = folder.resolve("junk.pem");
    Files.writeString(junk, "sesame");
    Files.setPosixFilePermissions(junk, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> StaffKeyFile.read(junk, StaffKeyFileTest::nobodyAsks))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("sesame");
  }

  @Test
  void its_number_grows_also_when_the_clock_was_set_back() throws Exception {
    StaffKeyFile made = made("");
    Instant now = Instant.parse("2026-11-30T10:00:00Z");
    long first = made.next(now);
    assertThat(first).isEqualTo(now.toEpochMilli());
    assertThat(made.next(now)).isEqualTo(first + 1);
    assertThat(made.next(now.minusSeconds(86_400))).isEqualTo(first + 2);
  }
}
