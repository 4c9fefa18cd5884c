package org.libstation.tools.command.sip2;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Line;
import picocli.CommandLine.Command;

/// Decodes lines of SIP2 into one JSON object for each message.
@Command(name = "decode")
final class DecodeCommand extends MessagesCommand {
  private final OutputStream out;

  DecodeCommand(InputStream in, OutputStream out) {
    super(in);
    this.out = out;
  }

  @Override
  int read(InputStream from, Charset charset) throws IOException {
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
    return 0;
  }
}
