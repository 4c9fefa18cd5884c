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

/// Encodes JSON objects as lines of SIP2: the inverse of [DecodeCommand].
@Command(name = "encode")
final class EncodeCommand extends MessagesCommand {
  private final OutputStream out;

  @Option(names = "--wire")
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
