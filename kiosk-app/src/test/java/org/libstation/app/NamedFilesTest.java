package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.testkit.Calls;
import org.libstation.testkit.Needs;

/// Each command that reads a file of a person's choice, with files that are none: endless, silent,
/// missing, far too large. The command ends at once, with one line that names the file.
@Timeout(300)
class NamedFilesTest {
  private static final String POLICY = "../config/policy/hkpl-example.yaml";

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "policy check FILE",
    "policy check FILE --config ../config",
    "policy check FILE --key FILE",
    "policy check POLICY --key FILE",
    "policy show FILE",
    "policy diff POLICY FILE",
    "policy sign FILE --key FILE",
    "policy sign POLICY --key FILE",
    "policy import FILE --policy POLICY --calendar libraries",
    "policy import POLICY --policy FILE --calendar libraries",
    "policy preview FILE --loans FILE",
    "policy preview POLICY --against POLICY --loans FILE",
    "policy block --site x --hash-key FILE --key FILE",
    "fines --policy FILE --cases FILE",
    "fines --policy hkpl --cases FILE",
    "journal fines --config ../config --policy FILE",
    "journal recount --config ../config --policy FILE",
    "journal cards FILE --recovery-key FILE",
    "journal merge FILE FILE",
    "verify-return --key FILE --file FILE",
    "sip2 decode FILE",
    "sip2 encode FILE",
    "scenario FILE",
    "library --policy FILE",
    "ledger --data FILE",
    "policy check POLICY --config FILE"
  })
  void a_file_that_is_none_is_told_in_one_line(String words) throws Exception {
    Map<String, String> files =
        Map.of(
            "/dev/zero", "device",
            "directory", "directory",
            "fifo", "pipe",
            "missing", "");
    for (String file : List.of("/dev/zero", "directory", "fifo", "missing", "large")) {
      // Of whatever length, messages are read one after the other.
      if (words.startsWith("sip2 decode") && file.equals("large")) {
        continue;
      }
      refused(words, place(file), files.getOrDefault(file, ""));
    }
  }

  private Path place(String name) throws Exception {
    Path file = dir.resolve(name);
    switch (name) {
      case "directory" -> Files.createDirectories(file);
      case "fifo" -> {
        Needs.programs("mkfifo");
        Calls.succeeds(new ProcessBuilder("mkfifo", file.toString()));
      }
      case "large" -> large(file);
      default -> {}
    }
    return file;
  }

  /// Takes no room on the disk.
  private static void large(Path file) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100_000_000);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void refused(String words, Path file, String kind) {
    StringWriter err = new StringWriter();
    StringWriter out = new StringWriter();
    List<String> line =
        List.of(words.replace("FILE", file.toString()).replace("POLICY", POLICY).split(" "));
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(line.toArray(String[]::new));
    String told = out + err.toString();
    assertThat(told).as(words + " " + kind).doesNotContain("\tat ").contains(file.toString());
    assertThat(status).as(told).isIn(1, 2);
  }
}
