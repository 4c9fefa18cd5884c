package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalPrinter;

/// A journal that a station of the version before wrote, with each happening and each mark there
/// is: moving a class, or naming what it holds otherwise, must change no word of it.
final class JournalOfBeforeTest {
  private static final int MOST = 1000;

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void itLiesHere() throws IOException {
    Files.write(directory.resolve(JournalFiles.FILE), resource("journal.db"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            JournalOfBeforeTest.class.getResourceAsStream("/before/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private List<JournalEntry> entries() {
    try (JournalReader reader = JournalStore.read(directory)) {
      return reader.all(1, MOST);
    }
  }

  @Test
  void it_is_told_as_it_was_told_then() throws IOException {
    List<JournalEntry> entries = entries();
    List<String> told = new ArrayList<>(JournalPrinter.plain().list(entries));
    entries.forEach(entry -> told.addAll(JournalPrinter.plain().show(entry)));

    assertThat(String.join("\n", told) + "\n")
        .isEqualTo(new String(resource("journal.txt"), StandardCharsets.UTF_8));
  }

  @Test
  void each_line_of_it_would_be_written_the_same_today() throws SQLException {
    List<JournalEntry> entries = entries();
    assertThat(entries).hasSizeGreaterThan(10);

    List<String> marks =
        entries.stream()
            .flatMap(entry -> entry.marks().stream())
            .map(noted -> MarkText.of(noted.mark()))
            .map(text -> text.kind() + ": " + text.details())
            .toList();
    assertThat(marks).hasSizeGreaterThan(30);
    assertThat(marks).isEqualTo(rows("select kind, details from mark order by rowid"));

    List<String> happenings =
        entries.stream()
            .map(entry -> EventText.of(entry.what()))
            .map(text -> text.kind() + ": " + text.details())
            .toList();
    assertThat(happenings).isEqualTo(rows("select kind, details from entry order by number"));
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(JournalFiles.FILE));
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1) + ": " + found.getString(2));
      }
    }
    return rows;
  }
}
