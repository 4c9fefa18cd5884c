package org.libstation.command.sip2;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.central.sip2.Sip2Line;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes lines of SIP2 apart, one JSON object a message.
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description =
        "Reads lines of SIP2 and prints one JSON object a message, in UTF-8: code, name, fixed,"
            + " fields, sequence, checksum, or error. Everything is shown, PINs too. The marks"
            + " '>> ' and '<< ' may stand before a message; lines that begin with '#', '--' or"
            + " '<< [' and {…} at a line's end are remarks.",
    footer = {
      "",
      "Examples:",
      "  ./station sip2 decode transcript.log",
      "  ./station sip2 decode --encoding IBM850 < captured.bin"
    })
final class DecodeCommand implements Callable<Integer> {
  private final InputStream in;
  private final OutputStream out;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "what to read; standard input when it is not given")
  private @Nullable Path file;

  @Option(
      names = "--encoding",
      paramLabel = "E",
      defaultValue = "UTF-8",
      description = "of the messages: UTF-8 (as usual), ISO-8859-1, IBM850 …")
  private String encoding = "UTF-8";

  DecodeCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Charset charset = Sip2Command.charset(encoding);
    Path named = file;
    if (named == null) {
      decode(in, charset);
      return 0;
    }
    if (!Files.isReadable(named) || Files.isDirectory(named)) {
      throw new SiteProblem(named + " cannot be read");
    }
    try (InputStream opened = Files.newInputStream(named)) {
      decode(opened, charset);
    }
    return 0;
  }

  private void decode(InputStream from, Charset charset) throws IOException {
    WireLines lines = new WireLines(from);
    OutputStream to = new BufferedOutputStream(out);
    for (Optional<WireLines.WireLine> line = lines.next(); line.isPresent(); line = lines.next()) {
      Sip2Line read = Sip2Line.read(line.get().bytes(), charset);
      String json = Sip2Json.write(read, line.get().number(), line.get().skipped()) + "\n";
      to.write(json.getBytes(StandardCharsets.UTF_8));
      if (lines.isDrained()) {
        to.flush();
      }
    }
    to.flush();
  }
}
