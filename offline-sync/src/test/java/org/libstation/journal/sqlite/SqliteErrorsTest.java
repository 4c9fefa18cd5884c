package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.JournalException.FaultKind;

/// What a technician is told of a disk differs by what is wrong with it.
class SqliteErrorsTest {
  /// `SQLITE_IOERR_FSYNC`: an extended code of 10 (sqlite.org/rescode.html).
  private static final int FSYNC = 10 | (4 << 8);

  /// `SQLITE_READONLY_DIRECTORY`.
  private static final int DIRECTORY = 8 | (6 << 8);

  @TempDir private Path directory = Path.of("");

  @Test
  void what_may_only_be_read_is_told_apart_from_a_disk_that_fails() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("some.db");
    try (Connection made = DriverManager.getConnection(url);
        Statement statement = made.createStatement()) {
      statement.execute("CREATE TABLE some (number INTEGER)");
    }
    try (Connection reading =
            DriverManager.getConnection(
                "jdbc:sqlite:file:" + directory.resolve("some.db") + "?mode=ro");
        Statement statement = reading.createStatement()) {
      SQLException refused =
          catchThrowableOfType(
              SQLException.class, () -> statement.execute("INSERT INTO some VALUES (1)"));
      assertThat(SqliteErrors.kind(refused)).isEqualTo(FaultKind.READ_ONLY);
    }
    assertThat(SqliteErrors.kind(new SQLException("", "", DIRECTORY)))
        .isEqualTo(FaultKind.READ_ONLY);
    assertThat(SqliteErrors.kind(new SQLException("", "", FSYNC))).isEqualTo(FaultKind.IO);
    assertThat(SqliteErrors.kind(new SQLException("", "", 14))).isEqualTo(FaultKind.DISK);
  }

  @Test
  void so_is_what_the_file_system_answers() {
    assertThat(FaultKind.of(new AccessDeniedException("/data/journal")))
        .isEqualTo(FaultKind.READ_ONLY);
    assertThat(FaultKind.of(refused("Read-only file system"))).isEqualTo(FaultKind.READ_ONLY);
    assertThat(FaultKind.of(refused("Input/output error"))).isEqualTo(FaultKind.IO);
    assertThat(FaultKind.of(new IOException("Input/output error"))).isEqualTo(FaultKind.IO);
    assertThat(FaultKind.of(refused("No space left on device"))).isEqualTo(FaultKind.DISK_FULL);
    assertThat(FaultKind.of(refused("Not a directory"))).isEqualTo(FaultKind.DISK);
  }

  private static FileSystemException refused(String why) {
    return new FileSystemException("/data/journal", null, why);
  }
}
