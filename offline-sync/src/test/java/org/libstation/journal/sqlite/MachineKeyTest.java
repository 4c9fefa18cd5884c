package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.JournalException;
import org.libstation.testkit.Calls;

/// The machine's key as a file, and bound to a TPM: Debian's `tpm2-tools` with `swtpm`, a chip in
/// software, at the other end.
@Tag("full")
class MachineKeyTest {
  // The path of a Unix socket has 107 bytes at most.
  private Path root;
  private Path file;
  private Chip chip;

  @TempDir Path data;

  /// One chip with a seed of its own.
  private record Chip(Process process, Map<String, String> environment) {
    static Chip in(Path directory) throws IOException {
      Path state = Files.createDirectories(directory.resolve("state"));
      Path socket = directory.resolve("s");
      Process process =
          new ProcessBuilder(
                  "swtpm",
                  "socket",
                  "--tpm2",
                  "--tpmstate",
                  "dir=" + state,
                  "--server",
                  "type=unixio,path=" + socket,
                  "--ctrl",
                  "type=unixio,path=" + socket + ".ctrl",
                  "--flags",
                  "not-need-init,startup-clear")
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> Files.exists(socket) || !process.isAlive());
      assertThat(process.isAlive()).as(Files.readString(directory.resolve("log"))).isTrue();
      return new Chip(process, Map.of("TPM2TOOLS_TCTI", "swtpm:path=" + socket));
    }

    void run(String... command) throws Exception {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      Calls.succeeds(builder);
    }

    void end() throws InterruptedException {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
  }

  @BeforeEach
  void chip() throws IOException {
    root = Files.createTempDirectory("tpm");
    file = data.resolve("keys").resolve("machine.key");
    chip = Chip.in(root);
  }

  @AfterEach
  void end() throws Exception {
    chip.end();
    try (var files = Files.walk(root)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  @Test
  void a_key_that_is_bound_is_the_same_key_and_stands_in_no_file() throws Exception {
    SecretKey key = MachineKey.create(file, new SecureRandom());
    assertThat(MachineKey.isBound(file)).isFalse();

    MachineKey.bind(file, "", chip.environment());
    assertThat(MachineKey.isBound(file)).isTrue();
    assertThat(MachineKey.read(file, chip.environment())).isEqualTo(key);
    assertThat(Files.readString(file))
        .doesNotContain(Base64.getEncoder().encodeToString(key.getEncoded()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }

    // Once more, with registers: another seal of the same key.
    MachineKey.bind(file, "sha256:7,11", chip.environment());
    assertThat(MachineKey.read(file, chip.environment())).isEqualTo(key);

    MachineKey.release(file, chip.environment());
    assertThat(MachineKey.isBound(file)).isFalse();
    assertThat(MachineKey.read(file)).isEqualTo(key);
  }

  @Test
  void registers_that_changed_another_chip_and_none_keep_the_key_back() throws Exception {
    SecretKey key = MachineKey.create(file, new SecureRandom());
    MachineKey.bind(file, "sha256:7", chip.environment());
    String line = Files.readString(file);

    chip.run("tpm2_pcrextend", "7:sha256=" + "ab".repeat(32));
    keptBack(chip.environment(), "bound to a TPM");

    // Another register is no concern of a seal without any.
    Files.delete(file);
    Files.writeString(
        file,
        "libstation-machine-key-1 " + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    MachineKey.bind(file, "", chip.environment());
    chip.run("tpm2_pcrextend", "7:sha256=" + "cd".repeat(32));
    assertThat(MachineKey.read(file, chip.environment())).isEqualTo(key);

    Path there = Files.createDirectories(root.resolve("b"));
    Chip another = Chip.in(there);
    try {
      keptBack(another.environment(), "bound to a TPM");
    } finally {
      another.end();
    }
    keptBack(Map.of("TPM2TOOLS_TCTI", "swtpm:path=" + root.resolve("none")), "bound to a TPM");
    assertThat(MachineKey.read(file, chip.environment())).isEqualTo(key);
    assertThat(line).startsWith("libstation-machine-key-tpm-1 sha256:7 ");
  }

  @Test
  void what_cannot_be_bound_stays_as_it_was() throws Exception {
    MachineKey.create(file, new SecureRandom());
    byte[] before = Files.readAllBytes(file);
    for (String registers : List.of("7", "sha256:", "sha256:7;reboot", "sha256:99")) {
      assertThatThrownBy(() -> MachineKey.bind(file, registers, chip.environment()))
          .as(registers)
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.KEY_BOUND))
          .hasMessageContaining("was not bound");
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
    chip.end();
    assertThatThrownBy(() -> MachineKey.bind(file, "", chip.environment()))
        .hasMessageContaining("was not bound");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void what_cannot_take_the_place_of_the_old_leaves_no_key_beside_it() throws Exception {
    // A file that cannot be written over, also by root.
    Path place = Files.createDirectories(file);
    assertThatThrownBy(() -> MachineKey.lay(place, "a key", true)).isInstanceOf(IOException.class);
    try (var files = Files.list(place.getParent())) {
      assertThat(files).containsExactly(place);
    }
  }

  @Test
  void junk_in_the_place_of_a_seal_is_told_and_never_run() throws Exception {
    Files.createDirectories(file.getParent());
    for (String junk :
        List.of(
            "libstation-machine-key-tpm-1",
            "libstation-machine-key-tpm-1 - AAAA",
            "libstation-machine-key-tpm-1 sha256:7;reboot AAAA AAAA",
            "libstation-machine-key-tpm-1 - !!! AAAA",
            "libstation-machine-key-1 AAAA",
            "something else")) {
      Files.write(file, junk.getBytes(StandardCharsets.US_ASCII));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      assertThatThrownBy(() -> MachineKey.read(file, chip.environment()))
          .as(junk)
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.KEY));
    }
    // Halves that no chip made.
    Files.writeString(file, "libstation-machine-key-tpm-1 - AAAA AAAA");
    keptBack(chip.environment(), "tpm2_load");
  }

  private void keptBack(Map<String, String> environment, String why) {
    assertThatThrownBy(() -> MachineKey.read(file, environment))
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.KEY_BOUND))
        .hasMessageContaining(why);
  }
}
