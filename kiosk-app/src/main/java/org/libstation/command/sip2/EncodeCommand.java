package org.libstation.command.sip2;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes lines of SIP2 from JSON objects: the inverse of [DecodeCommand].
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description =
        "Reads JSON objects as 'decode' prints them, one a line, and prints the messages. A fixed"
            + " field that is left out is blank; a checksum is made anew, and a wrong one where"
            + " 'invalid' is asked for.",
    footer = {
      "",
      "Examples:",
      "  ./station sip2 decode transcript.log | ./station sip2 encode",
      "  echo '{\"code\":\"97\",\"checksum\":\"valid\"}' | ./station sip2 encode --wire | nc koha 6001",
      "",
      "Ends with status 1 when an object was no message; the others are printed all the same."
    })
final class EncodeCommand implements Callable<Integer> {
  private final InputStream in;
  private final OutputStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

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

  @Option(names = "--wire", description = "end each message with CR alone, as on the wire")
  private boolean wire;

  EncodeCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Charset charset = Sip2Command.charset(encoding);
    Path named = file;
    if (named == null) {
      return encode(in, charset);
    }
    if (!Files.isReadable(named) || Files.isDirectory(named)) {
      throw new SiteProblem(named + " cannot be read");
    }
    try (InputStream opened = Files.newInputStream(named)) {
      return encode(opened, charset);
    }
  }

  private int encode(InputStream from, Charset charset) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    OutputStream to = new BufferedOutputStream(out);
    PrintWriter err = spec.commandLine().getErr();
    int status = 0;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        to.write(Sip2Json.read(line).bytes(charset));
        to.write(wire ? '\r' : '\n');
        to.flush();
      } catch (Sip2Json.Unfit unfit) {
        err.println("line " + number + ": " + unfit.getMessage());
        err.flush();
        status = 1;
      }
    }
    return status;
  }
}
