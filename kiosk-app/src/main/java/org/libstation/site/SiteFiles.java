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

/// Texts and theme of a site: its own where it has them, else those that come with the program.
public final class SiteFiles {
  private SiteFiles() {}

  /// Where the program's own `config/` lies.
  private static Path shipped() {
    return Path.of(System.getProperty("libstation.home", "."), "config");
  }

  private static SiteProblem problem(String file, RuntimeException e) {
    return new SiteProblem(
        Reason.of(Reason.Word.OTHER_FILE, "", file)
            .refusal(file, 0, "", String.valueOf(e.getMessage())));
  }

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

  /// *One moment* in each language, before anything else is read.
  public static Map<Language, String> moment(Path site) {
    return FirstWords.line(
        FirstWords.MOMENT,
        List.of(site.resolve("texts-own"), site.resolve("texts"), shipped().resolve("texts")));
  }

  /// The site's own colours, before they are judged.
  public static Optional<Path> colours(Path site) {
    return Optional.of(site.resolve("theme").resolve("theme.css")).filter(Files::isRegularFile);
  }

  /// @param dots across the paper of the site's printer
  /// @throws SiteProblem when its receipts cannot be, with file, line, element and what was
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

  /// The site's own name and logo; what is wrong with them stops nothing.
  public static SiteBrand brand(Path site) {
    return SiteBrand.read(site.resolve("theme"));
  }

  /// The names of a theme go before those of `station.yaml`; what was given by hand before both.
  public static Map<String, String> named(SiteBrand brand, Map<String, String> overrides) {
    Map<String, String> all = new HashMap<>();
    brand
        .names()
        .forEach((language, name) -> all.put(StationYaml.full("library." + language), name));
    all.putAll(overrides);
    return all;
  }

  /// @throws SiteProblem when its colours cannot be, with file, line, role and what was expected
  public static Optional<SiteTheme> theme(Path site) {
    try {
      return colours(site).map(SiteTheme::load);
    } catch (IllegalArgumentException e) {
      throw problem("theme.css", e);
    }
  }
}
