package org.libstation.tools.command.sip2;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.libstation.command.CommandFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes lines of SIP2 from JSON objects: the inverse of [DecodeCommand].
@Command(
    name = "encode",
    description =
        "Reads JSON objects as 'decode' prints them, one a line, and prints the messages. A fixed"
            + " field that is left out is blank; a checksum is made anew, and a wrong one where"
            + " 'invalid' is asked for.",
    footer = {
      "",
      "Examples:",
      "  ./station sip2 decode transcript.log | ./station sip2 encode",
      "  echo '{\"code\":\"97\",\"checksum\":\"valid\"}' | ./station sip2 encode --wire | nc koha"
          + " 6001",
      "",
      "Ends with status 1 when an object was no message; the others are printed all the same."
    })
final class EncodeCommand extends MessagesCommand {
  private final OutputStream out;

  @Option(names = "--wire", description = "end each message with CR alone, as on the wire")
  private boolean wire;

  EncodeCommand(InputStream in, OutputStream out) {
    super(in);
    this.out = out;
  }

  @Override
  int read(InputStream from, Charset charset) throws IOException {
    BufferedReader lines = CommandFile.bounded(new InputStreamReader(from, StandardCharsets.UTF_8));
    OutputStream to = new BufferedOutputStream(out);
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
        warn("line " + number + ": " + unfit.getMessage());
        status = 1;
      }
    }
    return status;
  }
}
