package org.libstation.fleet.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandGroup;
import org.libstation.fleet.NewsDesk;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Carries out `station fleet`.
@Command(
    name = "fleet",
    description =
        "Keys of staff, signed orders to a station over the fleet's broker, who may say and hear"
            + " what there, and what is wrong.",
    footer = {
      "",
      "Examples:",
      "  ./station fleet keys make --to chan.pem",
      "  ./station fleet order --key chan.pem --broker localhost --station hkpl/central/box-2"
          + " settle",
      "  ./station fleet rights --for mosquitto --to rights --stations stations.txt --page wall",
      "",
      "What an order is, and what it can never do: docs/fleet.md."
    })
public final class FleetCommand extends CommandGroup {
  private FleetCommand() {}

  /// `fleet` with all that can follow it.
  ///
  /// @param monotonic since any moment
  /// @param in where a passphrase is read that nobody types
  public static CommandLine with(
      InstantSource clock, Supplier<Duration> monotonic, InputStream in, SecureRandom random) {
    return new CommandLine(new FleetCommand())
        .addSubcommand(KeysCommand.with(in, random))
        .addSubcommand(new OrderCommand(clock, in, random))
        .addSubcommand(new RightsCommand(random))
        .addSubcommand(new WatchCommand(new NewsDesk.Time(clock, monotonic, random)));
  }

  /// A passphrase, unseen where somebody types it. JDK 25 has no console where standard input is a
  /// file: seen, whatever the check says.
  @SuppressWarnings("SystemConsoleNull")
  static char[] passphrase(InputStream in) {
    @Nullable Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("passphrase: ");
      return typed == null ? new char[0] : typed;
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new SiteProblem("standard input cannot be read: " + e.getMessage());
    }
  }
}
