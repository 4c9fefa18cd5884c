package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.site.Reason;
import picocli.CommandLine;

/// The program as it is put together.
class MainTest {
  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private CommandLine station() {
    return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  @Test
  void every_command_and_those_below_it_help_by_example() {
    CommandLine station = station();
    assertThat(station.getSubcommands())
        .containsKeys("library", "ledger", "journal", "emulate", "bench", "fines");
    helps(station);
  }

  private static void helps(CommandLine line) {
    for (Map.Entry<String, CommandLine> below : line.getSubcommands().entrySet()) {
      assertThat(below.getValue().getUsageMessage())
          .as(below.getKey())
          .contains("Examples:")
          .contains(
              "./station " + below.getValue().getCommandSpec().qualifiedName(" ").substring(8));
      helps(below.getValue());
    }
  }

  @Test
  void an_installed_program_calls_itself_by_the_name_that_its_package_gave_it() {
    System.setProperty("libstation.command", "libstation");
    try {
      CommandLine station = station();
      assertThat(station.getUsageMessage()).contains("Usage: libstation ", "  libstation run ");
      neverAsInACheckout(station);
      assertThat(
              Texts.load(Path.of("..", "config", "texts"), Optional.empty())
                  .in(Language.EN)
                  .say("why.BAD_POLICY", "x"))
          .contains("; libstation doctor --only policy");
      assertThat(Reason.of(Reason.Word.CARD).english()).startsWith("the hash that libstation pin");
    } finally {
      System.clearProperty("libstation.command");
    }
  }

  private static void neverAsInACheckout(CommandLine line) {
    assertThat(line.getUsageMessage()).doesNotContain("./station");
    line.getSubcommands().values().forEach(MainTest::neverAsInACheckout);
  }

  @Test
  void a_directory_without_settings_is_said_in_plain_words() {
    assertThat(station().execute("journal", "list", "--config", dir.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("station.yaml").doesNotContain("\tat ");
  }
}
