package org.libstation.lab.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.ConnectionSource;

final class DiskYardstickTest {
  @TempDir Path dir;

  @Test
  void each_insert_is_a_row_that_another_connection_reads_at_once() throws Exception {
    try (DiskYardstick yardstick = DiskYardstick.in(dir)) {
      yardstick.insert();
      assertThat(read("SELECT count(*) FROM yard")).isEqualTo("1");
      yardstick.insert();
      assertThat(read("SELECT count(*) FROM yard")).isEqualTo("2");
    }
  }

  @Test
  void the_file_is_of_the_journals_kind() throws Exception {
    try (DiskYardstick yardstick = DiskYardstick.in(dir)) {
      yardstick.insert();
      assertThat(dir.resolve(DiskYardstick.DATABASE + "-wal")).isNotEmptyFile();
      assertThat(read("PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(read("SELECT sql FROM sqlite_schema WHERE name = 'yard'")).contains(") STRICT");
      assertThat(read("PRAGMA page_size")).isEqualTo("" + DiskYardstick.BLOCK_BYTES);
    }
  }

  @Test
  void each_append_lengthens_the_plain_file_by_a_block() throws Exception {
    try (DiskYardstick yardstick = DiskYardstick.in(dir)) {
      yardstick.append();
      yardstick.append();
      assertThat(Files.size(dir.resolve(DiskYardstick.LOG)))
          .isEqualTo(2L * DiskYardstick.BLOCK_BYTES);
    }
  }

  @Test
  void an_old_yardstick_is_not_written_over() {
    DiskYardstick.in(dir).close();
    assertThatThrownBy(() -> DiskYardstick.in(dir)).isInstanceOf(JournalException.class);
  }

  private String read(String sql) throws SQLException {
    try (Connection connection = ConnectionSource.plain(dir.resolve(DiskYardstick.DATABASE));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
