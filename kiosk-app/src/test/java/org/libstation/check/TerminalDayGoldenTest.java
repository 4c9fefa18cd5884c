package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;

/// `terminal-days.tsv`, byte for byte.
final class TerminalDayGoldenTest {
  private static final OffsetDateTime ASKED = OffsetDateTime.parse("2026-11-30T23:00:00+08:00");

  @TempDir private Path data = Path.of("");

  @Test
  void a_line_has_moment_receipt_numbers_and_sum() throws IOException {
    Path file = data.resolve(TerminalDayFile.FILE);
    TerminalDay told =
        new TerminalDay(
            ASKED,
            Optional.of("0001"),
            Optional.of("0\u000717"),
            Optional.of(Money.of(12_50, "HKD")),
            true);
    TerminalDay silent =
        new TerminalDay(ASKED, Optional.empty(), Optional.empty(), Optional.empty(), true);

    TerminalDayFile.keep(told, file);
    TerminalDayFile.keep(silent, file);
    TerminalDayFile.keep(TerminalDay.notKnown(ASKED), file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            2026-11-30T23:00+08:00\t0001\t0 17\tHKD 1250
            2026-11-30T23:00+08:00\t-\t-\t-
            2026-11-30T23:00+08:00\t-\t-\tnot known
            """);
    assertThat(TerminalDayFile.all(file))
        .containsExactly(
            new TerminalDay(ASKED, told.first(), Optional.of("0 17"), told.total(), true),
            silent,
            TerminalDay.notKnown(ASKED));
  }

  @Test
  void a_line_of_another_form_is_left_out() throws IOException {
    Path file = data.resolve(TerminalDayFile.FILE);
    Files.writeString(
        file,
        """
        2026-11-30T23:00+08:00\t-\t-
        2026-11-30T23:00+08:00\t-\t-\tHKD
        2026-11-30T23:00+08:00\t-\t-\tHKD x
        noon\t-\t-\t-
        2026-11-30T23:00+08:00\t-\t-\t-\t-
        """);

    assertThat(TerminalDayFile.all(file)).isEmpty();
  }
}
