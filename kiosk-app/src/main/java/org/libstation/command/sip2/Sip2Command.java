package org.libstation.command.sip2;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `station sip2`.
@Command(
    name = "sip2",
    mixinStandardHelpOptions = true,
    description = "Shows what stations and central systems say to each other, and says it by hand.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./station sip2 decode transcript.log        each message as a JSON object",
      "  ./station sip2 decode < transcript.log | ./station sip2 encode",
      "  ./station sip2 talk 127.0.0.1:6001          a prompt that sends and explains"
    })
public final class Sip2Command implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Sip2Command() {}

  /// @param in what `decode`, `encode` and `talk` read when no file is named
  /// @param out where messages go, in bytes of their own encoding
  public static CommandLine with(InputStream in, OutputStream out) {
    return new CommandLine(new Sip2Command())
        .addSubcommand(new DecodeCommand(in, out))
        .addSubcommand(new EncodeCommand(in, out))
        .addSubcommand(new TalkCommand(in));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new SiteProblem(
          "--encoding " + name + " is not known here; usual are UTF-8, ISO-8859-1 and IBM850");
    }
  }
}
