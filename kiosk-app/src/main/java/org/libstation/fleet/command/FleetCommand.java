package org.libstation.fleet.command;

import java.io.Console;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.command.CommandFile;
import org.libstation.command.CommandGroup;
import org.libstation.fleet.NewsDesk;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Carries out `station fleet`.
@Command(name = "fleet")
public final class FleetCommand extends CommandGroup {
  private FleetCommand() {}

  /// Makes `fleet` with all its subcommands.
  ///
  /// @param monotonic time since any fixed moment
  /// @param in source of a passphrase if there is no terminal
  public static CommandLine with(
      InstantSource clock, Supplier<Duration> monotonic, InputStream in, SecureRandom random) {
    return new CommandLine(new FleetCommand())
        .addSubcommand(KeysCommand.with(in, random))
        .addSubcommand(new OrderCommand(clock, in, random))
        .addSubcommand(new RightsCommand(random))
        .addSubcommand(new WatchCommand(new NewsDesk.Time(clock, monotonic, random)));
  }

  /// Reads a passphrase, without echo on a terminal; an empty array if there is none.
  static char[] passphrase(InputStream in) {
    Optional<Console> terminal = CommandFile.terminal();
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("passphrase: ");
      return typed == null ? new char[0] : typed;
    }
    return CommandFile.line(in, "").map(String::toCharArray).orElseGet(() -> new char[0]);
  }
}
