package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.CommandHelp;
import org.libstation.flow.state.Language;
import org.libstation.testkit.Calls;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// The files with the help of the commands, and the page that is made of them.
class CommandHelpTest {
  private static final Path PAGE = Path.of("..", "docs", "administrator", "command-reference.md");
  private static final List<String> OF_A_COMMAND = List.of("description", "examples", "notes");

  @TempDir private Path dir = Path.of("");

  private final List<CommandSpec> commands = commands(Main.commandLine()).toList();

  private static Stream<CommandSpec> commands(CommandLine line) {
    return Stream.concat(
        Stream.of(line.getCommandSpec()),
        line.getSubcommands().values().stream().flatMap(CommandHelpTest::commands));
  }

  /// What `--help` shows, without picocli's own: `--help` and `--version`, and the word after help.
  private static Stream<ArgSpec> shown(CommandSpec command) {
    return command.args().stream()
        .filter(each -> !each.hidden())
        .filter(each -> !(command.userObject() instanceof CommandLine.HelpCommand))
        .filter(each -> !each.equals(command.findOption("--help")))
        .filter(each -> !each.equals(command.findOption("--version")));
  }

  @Test
  void every_command_option_and_parameter_has_its_text() {
    for (CommandSpec command : commands) {
      String path = CommandHelp.path(command);
      assertThat(CommandHelp.texts()).containsKeys(path + ".description", path + ".examples");
      shown(command)
          .forEach(
              each ->
                  assertThat(CommandHelp.keys(command, each))
                      .as("one of these keys has a text")
                      .anyMatch(CommandHelp.texts()::containsKey));
    }
  }

  @Test
  void no_text_is_left_that_no_command_shows() {
    Set<String> left = new TreeSet<>(CommandHelp.texts().stringPropertyNames());
    for (CommandSpec command : commands) {
      OF_A_COMMAND.forEach(each -> left.remove(CommandHelp.path(command) + "." + each));
      shown(command)
          .flatMap(
              each ->
                  CommandHelp.keys(command, each).stream()
                      .filter(CommandHelp.texts()::containsKey)
                      .limit(1))
          .forEach(left::remove);
    }
    assertThat(left).isEmpty();
  }

  @Test
  void a_choice_of_languages_names_those_that_there_are() {
    assertThat(CommandHelp.texts().stringPropertyNames().stream())
        .filteredOn(key -> key.endsWith(".--language"))
        .isNotEmpty()
        .allSatisfy(
            key -> assertThat(CommandHelp.texts().getProperty(key)).contains(Language.TAGS));
  }

  @Test
  void the_page_of_all_commands_is_what_they_say_of_themselves() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # All commands and options

        Generated from the files `help.properties`: what `--help` prints for each command, in the order of `./station --help`.
        [commands.md](commands.md) says which command is for which task. `CommandHelpTest` fails when this page is old, and says where the new one lies.
        """);
    for (CommandSpec command : commands) {
      page.append("\n## ").append(command.qualifiedName(" ")).append("\n\n```text\n");
      page.append(command.commandLine().getUsageMessage()).append("```\n");
    }
    Path made = Path.of("target", "command-reference.md");
    Files.writeString(made, page);
    assertThat(PAGE)
        .as("old; the new one: cp kiosk-app/target/command-reference.md docs/administrator/")
        .hasSameTextualContentAs(made);
  }

  /// The package's build reads them from the list that `--help` prints.
  @Test
  void the_manual_page_and_the_completion_have_every_command() throws Exception {
    Path list = dir.resolve("list");
    Path manual = dir.resolve("manual");
    String usage = commands.getFirst().commandLine().getUsageMessage();
    Files.writeString(
        list, usage.substring(usage.indexOf("Commands:"), usage.indexOf("\nExamples:")));
    String packs =
        "../config/package/manual 1 2026-12-01 <%s >%s && ".formatted(list, manual)
            + "sed -n 's/^  \\([a-z][a-z0-9-]*\\)  .*/\\1/p' <%s >%s/completed"
                .formatted(list, dir);
    Calls.succeeds(new ProcessBuilder("bash", "-c", packs));

    List<String> names = List.copyOf(commands.getFirst().subcommands().keySet());
    assertThat(Files.readAllLines(dir.resolve("completed"))).containsExactlyElementsOf(names);
    assertThat(Files.readAllLines(manual))
        .filteredOn(line -> line.matches("\\.B [a-z].*"))
        .map(line -> line.substring(3).replace("\\-", "-"))
        .containsAll(names);
  }
}
