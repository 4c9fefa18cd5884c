package org.libstation.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.file.ProgramName;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Help texts of the commands. Each archive has a file `help.properties` beside its
/// [CommandProvider], with keys such as `journal.list.description` and `journal.list.--open`. The
/// files are read only when help is requested, so that other commands do not wait for them.
public final class CommandHelp {
  private static final String FILE = "help.properties";

  private CommandHelp() {}

  /// Gives the help texts to a command line and to all its present commands.
  static void into(CommandLine line) {
    line.setHelpFactory(
        (command, colors) -> {
          command.resourceBundle(bundle(command));
          return new CommandLine.Help(command, colors);
        });
  }

  /// The texts of all archives beside this program.
  public static Properties texts() {
    return HelpFiles.TEXTS;
  }

  /// Keys of the help text of an option or parameter, in order of preference.
  public static List<String> keys(CommandSpec command, ArgSpec argument) {
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    List<String> keys = new ArrayList<>(List.of(path(command) + "." + name));
    if (argument.userObject() instanceof Field field) {
      Class<?> owner = field.getDeclaringClass();
      String shared = owner.getName().substring(owner.getPackageName().length() + 1);
      keys.add(shared.replace('$', '.') + "." + name);
    }
    return keys;
  }

  /// The words that call a command, joined by dots, such as `journal.list`; `station` for the
  /// program itself.
  public static String path(CommandSpec command) {
    @Nullable CommandSpec above = command.parent();
    if (above == null) {
      return "station";
    }
    return above.parent() == null ? command.name() : path(above) + "." + command.name();
  }

  private static ResourceBundle bundle(CommandSpec command) {
    List<Object[]> contents = new ArrayList<>();
    add(contents, "usage.description", lines(path(command) + ".description"));
    add(contents, "usage.footer", footer(command));
    for (ArgSpec argument : command.args()) {
      keys(command, argument).stream()
          .filter(HelpFiles.TEXTS::containsKey)
          .findFirst()
          .ifPresent(key -> add(contents, name(argument), lines(key)));
    }
    Object[][] whole = contents.toArray(Object[][]::new);
    return new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return whole;
      }
    };
  }

  /// The name that picocli uses in its keys.
  private static String name(ArgSpec argument) {
    return switch (argument) {
      case OptionSpec option -> option.longestName().replaceFirst("^-+", "");
      case PositionalParamSpec parameter -> parameter.paramLabel() + "[" + parameter.index() + "]";
      default -> throw new IllegalStateException("neither option nor parameter: " + argument);
    };
  }

  /// Adds a text of several lines; picocli expects one key for each line, ending with its number.
  private static void add(List<Object[]> contents, String key, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      contents.add(new Object[] {key + "." + i, ProgramName.in(lines.get(i))});
    }
  }

  private static List<String> footer(CommandSpec command) {
    List<String> examples =
        lines(path(command) + ".examples").stream()
            .filter(example -> canBeCalled(command, example))
            .map(example -> "  " + example)
            .toList();
    return examples.isEmpty()
        ? List.of()
        : Stream.of(List.of("", "Examples:"), examples, lines(path(command) + ".notes"))
            .flatMap(List::stream)
            .toList();
  }

  /// Whether an example works here. Only a checkout has tests to run, and an optional archive may
  /// be missing.
  private static boolean canBeCalled(CommandSpec command, String example) {
    return !(ProgramName.isInstalled() && example.startsWith("./station test "))
        && command.subcommands().entrySet().stream()
            .filter(below -> below.getValue().getCommand() instanceof MissingArchiveCommand)
            .noneMatch(below -> example.startsWith("./station " + below.getKey() + " "));
  }

  private static List<String> lines(String key) {
    return Optional.ofNullable(HelpFiles.TEXTS.getProperty(key)).stream()
        .flatMap(text -> Stream.of(text.split("\n", -1)))
        .toList();
  }

  /// The help files, read at the first request for help.
  private static final class HelpFiles {
    private static final Properties TEXTS = new Properties();

    static {
      read(CommandHelp.class);
      CommandProvider.present().forEach(archive -> read(archive.getClass()));
    }

    private static void read(Class<?> beside) {
      try (@Nullable InputStream file = beside.getResourceAsStream(FILE)) {
        if (file != null) {
          TEXTS.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
