package org.libstation.lab.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.command.PrintingCommand;
import org.libstation.command.UntilEnded;
import org.libstation.device.DeviceAddress;
import org.libstation.lab.emulate.EmulatedTwin;
import org.libstation.lab.emulate.TerminalTwins;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.Twins;
import org.libstation.payment.lab.TerminalTwin;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a device's twin on a pseudo-terminal or at a port for a real station, and moves it by words
/// typed on standard input. The first line printed is the address for the station.
@Command(name = "emulate")
public final class EmulateCommand extends PrintingCommand {
  private static final List<String> FOR_ALL =
      List.of(
          "unplug         pulls its plug",
          "plug           plugs it in again",
          "help           these lines",
          "quit           ends");

  private final InputStream in;

  /// Model names, for the help.
  static final class Models implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return models().iterator();
    }
  }

  private static List<String> models() {
    return Stream.concat(Twins.models().stream(), TerminalTwins.models().stream()).toList();
  }

  @Parameters(paramLabel = "DEVICE", completionCandidates = Models.class)
  private String model = "";

  @Option(names = "--link", paramLabel = "PATH")
  private @Nullable Path link;

  @Option(names = "--baud", paramLabel = "N")
  private @Nullable Integer baud;

  @Option(names = "--port", paramLabel = "N")
  private @Nullable Integer port;

  @Option(names = "--option", paramLabel = "NAME=VALUE")
  private Map<String, String> options = Map.of();

  @Option(names = "--keep")
  private boolean keep;

  /// @param in source of the typed words
  public EmulateCommand(InputStream in) {
    this.in = in;
  }

  @Override
  protected int run() throws IOException {
    if (TerminalTwins.models().contains(model)) {
      terminal();
      return 0;
    }
    Twin twin = twin();
    DeviceAddress usual = Twins.usual(model, options);
    int speed = baud == null ? Integer.parseInt(usual.baud()) : baud;
    boolean onNetwork = port != null || usual.scheme().equals("tcp");
    check(speed, onNetwork);
    try (PluggedTwin line = onNetwork ? atPort(twin) : plugged(twin, speed);
        UntilEnded ending = UntilEnded.closing(line::close)) {
      say(line.place());
      String settings =
          usual.scheme().equals("serial") && !onNetwork
              ? "?baud=%d&frame=%s".formatted(speed, usual.frame())
              : "";
      say("address: %s:%s%s".formatted(onNetwork ? "tcp" : usual.scheme(), line.place(), settings));
      EmulatedTwin device = EmulatedTwin.of(twin, line);
      boolean quit = obey(device.help(), device::act);
      if (!quit && keep) {
        ending.await();
      }
    }
    return 0;
  }

  /// Runs a card terminal: at a port, in a currency, with words of its own.
  private void terminal() throws IOException {
    check(1, true);
    Currency currency = currency();
    try (TerminalTwin twin = terminalAt(currency);
        UntilEnded ending = UntilEnded.closing(twin::close)) {
      say(twin.place());
      say("address: tcp:" + twin.place());
      boolean quit = obey(twin.help(), twin::act);
      if (!quit && keep) {
        ending.await();
      }
    }
  }

  private TerminalTwin terminalAt(Currency currency) {
    try {
      return TerminalTwins.at(model, port == null ? 0 : port, currency);
    } catch (IOException e) {
      throw new SiteProblem("--port: " + port + " is not available: " + e.getMessage());
    }
  }

  private Currency currency() {
    if (!Set.of("currency").containsAll(options.keySet())) {
      throw new SiteProblem("--option: a terminal has its currency alone, such as currency=EUR");
    }
    String code = options.getOrDefault("currency", "HKD");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException _) {
      throw new SiteProblem("--option: there is no currency " + code);
    }
  }

  private Twin twin() {
    Twin twin =
        Twins.of(model, options)
            .orElseThrow(
                () ->
                    new SiteProblem(
                        "no device '%s' can be emulated; expected one of %s"
                            .formatted(model, String.join(", ", models()))));
    if (!Twins.kinds(model).contains(options)) {
      throw new SiteProblem(
          "--option: no other twin of '%s' is to be had by %s; there are %s"
              .formatted(model, options, Twins.kinds(model)));
    }
    return twin;
  }

  private void check(int speed, boolean onNetwork) {
    if (onNetwork && (link != null || baud != null)) {
      throw new SiteProblem("--link and --baud are of a line; this device is at a port");
    }
    if (port != null && (port < 0 || port > 65_535)) {
      throw new SiteProblem("--port: expected a port such as 9100, not " + port);
    }
    if (speed < 1) {
      throw new SiteProblem("--baud: expected a speed such as 9600, not " + speed);
    }
    if (link != null
        && Files.exists(link, LinkOption.NOFOLLOW_LINKS)
        && !Files.isSymbolicLink(link)) {
      throw new SiteProblem("--link: " + link + " is there and is no link; it is left alone");
    }
  }

  private PluggedTwin atPort(Twin twin) {
    try {
      return Twins.atPort(model, twin, port == null ? 0 : port);
    } catch (UncheckedIOException e) {
      throw new SiteProblem("--port: " + port + " is not available: " + e.getMessage());
    }
  }

  private PluggedTwin plugged(Twin twin, int speed) {
    try {
      return PtyTwin.plugged(twin, speed, Optional.ofNullable(link));
    } catch (UncheckedIOException e) {
      throw new SiteProblem("--link: " + link + " cannot be made: " + e.getMessage());
    } catch (IllegalStateException e) {
      throw new SiteProblem("this machine gives no pseudo-terminal: " + e.getMessage());
    }
  }

  /// Does what is typed, line by line.
  ///
  /// @param act answers the words of a line; empty if they are not understood
  /// @return whether `quit` was typed; false at the end of the input
  private boolean obey(List<String> help, Function<List<String>, Optional<String>> act)
      throws IOException {
    BufferedReader words = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String said;
    while ((said = words.readLine()) != null) {
      List<String> command = Arrays.asList(said.strip().split("\\s+"));
      switch (command.getFirst()) {
        case "" -> {
          // An empty line asks for nothing.
        }
        case "quit" -> {
          return true;
        }
        case "help" -> {
          print(help);
          print(FOR_ALL);
        }
        default -> say(act.apply(command).orElseGet(() -> notUnderstood(command)));
      }
    }
    return false;
  }

  private static String notUnderstood(List<String> command) {
    return "not understood: '" + String.join(" ", command) + "'; try help";
  }
}
