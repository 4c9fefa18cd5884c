package org.libstation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.Language;
import org.libstation.language.FirstWords;
import org.libstation.language.Texts;
import org.libstation.language.TextsException;
import org.libstation.paper.Layout;
import org.libstation.paper.LayoutException;
import org.libstation.paper.LayoutFile;
import org.libstation.screen.SiteBrand;
import org.libstation.screen.SiteTheme;

/// Finds the texts, theme and receipt template of a site: its own if it has them, else those
/// shipped with the program.
public final class SiteFiles {
  private SiteFiles() {}

  /// The program's own `config/` directory.
  private static Path shipped() {
    return Path.of(System.getProperty("libstation.home", "."), "config");
  }

  private static SiteProblem problem(String file, RuntimeException e) {
    return new SiteProblem(
        Reason.of(Reason.Word.OTHER_FILE, "", file)
            .refusal(file, 0, "", String.valueOf(e.getMessage())));
  }

  /// Loads the texts: the program's, then the site's folder `texts`, then its `texts-own`. If the
  /// program's texts are missing, those of the site are used alone.
  ///
  /// @throws SiteProblem if a text file is wrong
  public static Texts texts(Path site) {
    Path shipped = shipped().resolve("texts");
    Path copy = site.resolve("texts");
    Path own = site.resolve("texts-own");
    try {
      boolean alone =
          Files.isDirectory(copy) && (!Files.isDirectory(shipped) || same(copy, shipped));
      return Texts.load(
          alone ? copy : shipped,
          Optional.of(copy).filter(folder -> !alone && Files.isDirectory(folder)),
          Optional.of(own).filter(Files::isDirectory));
    } catch (TextsException e) {
      throw problem("texts/", e);
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException _) {
      return false;
    }
  }

  /// *One moment* in each language, available before anything else is read.
  public static Map<Language, String> moment(Path site) {
    return FirstWords.line(
        FirstWords.MOMENT,
        List.of(site.resolve("texts-own"), site.resolve("texts"), shipped().resolve("texts")));
  }

  /// The site's own colours, unchecked; empty if it has none.
  public static Optional<Path> colours(Path site) {
    return Optional.of(site.resolve("theme").resolve("theme.css")).filter(Files::isRegularFile);
  }

  /// @param dots printable dots across the paper of the site's printer
  /// @throws SiteProblem if the receipt template is wrong, with file, line, element and what was
  ///   expected
  public static Layout receiptLayout(Path site, Texts texts, int dots) {
    Path own = site.resolve("receipts").resolve("slip.layout");
    Path file =
        Files.isRegularFile(own) ? own : shipped().resolve("receipts").resolve("slip.layout");
    try {
      return LayoutFile.read(file, texts, dots);
    } catch (LayoutException e) {
      throw problem("slip.layout", e);
    }
  }

  /// The site's own name and logo. Faults in them do not stop the start.
  public static SiteBrand brand(Path site) {
    return SiteBrand.read(site.resolve("theme"));
  }

  /// Merges names: a theme's names replace those of `station.yaml`, and overrides replace both.
  public static Map<String, String> named(SiteBrand brand, Map<String, String> overrides) {
    Map<String, String> all = new HashMap<>();
    brand
        .names()
        .forEach((language, name) -> all.put(StationYaml.full("library." + language), name));
    all.putAll(overrides);
    return all;
  }

  /// Loads the site's own colours; empty if it has none.
  ///
  /// @throws SiteProblem if the colours are wrong, with file, line, role and what was expected
  public static Optional<SiteTheme> theme(Path site) {
    try {
      return colours(site).map(SiteTheme::load);
    } catch (IllegalArgumentException e) {
      throw problem("theme.css", e);
    }
  }
}
