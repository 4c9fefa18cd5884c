package org.libstation.tools.command.sip2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.libstation.command.PrintingCommand;
import org.libstation.file.BoundedFile;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A command that reads messages from a file, or from standard input if none is named.
abstract class MessagesCommand extends PrintingCommand {
  private final InputStream in;

  @Parameters(arity = "0..1", paramLabel = "FILE")
  private @Nullable Path file;

  @Mixin private WireEncoding encoding = new WireEncoding();

  MessagesCommand(InputStream in) {
    this.in = in;
  }

  /// Reads the messages and does the command's work.
  ///
  /// @return the exit status
  abstract int read(InputStream from, Charset charset) throws IOException;

  @Override
  protected final int run() throws IOException {
    Charset charset = encoding.charset();
    if (file == null) {
      return read(in, charset);
    }
    try {
      BoundedFile.checkPlain(file);
      try (InputStream opened = Files.newInputStream(file)) {
        return read(opened, charset);
      }
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + BoundedFile.why(e));
    }
  }
}
