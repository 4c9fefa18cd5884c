package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.site.ZoneFile;
import org.libstation.sync.ZoneMemory;
import picocli.CommandLine;

class ClockCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path dir;
  private Path site = Path.of("");
  private ZoneFile file = new ZoneFile(Path.of(""));

  @BeforeEach
  void makeSite() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    file = new ZoneFile(site.resolve("data"));
  }

  private void sees(String... zones) {
    file.keep(
        new ZoneMemory.ZoneCandidates(
            new TreeSet<>(List.of(zones)),
            LocalDateTime.parse("2026-11-25T02:00"),
            Optional.empty()));
  }

  private int run(String... words) {
    CommandLine line = StationCommand.with(ClockCommand.whole());
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(words);
  }

  @Test
  void where_nothing_was_seen_all_is_well_and_nothing_can_be_confirmed() {
    assertThat(run("clock", "--config", site.toString())).isZero();
    assertThat(run("clock", "confirm", "UTC", "--config", site.toString(), "--by", "Chan"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("nothing to confirm");
  }

  @Test
  void what_is_in_doubt_is_told_with_the_zones_that_fit() {
    sees("Europe/London", "UTC");
    assertThat(run("clock", "--config", site.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("in doubt", "Europe/London, UTC", "8 h 00 min behind the station's");
  }

  @Test
  void a_named_person_confirms_a_zone_that_explains_it() {
    sees("Europe/London", "UTC");
    assertThat(run("clock", "confirm", "Asia/Tokyo", "--config", site.toString(), "--by", "Chan"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("does not explain").contains("Europe/London, UTC");
    assertThat(file.confirmed()).isEmpty();

    assertThat(run("clock", "confirm", "UTC", "--config", site.toString(), "--by", "Chan"))
        .isZero();
    assertThat(file.confirmed().orElseThrow().by()).isEqualTo("Chan");
    assertThat(run("clock", "--config", site.toString())).isZero();
    assertThat(out.toString()).contains("UTC confirmed by Chan");
  }

  @Test
  void nobody_and_no_zone_are_refused() {
    sees("UTC");
    assertThat(run("clock", "confirm", "UTC", "--config", site.toString())).isEqualTo(2);
    assertThat(run("clock", "confirm", "UTC", "--config", site.toString(), "--by", " "))
        .isEqualTo(2);
    assertThat(run("clock", "confirm", "UTC", "--config", site.toString(), "--by", "a\nb"))
        .isEqualTo(2);
    assertThat(run("clock", "confirm", "Hong\u001bKong", "--config", site.toString(), "--by", "a"))
        .isEqualTo(2);
    assertThat(err.toString()).doesNotContain("\u001b");
  }
}
