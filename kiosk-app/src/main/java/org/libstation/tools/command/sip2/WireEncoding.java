package org.libstation.tools.command.sip2;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Option;

/// Option for the character encoding of messages.
final class WireEncoding {
  @Option(names = "--encoding", paramLabel = "E")
  private String encoding = "UTF-8";

  /// @throws SiteProblem when no encoding has that name
  Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new SiteProblem(
          "--encoding " + encoding + " is not known here; usual are UTF-8, ISO-8859-1 and IBM850");
    }
  }
}
