package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.sqlite.JournalBreak.BreakKind;

/// `break.txt` and `answered.txt`, byte for byte.
final class BreakNoteGoldenTest {
  private static final Instant FOUND = Instant.parse("2026-11-25T01:30:00Z");

  @TempDir private Path root = Path.of("");
  private Path setAside = Path.of("");

  @BeforeEach
  void itIsNotedIn() {
    setAside = root.resolve("journal/set-aside-1");
  }

  @Test
  void a_note_with_all_that_is_known_of_the_lost_journal() throws IOException {
    HighWater lost = new HighWater(0xf1e2d3, 17, 42, Instant.parse("2026-11-24T10:00:00Z"));
    noted(
        new JournalBreak(setAside, BreakKind.OLDER, FOUND, Optional.of(lost), 12),
        """
        found: older
        at: 2026-11-25T01:30:00Z
        lost journal: 00f1e2d3
        lost entries: 17
        lost marks: 42
        lost last written: 2026-11-24T10:00:00Z
        held up to entry: 12
        """);
  }

  @Test
  void a_note_of_each_kind_without_a_known_journal() throws IOException {
    for (BreakKind kind : BreakKind.values()) {
      noted(
          new JournalBreak(setAside, kind, FOUND, Optional.empty(), 0),
          """
          found: %s
          at: 2026-11-25T01:30:00Z
          lost journal: not known
          held up to entry: 0
          """
              .formatted(kind.name().toLowerCase(Locale.ROOT)));
    }
  }

  private void noted(JournalBreak broken, String text) throws IOException {
    broken.note();
    assertThat(setAside.resolve(JournalBreak.NOTE)).hasContent(text);
    assertThat(JournalBreak.unanswered(root.resolve("journal"))).containsExactly(broken);
  }

  @Test
  void a_note_that_lacks_a_line_or_has_an_unknown_word_is_a_fault() throws IOException {
    Path note = setAside.resolve(JournalBreak.NOTE);
    Files.createDirectories(setAside);
    String whole =
        """
        found: missing
        at: 2026-11-25T01:30:00Z
        lost journal: not known
        held up to entry: 0
        """;
    for (String bad :
        List.of(
            whole.replace("missing", "eaten"),
            whole.replace("lost journal: not known\n", ""),
            whole.replace("held up to entry: 0\n", ""))) {
      Files.writeString(note, bad);
      assertThatThrownBy(() -> JournalBreak.unanswered(root.resolve("journal")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be understood");
    }
  }

  @Test
  void an_answer() throws IOException {
    Files.createDirectories(setAside);
    new JournalBreak(setAside, BreakKind.OLDER, FOUND, Optional.empty(), 0)
        .answer(JournalBreak.JournalBreakAnswer.BEGUN_ANEW, "Chan", "disk died", FOUND);
    assertThat(setAside.resolve(JournalBreak.ANSWERED))
        .hasContent(
            """
            answer: begun anew
            by: Chan
            reason: disk died
            at: 2026-11-25T01:30:00Z
            """);
  }
}
