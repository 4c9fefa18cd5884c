package org.libstation.command;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Language;
import org.libstation.service.SiteOffice;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Option;

/// The language in which a command writes to staff.
final class StaffLanguage {
  @Option(names = "--language", paramLabel = "TAG")
  private @Nullable String tag;

  /// The requested language, else the station's own.
  ///
  /// @throws SiteProblem if there is no such language
  Language at(SiteOffice.Manner station) {
    return tag == null
        ? station.language()
        : Arrays.stream(Language.values())
            .filter(each -> each.tag().equalsIgnoreCase(tag))
            .findFirst()
            .orElseThrow(() -> new SiteProblem("--language: expected " + Language.TAGS));
  }
}
