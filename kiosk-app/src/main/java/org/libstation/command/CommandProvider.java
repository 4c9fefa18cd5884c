package org.libstation.command;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// Provides the commands of an archive, found by [ServiceLoader]. Each archive has its own
/// interface, and thus its own service file. The help of its commands is in `help.properties`
/// beside its provider.
public interface CommandProvider {

  /// Annotated commands, or a [picocli.CommandLine] with its own subcommands.
  List<Object> commands();

  /// Commands below `journal`.
  default List<Object> journalCommands() {
    return List.of();
  }

  /// Commands of the archives `lab`.
  interface LaboratoryCommandProvider extends CommandProvider {}

  /// Commands of the archives `tools`.
  interface ToolCommandProvider extends CommandProvider {}

  /// Commands of the archive `fleet`.
  interface FleetCommandProvider extends CommandProvider {}

  /// Finds the providers of all archives beside this program.
  static List<CommandProvider> present() {
    return Stream.of(
            ServiceLoader.load(ToolCommandProvider.class),
            ServiceLoader.load(FleetCommandProvider.class),
            ServiceLoader.load(LaboratoryCommandProvider.class))
        .<CommandProvider>flatMap(found -> found.stream().map(ServiceLoader.Provider::get))
        .toList();
  }
}
