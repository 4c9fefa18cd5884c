package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
  @TempDir private Path site = Path.of("");

  @Test
  void names_of_the_panels_are_read_as_the_session_reads_them() throws Exception {
    Files.writeString(
        site.resolve("session"),
        """
        # drop-output: DP-9
        session: cage
        output: HDMI-A-1   # the station's
        drop-output:   DP-1
        drop-rotation: 90
        """);
    assertThat(SessionFile.of(site)).isEqualTo(new SessionFile("HDMI-A-1", Optional.of("DP-1")));
  }

  @Test
  void without_a_file_or_a_name_the_drop_has_no_panel() throws Exception {
    assertThat(SessionFile.of(site).drop()).isEmpty();
    Files.copy(Path.of("../config/package/session.example"), site.resolve("session"));
    assertThat(SessionFile.of(site)).isEqualTo(new SessionFile("", Optional.empty()));
    Files.write(site.resolve("session"), new byte[] {'d', (byte) 0xff, '\n'});
    assertThat(SessionFile.of(site).drop()).isEmpty();
  }
}
