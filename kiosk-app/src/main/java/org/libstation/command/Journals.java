package org.libstation.command;

import java.nio.file.Path;
import org.libstation.journal.sqlite.JournalStore;

/// Opens a site's journal to write in it, with the site's keys.
@FunctionalInterface
public interface Journals {

  /// @param config the site's directory
  /// @throws SiteProblem when the settings or the keys cannot be, or the disk does not let us
  JournalStore.Opening open(Path config);
}
