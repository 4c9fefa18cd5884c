package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestFileTest {
  private static final Optional<Instant> SIGN = Optional.of(Instant.parse("2026-11-25T02:00:00Z"));

  @TempDir Path data;

  @Test
  void a_sign_is_kept_over_a_restart_until_it_is_forgotten() {
    assertThat(new RestFile(data).kept()).isEmpty();
    new RestFile(data).accept(SIGN);
    assertThat(new RestFile(data).kept()).isEqualTo(SIGN);
    new RestFile(data).accept(Optional.empty());
    assertThat(new RestFile(data).kept()).isEmpty();
  }

  @Test
  void what_cannot_be_read_counts_as_not_kept() throws IOException {
    Files.writeString(data.resolve("rest-since"), "yesterday");
    assertThat(new RestFile(data).kept()).isEmpty();
  }
}
