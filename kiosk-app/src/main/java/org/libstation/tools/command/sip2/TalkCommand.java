package org.libstation.tools.command.sip2;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.command.CentralSystemOptions;
import org.libstation.command.CommandFile;
import org.libstation.command.PrintingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Opens a prompt that speaks SIP2.
@Command(name = "talk")
final class TalkCommand extends PrintingCommand {
  private final InputStream in;

  @Mixin private CentralSystemOptions reach = new CentralSystemOptions();

  @Option(names = "--institution", paramLabel = "AO")
  private String institution = "";

  @Option(names = "--location", paramLabel = "AP")
  private String location = "";

  @Mixin private WireEncoding encoding = new WireEncoding();

  @Option(names = "--no-checksum")
  private boolean noChecksum;

  TalkCommand(InputStream in) {
    this.in = in;
  }

  @Override
  protected int run() {
    Charset charset = encoding.charset();
    PrintWriter out = out();
    try (Transport transport = reach.transport()) {
      new Talk(
              transport,
              new Sip2Codec(charset, !noChecksum),
              new PromptWords(institution, location, LocalDateTime::now),
              reach.timeout(),
              () -> Duration.ofNanos(System.nanoTime()),
              out)
          .until(prompt(out));
    }
    return 0;
  }

  private Talk.Prompt prompt(PrintWriter out) {
    Optional<Console> terminal = CommandFile.terminal();
    return terminal.isPresent()
        ? new AtConsole(terminal.get())
        : new FromStream(
            new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())), out);
  }

  /// Reads from a terminal.
  private record AtConsole(Console console) implements Talk.Prompt {
    @Override
    public Optional<String> line(String prompt) {
      return Optional.ofNullable(console.readLine("%s", prompt));
    }

    @Override
    public Optional<String> secret(String prompt) {
      char @Nullable [] secret = console.readPassword("%s", prompt);
      return secret == null ? Optional.empty() : Optional.of(new String(secret));
    }
  }

  /// Reads from standard input that is no terminal.
  private record FromStream(BufferedReader in, PrintWriter out) implements Talk.Prompt {
    @Override
    public Optional<String> line(String prompt) {
      out.flush();
      try {
        return Optional.ofNullable(in.readLine());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public Optional<String> secret(String prompt) {
      return line(prompt);
    }
  }
}
