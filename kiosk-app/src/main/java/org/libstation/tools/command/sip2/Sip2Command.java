package org.libstation.tools.command.sip2;

import java.io.InputStream;
import java.io.OutputStream;
import org.libstation.command.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Carries out `station sip2`.
@Command(
    name = "sip2",
    description = "Shows what stations and central systems say to each other, and says it by hand.",
    footer = {
      "",
      "Examples:",
      "  ./station sip2 decode transcript.log        each message as a JSON object",
      "  ./station sip2 decode < transcript.log | ./station sip2 encode",
      "  ./station sip2 talk 127.0.0.1:6001          a prompt that sends and explains"
    })
public final class Sip2Command extends CommandGroup {
  private Sip2Command() {}

  /// @param in what `decode`, `encode` and `talk` read when no file is named
  /// @param out where messages go, in bytes of their own encoding
  public static CommandLine with(InputStream in, OutputStream out) {
    return new CommandLine(new Sip2Command())
        .addSubcommand(new DecodeCommand(in, out))
        .addSubcommand(new EncodeCommand(in, out))
        .addSubcommand(new TalkCommand(in));
  }
}
