package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.EventTime;
import org.libstation.sync.LongRest.Rest;
import org.libstation.sync.ZoneMemory.ConfirmedZone;
import org.libstation.sync.ZoneMemory.ZoneCandidates;

/// Small files of the data directory, byte for byte.
final class SmallFilesGoldenTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-26T11:02:00+08:00");
  private static final LocalDateTime FIRST = LocalDateTime.parse("2026-11-25T02:00:00");

  @TempDir private Path data = Path.of("");

  private String text(String file) throws IOException {
    return Files.readString(data.resolve(file));
  }

  @Test
  void zones_that_were_seen() throws IOException {
    ZoneFile file = new ZoneFile(data);
    ZoneCandidates twice =
        new ZoneCandidates(
            new TreeSet<>(Set.of("Europe/London", "Africa/Abidjan")),
            FIRST,
            Optional.of(FIRST.plusDays(1)));

    file.keep(twice);

    assertThat(text("clock-seen"))
        .isEqualTo(
            """
            first 2026-11-25T02:00
            again 2026-11-26T02:00
            zone Africa/Abidjan
            zone Europe/London
            """);
    assertThat(file.seen()).contains(twice);

    ZoneCandidates once =
        new ZoneCandidates(new TreeSet<>(Set.of("Europe/London")), FIRST, Optional.empty());
    file.keep(once);
    assertThat(text("clock-seen")).isEqualTo("first 2026-11-25T02:00\nzone Europe/London\n");
    assertThat(file.seen()).contains(once);
  }

  @Test
  void a_zone_that_was_confirmed() throws IOException {
    ZoneFile file = new ZoneFile(data);
    ConfirmedZone said = new ConfirmedZone(ZoneId.of("Europe/London"), "Chan Tai-man", AT);

    file.confirm(said);

    assertThat(text("clock-confirmed"))
        .isEqualTo(
            """
            zone Europe/London
            by Chan Tai-man
            at 2026-11-26T11:02+08:00
            """);
    assertThat(file.confirmed()).contains(said);
  }

  @Test
  void a_rest_that_was_not_judged_yet() throws IOException {
    EventTime sign =
        new EventTime(
            AT, "7c1d of old", Duration.ofMillis(1234), Optional.of(Duration.ofSeconds(-3)), false);
    EventTime start =
        new EventTime(AT.plusHours(8), "9f20", Duration.ofMinutes(5), Optional.empty(), false);

    new RestFile(data).keep(List.of(new Rest(sign, start, 41)));

    assertThat(text("rest-since"))
        .isEqualTo(
            "2026-11-26T11:02+08:00 7c1d_of_old PT1.234S PT-3S"
                + " 2026-11-26T19:02+08:00 9f20 PT5M - 41\n");
    assertThat(new RestFile(data).kept())
        .containsExactly(new Rest(sign.with(c -> c.bootId("7c1d_of_old")), start, 41));
    assertThat(MomentText.read(MomentText.of(start))).isEqualTo(start);
  }
}
