package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.JournalException;

/// Why a file was of no use is told: that it may not be read is another matter than what is in it.
class UnreadableFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_key_that_cannot_be_read_is_not_called_another_thing() throws Exception {
    Path key = folder.resolve("recovery.pem");
    assertThatThrownBy(() -> LibraryKey.readPrivate(key))
        .isInstanceOf(JournalException.class)
        .hasMessage(key + " cannot be read: " + key + " is not there");
    Files.write(key, new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> LibraryKey.readPrivate(key))
        .hasMessageContaining("expected an RSA private key in PEM form");
    assertThatThrownBy(() -> LibraryKey.read(key))
        .hasMessageContaining("expected an RSA public key in PEM form");
  }

  @Test
  void whose_rights_are_lacking_is_named() {
    assertThat(JournalException.reason(new AccessDeniedException("/mnt/key.pem")))
        .isEqualTo(
            "user " + System.getProperty("user.name") + " may not read or write /mnt/key.pem");
  }

  @Test
  void a_copy_to_where_nothing_can_be_written_says_why() {
    Path to = folder.resolve("stick").resolve("copy.db");
    assertThatThrownBy(() -> JournalBackup.write(folder, to, Instant.EPOCH))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("copy.db.part is not there");
  }
}
