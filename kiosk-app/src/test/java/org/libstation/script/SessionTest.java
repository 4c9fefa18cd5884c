package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The session of the packages, with stubs of the display's programs; with real ones:
/// [PackageTest].
@Tag("full")
class SessionTest {
  @TempDir private Path folder = Path.of("");

  /// An emulated machine took longer than ten seconds for each question, and no display was ever
  /// found there.
  @Test
  void a_display_that_takes_long_to_answer_is_waited_for() throws Exception {
    Files.writeString(folder.resolve("session"), "session: display\ndisplay: :99\n");
    Path xset = Files.writeString(folder.resolve("xset"), "#!/bin/sh\nexec sleep 12\n");
    Files.setPosixFilePermissions(xset, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder builder =
        new ProcessBuilder("bash", "../config/package/session", "echo", "it is shown")
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                folder + ":" + System.getenv("PATH"),
                "XDG_RUNTIME_DIR",
                folder.toString(),
                "LIBSTATION_SITE",
                folder.toString(),
                "LIBSTATION_DISPLAY_SECONDS",
                "40"));
    Process session = builder.start();
    try {
      String said = new String(session.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).isEqualTo("it is shown\n");
      assertThat(session.waitFor()).isZero();
    } finally {
      session.destroy();
    }
  }
}
