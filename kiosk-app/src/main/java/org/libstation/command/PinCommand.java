package org.libstation.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.libstation.site.PinHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `pin`: makes the hash of a PIN, which the settings hold in its place.
@Command(name = "pin")
public final class PinCommand extends PrintingCommand {
  private final InputStream in;
  private final SecureRandom random;

  @Option(names = "--card")
  private boolean card;

  public PinCommand(InputStream in, SecureRandom random) {
    this.in = in;
    this.random = random;
  }

  @Override
  protected int run() throws IOException {
    Optional<Console> terminal = CommandFile.terminal();
    String pin = terminal.isPresent() ? typed(terminal.get(), card ? "card: " : "PIN: ") : line();
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
    // A second line, as on a terminal, is compared with the first.
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
