package org.libstation.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.libstation.site.PinHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Carries out `pin`: makes of a PIN what stands in the settings in its place.
@Command(
    name = "pin",
    description =
        "Asks for a PIN of the service screens and prints what goes into station.technician in its"
            + " place. A live station takes nothing else.",
    footer = {
      "",
      "Examples:",
      "  ./station pin",
      "  ./station pin --card                the number on a staff card; scan it where it asks",
      "  ./station pin < file                one line on standard input, where there is no"
          + " terminal",
      "Exit status: 0 printed; 1 it was no PIN, or typed differently the second time."
    })
public final class PinCommand extends PrintingCommand {
  private final InputStream in;
  private final SecureRandom random;

  @Option(names = "--card", description = "the number of a staff card, for technician.named.*.card")
  private boolean card;

  public PinCommand(InputStream in, SecureRandom random) {
    this.in = in;
    this.random = random;
  }

  /// JDK 25 has no console where standard input is a file: seen, whatever the check says.
  @Override
  @SuppressWarnings("SystemConsoleNull")
  protected int run() throws IOException {
    @Nullable Console console = System.console();
    String pin =
        console == null || !console.isTerminal()
            ? line()
            : typed(console, card ? "card: " : "PIN: ");
    if (!pin.matches(card ? "[!-~]{6,64}" : "[0-9]{6,12}")) {
      warn(
          card
              ? "expected the number of a card, twice the same"
              : "expected six to twelve digits, twice the same");
      return 1;
    }
    say(PinHash.of(pin, random));
    return 0;
  }

  private String line() throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String line = reader.readLine();
    // Who gives it twice, as on a terminal, means to have it compared.
    String again = reader.readLine();
    return line == null || (again != null && !again.strip().equals(line.strip()))
        ? ""
        : line.strip();
  }

  private static String typed(Console console, String asked) {
    char[] first = console.readPassword(asked);
    char[] second = console.readPassword("once more: ");
    if (first == null || second == null || !Arrays.equals(first, second)) {
      return "";
    }
    return new String(first);
  }
}
