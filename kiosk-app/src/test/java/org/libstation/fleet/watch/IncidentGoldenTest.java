package org.libstation.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The lines of `watch.properties`, byte for byte.
final class IncidentGoldenTest {
  private static final String KEY = "fault|hkpl/central/box-2|3f9a0c12|device pad N12";
  private static final String MOMENTS =
      "3.17 2026-11-25T11:30:00Z 2026-11-25T11:31:00Z true 2 1 2026-11-25T11:32:00Z";

  @Test
  void a_line_is_written_as_it_was_read() {
    for (String line :
        List.of(
            MOMENTS,
            MOMENTS.replace("true", "false") + " mail=1 web=1000000",
            MOMENTS + " over=2026-11-24T00:00:00Z doubt=2026-11-25T11:33:00Z mail=1 web=1000000")) {
      assertThat(Incident.read(KEY, line).line()).isEqualTo(line);
    }
  }

  @Test
  void each_kind_is_read_by_its_word() {
    for (Incident.Kind kind : Incident.Kind.values()) {
      String key = kind.word() + "|hkpl/central/box-2|3f9a0c12|";
      assertThat(Incident.read(key, MOMENTS).subject())
          .isEqualTo(new Incident.Subject(kind, "hkpl/central/box-2", "3f9a0c12", ""));
      assertThat(Incident.read(key, MOMENTS).subject().key()).isEqualTo(key);
    }
  }

  @Test
  void its_moments_are_read_from_their_places() {
    Incident read = Incident.read(KEY, MOMENTS + " over=2026-11-24T00:00:00Z");
    assertThat(read.since()).isEqualTo(Instant.parse("2026-11-25T11:30:00Z"));
    assertThat(read.over()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(read.isPresent()).isTrue();
  }
}
