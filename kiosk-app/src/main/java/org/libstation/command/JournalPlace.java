package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.parts.JournalParts;
import org.libstation.site.SiteProblem;
import org.libstation.site.SiteReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Where a journal lies: in the data directory that a site's settings name, or one named here.
public final class JournalPlace {
  static final String JOURNAL = "journal";

  @ArgGroup(multiplicity = "1")
  private Directory directory = new Directory();

  private static final class Directory {
    @Option(
        names = "--config",
        paramLabel = "DIR",
        description = "the site's directory; its station.yaml says where the journal lies")
    private @Nullable Path config;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "the station's data directory; the journal lies in DIR/journal")
    private @Nullable Path data;
  }

  /// The site's directory, where one was named.
  Optional<Path> config() {
    return Optional.ofNullable(directory.config);
  }

  /// The journal's directory.
  ///
  /// @throws SiteProblem when there is no journal
  Path journal() {
    Path place = directory().resolve(JOURNAL);
    if (!Files.exists(place.resolve(JournalStore.FILE))) {
      throw JournalParts.missing(place);
    }
    return place;
  }

  private Path directory() {
    if (directory.data != null) {
      return directory.data;
    }
    Path config = directory.config;
    if (config == null) {
      throw new IllegalStateException("picocli lets exactly one of the two through");
    }
    return SiteReader.read(config, Map.of()).data();
  }
}
