package org.libstation.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// A command line with what it says caught, so that a test can read it while the command runs.
public final class Called {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine line;

  public Called(Object... subcommands) {
    line = StationCommand.with(subcommands);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
  }

  public int with(String... words) {
    return line.execute(words);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  /// The rest of the first line that begins with these words.
  public Optional<String> said(String words) {
    Matcher found =
        Pattern.compile("^" + Pattern.quote(words) + "(.*)$", Pattern.MULTILINE).matcher(out());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
