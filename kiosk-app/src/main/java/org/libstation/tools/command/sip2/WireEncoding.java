package org.libstation.tools.command.sip2;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Option;

/// In which signs messages are written.
final class WireEncoding {
  @Option(
      names = "--encoding",
      paramLabel = "E",
      description = "of the messages: UTF-8 (as usual), ISO-8859-1, IBM850 …")
  private String encoding = "UTF-8";

  /// @throws SiteProblem when there is none of that name
  Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new SiteProblem(
          "--encoding " + encoding + " is not known here; usual are UTF-8, ISO-8859-1 and IBM850");
    }
  }
}
