package org.libstation.lab.release;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A library by its Maven coordinates.
public record MavenComponent(String group, String name, String version)
    implements Comparable<MavenComponent> {
  /// Package URL, type `maven`, by the package URL specification; qualifiers (`?type=jar`) and
  /// subpath are ignored.
  private static final Pattern PURL =
      Pattern.compile("pkg:maven/([^/@?#]+)/([^/@?#]+)@([^@?#]+)(?:[?#].*)?");

  /// @return empty for a package URL of another kind, or without a version
  static Optional<MavenComponent> ofPurl(String purl) {
    Matcher parts = PURL.matcher(purl);
    return parts.matches()
        ? Optional.of(
            new MavenComponent(plain(parts.group(1)), plain(parts.group(2)), plain(parts.group(3))))
        : Optional.empty();
  }

  private static String plain(String encoded) {
    // In a package URL a plus sign is literal.
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Group and name: the same for all versions.
  String module() {
    return group + ":" + name;
  }

  @Override
  public int compareTo(MavenComponent other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return module() + " " + version;
  }
}
