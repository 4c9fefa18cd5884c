package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.check.Finding;
import org.libstation.service.CentralClock;
import org.libstation.sync.ClockVerdict;
import org.libstation.sync.ZoneMemory;
import org.libstation.sync.ZoneWatch;

class ZoneFileTest {
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final Duration UTC = Duration.ofHours(-8);

  @TempDir Path data;

  /// As a start of the program has it.
  private ZoneWatch started() {
    return new ZoneWatch(HONG_KONG, new ZoneFile(data));
  }

  private String doctor() {
    return CentralClock.finding(data, HONG_KONG).map(Finding::code).orElse("well");
  }

  @Test
  void what_was_seen_on_which_day_survives_a_restart() {
    assertThat(doctor()).isEqualTo("well");
    assertThat(started().saw(Instant.parse("2026-11-25T02:00:00Z"), UTC))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
    assertThat(started().unproven()).isTrue();
    assertThat(doctor()).isEqualTo("G55");

    assertThat(started().saw(Instant.parse("2026-11-26T02:00:00Z"), UTC))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
    assertThat(started().unproven()).isFalse();
    assertThat(doctor()).isEqualTo("G54");

    assertThat(started().saw(Instant.parse("2026-11-27T02:00:00Z"), Duration.ofSeconds(1)))
        .isInstanceOf(ClockVerdict.Skew.class);
    assertThat(new ZoneFile(data).seen()).isEmpty();
    assertThat(doctor()).isEqualTo("well");
  }

  @Test
  void a_technicians_word_survives_a_restart_and_reaches_a_running_station() throws Exception {
    ZoneWatch running = started();
    ClockVerdict _ = running.saw(Instant.parse("2026-11-25T02:00:00Z"), UTC);
    new ZoneFile(data)
        .confirm(
            new ZoneMemory.ConfirmedZone(
                ZoneId.of("Europe/London"),
                "Chan Tai-man",
                OffsetDateTime.parse("2026-11-25T11:00:00+08:00")));

    assertThat(running.saw(Instant.parse("2026-11-25T02:10:00Z"), UTC))
        .isInstanceOf(ClockVerdict.AnotherZone.class);
    assertThat(started().unproven()).isFalse();
    assertThat(new ZoneFile(data).confirmed().orElseThrow().by()).isEqualTo("Chan Tai-man");
  }

  @Test
  void a_damaged_file_counts_as_not_seen() throws IOException {
    Files.write(data.resolve("clock-seen"), new byte[] {'f', 'i', 'r', 's', 't', ' ', '?'});
    Files.write(data.resolve("clock-confirmed"), new byte[] {(byte) 0xFF, 0});

    assertThat(new ZoneFile(data).seen()).isEmpty();
    assertThat(new ZoneFile(data).confirmed()).isEmpty();
    assertThat(started().saw(Instant.parse("2026-11-25T02:00:00Z"), UTC))
        .isInstanceOf(ClockVerdict.ZoneUnproven.class);
    assertThat(new ZoneFile(data).seen()).isPresent();
  }
}
