package org.libstation.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.station.parts.JournalParts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Options that locate a journal: in the data directory that a site's settings name, or in one
/// given directly.
public final class JournalPlace {
  public static final String JOURNAL = "journal";

  @ArgGroup(multiplicity = "1")
  private Directory directory = new Directory();

  private static final class Directory {
    @Option(names = "--config", paramLabel = "DIR")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;
  }

  /// The site; empty if only a data directory was given.
  ///
  /// @throws SiteProblem if the site's settings are wrong
  public Optional<Site> site() {
    return Optional.ofNullable(directory.config).map(Site::open);
  }

  /// The journal's directory.
  ///
  /// @throws SiteProblem if there is no journal
  public Path journal() {
    Path place = directoryOfJournal();
    if (!Files.exists(place.resolve(JournalFiles.FILE))) {
      throw JournalParts.missing(place);
    }
    return place;
  }

  /// The journal's directory, whether or not it exists.
  Path directoryOfJournal() {
    return data().resolve(JOURNAL);
  }

  /// Applies `use` to the journal.
  ///
  /// @throws SiteProblem in plain words, if the journal cannot be read
  public <T> T reading(Function<JournalReader, T> use) {
    return reading(journal(), use);
  }

  /// Applies `use` to the journal in this directory.
  ///
  /// @throws SiteProblem in plain words, if the journal cannot be read
  public static <T> T reading(Path directory, Function<JournalReader, T> use) {
    try (JournalReader reader = JournalStore.read(directory)) {
      return use.apply(reader);
    } catch (JournalException e) {
      throw new SiteProblem(plain(directory.resolve(JournalFiles.FILE), e));
    }
  }

  private static String plain(Path file, JournalException e) {
    return switch (e.kind()) {
      case NEWER ->
          file
              + " was written by a newer version of this program and was not touched; read it with"
              + " that version";
      case OLD_FORM ->
          file
              + " was written by an older version of this program and was not touched; read it with"
              + " that version";
      case CORRUPT ->
          "%s is damaged (%s); stop the station, then './station journal salvage' sets it aside and"
                  .formatted(file, e.getMessage())
              + " brings over what can be read";
      case IN_USE -> file + " is in use by another program: end that program, or try again";
      case KEY, KEY_MISSING, KEY_BOUND, READ_ONLY, IO, DISK, DISK_FULL ->
          file + ": " + e.getMessage();
    };
  }

  /// The station's data directory.
  public Path data() {
    if (directory.data != null) {
      return directory.data;
    }
    return site()
        .map(Site::data)
        .orElseThrow(
            () -> new IllegalStateException("picocli lets exactly one of the two through"));
  }
}
