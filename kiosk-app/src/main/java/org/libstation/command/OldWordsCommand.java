package org.libstation.command;

import org.libstation.ops.OldWords;
import picocli.CommandLine.Command;

/// Takes a central system's own words, which older programs kept, out of a stopped station's files.
@Command(
    name = "words",
    description =
        "Takes what the library system wrote in its own words out of journal, set-aside journals"
            + " and logs, and removes traces, support bundles and kept receipts of older programs."
            + " A station does the same once when it starts. Doing it twice changes nothing. The"
            + " station must not run meanwhile.",
    footer = {"", "Examples:", "  ./station journal words --config config"})
final class OldWordsCommand extends SiteCommand {
  @Override
  protected int run() {
    say(OldWords.erased(site()));
    return 0;
  }
}
