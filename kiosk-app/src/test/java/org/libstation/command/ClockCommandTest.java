package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.libstation.ops.ClockPlace;
import org.libstation.sync.ZoneMemory;
import picocli.CommandLine;

class ClockCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Site site = new Site();

  private static final class Site implements ClockPlace {
    private Optional<ZoneMemory.Seen> seen = Optional.empty();
    private Optional<ZoneMemory.Confirmed> confirmed = Optional.empty();

    @Override
    public Said said(Path config) {
      return new Said(ZoneId.of("Asia/Hong_Kong"), seen, confirmed, confirmed.isPresent());
    }

    @Override
    public void confirm(Path config, ZoneId zone, String by) {
      confirmed =
          Optional.of(
              new ZoneMemory.Confirmed(zone, by, OffsetDateTime.parse("2026-11-25T10:00+08:00")));
    }

    void sees(String... zones) {
      seen =
          Optional.of(
              new ZoneMemory.Seen(
                  new TreeSet<>(List.of(zones)),
                  LocalDateTime.parse("2026-11-25T02:00"),
                  Optional.empty()));
    }
  }

  private int run(String... words) {
    CommandLine line = StationCommand.with(ClockCommand.with(site));
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(words);
  }

  @Test
  void where_nothing_was_seen_all_is_well_and_nothing_can_be_confirmed() {
    assertThat(run("clock", "--config", "x")).isZero();
    assertThat(run("clock", "confirm", "UTC", "--config", "x", "--by", "Chan")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing to confirm");
  }

  @Test
  void what_is_in_doubt_is_told_with_the_zones_that_fit() {
    site.sees("Europe/London", "UTC");
    assertThat(run("clock", "--config", "x")).isEqualTo(1);
    assertThat(out.toString())
        .contains("in doubt", "Europe/London, UTC", "8 h 00 min behind the station's");
  }

  @Test
  void a_named_person_confirms_a_zone_that_explains_it() {
    site.sees("Europe/London", "UTC");
    assertThat(run("clock", "confirm", "Asia/Tokyo", "--config", "x", "--by", "Chan")).isEqualTo(2);
    assertThat(err.toString()).contains("does not explain").contains("Europe/London, UTC");
    assertThat(site.confirmed).isEmpty();

    assertThat(run("clock", "confirm", "UTC", "--config", "x", "--by", "Chan")).isZero();
    assertThat(site.confirmed.orElseThrow().by()).isEqualTo("Chan");
    assertThat(run("clock", "--config", "x")).isZero();
    assertThat(out.toString()).contains("UTC confirmed by Chan");
  }

  @Test
  void nobody_and_no_zone_are_refused() {
    site.sees("UTC");
    assertThat(run("clock", "confirm", "UTC", "--config", "x")).isEqualTo(2);
    assertThat(run("clock", "confirm", "UTC", "--config", "x", "--by", " ")).isEqualTo(2);
    assertThat(run("clock", "confirm", "UTC", "--config", "x", "--by", "a\nb")).isEqualTo(2);
    assertThat(run("clock", "confirm", "Hong\u001bKong", "--config", "x", "--by", "a"))
        .isEqualTo(2);
    assertThat(err.toString()).doesNotContain("\u001b");
  }
}
