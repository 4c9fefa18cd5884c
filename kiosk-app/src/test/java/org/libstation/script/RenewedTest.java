package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Calls;

/// What dpkg's trigger does after Debian replaced Java or libraries: `config/package/renewed`, with
/// stubs for the programs that it calls.
class RenewedTest {
  private static final String JAVA = "/usr/lib/jvm/java-25-openjdk-amd64";
  private static final String LIBRARIES = "/usr/lib/x86_64-linux-gnu";

  @TempDir Path dir;
  private Path at = Path.of("");
  private Path done = Path.of("");

  @BeforeEach
  void install() throws IOException {
    at = Files.createDirectory(dir.resolve("versions"));
    done = Files.writeString(dir.resolve("done"), "");
    version("1.0", true);
    version("1.1", true);
    Files.createSymbolicLink(at.resolve("current"), Path.of("1.1"));
  }

  /// @param shared whether it runs on the machine's Java; else it has one of its own
  private void version(String name, boolean shared) throws IOException {
    Path home = at.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("runtime/bin"));
    Files.writeString(home.resolve("station.aot"), "");
    Path java = shared ? dir.resolve("java") : home.resolve("runtime/bin/java");
    if (!Files.exists(java)) {
      script(java, "[ ! -e '" + dir.resolve("other-java") + "' ]");
    }
    if (shared) {
      Files.createSymbolicLink(home.resolve("runtime/bin/java"), java);
    }
    script(home.resolve("bin/train"), "echo train " + name + " >>'" + done + "'");
    script(home.resolve("bin/libstation"), "echo \"$1\" >>'" + done + "'");
  }

  private static void script(Path file, String does) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void process(String maps) throws Exception {
    Path process = Files.createDirectories(dir.resolve("proc/77"));
    Object user = Files.getAttribute(dir, "unix:uid");
    Files.writeString(process.resolve("status"), "Name:\tjava\nUid:\t%1$s\t%1$s\n".formatted(user));
    Files.writeString(process.resolve("maps"), maps + "\n");
  }

  private String renewed(String triggers) throws Exception {
    Files.createDirectories(dir.resolve("proc"));
    ProcessBuilder script =
        new ProcessBuilder(
            Path.of("../config/package/renewed").toAbsolutePath().toString(), triggers);
    script.environment().put("LIBSTATION_AT", at.toString());
    script.environment().put("LIBSTATION_PROC", dir.resolve("proc").toString());
    script.environment().put("LIBSTATION_USER", System.getProperty("user.name"));
    Calls.succeeds(script);
    return Files.readString(done);
  }

  @Test
  void a_new_java_gets_new_caches_first_for_the_version_in_use() throws Exception {
    version("0.9", false);
    Files.createFile(dir.resolve("other-java"));
    assertThat(renewed(LIBRARIES + " " + JAVA)).isEqualTo("train 1.1\ntrain 1.0\n");
  }

  @Test
  void a_cache_that_fits_stays() throws Exception {
    assertThat(renewed(JAVA)).isEmpty();
  }

  @Test
  void other_libraries_change_no_cache() throws Exception {
    Files.createFile(dir.resolve("other-java"));
    assertThat(renewed(LIBRARIES)).isEmpty();
  }

  @Test
  void a_station_that_uses_replaced_files_is_asked_to_restart() throws Exception {
    process("7f00-7f01 r-xp 0 fd:01 39 /usr/lib/x86_64-linux-gnu/libssl.so.3 (deleted)");
    assertThat(renewed(LIBRARIES)).isEqualTo("restart\n");
  }

  @Test
  void a_station_that_uses_none_goes_on() throws Exception {
    process(
        """
        7f00-7f01 r-xp 0 fd:01 39 /usr/lib/x86_64-linux-gnu/libssl.so.3
        7f02-7f03 rw-s 0 fd:01 40 /tmp/hsperfdata_libstation/77 (deleted)\
        """);
    assertThat(renewed(LIBRARIES)).isEmpty();
  }
}
