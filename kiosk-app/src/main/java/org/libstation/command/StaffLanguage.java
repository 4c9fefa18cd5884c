package org.libstation.command;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Language;
import org.libstation.site.SiteProblem;

/// The language a command speaks to staff.
final class StaffLanguage {
  private StaffLanguage() {}

  /// @param tag as it was given; null where it was not
  /// @param usual the station's own
  /// @throws SiteProblem when there is no such language
  static Language of(@Nullable String tag, Language usual) {
    if (tag == null) {
      return usual;
    }
    return Arrays.stream(Language.values())
        .filter(each -> each.tag().toLowerCase(Locale.ROOT).equals(tag.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new SiteProblem("--language: expected " + Language.TAGS));
  }
}
