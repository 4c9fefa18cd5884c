package org.libstation.tools.command.sip2;

import java.io.InputStream;
import java.io.OutputStream;
import org.libstation.command.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Carries out `station sip2`.
@Command(name = "sip2")
public final class Sip2Command extends CommandGroup {
  private Sip2Command() {}

  /// Makes `sip2` with its subcommands.
  ///
  /// @param in input of `decode`, `encode` and `talk` when no file is named
  /// @param out output of messages, as bytes in their own encoding
  public static CommandLine with(InputStream in, OutputStream out) {
    return new CommandLine(new Sip2Command())
        .addSubcommand(new DecodeCommand(in, out))
        .addSubcommand(new EncodeCommand(in, out))
        .addSubcommand(new TalkCommand(in));
  }
}
