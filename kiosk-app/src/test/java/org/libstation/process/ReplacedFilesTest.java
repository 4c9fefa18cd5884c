package org.libstation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFilesTest {
  @TempDir Path dir;

  private boolean any(String maps) throws IOException {
    return ReplacedFiles.any(Files.writeString(dir.resolve("maps"), maps));
  }

  @Test
  void a_java_that_was_replaced_is_seen() throws IOException {
    assertThat(
            any(
                """
                7f1b80000000-7f1b80021000 rw-p 00000000 00:00 0\s
                7f1b9c000000-7f1b9d000000 r-xp 00000000 fd:01 393 /usr/lib/jvm/java-25-openjdk-amd64/lib/server/libjvm.so (deleted)
                """))
        .isTrue();
  }

  @Test
  void files_of_the_process_itself_are_no_update() throws IOException {
    assertThat(
            any(
                """
                7f1b80000000-7f1b80021000 rw-s 00000000 00:01 5 /memfd:pulseaudio (deleted)
                7f1b9c000000-7f1b9d000000 rw-s 00000000 fd:01 7 /tmp/hsperfdata_libstation/12 (deleted)
                7f1b9e000000-7f1b9f000000 r-xp 00000000 fd:01 393 /usr/lib/x86_64-linux-gnu/libc.so.6
                """))
        .isFalse();
  }

  @Test
  void a_machine_that_does_not_tell_has_replaced_nothing() {
    assertThat(ReplacedFiles.any(dir.resolve("none"))).isFalse();
  }
}
