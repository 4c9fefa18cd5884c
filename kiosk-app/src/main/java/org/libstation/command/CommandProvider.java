package org.libstation.command;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// Commands that an archive beside the program brings along, found by [ServiceLoader]. Each archive
/// has an interface of its own, so that each has a file of services of its own.
public interface CommandProvider {

  /// Annotated commands, or a [picocli.CommandLine] of one with commands of its own.
  List<Object> commands();

  /// Commands below `journal`.
  default List<Object> journalCommands() {
    return List.of();
  }

  /// Those of the archives `lab`.
  interface LaboratoryCommandProvider extends CommandProvider {}

  /// Those of the archives `tools`.
  interface ToolCommandProvider extends CommandProvider {}

  /// Those of the archive `fleet`.
  interface FleetCommandProvider extends CommandProvider {}

  /// All that are beside this program.
  static List<CommandProvider> present() {
    return Stream.of(
            ServiceLoader.load(ToolCommandProvider.class),
            ServiceLoader.load(FleetCommandProvider.class),
            ServiceLoader.load(LaboratoryCommandProvider.class))
        .<CommandProvider>flatMap(found -> found.stream().map(ServiceLoader.Provider::get))
        .toList();
  }
}
