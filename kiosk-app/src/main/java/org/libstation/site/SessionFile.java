package org.libstation.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The panels that the site's file `session` names. The session script reads and checks the file
/// (`bin/session`, docs/technician/panel.md); faulty lines are ignored here.
///
/// @param output the station's panel; empty = the first that is not the drop's
/// @param drop the drop's own panel; empty if it has none
public record SessionFile(String output, Optional<String> drop) {
  /// Name of the drop's panel among the station's devices.
  public static final String DROP_SCREEN = "drop-screen";

  private static final String NAME = "session";
  private static final Pattern LINE =
      Pattern.compile("(output|drop-output):\\s*([^\\s#]+)\\s*(?:#.*)?");

  /// Reads the file of a site's directory. A missing or unreadable file yields the defaults.
  public static SessionFile of(Path site) {
    String output = "";
    Optional<String> drop = Optional.empty();
    try (Stream<String> lines = Files.lines(site.resolve(NAME))) {
      for (Matcher line : lines.map(LINE::matcher).filter(Matcher::matches).toList()) {
        if (line.group(1).equals("output")) {
          output = line.group(2);
        } else {
          drop = Optional.of(line.group(2));
        }
      }
    } catch (IOException | UncheckedIOException _) {
      // The session script has reported this.
    }
    return new SessionFile(output, drop);
  }
}
