package org.libstation.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the site's file `session` says of its panels. The session reads and judges it
/// (`bin/session`, docs/install.md); a line that cannot be is passed over here.
///
/// @param output the station's panel; empty text = the first that is not the drop's
/// @param drop the drop's own; empty where it has none
public record SessionFile(String output, Optional<String> drop) {
  /// The drop's panel among the devices of the station.
  public static final String DROP_SCREEN = "drop-screen";

  private static final String NAME = "session";
  private static final Pattern LINE =
      Pattern.compile("(output|drop-output):\\s*([^\\s#]+)\\s*(?:#.*)?");

  /// Of a site's directory; as without one where it has none or cannot be read.
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
      // Then the session has said so.
    }
    return new SessionFile(output, drop);
  }
}
